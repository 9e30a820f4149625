import type { Coroutine, Operation } from "@portalis/runtime";

/** Waits for the work and gives what it threw; `undefined` when it threw nothing. */
export function* errorOf(work: Operation<unknown> | Coroutine<unknown>): Coroutine<unknown> {
  try {
    yield* work;
  } catch (error) {
    return error;
  }
  return undefined;
}
