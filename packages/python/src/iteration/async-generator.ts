import type { Coroutine } from "@portalis/runtime";
import { def, nativeDef } from "../calls/def.js";
import { GeneratorExit, RuntimeError, StopAsyncIteration, StopIteration, TypeError } from "../exceptions/builtin-exceptions.js";
import { raise } from "../exceptions/raise.js";
import type { Py } from "../py.js";
import { aw } from "./coroutine.js";
import { typeName } from "../types/type-name.js";

/** A value that an async generator yields, told apart from what its awaits yield to the scheduler. */
class Emitted {
  readonly value: Py;

  constructor(value: Py) {
    this.value = value;
  }
}

/**
 * Python's `yield value` inside an async generator: `const sent = yield* emit(value)`.
 *
 * @example
 * ```ts
 * function* ticks(n: Py): Coroutine<Py> {
 *   for (const i of range(n)) {
 *     yield* asyncio.sleep(1);
 *     yield* emit(i);
 *   }
 * }
 * asyncGenDef(ticks, "ticks", "(n)");
 * ```
 */
export function* emit(value: Py): Coroutine<Py> {
  return yield new Emitted(value) as never;
}

/** What a Python async generator function gives: iterate over it with {@link aiter}. */
export type PyAsyncGenerator = Generator<Py>;

const native: PyAsyncGenerator = Object.getPrototypeOf(Object.getPrototypeOf(emit(null))) as PyAsyncGenerator;

/**
 * Who wants to know of async generators that are begun and not ended, as an event loop does to close them at its end.
 */
export const asyncGenHooks: {
  /** An async generator runs for the first time. */
  started?: (generator: Py) => void;
  /** One that was begun has ended. */
  ended?: (generator: Py) => void;
  /** Nobody can ask one for more any more. */
  dropped?: (generator: Py) => void;
} = {};

/** One run of an async generator up to its next value: what `__anext__`, `asend`, `athrow` and `aclose` give to await. */
class Step implements Iterator<Py> {
  readonly #generator: Py;
  readonly #finish: (result: IteratorResult<Py>) => IteratorResult<Py>;
  readonly #fail: (error: unknown) => IteratorResult<Py>;
  #enter: (() => IteratorResult<Py>) | undefined;

  constructor(
    generator: Py,
    enter: () => IteratorResult<Py>,
    finish: (result: IteratorResult<Py>) => IteratorResult<Py>,
    fail: (error: unknown) => IteratorResult<Py> = rethrow,
  ) {
    this.#generator = generator;
    this.#enter = enter;
    this.#finish = finish;
    this.#fail = fail;
  }

  next(value?: Py): IteratorResult<Py> {
    const enter = this.#enter;
    if (enter !== undefined) {
      this.#enter = undefined;
      if (this.#generator.$running === true) throw new RuntimeError("anext(): asynchronous generator is already running");
      if (this.#generator.$started !== true) {
        this.#generator.$started = true;
        asyncGenHooks.started?.(this.#generator);
      }
      return this.#run(enter);
    }
    return this.#run(() => native.next.call(this.#generator, value));
  }

  throw(error: unknown): IteratorResult<Py> {
    this.#enter = undefined;
    return this.#run(() => native.throw.call(this.#generator, error));
  }

  return(value?: Py): IteratorResult<Py> {
    return { done: true, value };
  }

  [Symbol.iterator](): this {
    return this;
  }

  __await__(): this {
    return this;
  }

  /** Results that are the scheduler's pass through untouched: it compares them by identity. */
  #run(move: () => IteratorResult<Py>): IteratorResult<Py> {
    this.#generator.$running = true;
    let result: IteratorResult<Py>;
    try {
      result = move();
    } catch (error) {
      this.#generator.$running = false;
      this.#end();
      if (error instanceof StopIteration || error instanceof StopAsyncIteration) {
        const wrapped = new RuntimeError(
          `async generator raised ${error instanceof StopIteration ? "StopIteration" : "StopAsyncIteration"}`,
        );
        wrapped.__cause__ = error;
        throw wrapped;
      }
      return this.#fail(error);
    }
    if (result.done !== true && !(result.value instanceof Emitted)) return result;
    this.#generator.$running = false;
    if (result.done === true) this.#end();
    return this.#finish(result);
  }

  #end(): void {
    if (this.#generator.$closed === true) return;
    this.#generator.$closed = true;
    asyncGenHooks.ended?.(this.#generator);
  }
}

function rethrow(error: unknown): never {
  throw error;
}

function itemOrStop(result: IteratorResult<Py>): IteratorResult<Py> {
  if (result.done === true) throw new StopAsyncIteration();
  return { done: true, value: result.value.value };
}

function itemOrUndefined(result: IteratorResult<Py>): IteratorResult<Py> {
  return { done: true, value: result.done === true ? undefined : result.value.value };
}

function enterSend(self: Py, value: Py): () => IteratorResult<Py> {
  return () => {
    if (value !== null && self.$sent !== true) throw new TypeError("can't send non-None value to a just-started async generator");
    self.$sent = true;
    return native.next.call(self, value);
  };
}

function asend(self: Py, value: Py): Py {
  return new Step(self, enterSend(self, value), itemOrStop);
}

function athrow(self: Py, error: Py): Py {
  return new Step(self, () => native.throw.call(self, raise(error)), itemOrStop);
}

function aclose(self: Py): Py {
  const ignored = (result: IteratorResult<Py>): IteratorResult<Py> => {
    if (result.done !== true) throw new RuntimeError("async generator ignored GeneratorExit");
    return { done: true, value: null };
  };
  const ended = (error: unknown): IteratorResult<Py> => {
    if (error instanceof GeneratorExit) return { done: true, value: null };
    throw error;
  };
  if (self.$closed === true) return new Step(self, () => ({ done: true, value: null }), ignored);
  return new Step(self, () => native.throw.call(self, new GeneratorExit()), ignored, ended);
}

const prototype: Py = /* @__PURE__ */ Object.create(native, { $asyncGenerator: { value: true }, $type: { value: "async_generator" } });

/** Makes the generators of a JavaScript generator function Python's async generators. */
export function asyncGenMarked(f: Py): void {
  Object.setPrototypeOf(f.prototype as object, prototype as object);
  Object.defineProperty(f.prototype, "$function", { value: f, configurable: true });
  f.$kind ??= "asyncgen";
}

/** Completes an async generator function: a `function*` that yields its values with {@link emit}. */
export function asyncGenDef<F>(f: F, name: string, signature: string): F {
  asyncGenMarked(f);
  return def(f, name, signature);
}

/** The methods of async generators as functions: `asyncGenerator.aclose(g)`. */
export const asyncGenerator: {
  readonly asend: (generator: Py, value: Py) => Py;
  readonly athrow: (generator: Py, error: Py) => Py;
  readonly aclose: (generator: Py) => Py;
  readonly $methods: Readonly<Record<string, Py>>;
} = /* @__PURE__ */ (() => {
  const methods = {
    asend: nativeDef(asend, "asend", "(value, /)"),
    athrow: nativeDef(athrow, "athrow", "(value, /)"),
    aclose: nativeDef(aclose, "aclose", "()"),
    __anext__: (self: Py): Py => asend(self, null),
    __aiter__: (self: Py): Py => self,
  };
  return Object.assign(methods, { $methods: methods });
})();

/**
 * Python's `aiter(value)`.
 *
 * @throws TypeError when the value has no `__aiter__`
 */
export function aiter(value: Py): Py {
  if (typeof value === "object" && value !== null) {
    if (value.$asyncGenerator === true) return value;
    if (typeof value.__aiter__ === "function") {
      const iterator: Py = value.__aiter__();
      if (iterator?.$asyncGenerator !== true && typeof iterator?.__anext__ !== "function") {
        throw new TypeError(`'async for' received an object from __aiter__ that does not implement __anext__: ${typeName(iterator)}`);
      }
      return iterator;
    }
  }
  throw new TypeError(`'async for' requires an object with __aiter__ method, got ${typeName(value)}`);
}

/**
 * Says that an async iterator is left for good: an `async for` over it was left early and nothing else names it. CPython's reference counts
 * tell the event loop at once, which closes the generator in a task of its own; here the loop says so.
 */
export function asyncDrop(iterator: Py): void {
  if (iterator.$asyncGenerator === true) asyncGenHooks.dropped?.(iterator);
}

/** The next item of an async iterator, `undefined` at its end: `yield* asyncNext(iterator)`. */
export function asyncNext(iterator: Py): Coroutine<Py> {
  if (iterator.$asyncGenerator === true) return new Step(iterator, enterSend(iterator, null), itemOrUndefined) as unknown as Coroutine<Py>;
  return nextOfObject(iterator);
}

/** Python's `anext(iterator)`: to be awaited; StopAsyncIteration at the end. */
export function anext(iterator: Py): Py {
  return iterator.$asyncGenerator === true ? asend(iterator, null) : iterator.__anext__();
}

function* nextOfObject(iterator: Py): Coroutine<Py> {
  try {
    return yield* aw(iterator.__anext__());
  } catch (error) {
    if (error instanceof StopAsyncIteration) return undefined;
    throw error;
  }
}
