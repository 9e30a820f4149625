import type { Operation, Work } from "@portalis/runtime";
import { currentTask, inheritBy, operation, perform, type Task } from "@portalis/runtime/kernel";

/** The values of a task: never changed, so that tasks share them. */
type Values = ReadonlyMap<TaskLocal<unknown>, unknown>;

/** Only tasks with values are here: what does not use them pays nothing. */
const valuesOf = new WeakMap<Task, Values>();

function inherit(parent: Task | undefined, child: Task): void {
  const values = parent === undefined ? undefined : valuesOf.get(parent);
  if (values !== undefined) valuesOf.set(child, values);
}

/**
 * A value that belongs to a task and to what runs inside it: a request's id, a locale, a transaction. A task that is spawned starts with the
 * values that its spawner has at that moment; what either does later does not change the other.
 *
 * Behind an `await` of an async function no engine can tell which task runs: `get` then finds nothing. Read it before, or use a coroutine.
 *
 * @example
 * ```ts
 * import { type Coroutine, run, spawn } from "@portalis/runtime";
 * import { TaskLocal } from "@portalis/task";
 *
 * const requestId = new TaskLocal<string>();
 * function* handle(): Coroutine<string> {
 *   yield;
 *   return `request ${requestId.get()}`;
 * }
 * const text = await run(requestId.run("42", () => spawn(handle()).join()));
 * if (text !== "request 42") throw new Error(text);
 * ```
 */
export class TaskLocal<T> {
  /** The value of the running task; `undefined` where none was set, and outside tasks. */
  get(): T | undefined {
    const task = currentTask();
    return task === undefined ? undefined : (valuesOf.get(task)?.get(this) as T | undefined);
  }

  /**
   * Runs `work` with `value`. Under `yield*` it runs inside the waiting task, which has its former value again when the work has ended; awaited,
   * it runs as a task of its own.
   */
  run<R>(value: T, work: Work<R>): Operation<R> {
    inheritBy(inherit);
    return operation(
      function* (this: TaskLocal<T>) {
        const task = currentTask() as Task;
        const before = valuesOf.get(task);
        valuesOf.set(task, new Map<TaskLocal<unknown>, unknown>(before).set(this, value));
        try {
          return yield* perform(work);
        } finally {
          if (before === undefined) valuesOf.delete(task);
          else valuesOf.set(task, before);
        }
      }.bind(this),
    );
  }
}
