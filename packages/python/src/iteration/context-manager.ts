import type { Coroutine } from "@portalis/runtime";
import { TypeError } from "../exceptions/builtin-exceptions.js";
import { caught } from "../exceptions/caught.js";
import { truth } from "../operators/truth.js";
import type { Py } from "../py.js";
import { typeName } from "../types/type-name.js";
import { aw } from "./coroutine.js";

/**
 * Begins a `with` block: what `as` binds.
 *
 * @throws TypeError when the value is not a context manager
 *
 * @example
 * ```ts
 * const value = enter(manager);
 * let $ok = true;
 * try {
 *   print(value);
 * } catch ($e) {
 *   $ok = false;
 *   if (!exitWith(manager, $e)) throw $e;
 * } finally {
 *   if ($ok) exit(manager);
 * }
 * ```
 */
export function enter(manager: Py): Py {
  check(manager, "__enter__", "__exit__", "context manager");
  return manager.__enter__() ?? null;
}

/** Ends a `with` block that was left without an exception. */
export function exit(manager: Py): void {
  manager.__exit__(null, null, null);
}

/** Ends a `with` block that an exception leaves; true when the manager holds the exception back. */
export function exitWith(manager: Py, error: unknown): boolean {
  const exception = caught(error);
  return truth(manager.__exit__(exception.constructor, exception, null));
}

/** Begins an `async with` block. */
export function* aenter(manager: Py): Coroutine<Py> {
  check(manager, "__aenter__", "__aexit__", "asynchronous context manager");
  return (yield* aw(manager.__aenter__())) ?? null;
}

/** Ends an `async with` block that was left without an exception. */
export function* aexit(manager: Py): Coroutine<void> {
  yield* aw(manager.__aexit__(null, null, null));
}

/** Ends an `async with` block that an exception leaves; true when the manager holds the exception back. */
export function* aexitWith(manager: Py, error: unknown): Coroutine<boolean> {
  const exception = caught(error);
  return truth((yield* aw(manager.__aexit__(exception.constructor, exception, null))) ?? null);
}

function check(manager: Py, enterName: string, exitName: string, protocol: string): void {
  const known = typeof manager === "object" && manager !== null;
  if (!known || typeof manager[enterName] !== "function") {
    throw new TypeError(`'${typeName(manager)}' object does not support the ${protocol} protocol`);
  }
  if (typeof manager[exitName] !== "function")
    throw new TypeError(`'${typeName(manager)}' object does not support the ${protocol} protocol (missed ${exitName} method)`);
}
