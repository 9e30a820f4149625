import { BaseException, call, caught, classDef, def, nativeDef, type Py, RuntimeError, StopIteration, TypeError } from "@portalis/python";
import type { Operation, Suspension } from "@portalis/runtime";
import { type Parking, type ReadyEntry, Waiter } from "@portalis/runtime/kernel";
import type { EventLoop } from "./base-events.js";
import { Completion } from "./completion.js";
import { get_running_loop, Handle } from "./events.js";
import { type CancelledError, cancelledError, InvalidStateError } from "./exceptions.js";
import { futureInfo } from "./future-repr.js";
import { FutureWait } from "./future-wait.js";
import { sameCallback } from "./same-callback.js";

/** What keyword arguments a future takes. */
export interface FutureOptions {
  readonly loop?: EventLoop | null | undefined;
}

/** Where a future stands, in the words of CPython's `Future._state`. */
export type FutureState = "PENDING" | "CANCELLED" | "FINISHED";

/**
 * A result that will be there later. `yield*` it in a task, `await` it anywhere.
 *
 * When it is done, its callbacks and those who wait for it become ready in the order in which they were registered, each as an entry of its
 * own of the next iteration. Waiting for a done future does not suspend.
 *
 * Cancelling a waiting task cancels the future it waits for; cancelling the future wakes all that wait with {@link CancelledError}.
 *
 * @example
 * ```ts
 * function* main(): Coroutine<number> {
 *   const loop = asyncio.get_running_loop();
 *   const future = loop.create_future();
 *   loop.call_later(1, () => future.set_result(42));
 *   return yield* future;
 * }
 * ```
 */
export class Future<T = Py> implements Operation<T>, Parking {
  static readonly $class = true;
  static $name = "Future";
  static $module = "_asyncio";

  readonly _loop: EventLoop;
  _state: FutureState = "PENDING";
  _result: T | undefined = undefined;
  _exception: BaseException | null = null;
  _cancel_message: Py = null;
  _cancelled_exc: CancelledError | null = null;
  /** Its exception was not looked at yet. */
  _log_traceback = false;
  #first: ReadyEntry | undefined = undefined;
  #last: ReadyEntry | undefined = undefined;

  /** @throws RuntimeError when no loop is given and none runs */
  constructor({ loop = null }: FutureOptions = {}) {
    this._loop = loop ?? get_running_loop();
  }

  /** The loop it belongs to. */
  get_loop(): EventLoop {
    return this._loop;
  }

  /** Whether it has a result or an exception, or was cancelled. */
  done(): boolean {
    return this._state !== "PENDING";
  }

  /** Whether it was cancelled. */
  cancelled(): boolean {
    return this._state === "CANCELLED";
  }

  /**
   * The result.
   *
   * @throws its exception, CancelledError when it was cancelled, InvalidStateError while it is pending. The first reader of a cancelled future
   *   gets the very error that ended it, later ones a new one without a message.
   */
  result(): T {
    if (this._state === "CANCELLED") throw this._make_cancelled_error();
    if (this._state === "PENDING") throw new InvalidStateError("Result is not set.");
    this._retrieved();
    if (this._exception !== null) throw this._exception;
    return this._result as T;
  }

  /** The exception or None. Throws as {@link Future.result} does when it was cancelled or is pending. */
  exception(): BaseException | null {
    if (this._state === "CANCELLED") throw this._make_cancelled_error();
    if (this._state === "PENDING") throw new InvalidStateError("Exception is not set.");
    this._retrieved();
    return this._exception;
  }

  /**
   * Calls `fn(future)` in the iteration after it is done: after those who were registered before.
   *
   * On a done future this is `call_soon`.
   */
  add_done_callback(fn: Py, { context = null }: { readonly context?: Py } = {}): null {
    const handle = new Handle(fn, [this], this._loop, context);
    if (this._state === "PENDING") this._append(handle);
    else this._loop._scheduler.ready(handle);
    return null;
  }

  /** Takes all registrations of `fn` back and says how many there were. */
  remove_done_callback(fn: Py): number {
    let removed = 0;
    for (const entry of this._entries()) {
      if (!(entry instanceof Handle) || !sameCallback(entry._callback, fn)) continue;
      this._unlink(entry);
      removed++;
    }
    return removed;
  }

  /** Cancels it. Returns false when it is done already. */
  cancel(msg: Py = null): boolean {
    this._retrieved();
    if (this._state !== "PENDING") return false;
    this._state = "CANCELLED";
    this._cancel_message = msg;
    this._wake_all();
    return true;
  }

  /** Gives it its result. */
  set_result(result: T): null {
    if (this._state !== "PENDING") throw new InvalidStateError("invalid state");
    this._finish(result);
    return null;
  }

  /** Gives it an exception, or an instance of an exception class. */
  set_exception(exception: Py): null {
    if (this._state !== "PENDING") throw new InvalidStateError("invalid state");
    this._fail(asException(exception));
    return null;
  }

  /** For `yield*`. */
  [Symbol.iterator](): Iterator<Suspension, T, unknown> {
    return new FutureWait(this)[Symbol.iterator]();
  }

  /** For Python's `await` on an object of unknown type. */
  __await__(): Iterator<Suspension, T, unknown> {
    return new FutureWait(this);
  }

  /** For `await` outside tasks. */
  then<R1 = T, R2 = never>(
    onFulfilled?: ((value: T) => R1 | PromiseLike<R1>) | null,
    onRejected?: ((error: unknown) => R2 | PromiseLike<R2>) | null,
  ): Promise<R1 | R2> {
    return new FutureWait(this).then(onFulfilled, onRejected);
  }

  __repr__(): string {
    return `<${[(this.constructor as typeof Future).$name, ...futureInfo(this)].join(" ")}>`;
  }

  /** The error of a cancelled future: once the one that ended it, then new ones. */
  _make_cancelled_error(): CancelledError {
    const kept = this._cancelled_exc;
    if (kept !== null) {
      this._cancelled_exc = null;
      return kept;
    }
    return cancelledError(this._cancel_message);
  }

  /** Its exception has been looked at: it will not be reported. */
  _retrieved(): void {
    if (!this._log_traceback) return;
    this._log_traceback = false;
    this._loop._unretrieved.delete(this);
  }

  _finish(result: T): void {
    this._result = result;
    this._state = "FINISHED";
    this._wake_all();
  }

  _fail(exception: BaseException): void {
    this._exception = exception;
    this._state = "FINISHED";
    this._log_traceback = true;
    this._loop._unretrieved.add(this);
    this._wake_all();
  }

  /** Registers a callback of this package's own, to be made ready when the future is done. */
  _on_done(label: string, fn: (future: Future) => void): Completion {
    const completion = new Completion(this, label, fn);
    if (this._state === "PENDING") this._append(completion);
    else this._loop._scheduler.ready(completion);
    return completion;
  }

  /** Puts an entry at the end of the list of those to be woken. */
  _append(entry: ReadyEntry): void {
    const last = this.#last;
    if (last === undefined) this.#first = entry;
    else last.next = entry;
    this.#last = entry;
  }

  /** Takes an entry out of the list. Linear in the number of those before it: nearly every future has one. */
  _unlink(entry: ReadyEntry): void {
    let before: ReadyEntry | undefined;
    let found = this.#first;
    while (found !== undefined && found !== entry) {
      before = found;
      found = found.next;
    }
    if (found === undefined) return;
    if (before === undefined) this.#first = entry.next;
    else before.next = entry.next;
    if (this.#last === entry) this.#last = before;
    entry.next = undefined;
  }

  /** Called by the kernel when a wait is ended from outside. */
  remove(waiter: Waiter): void {
    this._unlink(waiter);
  }

  /** Those to be woken, in order. */
  _entries(): ReadyEntry[] {
    const entries: ReadyEntry[] = [];
    for (let entry = this.#first; entry !== undefined; entry = entry.next) entries.push(entry);
    return entries;
  }

  /** Makes all that wait and all callbacks ready, in order of registration. */
  _wake_all(): void {
    let entry = this.#first;
    this.#first = undefined;
    this.#last = undefined;
    while (entry !== undefined) {
      const { next } = entry;
      entry.next = undefined;
      if (entry instanceof Waiter) {
        entry.parking = undefined;
        entry.grant();
      } else {
        this._loop._scheduler.ready(entry);
      }
      entry = next;
    }
  }
}

classDef(Future, "Future", {
  get_loop: "()",
  done: "()",
  cancelled: "()",
  result: "()",
  exception: "()",
  add_done_callback: "(fn, /, *, context=)",
  remove_done_callback: "(fn, /)",
  cancel: "(msg=)",
  set_result: "(result, /)",
  set_exception: "(exception, /)",
});
nativeDef(Future, "Future", "(*, loop=)");

/** What to keep for an exception or exception class given to a future. */
function asException(value: Py): BaseException {
  const exception: Py = typeof value === "function" && value.$class === true ? call(value) : caughtIfError(value);
  if (!(exception instanceof BaseException)) throw new TypeError("invalid exception object");
  if (!(exception instanceof StopIteration)) return exception;
  const error = new RuntimeError("StopIteration interacts badly with generators and cannot be raised into a Future");
  error.__cause__ = exception;
  error.__context__ = exception;
  return error;
}

function caughtIfError(value: Py): Py {
  return value instanceof Error ? caught(value) : value;
}

/** Whether a value is a future or task. */
export function isfuture(obj: Py): boolean {
  return obj instanceof Future;
}

def(isfuture, "isfuture", "(obj)");
