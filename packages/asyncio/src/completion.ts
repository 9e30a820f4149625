import type { contextvars } from "@portalis/python";
import { ReadyEntry } from "@portalis/runtime/kernel";
import type { EventLoop } from "./base-events.js";
import type { Future } from "./futures.js";
import { beginCallback, endCallback, type RunsOnLoop } from "./running-loop.js";

/** A done callback of this package's own: like a user's, a handle of its own in the iteration after the future is done, but made of one object. */
export class Completion extends ReadyEntry implements RunsOnLoop {
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

  get _loop(): EventLoop {
    return this.#future._loop;
  }

  /** What it starts sees the context of the program's start. */
  get _context(): contextvars.Context {
    return this.#future._loop._context;
  }

  override run(): void {
    if (this.#future._loop._closed) return;
    const outer = beginCallback(this);
    try {
      this.#fn(this.#future);
    } finally {
      endCallback(outer);
    }
  }
}
