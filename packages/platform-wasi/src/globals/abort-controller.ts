import { createAbortSignal, type AbortSignal } from "./abort-signal.js";

/**
 * The web's `AbortController`.
 *
 * @example
 * ```ts
 * const stop = new AbortController();
 * stop.abort(new Error("enough"));
 * stop.signal.reason; // Error: enough
 * ```
 */
export class AbortController {
  readonly #signal: AbortSignal;
  readonly #abort: (reason?: unknown) => void;

  constructor() {
    const { signal, abort } = createAbortSignal();
    this.#signal = signal;
    this.#abort = abort;
  }

  get signal(): AbortSignal {
    return this.#signal;
  }

  /** Aborts the signal; without a reason, with a `DOMException` named `AbortError`. Does nothing the second time. */
  abort(reason?: unknown): void {
    this.#abort(reason);
  }
}
