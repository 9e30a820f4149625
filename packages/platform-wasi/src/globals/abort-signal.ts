import { domException } from "./dom-exception.js";
import { Event } from "./event.js";
import { EventTarget } from "./event-target.js";
import { setTimeout } from "./timers.js";

/** Lets this file alone make signals. */
const key: unique symbol = Symbol("AbortSignal");

let create: () => AbortSignalSource;

/** A signal and the function that aborts it. */
export interface AbortSignalSource {
  readonly signal: AbortSignal;
  readonly abort: (reason?: unknown) => void;
}

/** Makes the signal of an `AbortController`. */
export function createAbortSignal(): AbortSignalSource {
  return create();
}

/**
 * The web's `AbortSignal`.
 *
 * @example
 * ```ts
 * await op({ signal: AbortSignal.any([stop.signal, AbortSignal.timeout(1_000)]) });
 * ```
 */
export class AbortSignal extends EventTarget {
  #aborted = false;
  #reason: unknown = undefined;
  #onabort: ((event: Event) => void) | null = null;
  /** The signals made of this one by {@link AbortSignal.any}. */
  readonly #dependents = new Set<AbortSignal>();
  /** The signals this one was made of. */
  #sources: readonly AbortSignal[] = [];

  static {
    create = () => {
      const signal = new AbortSignal(key);
      return {
        signal,
        abort: (reason) => {
          signal.#abort(reason);
        },
      };
    };
  }

  constructor(permit?: symbol) {
    super();
    if (permit !== key) throw new TypeError("Illegal constructor: make an AbortSignal with new AbortController()");
  }

  /** A signal that is aborted already. */
  static abort(reason?: unknown): AbortSignal {
    const signal = new AbortSignal(key);
    signal.#abort(reason);
    return signal;
  }

  /** A signal that aborts with a `TimeoutError` after `ms` milliseconds. It keeps no program alive. */
  static timeout(ms: number): AbortSignal {
    if (typeof ms !== "number" || !(ms >= 0) || ms > Number.MAX_SAFE_INTEGER) {
      throw new RangeError(`AbortSignal.timeout(${String(ms)}): the time must be a number of milliseconds from 0 on`);
    }
    const signal = new AbortSignal(key);
    setTimeout(() => {
      signal.#abort(domException("The operation was aborted due to timeout", "TimeoutError"));
    }, ms).unref();
    return signal;
  }

  /** A signal that aborts with the reason of the first of `signals` that does. */
  static any(signals: Iterable<AbortSignal>): AbortSignal {
    const result = new AbortSignal(key);
    const sources = [...signals];
    const aborted = sources.find((signal) => signal.#aborted);
    if (aborted !== undefined) {
      result.#abort(aborted.#reason);
    } else {
      result.#sources = sources;
      for (const source of sources) source.#dependents.add(result);
    }
    return result;
  }

  get aborted(): boolean {
    return this.#aborted;
  }

  get reason(): unknown {
    return this.#reason;
  }

  get onabort(): ((event: Event) => void) | null {
    return this.#onabort;
  }

  set onabort(listener: ((event: Event) => void) | null) {
    if (this.#onabort !== null) this.removeEventListener("abort", this.#onabort);
    this.#onabort = typeof listener === "function" ? listener : null;
    if (this.#onabort !== null) this.addEventListener("abort", this.#onabort);
  }

  throwIfAborted(): void {
    if (this.#aborted) throw this.#reason;
  }

  /** Marks this signal and all that depend on it, then tells their listeners, as the standard orders it. */
  #abort(reason: unknown): void {
    if (this.#aborted) return;
    const cause = reason === undefined ? domException("This operation was aborted", "AbortError") : reason;
    const told: AbortSignal[] = [this];
    this.#aborted = true;
    this.#reason = cause;
    for (const signal of told) {
      for (const dependent of signal.#dependents) {
        if (dependent.#aborted) continue;
        dependent.#aborted = true;
        dependent.#reason = cause;
        told.push(dependent);
      }
      signal.#dependents.clear();
      for (const source of signal.#sources) source.#dependents.delete(signal);
      signal.#sources = [];
    }
    for (const signal of told) signal.dispatchEvent(new Event("abort"));
  }
}
