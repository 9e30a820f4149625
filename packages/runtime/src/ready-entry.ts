import type { Scheduler } from "./scheduler.js";

/**
 * What can stand in the ready list and in the timer heap: tasks, callbacks, light waiters. The node is part of the thing itself, so that
 * making something ready allocates nothing. An entry is at most once in each of the two.
 *
 * A task in the ready list is in no wait list, so that one `next` link serves both.
 */
export abstract class ReadyEntry {
  // `declare`, and assigned in the constructor, here and in all classes below that have many subclasses: V8 defines the fields of such a class
  // several times slower than it assigns them.
  /** The link of the list that this entry is in. Belongs to that list. */
  declare next: ReadyEntry | undefined;
  /** The place in the timer heap, -1 outside. Belongs to the heap. */
  declare heapIndex: number;

  constructor() {
    this.next = undefined;
    this.heapIndex = -1;
  }

  /** Called by the turn. What it throws is reported and stops nothing else. */
  abstract run(): void;

  /** Called between two turns when the timer is due. Appends the entry to the ready list unless a subclass knows better. */
  expire(scheduler: Scheduler): void {
    scheduler.ready(this);
  }
}
