import { AsyncError, type Operation } from "@portalis/runtime";
import { settle } from "./virtual-clock.js";

/** An assertion of this package does not hold. */
export class AssertionError extends AsyncError {
  override readonly name: string = "AssertionError";
}

type State<T> =
  | { readonly status: "pending" }
  | { readonly status: "fulfilled"; readonly value: T }
  | { readonly status: "rejected"; readonly error: unknown };

/** Starts `operation` if nobody has, and looks at it when everything has run that can. */
async function look<T>(operation: Operation<T>): Promise<State<T>> {
  let state: State<T> = { status: "pending" };
  operation.then(
    (value) => (state = { status: "fulfilled", value }),
    (error: unknown) => (state = { status: "rejected", error }),
  );
  await settle();
  return state;
}

/**
 * Asserts that `operation` has to wait. It goes on waiting: await it later for its result.
 *
 * @throws AssertionError when it is settled
 *
 * @example
 * ```ts
 * const lock = mutex.lock();
 * await assertPending(lock);
 * guard.release();
 * await assertReady(lock);
 * ```
 */
export async function assertPending(operation: Operation<unknown>): Promise<void> {
  const state = await look(operation);
  if (state.status === "pending") return;
  const how = state.status === "fulfilled" ? "it is ready" : "it has failed";
  throw new AssertionError(`Expected an operation that waits: ${how}.`, state.status === "rejected" ? { cause: state.error } : {});
}

/**
 * Asserts that `operation` is ready without time passing, and gives its value or throws its error.
 *
 * @throws AssertionError when it waits
 */
export async function assertReady<T>(operation: Operation<T>): Promise<T> {
  const state = await look(operation);
  if (state.status === "pending") throw new AssertionError("Expected an operation that is ready: it waits.");
  if (state.status === "rejected") throw state.error;
  return state.value;
}
