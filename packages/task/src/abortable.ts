import { AbortHandle, type Operation, type Work } from "@portalis/runtime";
import { currentScheduler, operation, Task } from "@portalis/runtime/kernel";
import { Siblings } from "./siblings.js";

/**
 * Makes work that somebody else can abort. Awaited, the operation runs `work` as a task and gives its result; aborted, it throws
 * {@link CancelledError} when the work has cleaned up, or at once, running nothing, when it was aborted before it was awaited. Cancelling the
 * wait aborts the work and waits for its cleanup.
 *
 * @example
 * ```ts
 * const [download, handle] = abortable(fetchAll(urls));
 * button.onclick = () => handle.abort("the user changed their mind");
 * yield* download;
 * ```
 */
export function abortable<T>(work: Work<T>): [Operation<T>, AbortHandle] {
  const task = new Task(currentScheduler(), work);
  const result = operation<T>(function* () {
    const siblings = new Siblings(() => false);
    siblings.adopt(task);
    yield* siblings.finish();
    if (task.status !== "completed") throw task.result;
    return task.result as T;
  });
  return [result, new AbortHandle(task)];
}
