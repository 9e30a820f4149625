import { classDef, nativeDef, type Py, ValueError } from "@portalis/python";
import type { Coroutine } from "@portalis/runtime";
import { BrokenBarrierError } from "./exceptions.js";
import { Condition, lockText } from "./locks.js";
import { seconds } from "./seconds.js";

/** In which state a {@link Barrier} is. */
export type BarrierState = "filling" | "draining" | "resetting" | "broken";

/**
 * A meeting point: `parties` tasks wait for each other and then go on together; the last to arrive goes first. It can be used again.
 *
 * A task that is cancelled in waiting just leaves.
 */
export class Barrier {
  static readonly $class = true;
  static $name = "Barrier";
  static $module = "asyncio.locks";

  readonly #condition = new Condition();
  readonly #parties: number;
  #state: BarrierState = "filling";
  #count = 0;

  /** @throws ValueError when `parties` is less than 1 */
  constructor(parties: Py) {
    const count = seconds(parties, "<");
    if (count < 1) throw new ValueError("parties must be > 0");
    this.#parties = count;
  }

  /** How many must come. */
  get parties(): number {
    return this.#parties;
  }

  /** How many are there, while it fills. */
  get n_waiting(): number {
    return this.#state === "filling" ? this.#count : 0;
  }

  /** Whether it was aborted. */
  get broken(): boolean {
    return this.#state === "broken";
  }

  /**
   * Waits for the others and gives this task's number: the order of arrival, from 0. While the former round leaves, newcomers wait.
   *
   * @throws BrokenBarrierError when the barrier is aborted or reset
   */
  *wait(): Coroutine<number> {
    yield* this.#condition.acquire();
    try {
      yield* this.#block();
      const index = this.#count;
      try {
        this.#count++;
        if (index + 1 === this.#parties) {
          this.#state = "draining";
          this.#condition.notify_all();
        } else {
          yield* this.#stay();
        }
        return index;
      } finally {
        this.#count--;
        this.#leave();
      }
    } finally {
      this.#condition.release();
    }
  }

  *#block(): Coroutine<void> {
    yield* this.#condition.wait_for(() => this.#state !== "draining" && this.#state !== "resetting");
    if (this.broken) throw new BrokenBarrierError("Barrier aborted");
  }

  *#stay(): Coroutine<void> {
    yield* this.#condition.wait_for(() => this.#state !== "filling");
    if (this.broken || this.#state === "resetting") throw new BrokenBarrierError("Abort or reset of barrier");
  }

  #leave(): void {
    if (this.#count > 0) return;
    if (this.#state === "resetting" || this.#state === "draining") this.#state = "filling";
    this.#condition.notify_all();
  }

  /** Empties it: who waits gets BrokenBarrierError. */
  *reset(): Coroutine<null> {
    yield* this.#condition.acquire();
    try {
      this.#state = this.#count > 0 ? "resetting" : "filling";
      this.#condition.notify_all();
    } finally {
      this.#condition.release();
    }
    return null;
  }

  /** Breaks it: who waits, and who comes until it is reset, gets BrokenBarrierError. */
  *abort(): Coroutine<null> {
    yield* this.#condition.acquire();
    try {
      this.#state = "broken";
      this.#condition.notify_all();
    } finally {
      this.#condition.release();
    }
    return null;
  }

  *__aenter__(): Coroutine<number> {
    return yield* this.wait();
  }

  *__aexit__(_type: Py, _exception: Py, _traceback: Py): Coroutine<null> {
    return null;
  }

  __repr__(): string {
    return lockText(this, this.broken ? "broken" : `${this.#state}, waiters:${this.n_waiting}/${this.#parties}`, 0);
  }
}

nativeDef(Barrier, "Barrier", "(parties)");
classDef(Barrier, "Barrier", {
  wait: "async ()",
  reset: "async ()",
  abort: "async ()",
  parties: "property",
  n_waiting: "property",
  broken: "property",
  __aenter__: "async ()",
  __aexit__: "async (exc_type, exc, tb)",
});
