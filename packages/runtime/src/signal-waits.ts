import type { AbortSignalLike } from "./abort-signal-like.js";
import type { Waiter } from "./waiter.js";

/** One wait that a signal may end. */
export interface SignalLink {
  readonly waits: SignalWaits;
  readonly waiter: Waiter;
  next: SignalLink | undefined;
  previous: SignalLink | undefined;
}

const bySignal = new WeakMap<AbortSignalLike, SignalWaits>();

/**
 * The waits that one `AbortSignal` may end. However many there are, the signal gets one listener (hosts take time quadratic in listeners),
 * and none is left when the last wait is over.
 */
export class SignalWaits {
  readonly #signal: AbortSignalLike;
  readonly #abort = (): void => this.#end();
  #first: SignalLink | undefined = undefined;
  #last: SignalLink | undefined = undefined;

  private constructor(signal: AbortSignalLike) {
    this.#signal = signal;
  }

  /** Lets `signal` end the wait of `waiter` until the link is removed. */
  static add(signal: AbortSignalLike, waiter: Waiter): SignalLink {
    let waits = bySignal.get(signal);
    if (waits === undefined) {
      waits = new SignalWaits(signal);
      bySignal.set(signal, waits);
    }
    return waits.#add(waiter);
  }

  remove(link: SignalLink): void {
    const { previous, next } = link;
    if (previous === undefined) this.#first = next;
    else previous.next = next;
    if (next === undefined) this.#last = previous;
    else next.previous = previous;
    if (this.#first === undefined) this.#signal.removeEventListener("abort", this.#abort);
  }

  #add(waiter: Waiter): SignalLink {
    const link: SignalLink = { waits: this, waiter, next: undefined, previous: this.#last };
    if (this.#last === undefined) {
      this.#first = link;
      this.#signal.addEventListener("abort", this.#abort);
    } else {
      this.#last.next = link;
    }
    this.#last = link;
    return link;
  }

  /** Ends all waits in the order in which they began. Those granted already keep their grant. */
  #end(): void {
    this.#signal.removeEventListener("abort", this.#abort);
    let link = this.#first;
    this.#first = undefined;
    this.#last = undefined;
    while (link !== undefined) {
      const { next, waiter } = link;
      link.next = undefined;
      link.previous = undefined;
      if (waiter.parking !== undefined) waiter.interrupt(this.#signal.reason);
      link = next;
    }
  }
}
