import { call } from "../../calls/call.js";
import { nativeDef } from "../../calls/def.js";
import { isPlainObject } from "../../calls/kwargs.js";
import { KeyError, TypeError } from "../../exceptions/builtin-exceptions.js";
import { iter } from "../../iteration/iter.js";
import { add } from "../../operators/add.js";
import { gt, lt } from "../../operators/compare.js";
import { eq } from "../../operators/eq.js";
import { sub } from "../../operators/sub.js";
import { truth } from "../../operators/truth.js";
import { neg } from "../../operators/unary.js";
import type { Py } from "../../py.js";
import { NotImplemented } from "../../singletons.js";
import { containerRepr, repr } from "../../text/repr.js";
import { Dict } from "../../types/dict.js";
import { sortItems } from "../../types/list.js";
import { T, type Tuple } from "../../types/tuple.js";

/** Python's `collections.defaultdict(default_factory, ...)`: makes the values of missing keys. */
export class defaultdict extends Dict {
  static override $name = "defaultdict";
  static override $module = "collections";

  static override get $type(): Py {
    return this;
  }

  default_factory: Py;

  constructor(factory: Py = null, ...sources: Py[]) {
    super();
    if (isPlainObject(factory)) {
      this.default_factory = null;
      this.update(factory);
    } else {
      if (factory !== null && typeof factory !== "function" && typeof factory?.__call__ !== "function")
        throw new TypeError("first argument must be callable or None");
      this.default_factory = factory;
    }
    this.update(...sources.filter((source) => source !== undefined));
  }

  __missing__(key: Py): Py {
    if (this.default_factory === null) throw new KeyError(key);
    const value: Py = call(this.default_factory);
    this.__setitem__(key, value);
    return value;
  }

  override copy(): Dict {
    return new defaultdict(this.default_factory, this);
  }

  override __repr__(): string {
    return containerRepr(
      this,
      "defaultdict(...)",
      () => `defaultdict(${repr(this.default_factory)}, ${Dict.prototype.__repr__.call(Dict.from(this.items() as Iterable<[Py, Py]>))})`,
    );
  }
}

/** Python's `collections.OrderedDict`: a dict whose equality knows its order. */
export class OrderedDict extends Dict {
  static override $name = "OrderedDict";
  static override $module = "collections";

  static override get $type(): Py {
    return this;
  }

  constructor(...sources: Py[]) {
    super();
    this.update(...sources.filter((source) => source !== undefined));
  }

  /** Moves a key to the end, or to the front. */
  move_to_end(key: Py, last: Py = true): null {
    const value: Py = this.$remove(key);
    if (value === undefined) throw new KeyError(key);
    if (truth(last)) this.__setitem__(key, value);
    else {
      const items = [...this.items()] as [Py, Py][];
      this.clear();
      this.__setitem__(key, value);
      for (const [other, theirs] of items) this.__setitem__(other, theirs);
    }
    return null;
  }

  /** Takes out the last item, or the first. */
  override popitem(last: Py = true): Tuple {
    if (this.__len__() === 0) throw new KeyError("dictionary is empty");
    if (truth(last)) return super.popitem();
    const [key] = [...this];
    return T(key, this.$remove(key));
  }

  override __eq__(other: Py): Py {
    if (other instanceof OrderedDict) return eq([...this.items()], [...other.items()]);
    return super.__eq__(other);
  }

  override __repr__(): string {
    return this.__len__() === 0
      ? "OrderedDict()"
      : containerRepr(this, "...", () => `OrderedDict(${Dict.prototype.__repr__.call(Dict.from(this.items() as Iterable<[Py, Py]>))})`);
  }
}

/** Python's `collections.Counter`: how often each thing is there. Missing things are there 0 times. */
export class Counter extends Dict {
  static override $name = "Counter";
  static override $module = "collections";

  static override get $type(): Py {
    return this;
  }

  constructor(...sources: Py[]) {
    super();
    this.update(...sources.filter((source) => source !== undefined));
  }

  __missing__(_key: Py): number {
    return 0;
  }

  /** Adds counts: of a mapping its values, of an iterable one for each item. */
  override update(...sources: Py[]): null {
    for (const source of sources) if (source !== undefined) this.#change(source, add);
    return null;
  }

  /** Takes counts off. */
  subtract(...sources: Py[]): null {
    for (const source of sources) if (source !== undefined) this.#change(source, sub);
    return null;
  }

  #change(source: Py, change: (a: Py, b: Py) => Py): void {
    if (source === null) return;
    if (source instanceof Dict) for (const [key, count] of source.items()) this.__setitem__(key, change(this.__getitem__(key), count));
    else if (isPlainObject(source))
      for (const [key, count] of Object.entries(source)) this.__setitem__(key, change(this.__getitem__(key), count));
    else for (const key of iter(source)) this.__setitem__(key, change(this.__getitem__(key), 1));
  }

  /** Items and counts, the most common first; of equal counts the one that came first. */
  most_common(n: Py = null): Tuple[] {
    const items = [...this.items()] as Tuple[];
    sortItems(items, { key: (item: Py) => item[1], reverse: true });
    return n === null ? items : items.slice(0, Math.max(0, Number(n)));
  }

  /** Every item as often as it is there. */
  elements(): IterableIterator<Py> {
    const items: Py[] = [];
    for (const [key, count] of this.items()) for (let i = 0; i < count; i++) items.push(key);
    return items.values();
  }

  /** The sum of the counts. */
  total(): Py {
    let sum: Py = 0;
    for (const count of this.values()) sum = add(sum, count);
    return sum;
  }

  override copy(): Dict {
    return new Counter(this);
  }

  __add__(other: Py): Py {
    return this.#combine(other, add);
  }

  __sub__(other: Py): Py {
    return this.#combine(other, sub);
  }

  override __or__(other: Py): Py {
    return this.#combine(other, (a, b) => (truth(lt(a, b)) ? b : a));
  }

  __and__(other: Py): Py {
    return this.#combine(other, (a, b) => (truth(lt(a, b)) ? a : b));
  }

  __pos__(): Counter {
    return this.#kept((count) => count);
  }

  __neg__(): Counter {
    return this.#kept(neg);
  }

  #kept(change: (count: Py) => Py): Counter {
    const result = new Counter();
    for (const [key, count] of this.items()) if (truth(gt(change(count), 0))) result.__setitem__(key, change(count));
    return result;
  }

  #combine(other: Py, combine: (a: Py, b: Py) => Py): Py {
    if (!(other instanceof Counter)) return NotImplemented;
    const result = new Counter();
    for (const [key, count] of this.items()) {
      const value: Py = combine(count, other.__getitem__(key));
      if (truth(gt(value, 0))) result.__setitem__(key, value);
    }
    for (const [key, count] of other.items()) {
      if (this.__contains__(key)) continue;
      const value: Py = combine(0, count);
      if (truth(gt(value, 0))) result.__setitem__(key, value);
    }
    return result;
  }

  override __eq__(other: Py): Py {
    if (!(other instanceof Counter)) return super.__eq__(other);
    const keys = [...this, ...other];
    return keys.every((key: Py) => truth(eq(this.__getitem__(key), other.__getitem__(key))));
  }

  override __repr__(): string {
    if (this.__len__() === 0) return "Counter()";
    const parts = this.most_common().map(([key, count]) => `${repr(key)}: ${repr(count)}`);
    return `Counter({${parts.join(", ")}})`;
  }
}

nativeDef(defaultdict, "defaultdict", "(default_factory=, /, *args, **kwargs)");
nativeDef(OrderedDict, "OrderedDict", "(iterable=, /, **kwargs)");
nativeDef(Counter, "Counter", "(iterable=, /, **kwargs)");
nativeDef((OrderedDict.prototype as Py).move_to_end, "OrderedDict.move_to_end", "(key, last=)");
nativeDef((OrderedDict.prototype as Py).popitem, "OrderedDict.popitem", "(last=)");
nativeDef((Counter.prototype as Py).update, "Counter.update", "(iterable=, /, **kwargs)");
nativeDef((Counter.prototype as Py).subtract, "Counter.subtract", "(iterable=, /, **kwargs)");
nativeDef((Counter.prototype as Py).most_common, "Counter.most_common", "(n=)");
nativeDef((Counter.prototype as Py).elements, "Counter.elements", "()");
nativeDef((Counter.prototype as Py).total, "Counter.total", "()");
