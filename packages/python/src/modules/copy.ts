import { nativeDef } from "../calls/def.js";
import type { Py } from "../py.js";
import { deque } from "./collections/deque.js";
import { Dict } from "../types/dict.js";
import { AnySet, FrozenSet } from "../types/set.js";
import { Tuple, tupleOf } from "../types/tuple.js";
import { PyObject } from "../object.js";

/** Python's `copy.copy(value)`: a shallow copy. */
export function copy(value: Py): Py {
  if (typeof value !== "object" || value === null || value instanceof Tuple || value instanceof FrozenSet) return value;
  if (typeof value.__copy__ === "function") return value.__copy__();
  if (Array.isArray(value)) return [...value];
  if (value instanceof Dict || value instanceof AnySet || value instanceof deque) return value.copy();
  return value instanceof PyObject ? like(value, (item) => item) : value;
}

/** Python's `copy.deepcopy(value)`: copies of everything inside too; what is there twice is copied once. */
export function deepcopy(value: Py, _memo?: Py): Py {
  return deep(value, new Map<Py, Py>());
}

function deep(value: Py, known: Map<Py, Py>): Py {
  if (typeof value !== "object" || value === null) return value;
  const before: Py = known.get(value);
  if (before !== undefined) return before;
  if (typeof value.__deepcopy__ === "function") return value.__deepcopy__(new Dict());
  if (value instanceof Tuple) {
    const items = value.map((item: Py) => deep(item, known));
    return items.every((item: Py, index) => item === value[index]) ? value : tupleOf(items);
  }
  if (Array.isArray(value)) {
    const made: Py[] = [];
    known.set(value, made);
    for (const item of value) made.push(deep(item, known));
    return made;
  }
  if (value instanceof Dict) {
    const made: Py = value.copy();
    known.set(value, made);
    made.clear();
    for (const [key, item] of value.items()) made.__setitem__(deep(key, known), deep(item, known));
    return made;
  }
  if (value instanceof AnySet) return value.$like(value.$items().map((item: Py) => deep(item, known)));
  if (value instanceof deque) {
    const made = new deque([], value.maxlen);
    known.set(value, made);
    made.extend(value.$items().map((item: Py) => deep(item, known)));
    return made;
  }
  if (!(value instanceof PyObject)) return value;
  return like(
    value,
    (item) => deep(item, known),
    (made) => known.set(value, made),
  );
}

/** An instance of the same class with the same attributes, each through `change`; `__init__` is not called. */
function like(value: PyObject, change: (item: Py) => Py, made: (copy: Py) => void = () => undefined): Py {
  const copied: Py = Object.create(Object.getPrototypeOf(value) as object);
  made(copied);
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(value))) {
    Object.defineProperty(copied, name, { ...descriptor, value: change(descriptor.value) });
  }
  return copied;
}

nativeDef(copy, "copy", "(x)");
nativeDef(deepcopy, "deepcopy", "(x, memo=)");
