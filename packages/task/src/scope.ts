import type { Coroutine, Operation } from "@portalis/runtime";
import { operation, type Task } from "@portalis/runtime/kernel";
import { Siblings } from "./siblings.js";
import { TaskScope } from "./task-scope.js";

/**
 * Runs `body`, which may start children, and ends when the body and all children have ended: no child outlives its scope.
 *
 * The first error, of the body or of a child, cancels all others; when they have cleaned up, it is thrown. Several different errors are
 * thrown as an `AggregateError`, in the order in which they came. An aborted child is no error. Cancelling the wait cancels the body and all
 * children. Under `yield*` and `await` alike the body runs as a task of its own.
 *
 * @returns what the body returned
 *
 * @example
 * ```ts
 * const total = yield* scope(function* (s) {
 *   const left = s.spawn(count(a));
 *   const right = s.spawn(count(b));
 *   return (yield* left.join()) + (yield* right.join());
 * });
 * ```
 */
export function scope<T>(body: (scope: TaskScope) => Coroutine<T> | PromiseLike<T> | T): Operation<T> {
  return operation(function* () {
    const siblings = new Siblings((task) => task.status === "failed");
    const children = new TaskScope(siblings);
    const main = siblings.start(() => body(children));
    children.body = main;
    try {
      yield* siblings.finish();
    } finally {
      children.close();
    }
    throwErrors(siblings.broken);
    if (main.status !== "completed") throw main.result;
    return main.result as T;
  });
}

/** A body that joins a child ends with the child's error: that is one error, not two. */
function throwErrors(broken: readonly Task[]): void {
  const errors = [...new Set(broken.map((task) => task.result))];
  if (errors.length === 1) throw errors[0];
  if (errors.length > 1) throw new AggregateError(errors, `${errors.length} tasks of the scope failed.`);
}
