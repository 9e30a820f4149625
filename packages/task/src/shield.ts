import { type Operation, spawn, type Work } from "@portalis/runtime";
import { operation } from "@portalis/runtime/kernel";

/**
 * Runs `work` as a task of its own and waits for it, such that cancelling the wait does not cancel the work: the one who waits is cancelled
 * at once, the work runs to its end. An error it then ends with is reported as unhandled.
 *
 * @throws the work's own error, {@link JoinError} when the work was cancelled
 *
 * @example
 * ```ts
 * yield* shield(saveToDisk(document)); // an abort here does not leave half a file
 * ```
 */
export function shield<T>(work: Work<T>): Operation<T> {
  return operation(function* () {
    return yield* spawn(work).join();
  });
}
