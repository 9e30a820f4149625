import { className } from "../class-name.js";
import type { Py } from "../py.js";
import { type Tuple, tupleOf } from "../types/tuple.js";
import { texts } from "./texts.js";

/**
 * Python's `BaseException`: the root of everything that can be raised.
 *
 * It extends JavaScript's `Error`, so that every exception has a stack. Its arguments are Python's: `new ValueError("boom")`.
 * Subclasses of a program define `__init__` as usual; `args` are those of the construction until `super().__init__(...)` sets others.
 *
 * @example
 * ```ts
 * const error = new ValueError("boom");
 * str(error); // "boom"
 * repr(error); // "ValueError('boom')"
 * ```
 */
export class BaseException extends Error {
  /** Python's name of the class. */
  static $name = "BaseException";
  /** Python's name of the module that defines the class. */
  static $module = "builtins";
  /** Marks what is called with `new`. */
  static $class = true;

  [name: string]: Py;

  /** The arguments it was made with. */
  declare args: Tuple;
  /** What `raise ... from cause` gave. */
  declare __cause__: BaseException | null;
  /** The exception that was being handled when this one was raised. */
  declare __context__: BaseException | null;
  /** Whether a report leaves the context out: set by `raise ... from`. */
  declare __suppress_context__: boolean;

  static {
    Object.assign(this.prototype, { __cause__: null, __context__: null, __suppress_context__: false });
    // JavaScript reads these two; a program may still give its exceptions attributes of these names.
    defineFallback(this.prototype, "message", (self) => safeText(self));
    defineFallback(this.prototype, "name", (self) => className(self.constructor));
  }

  constructor(...args: Py[]) {
    super();
    this.args = tupleOf(args);
    this.__init__(...args);
  }

  __init__(...args: Py[]): Py {
    this.args = tupleOf(args);
    return null;
  }

  __str__(): string {
    const { args } = this;
    return args.length === 0 ? "" : args.length === 1 ? texts.str(args[0]) : texts.repr(args);
  }

  __repr__(): string {
    const items = this.args.map((item: Py) => texts.repr(item));
    return `${className(this.constructor)}(${items.join(", ")})`;
  }

  /** Adds a line that reports show after the exception. */
  add_note(note: string): null {
    if (!Object.hasOwn(this, "__notes__")) this["__notes__"] = [];
    (this["__notes__"] as string[]).push(note);
    return null;
  }

  /** Tracebacks are JavaScript stacks: this returns the exception as it is. */
  with_traceback(_traceback: Py): this {
    return this;
  }
}

function defineFallback(prototype: object, name: string, read: (self: Py) => string): void {
  Object.defineProperty(prototype, name, {
    configurable: true,
    get(this: Py) {
      return read(this);
    },
    set(this: Py, value: Py) {
      Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true });
    },
  });
}

function safeText(self: Py): string {
  try {
    return String(self.__str__());
  } catch {
    return "<exception str() failed>";
  }
}
