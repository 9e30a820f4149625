import {
  type BaseException,
  BaseExceptionGroup,
  classDef,
  coroutine as coroutines,
  KeyboardInterrupt,
  type Py,
  nativeDef,
  raiseFrom,
  repr,
  RuntimeError,
  SystemExit,
} from "@portalis/python";
import type { Coroutine } from "@portalis/runtime";
import type { EventLoop } from "./base-events.js";
import { get_running_loop } from "./events.js";
import { CancelledError, isCancellation } from "./exceptions.js";
import type { Future } from "./futures.js";
import { current_task, type Task, type TaskOptions } from "./tasks.js";

/**
 * Tasks that end together: the body of its `async with` ends when all of them have.
 *
 * The first error of a task, or of the body, cancels all others; then the block raises the errors as one ExceptionGroup: the tasks' in the order
 * in which they came, the body's last. A task that is cancelled by itself is no error. Cancelling the task that waits cancels the group.
 *
 * @example
 * ```ts
 * const group = new asyncio.TaskGroup();
 * const $w = yield* aenter(group);
 * ```
 */
export class TaskGroup {
  static readonly $class = true;
  static $name = "TaskGroup";
  static $module = "asyncio.taskgroups";

  #entered = false;
  #exiting = false;
  #aborting = false;
  #loop: EventLoop | null = null;
  #parent: Task | null = null;
  #parentAsked = false;
  readonly #tasks = new Set<Task>();
  #errors: BaseException[] = [];
  #leaving: BaseException | null = null;
  #completed: Future | null = null;

  /** @throws RuntimeError when it was entered before, or no task runs */
  *__aenter__(): Coroutine<this> {
    if (this.#entered) throw new RuntimeError(`TaskGroup ${repr(this)} has already been entered`);
    this.#loop = get_running_loop();
    this.#parent = current_task(this.#loop);
    if (this.#parent === null) throw new RuntimeError(`TaskGroup ${repr(this)} cannot determine the parent task`);
    this.#entered = true;
    return this;
  }

  /** Waits for all tasks; a cancellation meanwhile cancels them. */
  *__aexit__(_type: Py, error: Py, _traceback: Py): Coroutine<null> {
    const exception = error as BaseException | null;
    this.#exiting = true;
    if (exception !== null && leaves(exception)) this.#leaving ??= exception;
    let cancellation: Error | undefined = exception instanceof CancelledError ? exception : undefined;
    if (exception !== null && !this.#aborting) this.#abort();
    while (this.#tasks.size > 0) {
      this.#completed ??= (this.#loop as EventLoop).create_future();
      try {
        yield* this.#completed;
      } catch (caughtError) {
        if (!isCancellation(caughtError)) throw caughtError;
        if (!this.#aborting) {
          cancellation = caughtError;
          this.#abort();
        }
      }
      this.#completed = null;
    }
    if (this.#leaving !== null) throw this.#leaving;
    const parent = this.#parent as Task;
    if (this.#parentAsked && parent.uncancel() === 0) cancellation = undefined;
    if (cancellation !== undefined && this.#errors.length === 0) throw cancellation;
    if (exception !== null && !(exception instanceof CancelledError)) this.#errors.push(exception);
    if (this.#errors.length > 0) this.#raise(parent);
    return null;
  }

  #raise(parent: Task): never {
    if (parent.cancelling() > 0) {
      // The request came from outside: it is delivered again, after the group.
      parent.uncancel();
      parent.cancel();
    }
    const errors = this.#errors;
    this.#errors = [];
    throw raiseFrom(new BaseExceptionGroup("unhandled errors in a TaskGroup", errors), null);
  }

  /** Makes a task of the group. @throws RuntimeError when the group is not entered, or ends: the coroutine is closed then */
  create_task<T>(coro: Coroutine<T>, options: Omit<TaskOptions, "loop"> = {}): Task<T> {
    const state = !this.#entered
      ? "has not been entered"
      : this.#exiting && this.#tasks.size === 0
        ? "is finished"
        : this.#aborting
          ? "is shutting down"
          : undefined;
    if (state !== undefined) {
      coroutines.close(coro);
      throw new RuntimeError(`TaskGroup ${repr(this)} ${state}`);
    }
    const task = (this.#loop as EventLoop).create_task(coro, options);
    this.#tasks.add(task);
    task._on_done("TaskGroup._on_task_done()", this.#taskDone);
    return task;
  }

  #abort(): void {
    this.#aborting = true;
    for (const task of this.#tasks) if (!task.done()) task.cancel();
  }

  readonly #taskDone = (future: Future): void => {
    const task = future as unknown as Task;
    this.#tasks.delete(task);
    if (this.#tasks.size === 0 && this.#completed?.done() === false) this.#completed.set_result(true);
    if (task.cancelled()) return;
    const exception = task.exception();
    if (exception === null) return;
    this.#errors.push(exception);
    if (leaves(exception)) this.#leaving ??= exception;
    const parent = this.#parent as Task;
    if (parent.done()) {
      const message = `Task ${repr(task)} has errored out but its parent task ${repr(parent)} is already completed`;
      (this.#loop as EventLoop)._report(message, exception, ["task", task]);
      return;
    }
    if (!this.#aborting && !this.#parentAsked) {
      this.#abort();
      this.#parentAsked = true;
      parent.cancel();
    }
  };

  __repr__(): string {
    let text = "";
    if (this.#tasks.size > 0) text += ` tasks=${this.#tasks.size}`;
    if (this.#errors.length > 0) text += ` errors=${this.#errors.length}`;
    if (this.#aborting) text += " cancelling";
    else if (this.#entered) text += " entered";
    return `<TaskGroup${text}>`;
  }
}

nativeDef(TaskGroup, "TaskGroup", "()");
classDef(TaskGroup, "TaskGroup", {
  create_task: "(coro, *, name=, context=)",
  __aenter__: "async ()",
  __aexit__: "async (et, exc, tb)",
});

/** Whether an exception ends the program. */
function leaves(exception: BaseException): boolean {
  return exception instanceof SystemExit || exception instanceof KeyboardInterrupt;
}
