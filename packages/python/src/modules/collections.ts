import { nativeDef } from "../calls/def.js";
import { TypeError } from "../exceptions/builtin-exceptions.js";
import { iter } from "../iteration/iter.js";
import type { Py } from "../py.js";
import { fieldNames, namedTupleClass } from "../types/named-tuple.js";

export { deque } from "./collections/deque.js";
export { Counter, defaultdict, OrderedDict } from "./collections/dict-kinds.js";

/**
 * Python's `collections.namedtuple(typename, field_names, defaults=None)`: a class of tuples whose items have names.
 *
 * @throws ValueError for names that cannot be fields
 */
export function namedtuple(typename: Py, field_names: Py, options: { readonly defaults?: Py } = {}): Py {
  const fields = fieldNames(field_names);
  const defaults = options.defaults === undefined || options.defaults === null ? [] : [...iter(options.defaults)];
  if (defaults.length > fields.length) throw new TypeError("Got more default values than field names");
  return namedTupleClass(typename as string, fields, defaults);
}

nativeDef(namedtuple, "namedtuple", "(typename, field_names, *, defaults=)");
