import type { Coroutine } from "@portalis/runtime";
import { callMethod, callKw } from "../calls/call.js";
import { type Marked, nativeDef } from "../calls/def.js";
import { invoke } from "../calls/invoke.js";
import { isPlainObject } from "../calls/kwargs.js";
import { isinstance } from "../builtins/isinstance.js";
import { RuntimeError, StopAsyncIteration, StopIteration } from "../exceptions/builtin-exceptions.js";
import { asyncGenerator } from "../iteration/async-generator.js";
import { asyncDef, aw } from "../iteration/coroutine.js";
import { enter, exit, exitWith, aenter, aexit, aexitWith } from "../iteration/context-manager.js";
import { generator } from "../iteration/generator.js";
import { next } from "../iteration/next.js";
import { PyObject } from "../object.js";
import type { Py } from "../py.js";
import { tupleOf } from "../types/tuple.js";

/** A context manager made of a generator that yields once. */
class GeneratorContextManager {
  static $class = true;
  static $name = "_GeneratorContextManager";
  static $module = "contextlib";

  readonly #generator: Py;
  readonly #again: () => Py;

  constructor(again: () => Py) {
    this.#again = again;
    this.#generator = again();
  }

  __enter__(): Py {
    try {
      return next(this.#generator);
    } catch (error) {
      if (error instanceof StopIteration) throw new RuntimeError("generator didn't yield");
      throw error;
    }
  }

  __exit__(_type: Py, value: Py, _traceback: Py): boolean {
    if (value === null) {
      try {
        next(this.#generator);
      } catch (error) {
        if (error instanceof StopIteration) return false;
        throw error;
      }
      throw new RuntimeError("generator didn't stop");
    }
    try {
      generator.throw(this.#generator, value);
    } catch (error) {
      if (error === value || isWrapped(error, value)) return false;
      if (error instanceof StopIteration) return error !== value;
      throw error;
    }
    throw new RuntimeError("generator didn't stop after throw()");
  }

  /** As a decorator, every call of the function runs in a context of its own. */
  __call__(f: Py): Py {
    return (...args: Py[]): Py => {
      const manager = new GeneratorContextManager(this.#again);
      return within(manager, () => callMethod(undefined, f, args, undefined));
    };
  }
}

function within(manager: Py, body: () => Py): Py {
  enter(manager);
  let result: Py;
  try {
    result = body();
  } catch (error) {
    if (!exitWith(manager, error)) throw error;
    return null;
  }
  exit(manager);
  return result;
}

/** A StopIteration thrown in comes out as a RuntimeError that has it as its cause. */
function isWrapped(error: unknown, value: Py): boolean {
  const isStop = value instanceof StopIteration || value instanceof StopAsyncIteration;
  return isStop && error instanceof RuntimeError && error.__cause__ === value;
}

/**
 * Python's `contextlib.contextmanager`: makes context managers of a generator function that yields once.
 */
export function contextmanager(func: Py): Py {
  return helper(func, (again) => new GeneratorContextManager(again));
}

/** A function like `func` whose calls give managers. */
function helper(func: Py, make: (again: () => Py) => Py): Py {
  const made: Py = (...args: Py[]): Py => make(() => func(...args));
  const { $name, $qualname, $signature, $receiver } = func as Marked;
  return Object.assign(made as object, { $name, $qualname, $signature, $receiver, $wrapped: func });
}

/** An asynchronous context manager made of an async generator that yields once. */
class AsyncGeneratorContextManager {
  static $class = true;
  static $name = "_AsyncGeneratorContextManager";
  static $module = "contextlib";

  readonly #generator: Py;

  constructor(again: () => Py) {
    this.#generator = again();
  }

  *__aenter__(): Coroutine<Py> {
    try {
      return yield* aw(asyncGenerator.asend(this.#generator, null));
    } catch (error) {
      if (error instanceof StopAsyncIteration) throw new RuntimeError("generator didn't yield");
      throw error;
    }
  }

  *__aexit__(_type: Py, value: Py, _traceback: Py): Coroutine<Py> {
    if (value === null) {
      try {
        yield* aw(asyncGenerator.asend(this.#generator, null));
      } catch (error) {
        if (error instanceof StopAsyncIteration) return false;
        throw error;
      }
      yield* aw(asyncGenerator.aclose(this.#generator));
      throw new RuntimeError("generator didn't stop");
    }
    try {
      yield* aw(asyncGenerator.athrow(this.#generator, value));
    } catch (error) {
      if (error === value || isWrapped(error, value)) return false;
      if (error instanceof StopAsyncIteration) return error !== value;
      throw error;
    }
    yield* aw(asyncGenerator.aclose(this.#generator));
    throw new RuntimeError("generator didn't stop after athrow()");
  }
}

asyncDef(method(AsyncGeneratorContextManager, "__aenter__"), "__aenter__", "()");
asyncDef(method(AsyncGeneratorContextManager, "__aexit__"), "__aexit__", "(type, value, traceback, /)");

function method(cls: Py, name: string): Py {
  return cls.prototype[name];
}

/** Python's `contextlib.asynccontextmanager`: makes asynchronous context managers of an async generator function that yields once. */
export function asynccontextmanager(func: Py): Py {
  return helper(func, (again) => new AsyncGeneratorContextManager(again));
}

/** Python's `contextlib.suppress(*exceptions)`: a context manager that holds these exceptions back. */
export class suppress extends PyObject {
  static override $name = "suppress";
  static override $module = "contextlib";

  override __init__(...exceptions: Py[]): Py {
    this["exceptions"] = tupleOf(exceptions);
    return null;
  }

  __enter__(): Py {
    return null;
  }

  __exit__(_type: Py, value: Py, _traceback: Py): boolean {
    return value !== null && isinstance(value, this["exceptions"]);
  }
}

/** Python's `contextlib.nullcontext(enter_result)`: a context manager that does nothing. */
export class nullcontext extends PyObject {
  static override $name = "nullcontext";
  static override $module = "contextlib";

  override __init__(result: Py = null): Py {
    this["enter_result"] = result;
    return null;
  }

  __enter__(): Py {
    return this["enter_result"];
  }

  __exit__(): Py {
    return null;
  }

  *__aenter__(): Coroutine<Py> {
    return this["enter_result"];
  }

  *__aexit__(): Coroutine<Py> {
    return null;
  }
}

asyncDef(method(nullcontext, "__aenter__"), "__aenter__", "()");
asyncDef(method(nullcontext, "__aexit__"), "__aexit__", "(*excinfo)");

/** Python's `contextlib.closing(thing)`: closes it at the end. */
export class closing extends PyObject {
  static override $name = "closing";
  static override $module = "contextlib";

  override __init__(thing: Py): Py {
    this["thing"] = thing;
    return null;
  }

  __enter__(): Py {
    return this["thing"];
  }

  __exit__(): Py {
    invoke(this["thing"], "close");
    return null;
  }
}

/** Python's `contextlib.ExitStack`: leaves what was entered in the opposite order. */
export class ExitStack extends PyObject {
  static override $name = "ExitStack";
  static override $module = "contextlib";

  override __init__(): Py {
    this["$exits"] = [];
    return null;
  }

  /** Enters a context manager, to be left with the stack. */
  enter_context(manager: Py): Py {
    const value: Py = enter(manager);
    this["$exits"].push((error: unknown) => (error === undefined ? (exit(manager), false) : exitWith(manager, error)));
    return value;
  }

  /** Calls a function when the stack is left. */
  callback(f: Py, ...args: Py[]): Py {
    const last: Py = args.at(-1);
    const keywords = isPlainObject(last) ? last : {};
    const values = isPlainObject(last) ? args.slice(0, -1) : args;
    this["$exits"].push(() => {
      callKw(f, values, keywords);
      return false;
    });
    return f;
  }

  /** Leaves everything now. */
  close(): null {
    this.__exit__(null, null, null);
    return null;
  }

  /** Hands the duties over to a new stack. */
  pop_all(): ExitStack {
    const stack = new ExitStack();
    stack["$exits"] = this["$exits"];
    this["$exits"] = [];
    return stack;
  }

  __enter__(): this {
    return this;
  }

  __exit__(_type: Py, value: Py, _traceback: Py): boolean {
    let error: unknown = value ?? undefined;
    while (this["$exits"].length > 0) {
      const leave = this["$exits"].pop() as (error: unknown) => boolean;
      try {
        if (leave(error)) error = undefined;
      } catch (thrown) {
        error = thrown;
      }
    }
    if (error !== undefined && error !== value) throw error as Error;
    return value !== null && error === undefined;
  }
}

/** Python's `contextlib.AsyncExitStack`: {@link ExitStack} for both kinds of context managers. */
export class AsyncExitStack extends PyObject {
  static override $name = "AsyncExitStack";
  static override $module = "contextlib";

  override __init__(): Py {
    this["$exits"] = [];
    return null;
  }

  enter_context(manager: Py): Py {
    const value: Py = enter(manager);
    this["$exits"].push(function* (error: unknown): Coroutine<boolean> {
      if (error !== undefined) return exitWith(manager, error);
      exit(manager);
      return false;
    });
    return value;
  }

  *enter_async_context(manager: Py): Coroutine<Py> {
    const value: Py = yield* aenter(manager);
    this["$exits"].push(function* (error: unknown): Coroutine<boolean> {
      if (error !== undefined) return yield* aexitWith(manager, error);
      yield* aexit(manager);
      return false;
    });
    return value;
  }

  callback(f: Py, ...args: Py[]): Py {
    this["$exits"].push(function* (): Coroutine<boolean> {
      callMethod(undefined, f, args, undefined);
      return false;
    });
    return f;
  }

  push_async_callback(f: Py, ...args: Py[]): Py {
    this["$exits"].push(function* (): Coroutine<boolean> {
      yield* aw(callMethod(undefined, f, args, undefined));
      return false;
    });
    return f;
  }

  *aclose(): Coroutine<Py> {
    yield* this.__aexit__(null, null, null);
    return null;
  }

  *__aenter__(): Coroutine<Py> {
    return this;
  }

  *__aexit__(_type: Py, value: Py, _traceback: Py): Coroutine<Py> {
    let error: unknown = value ?? undefined;
    while (this["$exits"].length > 0) {
      const leave = this["$exits"].pop() as (error: unknown) => Coroutine<boolean>;
      try {
        if (yield* leave(error)) error = undefined;
      } catch (thrown) {
        error = thrown;
      }
    }
    if (error !== undefined && error !== value) throw error as Error;
    return value !== null && error === undefined;
  }
}

for (const name of ["enter_async_context", "aclose", "__aenter__", "__aexit__"]) {
  asyncDef(
    method(AsyncExitStack, name),
    name,
    name === "enter_async_context" ? "(cm)" : name === "__aexit__" ? "(type, value, traceback, /)" : "()",
  );
}
nativeDef(contextmanager, "contextmanager", "(func)");
nativeDef(asynccontextmanager, "asynccontextmanager", "(func)");
