import type { Platform } from "./platform.js";

/** How a {@link Runtime} is made. */
export interface RuntimeConfig {
  /** What it runs on. Default: the installed platform, else one made of web-standard globals. */
  readonly platform?: Platform | undefined;
  /** For how many milliseconds turns may run before the host gets its chance. Default: the platform's. */
  readonly slice?: number | undefined;
}
