import { ReadyEntry } from "@portalis/runtime/kernel";
import type { Future } from "./futures.js";
import { beginCallback, endCallback } from "./running-loop.js";

/** A done callback of this package's own: like a user's, a handle of its own in the iteration after the future is done, but made of one object. */
export class Completion extends ReadyEntry {
  /** What reprs show for it. */
  readonly label: string;
  readonly #future: Future;
  readonly #fn: (future: Future) => void;

  constructor(future: Future, label: string, fn: (future: Future) => void) {
    super();
    this.label = label;
    this.#future = future;
    this.#fn = fn;
  }

  override run(): void {
    if (this.#future._loop._closed) return;
    const outer = beginCallback(this.#future._loop);
    try {
      this.#fn(this.#future);
    } finally {
      endCallback(outer);
    }
  }
}
