import type { Coroutine, Operation } from "@portalis/runtime";

/** Lets everything that is ready run, `turns` times over. */
export function* turns(count = 3): Coroutine<void> {
  for (let turn = 0; turn < count; turn++) yield;
}

/** Waits for the work and gives what it threw; `undefined` when it threw nothing. */
export function* errorOf(work: Operation<unknown> | Coroutine<unknown>): Coroutine<unknown> {
  try {
    yield* work;
  } catch (error) {
    return error;
  }
  return undefined;
}
