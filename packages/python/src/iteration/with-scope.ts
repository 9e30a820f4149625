import type { Coroutine } from "@portalis/runtime";
import type { Py } from "../py.js";
import { aenter, aexit, aexitWith, enter, exit, exitWith } from "./context-manager.js";

/** A `with` block on its way: made by {@link withScope}, it calls the manager's exit exactly once. */
export interface WithScope {
  /** What `as` binds. */
  readonly value: Py;
  /** The body raised: calls the exit with the exception and raises it again, unless the manager holds it back. */
  failed(error: unknown): void;
  /** The body is left in whatever way: calls the exit, unless it has been called. */
  end(): void;
}

/** An `async with` block on its way, see {@link WithScope}. */
export interface AsyncWithScope {
  readonly value: Py;
  failed(error: unknown): Coroutine<void>;
  end(): Coroutine<void>;
}

/**
 * Enters a context manager for a `with` block. Any way out of the block calls its exit once: the end, `return`, `break`, `continue` and
 * an exception, as PEP 343 has it.
 *
 * @throws TypeError when the value is not a context manager
 *
 * @example
 * ```ts
 * const $w = withScope(manager);
 * try {
 *   print($w.value);
 * } catch ($e) {
 *   $w.failed($e);
 * } finally {
 *   $w.end();
 * }
 * ```
 */
export function withScope(manager: Py): WithScope {
  let entered = true;
  return {
    value: enter(manager),
    failed(error) {
      entered = false;
      if (!exitWith(manager, error)) throw error;
    },
    end() {
      if (entered) exit(manager);
    },
  };
}

/**
 * Enters an asynchronous context manager for an `async with` block; otherwise as {@link withScope}.
 *
 * Cancelling the task while the body waits is an exception like any other: the exit is called, and may wait.
 *
 * @throws TypeError when the value is not an asynchronous context manager
 */
export function* asyncWithScope(manager: Py): Coroutine<AsyncWithScope> {
  const value: Py = yield* aenter(manager);
  let entered = true;
  return {
    value,
    *failed(error): Coroutine<void> {
      entered = false;
      if (!(yield* aexitWith(manager, error))) throw error;
    },
    *end(): Coroutine<void> {
      if (entered) yield* aexit(manager);
    },
  };
}
