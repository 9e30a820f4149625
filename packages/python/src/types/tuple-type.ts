import { nativeDef } from "../calls/def.js";
import { iter } from "../iteration/iter.js";
import type { Py } from "../py.js";
import { builtinType, type BuiltinType } from "./builtin-type.js";
import { countItems, indexOfItem } from "./list.js";
import { Tuple, tupleOf } from "./tuple.js";

/** The methods of tuples as functions that take the tuple first. */
export interface TupleMethods {
  readonly count: (self: Tuple, item: Py) => number;
  readonly index: (self: Tuple, item: Py, start?: Py, stop?: Py) => number;
}

const methods: TupleMethods = {
  count: nativeDef((self: Tuple, item: Py): number => countItems(self, item), "tuple.count", "(value, /)"),
  index: nativeDef(
    (self: Tuple, item: Py, start?: Py, stop?: Py): number => indexOfItem(self, item, start, stop),
    "tuple.index",
    "(value, start=, stop=, /)",
  ),
};

function toTuple(items: Py = []): Tuple {
  if (items instanceof Tuple && items.constructor === Tuple) return items;
  return tupleOf([...iter(items)]);
}

/** Python's type `tuple`, and its methods as functions: `tuple.count(t, 1)`. */
export const tuple: BuiltinType<(items?: Py) => Tuple, TupleMethods> = /* @__PURE__ */ builtinType(
  nativeDef(toTuple, "tuple", "(iterable=, /)"),
  {
    name: "tuple",
    check: (value: Py) => value instanceof Tuple,
    methods,
  },
);
