import { AsyncError } from "./async-error.js";

/** The platform truly cannot do what was asked for. The message ends with what to do instead. */
export class PlatformNotSupportedError extends AsyncError {
  override readonly name: string = "PlatformNotSupportedError";
  override readonly code: string = "ERR_PLATFORM_NOT_SUPPORTED";
  /** What is missing, for example `block`. */
  readonly feature: string;
  /** The name of the platform, for example `browser`. */
  readonly platform: string;

  constructor(feature: string, platform: string, advice: string) {
    super(`Cannot use ${feature}: the platform "${platform}" does not support it. ${advice}`);
    this.feature = feature;
    this.platform = platform;
  }
}
