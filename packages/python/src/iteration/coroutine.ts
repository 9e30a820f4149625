import { type Coroutine, until } from "@portalis/runtime";
import {
  type CoroutineBehaviour,
  coroutineFunction,
  coroutinePrototype,
  coroutineState,
  isCoroutineObject,
} from "@portalis/runtime/kernel";
import { def, nativeDef } from "../calls/def.js";
import { GeneratorExit, RecursionError, RuntimeError, StopIteration, TypeError } from "../exceptions/builtin-exceptions.js";
import { raise } from "../exceptions/raise.js";
import type { Py } from "../py.js";
import { typeName } from "../types/type-name.js";

/** How coroutine objects behave as Python's: one await each, and a limit to their depth. */
const behaviour: CoroutineBehaviour = {
  reused: () => new RuntimeError("cannot reuse already awaited coroutine"),
  maxDepth: 1000,
  tooDeep: () => new RecursionError("maximum recursion depth exceeded"),
};

let prepared = false;

/** Makes the generators of a JavaScript generator function Python's coroutine objects. */
export function coroutineMarked(f: Py): void {
  if (!prepared) {
    prepared = true;
    Object.defineProperties(coroutinePrototype(behaviour), { $coroutine: { value: true }, $type: { value: "coroutine" } });
  }
  coroutineFunction(f, behaviour);
  // A coroutine object finds its function here: names in reports come from it.
  Object.defineProperty(f.prototype, "$function", { value: f, configurable: true });
  f.$kind ??= "async";
}

/**
 * Completes an `async def`, emitted as `function*`: what it returns is a coroutine object, which runs when it is awaited or made a task, once.
 *
 * @example
 * ```ts
 * function* double(n: Py): Coroutine<Py> {
 *   return mul(n, 2);
 * }
 * asyncDef(double, "double", "(n)");
 * ```
 */
export function asyncDef<F>(f: F, name: string, signature: string): F {
  coroutineMarked(f);
  return def(f, name, signature);
}

/** Whether a value is a coroutine object: what `asyncio.iscoroutine` says. */
export function isCoroutine(value: Py): boolean {
  return isCoroutineObject(value);
}

/** Whether a function is an `async def`. */
export function isCoroutineFunction(f: Py): boolean {
  return typeof f === "function" && (f.$kind === "async" || f.$function?.$kind === "async" || (f.$kind === "class" && f.$async === true));
}

/**
 * Awaits any Python value: `yield* aw(value)`.
 *
 * Coroutine objects and operations of the runtime are awaited as they are, objects with `__await__` through it, promises of JavaScript by waiting for them.
 * @throws TypeError for anything else
 */
export function aw(value: Py): Coroutine<Py> {
  if (typeof value === "object" && value !== null) {
    if (value.$coroutine === true || isCoroutineObject(value)) return value as Coroutine<Py>;
    if (typeof value.__await__ === "function") return awaited(value.__await__());
    if (typeof value.then === "function") {
      // Operations of the runtime are both; what only has `then` is a promise.
      return typeof value[Symbol.iterator] === "function" ? (value as Coroutine<Py>) : awaited(until(value as PromiseLike<Py>));
    }
  }
  throw new TypeError(`object ${typeName(value)} can't be used in 'await' expression`);
}

function awaited(iterator: Py): Coroutine<Py> {
  if (typeof iterator === "object" && iterator !== null) {
    if (typeof iterator[Symbol.iterator] === "function") return iterator as Coroutine<Py>;
    if (typeof iterator.next === "function") return { [Symbol.iterator]: () => iterator } as unknown as Coroutine<Py>;
  }
  throw new TypeError(`__await__() returned non-iterator of type '${typeName(iterator)}'`);
}

/** Ends a coroutine that will not be awaited: raises GeneratorExit where it stands. One that has not started just ends. */
function close(self: Py): null {
  if (coroutineState(self as Coroutine<Py>) === "created") {
    self.return(null);
    return null;
  }
  const exit = new GeneratorExit();
  let result: IteratorResult<Py>;
  try {
    result = self.throw(exit);
  } catch (error) {
    if (error === exit || error instanceof GeneratorExit || error instanceof StopIteration) return null;
    throw error;
  }
  if (result.done !== true) throw new RuntimeError("coroutine ignored GeneratorExit");
  return null;
}

function step(result: IteratorResult<Py>): Py {
  if (result.done !== true) return result.value ?? null;
  throw new StopIteration(...(result.value === undefined || result.value === null ? [] : [result.value]));
}

/** The methods of coroutine objects as functions: `coroutine.close(c)`. */
export const coroutine: {
  readonly send: (coroutine: Py, value: Py) => Py;
  readonly throw: (coroutine: Py, error: Py) => Py;
  readonly close: (coroutine: Py) => null;
  readonly $methods: Readonly<Record<string, Py>>;
} = /* @__PURE__ */ (() => {
  const methods = {
    send: nativeDef((self: Py, value: Py): Py => step(self.next(value)), "send", "(value, /)"),
    throw: nativeDef((self: Py, error: Py): Py => step(self.throw(raise(error))), "throw", "(value, /)"),
    close: nativeDef(close, "close", "()"),
    __await__: (self: Py): Py => self,
  };
  return Object.assign(methods, { $methods: methods });
})();
