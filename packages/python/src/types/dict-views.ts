import { same } from "../operators/eq.js";
import type { Py } from "../py.js";
import { NotImplemented } from "../singletons.js";
import { repr } from "../text/repr.js";
import type { Dict } from "./dict.js";
import { PySet } from "./set.js";
import { T, Tuple } from "./tuple.js";

/** What the views of a dict share: they follow the dict as it changes. */
abstract class DictView {
  static $class = true;
  static $module = "builtins";

  readonly $dict: Dict;

  constructor(dict: Dict) {
    this.$dict = dict;
  }

  abstract __iter__(): IterableIterator<Py>;

  [Symbol.iterator](): IterableIterator<Py> {
    return this.__iter__();
  }

  __len__(): number {
    return this.$dict.__len__();
  }

  __reversed__(): IterableIterator<Py> {
    return [...this].reverse().values();
  }

  abstract __repr__(): string;
}

/** The set operations of views whose items are hashable. */
abstract class SetView extends DictView {
  abstract __contains__(item: Py): boolean;

  __eq__(other: Py): Py {
    if (!(other instanceof SetView) && !(other instanceof PySet)) return NotImplemented;
    return other.__len__() === this.__len__() && [...this].every((item: Py) => other.__contains__(item));
  }

  __and__(other: Py): PySet {
    return PySet.from([...PySet.from(other)].filter((item: Py) => this.__contains__(item)));
  }

  __or__(other: Py): PySet {
    return PySet.from([...this, ...PySet.from(other)]);
  }

  __sub__(other: Py): PySet {
    const others = PySet.from(other);
    return PySet.from([...this].filter((item: Py) => !others.__contains__(item)));
  }

  __xor__(other: Py): PySet {
    return PySet.from(this).symmetric_difference(other);
  }

  __le__(other: Py): boolean {
    return PySet.from(this).issubset(other);
  }

  __ge__(other: Py): boolean {
    return PySet.from(this).issuperset(other);
  }

  isdisjoint(other: Py): boolean {
    return this.__and__(other).__len__() === 0;
  }
}

/** What `dict.keys()` gives. */
export class DictKeys extends SetView {
  static $name = "dict_keys";

  __iter__(): IterableIterator<Py> {
    return this.$dict.__iter__();
  }

  __contains__(key: Py): boolean {
    return this.$dict.__contains__(key);
  }

  __repr__(): string {
    return `dict_keys(${repr([...this])})`;
  }
}

/** What `dict.values()` gives. */
export class DictValues extends DictView {
  static $name = "dict_values";

  __iter__(): IterableIterator<Py> {
    return this.$dict.$iterate((_, value) => value);
  }

  __contains__(value: Py): boolean {
    return [...this].some((other: Py) => same(other, value));
  }

  __repr__(): string {
    return `dict_values(${repr([...this])})`;
  }
}

/** What `dict.items()` gives: tuples of key and value. */
export class DictItems extends SetView {
  static $name = "dict_items";

  __iter__(): IterableIterator<Py> {
    return this.$dict.$iterate((representative, value) => T(this.$dict.$key(representative), value));
  }

  __contains__(item: Py): boolean {
    if (!(item instanceof Tuple) || item.length !== 2) return false;
    const value: Py = this.$dict.$find(item[0]);
    return value !== undefined && same(value, item[1]);
  }

  __repr__(): string {
    return `dict_items(${repr([...this])})`;
  }
}
