import type { MacroTask } from "./macro-task.js";

/** A page that has been busy for this long without a frame gets one: 30 frames a second at the least. */
const FRAME_DUE = 33;
/** Two turns this far apart did not follow each other: the page was idle and had its frames. */
const IDLE = 12;
/** A frame that has not come by then is not waited for: the page may be where no frames are made. */
const FRAME_LIMIT = 20;
/** A wait this long means that the browser throttles the page, its timers included. */
const THROTTLED = 100;

/**
 * Posts turns, and lets the page paint in between. Some browsers put frames last while tasks keep coming (Firefox paints
 * every 55 ms then), so a visible page that has been busy for two frames' time waits for the next one before it goes on.
 */
export class FrameCourtesy {
  readonly #post: MacroTask;
  readonly #now: () => number;
  readonly #page: Document | undefined = typeof document === "object" ? document : undefined;
  readonly #requestFrame: typeof requestAnimationFrame | undefined;
  readonly #cancelFrame: typeof cancelAnimationFrame | undefined;
  readonly #setTimeout = setTimeout.bind(globalThis);
  readonly #clearTimeout = clearTimeout.bind(globalThis);
  #enabled: boolean;
  #last = -Infinity;
  #busySince = 0;

  /**
   * @param post posts a turn without waiting for a frame
   * @param now the clock, in milliseconds
   */
  constructor(post: MacroTask, now: () => number) {
    this.#post = post;
    this.#now = now;
    this.#enabled = this.#page !== undefined && typeof requestAnimationFrame === "function";
    if (!this.#enabled) return;
    this.#requestFrame = requestAnimationFrame.bind(globalThis);
    this.#cancelFrame = cancelAnimationFrame.bind(globalThis);
  }

  /** Calls `turn` in a task of its own, after a frame when one is due. */
  defer(turn: () => void): void {
    if (!this.#enabled) {
      this.#post(turn);
      return;
    }
    const now = this.#now();
    if (now - this.#last > IDLE) this.#busySince = now;
    this.#last = now;
    if (now - this.#busySince < FRAME_DUE || this.#page?.visibilityState !== "visible") this.#post(turn);
    else this.#afterFrame(turn, now);
  }

  #afterFrame(turn: () => void, asked: number): void {
    const proceed = (): void => {
      this.#clearTimeout(timeout);
      this.#cancelFrame?.(frame);
      this.#last = this.#busySince = this.#now();
      if (this.#last - asked > THROTTLED) this.#enabled = false;
      this.#post(turn); // in a frame's callback the page could not be painted before the turn is over
    };
    const timeout = this.#setTimeout(proceed, FRAME_LIMIT);
    const frame = this.#requestFrame?.(proceed) ?? 0;
  }
}
