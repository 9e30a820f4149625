import { Dict, FrozenSet, len, type Py, PySet, repr, sorted, Tuple } from "@portalis/python";

const most = { list: 6, tuple: 6, dict: 4, set: 6, level: 6, text: 30, other: 30 };

/**
 * A repr of limited length, as Python's `reprlib.repr`: what futures and debug messages show of values.
 *
 * @example
 * ```ts
 * shortRepr([0, 1, 2, 3, 4, 5, 6, 7]); // "[0, 1, 2, 3, 4, 5, ...]"
 * ```
 */
export function shortRepr(value: Py, level: number = most.level): string {
  if (typeof value === "string") return cut(value, most.text);
  if (value instanceof Tuple) {
    const text = items(value, most.tuple, level);
    return value.length === 1 ? `(${text},)` : `(${text})`;
  }
  if (Array.isArray(value)) return `[${items(value, most.list, level)}]`;
  if (value instanceof Dict) return `{${entries(value, level)}}`;
  if (value instanceof FrozenSet) return len(value) === 0 ? "frozenset()" : `frozenset({${items(inOrder(value), most.set, level)}})`;
  if (value instanceof PySet) return len(value) === 0 ? "set()" : `{${items(inOrder(value), most.set, level)}}`;
  const text = repr(value);
  return typeof value === "object" && value !== null ? middle(text, most.other) : middle(text, 40);
}

function items(values: Iterable<Py>, limit: number, level: number): string {
  const all = [...values];
  if (level <= 0 && all.length > 0) return "...";
  const texts = all.slice(0, limit).map((item) => shortRepr(item, level - 1));
  if (all.length > limit) texts.push("...");
  return texts.join(", ");
}

function entries(dict: Dict, level: number): string {
  const keys = inOrder(dict);
  if (level <= 0 && keys.length > 0) return "...";
  const texts = keys.slice(0, most.dict).map((key) => `${shortRepr(key, level - 1)}: ${shortRepr(dict.get(key), level - 1)}`);
  if (keys.length > most.dict) texts.push("...");
  return texts.join(", ");
}

/** What can be sorted is shown in order. */
function inOrder(values: Iterable<Py>): Py[] {
  const all = [...values];
  try {
    return sorted(all);
  } catch {
    return all;
  }
}

function cut(value: string, limit: number): string {
  const text = repr(value.slice(0, limit));
  if (text.length <= limit && value.length <= limit) return text;
  const before = Math.max(0, Math.floor((limit - 3) / 2));
  const after = Math.max(0, limit - 3 - before);
  const ends = repr(value.slice(0, before) + value.slice(value.length - after));
  return `${ends.slice(0, before)}...${ends.slice(ends.length - after)}`;
}

function middle(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const before = Math.max(0, Math.floor((limit - 3) / 2));
  const after = Math.max(0, limit - 3 - before);
  return `${text.slice(0, before)}...${text.slice(text.length - after)}`;
}
