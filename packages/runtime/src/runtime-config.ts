import type { Platform } from "./platform.js";

/**
 * Where the work of a runtime runs.
 *
 * - `"single-threaded"`: all of it in the thread that made the runtime.
 * - `"multi-threaded"`: blocking jobs in worker threads. No platform has them yet: refused.
 * - `"browser-event-loop"`: in the loop of a page or a web worker, and nowhere else.
 */
export type RuntimeType = "single-threaded" | "multi-threaded" | "browser-event-loop";

/**
 * How a {@link Runtime} is made. What the platform cannot do is refused when the runtime is made, with {@link PlatformNotSupportedError};
 * nothing is ignored.
 *
 * @example
 * ```ts
 * import { Runtime } from "@portalis/runtime";
 *
 * const rt = new Runtime({ slice: 2, debug: true });
 * if ((await rt.run(() => 7)) !== 7) throw new Error("not what was expected");
 * ```
 */
export interface RuntimeConfig {
  /** What it runs on. Default: the installed platform, else one made of web-standard globals. */
  readonly platform?: Platform | undefined;
  /** Where work runs. Default: in this thread, on whatever loop the platform has. */
  readonly runtimeType?: RuntimeType | undefined;
  /** How many threads blocking jobs may use. Needs `"multi-threaded"`. */
  readonly workerThreads?: number | undefined;
  /** What the worker threads are called. Needs `"multi-threaded"`. */
  readonly threadName?: string | undefined;
  /** How many bytes of stack each worker thread has. Needs `"multi-threaded"`. */
  readonly stackSize?: number | undefined;
  /**
   * Whether the runtime may use network and files. False: its `capabilities` deny both, and what does I/O refuses. True: it is an error if
   * the platform has neither. Default: what the platform has.
   */
  readonly enableIo?: boolean | undefined;
  /** Whether there are timers. False: everything that needs one (sleeps, timeouts, intervals) fails at once. Default: true. */
  readonly enableTime?: boolean | undefined;
  /** For how many milliseconds turns may run before the host gets its chance. Default: the platform's. */
  readonly slice?: number | undefined;
  /** Keeps for each task where it was started, and measures turns: see `dump` and `metrics`. Costs about 5 µs a task. Default: false. */
  readonly debug?: boolean | undefined;
}
