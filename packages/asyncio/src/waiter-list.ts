import type { EventLoop } from "./base-events.js";
import { Future } from "./futures.js";

/** The future of one waiter of a lock, linked to its neighbours in the queue. */
export class QueuedFuture extends Future<boolean> {
  before: QueuedFuture | undefined = undefined;
  after: QueuedFuture | undefined = undefined;
  queued = false;
}

/** The queue of those who wait for a lock, an event, a queue: futures in order of arrival, each of which leaves in O(1), as all of 100,000 may at once. */
export class WaiterList {
  #first: QueuedFuture | undefined = undefined;
  #last: QueuedFuture | undefined = undefined;
  #size = 0;

  /** How many wait; those already woken count until they have run. */
  get size(): number {
    return this.#size;
  }

  /** The one that came first. */
  get first(): QueuedFuture | undefined {
    return this.#first;
  }

  /** A new future at the end. */
  append(loop: EventLoop): QueuedFuture {
    const future = new QueuedFuture({ loop });
    const last = this.#last;
    future.queued = true;
    future.before = last;
    if (last === undefined) this.#first = future;
    else last.after = future;
    this.#last = future;
    this.#size++;
    return future;
  }

  /** Takes a future out; returns false when it was out. */
  remove(future: QueuedFuture): boolean {
    if (!future.queued) return false;
    const { before, after } = future;
    if (before === undefined) this.#first = after;
    else before.after = after;
    if (after === undefined) this.#last = before;
    else after.before = before;
    future.before = undefined;
    future.after = undefined;
    future.queued = false;
    this.#size--;
    return true;
  }

  /** Takes the first one out. */
  popleft(): QueuedFuture | undefined {
    const first = this.#first;
    if (first !== undefined) this.remove(first);
    return first;
  }

  /** Whether everyone who waits was cancelled; true when nobody waits. */
  allCancelled(): boolean {
    for (let future = this.#first; future !== undefined; future = future.after) if (!future.cancelled()) return false;
    return true;
  }

  /** The first one that was not woken yet. */
  firstPending(): QueuedFuture | undefined {
    let future = this.#first;
    while (future?.done() === true) future = future.after;
    return future;
  }
}
