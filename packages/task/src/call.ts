import type { Coroutine } from "@portalis/runtime";
import { coroutineFunction, isCoroutineObject } from "@portalis/runtime/kernel";

/**
 * Calls a generator function and gives its coroutine as a *coroutine object*: `yield*` it as before, but a task suspended deep inside is
 * resumed in constant time at any depth, and the native stack stays flat. Worth it for recursion and for long-lived chains of more than
 * about five awaits.
 *
 * The first call changes the prototype of `fn`, so that all its later generators are coroutine objects, those of plain calls too.
 *
 * @example
 * ```ts
 * function* depth(tree: Tree): Coroutine<number> {
 *   let deepest = 0;
 *   for (const child of yield* load(tree)) deepest = Math.max(deepest, yield* call(depth, child));
 *   return deepest + 1;
 * }
 * ```
 */
export function call<A extends readonly unknown[], T>(fn: (...args: A) => Coroutine<T>, ...args: A): Coroutine<T> {
  if (!isCoroutineObject(fn.prototype)) coroutineFunction<(...args: never[]) => Coroutine<unknown>>(fn as never);
  return fn(...args);
}
