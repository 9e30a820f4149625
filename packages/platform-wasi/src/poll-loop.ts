import { u64Of } from "./u64.js";
import { nanosecondsAt } from "./wasi-clock.js";
import type { Pollable, WasiInterfaces, WasiU64 } from "./wasi-interfaces.js";

interface Watched {
  readonly pollable: Pollable;
  readonly wake: () => void;
}

/**
 * The one place where a component waits: a single `wasi:io/poll.poll` over a timer and every pollable that is being
 * watched.
 */
export class PollLoop {
  readonly #interfaces: Pick<WasiInterfaces, "monotonicClock" | "poll">;
  readonly #u64: (value: number) => WasiU64;
  readonly #watched = new Set<Watched>();

  /** Must not be made before the program has started: it asks the clock which numbers this host uses. */
  constructor(interfaces: Pick<WasiInterfaces, "monotonicClock" | "poll">) {
    this.#interfaces = interfaces;
    this.#u64 = u64Of(interfaces);
  }

  /** How many pollables are watched. */
  get size(): number {
    return this.#watched.size;
  }

  /**
   * Calls `wake` once, from the next {@link PollLoop.wait} in which `pollable` is ready. The pollable is disposed then,
   * or when the watch is ended before.
   *
   * @returns ends the watch
   */
  watch(pollable: Pollable, wake: () => void): Disposable {
    const watched: Watched = { pollable, wake };
    this.#watched.add(watched);
    return {
      [Symbol.dispose]: () => {
        if (this.#watched.delete(watched)) pollable[Symbol.dispose]?.();
      },
    };
  }

  /**
   * Blocks until the clock has reached `until` or a watched pollable is ready; returns at once when there is neither.
   * It may return early: whoever has a deadline looks at the clock again.
   *
   * @param until on the scale of `monotonicNow`; `undefined` for no deadline
   */
  wait(until: number | undefined): void {
    const watched = [...this.#watched];
    const list = watched.map(({ pollable }) => pollable);
    const timer = until === undefined ? undefined : this.#timer(until);
    if (timer !== undefined) list.push(timer);
    if (list.length === 0) return;
    let ready: Iterable<number>;
    try {
      ready = this.#interfaces.poll.poll(list);
    } finally {
      timer?.[Symbol.dispose]?.();
    }
    for (const place of ready) {
      const woken = watched[place];
      if (woken === undefined || !this.#watched.delete(woken)) continue;
      woken.pollable[Symbol.dispose]?.();
      woken.wake();
    }
  }

  #timer(until: number): Pollable {
    return this.#interfaces.monotonicClock.subscribeInstant(this.#u64(nanosecondsAt(until)));
  }
}
