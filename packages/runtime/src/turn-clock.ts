import type { Platform } from "./platform.js";

/** How long turns took, in milliseconds. What the host did in the middle of a turn is not counted. */
export interface TurnTimes {
  /** How many turns were measured. */
  readonly count: number;
  readonly total: number;
  readonly longest: number;
  readonly last: number;
}

/** Measures turns. There is no such object unless the runtime debugs: two looks at the clock cost more than a short turn. */
export class TurnClock {
  readonly #platform: Platform;
  #start = 0;
  #elapsed = 0;
  #count = 0;
  #total = 0;
  #longest = 0;
  #last = 0;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  get times(): TurnTimes {
    return { count: this.#count, total: this.#total, longest: this.#longest, last: this.#last };
  }

  /** A turn begins, or goes on. */
  resume(): void {
    this.#start = this.#platform.now();
  }

  /** The host gets its chance in the middle of a turn. */
  pause(): void {
    this.#elapsed += this.#platform.now() - this.#start;
  }

  end(): void {
    this.pause();
    this.#last = this.#elapsed;
    this.#total += this.#elapsed;
    this.#longest = Math.max(this.#longest, this.#elapsed);
    this.#count++;
    this.#elapsed = 0;
  }
}
