import { getattr } from "../calls/getattr.js";
import { invokeKw } from "../calls/invoke.js";
import { isPlainObject } from "../calls/kwargs.js";
import { nativeDef } from "../calls/def.js";
import { getitem } from "../operators/getitem.js";
import { truth as truthOf } from "../operators/truth.js";
import type { Py } from "../py.js";
import { tupleOf } from "../types/tuple.js";

export { add, add as concat } from "../operators/add.js";
export { bitand as and_, bitor as or_, bitxor as xor, lshift, matmul, rshift } from "../operators/bits.js";
export { ge, gt, le, lt } from "../operators/compare.js";
export { contains } from "../operators/contains.js";
export { floordiv, mod, truediv } from "../operators/division.js";
export { eq, ne } from "../operators/eq.js";
export { getitem, setitem, delitem } from "../operators/getitem.js";
export { iadd, imul, isub } from "../operators/in-place.js";
export { indexOf as index } from "../operators/index-of.js";
export { mul } from "../operators/mul.js";
export { pow } from "../operators/pow.js";
export { sub } from "../operators/sub.js";
export { truth } from "../operators/truth.js";
export { abs, invert, neg, pos } from "../operators/unary.js";

/** Python's `operator.not_`. */
export function not_(value: Py): boolean {
  return !truthOf(value);
}

/** Python's `operator.is_`. */
export function is_(a: Py, b: Py): boolean {
  return a === b;
}

/** Python's `operator.is_not`. */
export function is_not(a: Py, b: Py): boolean {
  return a !== b;
}

/** Python's `operator.itemgetter(*items)`: a function that picks items. */
export function itemgetter(...items: Py[]): Py {
  if (items.length === 1) return (value: Py): Py => getitem(value, items[0]);
  return (value: Py): Py => tupleOf(items.map((item: Py) => getitem(value, item)));
}

/** Python's `operator.attrgetter(*attrs)`: a function that reads attributes, dots lead on. */
export function attrgetter(...attributes: Py[]): Py {
  const read = (value: Py, path: string): Py => path.split(".").reduce((object: Py, name) => getattr(object, name), value);
  if (attributes.length === 1) return (value: Py): Py => read(value, attributes[0] as string);
  return (value: Py): Py => tupleOf(attributes.map((path: string) => read(value, path)));
}

/** Python's `operator.methodcaller(name, *args, **kwargs)`: a function that calls a method. */
export function methodcaller(name: Py, ...args: Py[]): Py {
  const last: Py = args.at(-1);
  const keywords = isPlainObject(last) ? last : {};
  const values = isPlainObject(last) ? args.slice(0, -1) : args;
  return (value: Py): Py => invokeKw(value, name as string, values, keywords);
}

nativeDef(itemgetter, "itemgetter", "(item, /, *items)");
nativeDef(attrgetter, "attrgetter", "(attr, /, *attrs)");
nativeDef(methodcaller, "methodcaller", "(name, /, *args, **kwargs)");
