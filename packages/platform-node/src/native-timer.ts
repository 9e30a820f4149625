/** What Node's timers take; a longer delay would fire at once. */
const LONGEST_DELAY = 2_147_483_647;

/**
 * One timer of Node's for a deadline that changes often.
 *
 * A later deadline leaves the timer where it is, since setting one costs ten times more than being woken once in vain:
 * it fires early then, as Node's timers do by up to two milliseconds anyway and must for a deadline beyond 24 days.
 */
export class NativeTimer {
  readonly #now: () => number;
  readonly #setTimeout = setTimeout;
  readonly #clearTimeout = clearTimeout;
  readonly #fire: () => void;
  #wake: (() => void) | undefined = undefined;
  #timeout: NodeJS.Timeout | undefined = undefined;
  #firesAt = Infinity;

  /** @param now the clock of the deadlines */
  constructor(now: () => number) {
    this.#now = now;
    this.#fire = () => {
      const wake = this.#wake;
      this.#timeout = undefined;
      this.#wake = undefined;
      wake?.();
    };
  }

  /** Calls `wake` once at `at` or before; replaces what was set. */
  set(at: number, wake: () => void): void {
    this.#wake = wake;
    if (this.#timeout !== undefined) {
      if (this.#firesAt <= at) return;
      this.#clearTimeout(this.#timeout);
    }
    const now = this.#now();
    const delay = Math.min(Math.max(Math.ceil(at - now), 0), LONGEST_DELAY);
    this.#firesAt = now + delay;
    this.#timeout = this.#setTimeout(this.#fire, delay);
  }

  /** Takes the timer back; the process may end without it. */
  clear(): void {
    this.#clearTimeout(this.#timeout);
    this.#timeout = undefined;
    this.#wake = undefined;
  }
}
