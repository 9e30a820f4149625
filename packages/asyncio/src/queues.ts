import { address, className, classDef, Exception, heapq, type Py, repr, truth, ValueError } from "@portalis/python";
import type { Coroutine } from "@portalis/runtime";
import { Fifo } from "./fifo.js";
import { Event } from "./locks.js";
import { LoopBound } from "./loop-bound.js";
import { seconds } from "./seconds.js";
import { WaiterList } from "./waiter-list.js";

/** There is nothing in the queue and `get_nowait` does not wait. */
export class QueueEmpty extends Exception {
  static override $name = "QueueEmpty";
  static override $module = "asyncio.queues";
}

/** There is no room in the queue and `put_nowait` does not wait. */
export class QueueFull extends Exception {
  static override $name = "QueueFull";
  static override $module = "asyncio.queues";
}

/** The queue was shut down. */
export class QueueShutDown extends Exception {
  static override $name = "QueueShutDown";
  static override $module = "asyncio.queues";
}

/**
 * A first-in first-out queue between tasks, of at most `maxsize` items; zero or less: of any number.
 *
 * A put does not hand its item over: it wakes the first getter, which looks again when it runs. A task that never waited may take the item
 * first; the one that was woken then queues again, at the end. A getter that is cancelled passes its wake-up on.
 *
 * Subclasses may keep the items otherwise: `_init`, `_put` and `_get`, with the items in `_queue`.
 *
 * @example
 * ```ts
 * const queue = new asyncio.Queue<number>(2);
 * yield* queue.put(1);
 * const item = yield* queue.get();
 * queue.task_done();
 * ```
 */
export class Queue<T = Py> extends LoopBound {
  static readonly $class = true;
  static $name = "Queue";
  static $module = "asyncio.queues";

  declare _queue: Py;
  declare _maxsize: number;
  declare _getters: WaiterList;
  declare _putters: WaiterList;
  declare _unfinished_tasks: number;
  declare _finished: Event;
  declare _is_shutdown: boolean;

  constructor(maxsize?: Py, ...more: Py[]) {
    super();
    this.__init__(maxsize, ...more);
  }

  __init__(maxsize: Py = 0, ..._more: Py[]): null {
    this._maxsize = seconds(maxsize);
    this._getters = new WaiterList();
    this._putters = new WaiterList();
    this._unfinished_tasks = 0;
    this._finished = new Event();
    this._finished.set();
    this._is_shutdown = false;
    this._init(maxsize);
    return null;
  }

  _init(_maxsize: Py): Py {
    this._queue = new Fifo<T>();
    return null;
  }

  _get(): T {
    return (this._queue as Fifo<T>).popleft() as T;
  }

  _put(item: T): Py {
    return (this._queue as Fifo<T>).append(item);
  }

  /** How many items it may hold; zero or less: any number. */
  get maxsize(): number {
    return this._maxsize;
  }

  /** How many items it holds. */
  qsize(): number {
    return sizeOf(this._queue);
  }

  /** Whether it holds nothing. */
  empty(): boolean {
    return this.qsize() === 0;
  }

  /** Whether it holds `maxsize` items. */
  full(): boolean {
    return this._maxsize > 0 && this.qsize() >= this._maxsize;
  }

  /**
   * Puts an item in, as soon as there is room. Cancelling leaves the queue without a trace.
   *
   * @throws QueueShutDown when the queue is shut down, also while it waits
   */
  *put(item: T): Coroutine<null> {
    while (this.full()) {
      if (this._is_shutdown) throw new QueueShutDown();
      const putter = this._putters.append(this._get_loop());
      try {
        yield* putter;
      } catch (error) {
        putter.cancel();
        this._putters.remove(putter);
        if (!this.full() && !putter.cancelled()) wakeNext(this._putters);
        throw error;
      }
    }
    return this.put_nowait(item);
  }

  /** Puts an item in. @throws QueueFull when there is no room; QueueShutDown when the queue is shut down */
  put_nowait(item: T): null {
    if (this._is_shutdown) throw new QueueShutDown();
    if (this.full()) throw new QueueFull();
    this._put(item);
    this._unfinished_tasks++;
    this._finished.clear();
    wakeNext(this._getters);
    return null;
  }

  /**
   * Takes an item, as soon as there is one. Cancelling takes nothing.
   *
   * @throws QueueShutDown when the queue is shut down and empty
   */
  *get(): Coroutine<T> {
    while (this.empty()) {
      if (this._is_shutdown) throw new QueueShutDown();
      const getter = this._getters.append(this._get_loop());
      try {
        yield* getter;
      } catch (error) {
        getter.cancel();
        this._getters.remove(getter);
        if (!this.empty() && !getter.cancelled()) wakeNext(this._getters);
        throw error;
      }
    }
    return this.get_nowait();
  }

  /** Takes an item. @throws QueueEmpty when there is none; QueueShutDown when there is none and the queue is shut down */
  get_nowait(): T {
    if (this.empty()) {
      if (this._is_shutdown) throw new QueueShutDown();
      throw new QueueEmpty();
    }
    const item = this._get();
    wakeNext(this._putters);
    return item;
  }

  /** Notes that the work on one item is done. @throws ValueError when that was said for all items already */
  task_done(): null {
    if (this._unfinished_tasks <= 0) throw new ValueError("task_done() called too many times");
    if (--this._unfinished_tasks === 0) this._finished.set();
    return null;
  }

  /** Waits until the work on all items is done. */
  *join(): Coroutine<null> {
    if (this._unfinished_tasks > 0) yield* this._finished.wait();
    return null;
  }

  /** Ends the queue: no put from now on, no get once it is empty; with `immediate` it is empty at once. All who wait are woken. */
  shutdown(immediate: Py = false): null {
    this._is_shutdown = true;
    if (truth(immediate)) {
      while (!this.empty()) {
        this._get();
        if (this._unfinished_tasks > 0) this._unfinished_tasks--;
      }
      if (this._unfinished_tasks === 0) this._finished.set();
    }
    wakeAll(this._getters);
    wakeAll(this._putters);
    return null;
  }

  __repr__(): string {
    return `<${className(this.constructor)} at ${address(this)} ${this.#format()}>`;
  }

  __str__(): string {
    return `<${className(this.constructor)} ${this.#format()}>`;
  }

  #format(): string {
    let text = `maxsize=${this._maxsize}`;
    if (!this.empty()) text += ` _queue=${repr(this._queue instanceof Fifo ? this._queue.toArray() : this._queue)}`;
    if (this._getters.size > 0) text += ` _getters[${this._getters.size}]`;
    if (this._putters.size > 0) text += ` _putters[${this._putters.size}]`;
    if (this._unfinished_tasks > 0) text += ` tasks=${this._unfinished_tasks}`;
    return this._is_shutdown ? `${text} shutdown` : text;
  }
}

classDef(Queue, "Queue", {
  __init__: "(maxsize=)",
  qsize: "()",
  empty: "()",
  full: "()",
  put: "async (item)",
  put_nowait: "(item)",
  get: "async ()",
  get_nowait: "()",
  task_done: "()",
  join: "async ()",
  shutdown: "(immediate=)",
  maxsize: "property",
  _init: "(maxsize)",
  _get: "()",
  _put: "(item)",
});

function sizeOf(items: Py): number {
  if (items instanceof Fifo) return items.size;
  return Array.isArray(items) ? items.length : (items.size as number);
}

/** Wakes the first waiter that was not woken yet. */
function wakeNext(waiters: WaiterList): void {
  for (let waiter = waiters.popleft(); waiter !== undefined; waiter = waiters.popleft()) {
    if (waiter.done()) continue;
    waiter.set_result(true);
    return;
  }
}

function wakeAll(waiters: WaiterList): void {
  for (let waiter = waiters.popleft(); waiter !== undefined; waiter = waiters.popleft()) {
    if (!waiter.done()) waiter.set_result(true);
  }
}

/** A queue that gives the smallest item first. Which of two equal ones is first is CPython's order, not that of arrival. */
export class PriorityQueue<T = Py> extends Queue<T> {
  static override $name = "PriorityQueue";
  static override $module = "asyncio.queues";

  override _init(_maxsize: Py): Py {
    this._queue = [];
    return null;
  }

  override _put(item: T): Py {
    heapq.heappush(this._queue as Py[], item);
    return null;
  }

  override _get(): T {
    return heapq.heappop(this._queue as Py[]) as T;
  }
}

/** A queue that gives the item first that came last. */
export class LifoQueue<T = Py> extends Queue<T> {
  static override $name = "LifoQueue";
  static override $module = "asyncio.queues";

  override _init(_maxsize: Py): Py {
    this._queue = [];
    return null;
  }

  override _put(item: T): Py {
    (this._queue as T[]).push(item);
    return null;
  }

  override _get(): T {
    return (this._queue as T[]).pop() as T;
  }
}

classDef(PriorityQueue, "PriorityQueue", {});
classDef(LifoQueue, "LifoQueue", {});
