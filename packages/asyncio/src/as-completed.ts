import { classDef, def, type Float, iter, type Py, StopAsyncIteration, StopIteration, TypeError, typeName } from "@portalis/python";
import type { Coroutine } from "@portalis/runtime";
import type { Completion } from "./completion.js";
import { iscoroutine } from "./coroutines.js";
import { ensure_future } from "./ensure-future.js";
import { get_running_loop, type TimerHandle } from "./events.js";
import { TimeoutError } from "./exceptions.js";
import { type Future, isfuture } from "./futures.js";
import { Queue } from "./queues.js";

/**
 * What {@link as_completed} gives. Iterated with `for`, it gives coroutines that wait for the next result; with `async for`, the futures
 * themselves as they are done.
 */
export class AsCompletedIterator {
  static readonly $class = true;
  static $name = "_AsCompletedIterator";
  static $module = "asyncio.tasks";

  readonly #done = new Queue<Future | null>();
  readonly #todo = new Map<Future, Completion>();
  #left: number;
  #timer: TimerHandle | undefined = undefined;

  constructor(aws: Py, timeout: Float | null) {
    const loop = get_running_loop();
    const futures = new Set<Future>();
    for (const awaitable of new Set<Py>(iter(aws))) futures.add(ensure_future<Py>(awaitable, { loop }));
    for (const future of futures) {
      this.#todo.set(future, future._on_done("_AsCompletedIterator._handle_completion()", this.#completed));
    }
    this.#left = futures.size;
    if (futures.size > 0 && timeout !== null) this.#timer = loop.call_later(timeout, this.#expired);
  }

  /** For JavaScript's `for`. */
  *[Symbol.iterator](): IterableIterator<Coroutine<Py>> {
    while (this.#left > 0) yield this.__next__();
  }

  __iter__(): this {
    return this;
  }

  __aiter__(): this {
    return this;
  }

  /** A coroutine that waits for the next result. */
  __next__(): Coroutine<Py> {
    if (this.#left === 0) throw new StopIteration();
    this.#left--;
    return this._wait_for_one(true);
  }

  /** Waits for the next future that is done. */
  *__anext__(): Coroutine<Py> {
    if (this.#left === 0) throw new StopAsyncIteration();
    this.#left--;
    return yield* this._wait_for_one(false);
  }

  *_wait_for_one(resolve: boolean): Coroutine<Py> {
    const future = yield* this.#done.get();
    if (future === null) throw new TimeoutError();
    return resolve ? future.result() : future;
  }

  readonly #completed = (future: Future): void => {
    if (!this.#todo.delete(future)) return;
    this.#done.put_nowait(future);
    if (this.#todo.size === 0) this.#timer?.cancel();
  };

  readonly #expired = (): void => {
    for (const [future, completion] of this.#todo) {
      future._unlink(completion);
      this.#done.put_nowait(null);
    }
    this.#todo.clear();
  };
}

classDef(AsCompletedIterator, "_AsCompletedIterator", {
  __iter__: "()",
  __aiter__: "()",
  __next__: "()",
  __anext__: "async ()",
  _wait_for_one: "async (resolve)",
});

/**
 * Runs awaitables at the same time and gives them in the order in which they are done.
 *
 * With a timeout, what is awaited after it raises TimeoutError; nothing is cancelled.
 *
 * @example
 * ```ts
 * for (const next of asyncio.as_completed([load("a"), load("b")])) print(yield* next);
 * ```
 */
export function as_completed(fs: Py, { timeout = null }: { readonly timeout?: Float | null | undefined } = {}): AsCompletedIterator {
  if (isfuture(fs) || iscoroutine(fs)) throw new TypeError(`expects an iterable of awaitables, not ${typeName(fs)}`);
  return new AsCompletedIterator(fs, timeout);
}

def(as_completed, "as_completed", "(fs, *, timeout=)");
