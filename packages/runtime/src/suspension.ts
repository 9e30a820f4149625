import { kernel } from "./kernel-state.js";

declare const suspension: unique symbol;

/** What a suspended task has yielded. Opaque: what the task waits for is kept in the task, not in the value. */
export interface SuspensionToken {
  readonly [suspension]: true;
}

/** What a coroutine may yield: what operations yield for it, or nothing (a bare `yield` lets the others run, see `yieldNow`). */
export type Suspension = SuspensionToken | undefined;

/**
 * What a task's `function*` returns. Calling the function runs nothing, as calling a Python `async def` runs nothing.
 *
 * @example
 * ```ts
 * function* answer(): Coroutine<number> {
 *   yield* sleep(10);
 *   return 42;
 * }
 * ```
 */
export type Coroutine<T> = Generator<Suspension, T, unknown>;

/**
 * The result that every `next()` returns to suspend the running task, after parking it somewhere. One shared object: `yield*` passes an
 * inner result object through untouched, so that the scheduler compares by identity and waiting allocates nothing.
 */
export const SUSPEND: IteratorYieldResult<Suspension> = kernel.suspend as IteratorYieldResult<Suspension>;

/** The result that unwinds the native stack down to the scheduler, which then runs the innermost coroutine frame. Internal. */
export const DESCEND: IteratorYieldResult<Suspension> = kernel.descend as IteratorYieldResult<Suspension>;
