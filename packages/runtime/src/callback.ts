import { ReadyEntry } from "./ready-entry.js";

/**
 * A function in the ready list or on a timer. A cancelled one keeps its place, is counted as a step and skipped, as a cancelled handle
 * is in asyncio.
 *
 * @example
 * ```ts
 * scheduler.ready(new Callback(() => log.push("next turn")));
 * scheduler.addTimer(scheduler.now() + 10, new Callback(() => log.push("10 ms later")));
 * ```
 */
export class Callback extends ReadyEntry {
  cancelled = false;
  readonly #fn: () => void;

  constructor(fn: () => void) {
    super();
    this.#fn = fn;
  }

  cancel(): void {
    this.cancelled = true;
  }

  override run(): void {
    if (!this.cancelled) this.#fn();
  }
}
