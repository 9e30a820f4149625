import { def, nativeDef } from "../calls/def.js";
import { GeneratorExit, RuntimeError, StopIteration, TypeError, ValueError } from "../exceptions/builtin-exceptions.js";
import { raise } from "../exceptions/raise.js";
import type { Py } from "../py.js";
import { keep } from "./iter.js";

/** What a Python generator function gives. */
export type PyGenerator = Generator<Py>;

const native: PyGenerator = Object.getPrototypeOf(Object.getPrototypeOf(yieldFrom([]))) as PyGenerator;

/**
 * The prototype of Python's generators, which are generators of JavaScript with these rules:
 * a StopIteration that leaves the body becomes a RuntimeError (PEP 479), and `return()`, which leaving a `for...of` calls, closes as Python does, by throwing
 * GeneratorExit into the body.
 */
const prototype: Py = /* @__PURE__ */ Object.create(native, {
  $generator: { value: true },
  $type: { value: "generator" },
  next: {
    value(this: Py, value?: Py): IteratorResult<Py> {
      this.$started = true;
      try {
        return native.next.call(this, value === undefined ? null : value);
      } catch (error) {
        throw leaving(error);
      }
    },
  },
  throw: {
    value(this: Py, error: unknown): IteratorResult<Py> {
      this.$started = true;
      try {
        return native.throw.call(this, error);
      } catch (thrown) {
        throw thrown === error ? thrown : leaving(thrown);
      }
    },
  },
  return: {
    value(this: Py, value?: Py): IteratorResult<Py> {
      close(this);
      return { value, done: true };
    },
  },
});

/** What an error becomes when it leaves a generator's body. */
function leaving(error: unknown): unknown {
  if (error instanceof StopIteration) {
    const wrapped = new RuntimeError("generator raised StopIteration");
    wrapped.__cause__ = error;
    wrapped.__context__ = error;
    return wrapped;
  }
  if (error instanceof globalThis.TypeError && /already running|already executing/.test(error.message))
    return new ValueError("generator already executing");
  return error;
}

/** Makes the generators of a JavaScript generator function Python's. */
export function generatorMarked(f: Py): void {
  Object.setPrototypeOf(f.prototype as object, prototype as object);
  Object.defineProperty(f.prototype, "$function", { value: f, configurable: true });
  f.$kind ??= "generator";
}

/**
 * Completes a Python generator function, as `def` does, and gives its generators Python's behaviour. A plain `for...of` over one closes it when the loop is left.
 *
 * @example
 * ```ts
 * function* count(): Generator<Py, Py, Py> {
 *   let n = 0;
 *   while (true) {
 *     yield n;
 *     n += 1;
 *   }
 * }
 * generatorDef(count, "count", "()");
 * ```
 */
export function generatorDef<F>(f: F, name: string, signature: string): F {
  generatorMarked(f);
  return def(f, name, signature);
}

/** Runs a generator to its next `yield`, which gives `value`. At the end StopIteration carries what it returned. */
function send(generator: Py, value: Py): Py {
  if (generator.$started !== true && value !== null) throw new TypeError("can't send non-None value to a just-started generator");
  return unwrap(generator.next(value));
}

/** Raises an exception where a generator stands. */
function throwInto(generator: Py, error: Py): Py {
  return unwrap(generator.throw(raise(error)));
}

/** Ends a generator by raising GeneratorExit where it stands; yielding once more is an error. */
function close(generator: Py): null {
  const exit = new GeneratorExit();
  let result: IteratorResult<Py>;
  try {
    result = generator.throw(exit);
  } catch (error) {
    if (error === exit || error instanceof GeneratorExit || error instanceof StopIteration) return null;
    throw error;
  }
  if (result.done !== true) throw new RuntimeError("generator ignored GeneratorExit");
  return result.value ?? null;
}

function unwrap(result: IteratorResult<Py>): Py {
  if (result.done !== true) return result.value;
  throw result.value === undefined || result.value === null ? new StopIteration() : new StopIteration(result.value);
}

/** The methods of Python's generators as functions: `generator.send(g, value)`. */
export const generator: {
  readonly send: (generator: Py, value: Py) => Py;
  readonly throw: (generator: Py, error: Py) => Py;
  readonly close: (generator: Py) => null;
  readonly $methods: Readonly<Record<string, Py>>;
} = /* @__PURE__ */ (() => {
  const methods = {
    send: nativeDef(send, "send", "(value, /)"),
    throw: nativeDef(throwInto, "throw", "(value, /)"),
    close: nativeDef(close, "close", "()"),
    __next__: (self: Py): Py => unwrap(self.next(null)),
    __iter__: (self: Py): Py => self,
  };
  return Object.assign(methods, { $methods: methods });
})();

/**
 * `yield from value` inside a generator: `yield* yieldFrom(value)`. What is sent or thrown goes to the inner generator; its return value is the value of the expression.
 */
export function* yieldFrom(value: Py): PyGenerator {
  if (isDelegate(value))
    return yield* (typeof value[Symbol.iterator] === "function" ? value : { [Symbol.iterator]: () => value }) as PyGenerator;
  for (const item of keep(value)) yield item;
  return null;
}

/** Generators, coroutines and what `__await__` gives: their results pass through untouched, as a scheduler wants it. */
function isDelegate(value: Py): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  if (value.$generator === true || value.$coroutine === true) return true;
  return typeof value.next === "function" && typeof value.__iter__ !== "function" && typeof value.__next__ !== "function";
}
