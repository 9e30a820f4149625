import { portablePlatform } from "@portalis/runtime";

const host = portablePlatform();

/** Lets the host run everything it has ready: promise jobs and what they bring about. */
export function settle(): Promise<void> {
  return new Promise((resolve) => host.defer(resolve));
}

/**
 * A clock that moves only when it is told to, or, with `autojump`, to the next timer whenever nothing can run. It starts at 0.
 *
 * @example
 * ```ts
 * const platform = new SimulatedPlatform({ autojump: false });
 * const rt = new Runtime({ platform });
 * const handle = rt.spawn(sleep(1_000));
 * await platform.clock.advance(999); // not yet
 * await platform.clock.advance(1); // now
 * ```
 */
export class VirtualClock {
  #now = 0;
  #timer: { readonly at: number; readonly wake: () => void } | undefined = undefined;
  #autojump: boolean;
  #jumping = false;

  constructor(autojump: boolean) {
    this.#autojump = autojump;
  }

  /** Milliseconds since the clock was made. */
  get now(): number {
    return this.#now;
  }

  /** Whether the clock jumps to the next timer when nothing can run. */
  get autojump(): boolean {
    return this.#autojump;
  }

  set autojump(autojump: boolean) {
    this.#autojump = autojump;
    this.#jumpSoon();
  }

  /**
   * Moves the clock by `ms`, stopping at each timer on the way until all that it brings about has run.
   *
   * @throws RangeError unless `ms` is finite and 0 or more: a monotonic clock never goes back
   */
  async advance(ms: number): Promise<void> {
    if (!(ms >= 0 && ms < Infinity)) throw new RangeError(`Cannot advance the clock: it goes forward by a finite time, not by ${ms} ms.`);
    const end = this.#now + ms;
    await settle();
    while (this.#timer !== undefined && this.#timer.at <= end) {
      this.#fire();
      await settle();
    }
    this.#now = Math.max(this.#now, end);
  }

  /** @internal */
  set(at: number, wake: () => void): void {
    this.#timer = { at, wake };
    this.#jumpSoon();
  }

  /** @internal Moves the clock without firing anything. */
  jump(to: number): void {
    this.#now = Math.max(this.#now, to);
  }

  /** @internal */
  clear(): void {
    this.#timer = undefined;
  }

  #fire(): void {
    const timer = this.#timer;
    if (timer === undefined) return;
    this.#timer = undefined;
    this.#now = Math.max(this.#now, timer.at);
    timer.wake();
  }

  #jumpSoon(): void {
    if (!this.#autojump || this.#jumping || this.#timer === undefined) return;
    this.#jumping = true;
    void settle().then(() => {
      this.#jumping = false;
      if (this.#autojump) this.#fire();
    });
  }
}
