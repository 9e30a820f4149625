import { isGenerator } from "./generator-methods.js";
import type { Operation, TaskContext, Work } from "./operation.js";
import { settlePromise } from "./settle-promise.js";
import { SpawnError } from "./spawn-error.js";
import type { Coroutine } from "./suspension.js";

/**
 * The coroutine that runs `work`. Functions are called here.
 *
 * @param insist see `settlePromise`
 * @throws SpawnError when `work` is nothing that can run
 */
export function coroutineOf(context: TaskContext, work: Work<unknown> | undefined, insist: boolean): Coroutine<unknown> {
  if (typeof work === "function") {
    const result = work(context);
    if (isGenerator(result)) return result;
    return isPromise(result) ? settlePromise(result, insist) : end(result);
  }
  if (isGenerator(work)) return work;
  if (isOperation(work)) return wait(work);
  throw new SpawnError("Cannot start a task: what was given is neither a coroutine, nor an operation, nor a function.");
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === "function";
}

function isOperation(value: unknown): value is Operation<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}

function* end(value: unknown): Coroutine<unknown> {
  return value;
}

function* wait(operation: Operation<unknown>): Coroutine<unknown> {
  return yield* operation;
}
