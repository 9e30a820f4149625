import { callKw } from "../calls/call.js";
import { nativeDef } from "../calls/def.js";
import { isPlainObject } from "../calls/kwargs.js";
import { LookupError, RuntimeError, TypeError, ValueError } from "../exceptions/builtin-exceptions.js";
import type { Py } from "../py.js";
import { address, repr } from "../text/repr.js";

/** The values of context variables, as one task sees them. Copying one is cheap: the values are copied when one of the two is changed. */
export class Context {
  static $class = true;
  static $name = "Context";
  static $module = "_contextvars";

  #values: Map<ContextVar, Py>;
  #shared = false;
  #entered = false;

  constructor(values: Map<ContextVar, Py> = new Map<ContextVar, Py>()) {
    this.#values = values;
  }

  /** Calls a function in this context and returns what it returns. Throws RuntimeError when the context is entered already. */
  run(f: Py, ...args: Py[]): Py {
    if (this.#entered) throw new RuntimeError(`cannot enter context: ${repr(this)} is already entered`);
    const last: Py = args.at(-1);
    const before = entered;
    this.#entered = true;
    enter(this);
    try {
      return isPlainObject(last) ? callKw(f, args.slice(0, -1), last) : callKw(f, args, {});
    } finally {
      enter(before);
      this.#entered = false;
    }
  }

  copy(): Context {
    this.#shared = true;
    const copied = new Context(this.#values);
    copied.#shared = true;
    return copied;
  }

  /** The value of a variable, `undefined` when it has none. */
  $get(variable: ContextVar): Py {
    return this.#values.get(variable);
  }

  /** Sets the value of a variable; `undefined` takes it away. */
  $set(variable: ContextVar, value: Py): void {
    if (this.#shared) {
      this.#values = new Map(this.#values);
      this.#shared = false;
    }
    if (value === undefined) this.#values.delete(variable);
    else this.#values.set(variable, value);
  }

  get(variable: Py, fallback: Py = null): Py {
    return this.#values.get(variable as ContextVar) ?? fallback;
  }

  __getitem__(variable: Py): Py {
    const value: Py = this.#values.get(variable as ContextVar);
    if (value === undefined) throw new LookupError(variable);
    return value;
  }

  __contains__(variable: Py): boolean {
    return this.#values.has(variable as ContextVar);
  }

  __len__(): number {
    return this.#values.size;
  }

  __iter__(): IterableIterator<Py> {
    return this.#values.keys();
  }

  __repr__(): string {
    return `<_contextvars.Context object at ${address(this)}>`;
  }
}

let entered: Context | undefined;
let main: Context | undefined;

function enter(context: Context | undefined): void {
  entered = context;
}

/**
 * How a layer with tasks says in which context the running one is: asyncio sets `current`. Without it, and outside of tasks, there is one context.
 */
export const contextHooks: { current?: () => Context | undefined } = {};

function currentContext(): Context {
  return entered ?? contextHooks.current?.() ?? (main ??= new Context());
}

/** Python's `contextvars.copy_context()`. */
export function copy_context(): Context {
  return currentContext().copy();
}

/** What `ContextVar.set` returns, for `reset`. */
export class Token {
  static $class = true;
  static $name = "Token";
  static $module = "_contextvars";
  /** Stands for "no value" in {@link old_value}. */
  static readonly MISSING: Py = Object.freeze({ __repr__: () => "<Token.MISSING>" });

  readonly $context: Context;
  readonly $before: Py;
  readonly var: ContextVar;
  $used = false;

  constructor(context: Context, variable: ContextVar, before: Py) {
    this.$context = context;
    this.var = variable;
    this.$before = before;
  }

  get old_value(): Py {
    return this.$before ?? (this.$before === undefined ? Token.MISSING : null);
  }

  __enter__(): this {
    return this;
  }

  __exit__(): Py {
    this.var.reset(this);
    return null;
  }
}

/** Python's `contextvars.ContextVar(name, default=...)`. */
export class ContextVar {
  static $class = true;
  static $name = "ContextVar";
  static $module = "_contextvars";

  readonly name: Py;
  readonly #fallback: Py;

  constructor(name: Py, options: { readonly default?: Py } = {}) {
    if (typeof name !== "string") throw new TypeError("context variable name must be a str");
    this.name = name;
    this.#fallback = options.default;
  }

  /** The value in the current context. Throws LookupError when there is none and no default. */
  get(fallback?: Py): Py {
    const value: Py = currentContext().$get(this);
    if (value !== undefined) return value;
    if (fallback !== undefined) return fallback;
    if (this.#fallback !== undefined) return this.#fallback;
    throw new LookupError(this);
  }

  /** Sets the value in the current context. */
  set(value: Py): Token {
    const context = currentContext();
    const token = new Token(context, this, context.$get(this));
    context.$set(this, value);
    return token;
  }

  /** Goes back to the value before the `set` that gave the token. */
  reset(token: Py): null {
    if (!(token instanceof Token)) throw new TypeError("expected an instance of Token");
    if (token.$used) throw new RuntimeError(`${repr(token)} has already been used once`);
    if (token.var !== this) throw new ValueError(`${repr(token)} was created by a different ContextVar`);
    const context = currentContext();
    if (token.$context !== context) throw new ValueError(`${repr(token)} was created in a different Context`);
    token.$used = true;
    context.$set(this, token.$before);
    return null;
  }

  __repr__(): string {
    const fallback = this.#fallback === undefined ? "" : ` default=${repr(this.#fallback)}`;
    return `<ContextVar name=${repr(this.name)}${fallback} at ${address(this)}>`;
  }
}

nativeDef(ContextVar, "ContextVar", "(name, *, default=)");
nativeDef(copy_context, "copy_context", "()");
nativeDef((Context.prototype as Py).run, "Context.run", "(callable, *args, **kwargs)");
nativeDef((Context.prototype as Py).copy, "Context.copy", "()");
nativeDef((ContextVar.prototype as Py).get, "ContextVar.get", "(default=, /)");
nativeDef((ContextVar.prototype as Py).set, "ContextVar.set", "(value, /)");
nativeDef((ContextVar.prototype as Py).reset, "ContextVar.reset", "(token, /)");
