import type { Capabilities, Platform } from "@portalis/runtime";
import { BrowserProgram } from "./browser-program.js";
import { FrameCourtesy } from "./frame-courtesy.js";
import { createMacroTask, type MacroTask } from "./macro-task.js";
import { NativeTimer } from "./native-timer.js";

/**
 * The platform of a page or a web worker: the browser's event loop drives the scheduler.
 *
 * Between two slices of turns the browser serves its other tasks: input, timers, messages, responses. It has time for
 * frames too, see {@link FrameCourtesy}. A pump on microtasks, on `scheduler.yield` or on tasks of priority
 * `user-blocking` would stop the page while the program is busy.
 *
 * The browser's functions are taken when the platform is made: a test that replaces the global timers does not stop it.
 *
 * @example
 * ```ts
 * const rt = new Runtime({ platform: new BrowserPlatform() });
 * await rt.run(main());
 * ```
 */
export class BrowserPlatform implements Platform {
  readonly name = "browser";
  readonly capabilities: Capabilities = {
    threads: typeof Worker === "function",
    network: true,
    fileSystem: false,
    signals: false,
    ownsLoop: true,
  };
  /** A third of a frame: longer slices are seen and felt, shorter ones cost throughput. */
  readonly slice = 5;
  readonly program: BrowserProgram = new BrowserProgram();
  readonly #clock = performance;
  readonly #post: MacroTask;
  readonly #frames: FrameCourtesy;
  readonly #timer: NativeTimer;

  constructor() {
    const now = (): number => this.#clock.now();
    this.#post = createMacroTask();
    this.#frames = new FrameCourtesy(this.#post, now);
    this.#timer = new NativeTimer(this.#post, now);
  }

  /** Milliseconds since the page was opened; whole ones in some browsers, tenths in others. */
  now(): number {
    return this.#clock.now();
  }

  /** Calls `turn` after the browser's other tasks had their chance, and a frame when one is due. */
  defer(turn: () => void): void {
    this.#frames.defer(turn);
  }

  /** Calls `wake` at `at`, or before. In a hidden page browsers fire timers once a second, later once a minute. */
  setTimer(at: number, wake: () => void): void {
    this.#timer.set(at, wake);
  }

  clearTimer(): void {
    this.#timer.clear();
  }
}
