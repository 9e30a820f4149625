import type { MacroTask } from "./macro-task.js";

/** What browsers take; a longer delay would fire at once. */
const LONGEST_DELAY = 2_147_483_647;
/** Browsers make shorter timers this long when they are set from within a timer, again and again. */
const CLAMP = 4;

/**
 * One timer of the browser's for a deadline that changes often.
 *
 * - A later deadline leaves the timer where it is: it fires early then, as Firefox's timers do by up to a millisecond
 *   anyway and must for a deadline beyond 24 days.
 * - A short one is set from a task of its own. Set in the task of another timer, it would be four milliseconds late after
 *   a few of them.
 * - When a page becomes visible again, a timer that is overdue does not wait for the browser to stop throttling it.
 */
export class NativeTimer {
  readonly #post: MacroTask;
  readonly #now: () => number;
  readonly #setTimeout = setTimeout.bind(globalThis);
  readonly #clearTimeout = clearTimeout.bind(globalThis);
  #wake: (() => void) | undefined = undefined;
  #at = Infinity;
  /** Counts what was armed: a task or a timer of an earlier count is void. */
  #armed = 0;
  #timeout: ReturnType<typeof setTimeout> | undefined = undefined;
  #firesAt = Infinity;

  /**
   * @param post posts a macro-task
   * @param now the clock of the deadlines
   */
  constructor(post: MacroTask, now: () => number) {
    this.#post = post;
    this.#now = now;
    if (typeof document !== "object") return;
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible" && this.#wake !== undefined && this.#now() >= this.#at) this.#fire();
    });
  }

  /** Calls `wake` once at `at` or before; replaces what was set. */
  set(at: number, wake: () => void): void {
    const isEarlyEnough = this.#wake !== undefined && this.#firesAt <= at;
    this.#wake = wake;
    this.#at = at;
    if (isEarlyEnough) return;
    this.#disarm();
    const delay = Math.max(Math.ceil(at - this.#now()), 0);
    if (delay >= CLAMP) {
      this.#arm(Math.min(delay, LONGEST_DELAY));
      return;
    }
    this.#firesAt = at;
    const armed = this.#armed;
    this.#post(() => {
      if (armed === this.#armed) this.#arm(Math.max(Math.ceil(at - this.#now()), 0));
    });
  }

  /** Takes the timer back. */
  clear(): void {
    this.#disarm();
    this.#wake = undefined;
  }

  #arm(delay: number): void {
    const armed = this.#armed;
    this.#firesAt = this.#now() + delay;
    this.#timeout = this.#setTimeout(() => {
      if (armed === this.#armed) this.#fire();
    }, delay);
  }

  #disarm(): void {
    if (this.#timeout !== undefined) this.#clearTimeout(this.#timeout);
    this.#timeout = undefined;
    this.#armed++;
  }

  #fire(): void {
    const wake = this.#wake;
    this.clear();
    wake?.();
  }
}
