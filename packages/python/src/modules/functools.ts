import { issubclass } from "../builtins/isinstance.js";
import { call, callKw } from "../calls/call.js";
import { type Marked, nativeDef } from "../calls/def.js";
import { isPlainObject } from "../calls/kwargs.js";
import { className } from "../class-name.js";
import { TypeError } from "../exceptions/builtin-exceptions.js";
import { iter } from "../iteration/iter.js";
import { eq } from "../operators/eq.js";
import { truth } from "../operators/truth.js";
import type { Py } from "../py.js";
import { NotImplemented } from "../singletons.js";
import { repr } from "../text/repr.js";
import { Dict } from "../types/dict.js";
import { NamedTuple } from "../types/named-tuple.js";
import { T, tupleOf } from "../types/tuple.js";
import { typeName } from "../types/type-name.js";
import { typeOf } from "../types/type-of.js";

/** Takes the keyword arguments off the end of a call of a function of this package. */
function parted(args: readonly Py[]): { readonly positional: readonly Py[]; readonly keywords: Readonly<Record<string, Py>> } {
  const last: Py = args.at(-1);
  return isPlainObject(last) ? { positional: args.slice(0, -1), keywords: last } : { positional: args, keywords: {} };
}

function callParted(f: Py, positional: readonly Py[], keywords: Readonly<Record<string, Py>>): Py {
  return Object.keys(keywords).length === 0 ? call(f, ...positional) : callKw(f, positional, keywords);
}

/** Python's `functools.partial(func, *args, **keywords)`: a function with its first arguments given. */
export function partial(func: Py, ...args: Py[]): Py {
  const bound = parted(args);
  const made: Py = (...more: Py[]): Py => {
    const given = parted(more);
    return callParted(func, [...bound.positional, ...given.positional], { ...bound.keywords, ...given.keywords });
  };
  nativeDef(made, className(func), "(*args, **kwargs)");
  made.$attributes = new Map<string, Py>([
    ["func", func],
    ["args", tupleOf(bound.positional)],
    ["keywords", Dict.from(Object.entries(bound.keywords))],
  ]);
  return made;
}

/** Python's `functools.reduce(function, iterable, initial)`. */
export function reduce(f: Py, iterable: Py, initial?: Py): Py {
  let total: Py = initial;
  for (const item of iter(iterable)) total = total === undefined ? item : call(f, total, item);
  if (total === undefined) throw new TypeError("reduce() of empty iterable with no initial value");
  return total;
}

/** Python's `functools.wraps(wrapped)`: a decorator that gives a wrapper the name of what it wraps. */
export function wraps(wrapped: Py): Py {
  return (wrapper: Py): Py => update_wrapper(wrapper, wrapped);
}

/** Python's `functools.update_wrapper(wrapper, wrapped)`. */
export function update_wrapper(wrapper: Py, wrapped: Py): Py {
  const marked = wrapper as Marked;
  marked.$name = className(wrapped);
  const qualname = (wrapped as Marked).$qualname ?? className(wrapped);
  marked.$qualname = qualname;
  wrapper.$attributes ??= new Map<string, Py>();
  for (const [name, value] of (wrapped.$attributes as Map<string, Py> | undefined) ?? []) wrapper.$attributes.set(name, value);
  wrapper.$attributes.set("__wrapped__", wrapped);
  return wrapper;
}

/**
 * Python's `functools.lru_cache`: remembers results by the arguments. `lru_cache(function)`, `lru_cache(maxsize)` or `lru_cache(None)` for no limit.
 */
export function lru_cache(maxsize: Py = 128, typed: Py = false): Py {
  if (typeof maxsize === "function") return cached(maxsize, 128, false);
  return (f: Py): Py => cached(f, maxsize === null ? Infinity : Math.max(0, Number(maxsize)), truth(typed));
}

/** Python's `functools.cache`: remembers every result. */
export function cache(f: Py): Py {
  return cached(f, Infinity, false);
}

function cached(f: Py, limit: number, typed: boolean): Py {
  const results = new Dict();
  let hits = 0;
  let misses = 0;
  const wrapper: Py = (...args: Py[]): Py => {
    const { positional, keywords } = parted(args);
    const key = keyOf(positional, keywords, typed);
    const known: Py = results.$find(key);
    if (known !== undefined) {
      hits += 1;
      if (limit !== Infinity) {
        // What was used last goes to the end.
        results.$remove(key);
        results.__setitem__(key, known);
      }
      return known;
    }
    misses += 1;
    const value: Py = callParted(f, positional, keywords);
    if (limit > 0) {
      results.__setitem__(key, value);
      if (results.__len__() > limit) results.$remove([...results][0]);
    }
    return value;
  };
  nativeDef(wrapper, (f as Marked).$qualname ?? className(f), "(*args, **kwargs)");
  update_wrapper(wrapper, f);
  const info = (): Py =>
    NamedTuple.make(
      "CacheInfo",
      "functools",
      ["hits", "misses", "maxsize", "currsize"],
      [hits, misses, limit === Infinity ? null : limit, results.__len__()],
    );
  const clear = (): null => {
    results.clear();
    hits = 0;
    misses = 0;
    return null;
  };
  wrapper.$attributes.set("cache_info", nativeDef(info, "cache_info", "()"));
  wrapper.$attributes.set("cache_clear", nativeDef(clear, "cache_clear", "()"));
  return wrapper;
}

function keyOf(positional: readonly Py[], keywords: Readonly<Record<string, Py>>, typed: boolean): Py {
  const names = Object.entries(keywords).map(([name, value]) => T(name, value));
  const only: Py = positional[0];
  if (names.length === 0 && positional.length === 1 && !typed && (typeof only === "string" || typeof only === "number")) return only;
  const types = typed ? positional.map((value: Py) => typeName(value)) : [];
  return T(tupleOf(positional), tupleOf(names), tupleOf(types));
}

/** Python's `functools.cmp_to_key(function)`: a key for sorting from a function that compares two. */
export function cmp_to_key(f: Py): Py {
  class Key {
    static readonly $class = true;
    static readonly $name: string = "KeyWrapper";
    readonly obj: Py;

    constructor(obj: Py) {
      this.obj = obj;
    }

    __lt__(other: Key): boolean {
      return call(f, this.obj, other.obj) < 0;
    }

    __gt__(other: Key): boolean {
      return call(f, this.obj, other.obj) > 0;
    }

    __eq__(other: Py): boolean {
      return other instanceof Key && truth(eq(call(f, this.obj, other.obj), 0));
    }
  }
  return (obj: Py): Py => new Key(obj);
}

/** Python's `functools.total_ordering`: makes the other comparisons of a class from one of them and `__eq__`. */
export function total_ordering(cls: Py): Py {
  const { prototype } = cls;
  const root = ["__lt__", "__le__", "__gt__", "__ge__"].find((name) => typeof prototype[name] === "function");
  if (root === undefined) throw new TypeError("must define at least one ordering operation: < > <= >=");
  const isEqual = (a: Py, b: Py): boolean => truth(eq(a, b));
  const build = (name: string, from: (known: boolean, equal: () => boolean) => boolean): void => {
    if (typeof prototype[name] === "function") return;
    const method = function (this: Py, other: Py): Py {
      const known: Py = this[root](other);
      return known === NotImplemented ? known : from(truth(known), () => isEqual(this, other));
    };
    Object.defineProperty(prototype, name, { value: method, writable: true, configurable: true });
  };
  const less = root === "__lt__" || root === "__le__";
  const strict = root === "__lt__" || root === "__gt__";
  const [sameStrict, sameLoose, otherStrict, otherLoose] = less
    ? ["__lt__", "__le__", "__gt__", "__ge__"]
    : ["__gt__", "__ge__", "__lt__", "__le__"];
  build(sameStrict, (known, equal) => (strict ? known : known && !equal()));
  build(sameLoose, (known, equal) => (strict ? known || equal() : known));
  build(otherStrict, (known, equal) => (strict ? !known && !equal() : !known));
  build(otherLoose, (known, equal) => (strict ? !known : !known || equal()));
  return cls;
}

/** Python's `functools.singledispatch`: a function that depends on the class of its first argument. */
export function singledispatch(f: Py): Py {
  const registry: [Py, Py][] = [];
  const dispatch = (cls: Py): Py => {
    const matches = registry.filter(([type]) => issubclass(cls, type));
    const best = matches.find(([type]) => matches.every(([other]) => issubclass(type, other)));
    return best === undefined ? f : best[1];
  };
  const wrapper: Py = (...args: Py[]): Py => {
    const { positional, keywords } = parted(args);
    if (positional.length === 0) throw new TypeError(`${className(f)} requires at least 1 positional argument`);
    return callParted(dispatch(typeOf(positional[0])), positional, keywords);
  };
  nativeDef(wrapper, className(f), "(*args, **kwargs)");
  update_wrapper(wrapper, f);
  const register = (cls: Py, implementation?: Py): Py => {
    if (implementation === undefined) return (given: Py): Py => register(cls, given);
    if (typeof cls !== "function") throw new TypeError(`Invalid first argument to \`register()\`: ${repr(cls)}.`);
    const at = registry.findIndex(([type]) => type === cls);
    if (at >= 0) registry.splice(at, 1);
    registry.unshift([cls, implementation]);
    return implementation;
  };
  wrapper.$attributes.set("register", register);
  wrapper.$attributes.set("dispatch", dispatch);
  return wrapper;
}

nativeDef(partial, "partial", "(func, /, *args, **keywords)");
nativeDef(reduce, "reduce", "(function, iterable, initial=, /)");
nativeDef(wraps, "wraps", "(wrapped)");
nativeDef(update_wrapper, "update_wrapper", "(wrapper, wrapped)");
nativeDef(lru_cache, "lru_cache", "(maxsize=, typed=)");
nativeDef(cache, "cache", "(user_function, /)");
nativeDef(cmp_to_key, "cmp_to_key", "(mycmp)");
nativeDef(total_ordering, "total_ordering", "(cls)");
nativeDef(singledispatch, "singledispatch", "(func)");
