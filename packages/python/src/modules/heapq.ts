import { call } from "../calls/call.js";
import { nativeDef } from "../calls/def.js";
import { IndexError } from "../exceptions/builtin-exceptions.js";
import { iter } from "../iteration/iter.js";
import { lt } from "../operators/compare.js";
import { smallIndexOf } from "../operators/index-of.js";
import { truth } from "../operators/truth.js";
import type { Py } from "../py.js";
import { sortItems, type SortOptions } from "../types/list.js";

function less(a: Py, b: Py): boolean {
  return truth(lt(a, b));
}

/** Moves an item towards the root until its parent is not larger. */
function siftDown(heap: Py[], start: number, from: number): void {
  const item: Py = heap[from];
  let at = from;
  while (at > start) {
    const parent = (at - 1) >> 1;
    if (!less(item, heap[parent])) break;
    heap[at] = heap[parent];
    at = parent;
  }
  heap[at] = item;
}

/** Moves the smaller child up all the way, then the item back to its place: CPython's way, with its number of comparisons. */
function siftUp(heap: Py[], from: number): void {
  const end = heap.length;
  const item: Py = heap[from];
  let at = from;
  let child = 2 * at + 1;
  while (child < end) {
    const right = child + 1;
    if (right < end && !less(heap[child], heap[right])) child = right;
    heap[at] = heap[child];
    at = child;
    child = 2 * at + 1;
  }
  heap[at] = item;
  siftDown(heap, from, at);
}

/** Python's `heapq.heappush(heap, item)`. */
export function heappush(heap: Py, item: Py): null {
  heap.push(item);
  siftDown(heap as Py[], 0, (heap.length as number) - 1);
  return null;
}

/** Python's `heapq.heappop(heap)`: takes out the smallest item. Throws IndexError when there is none. */
export function heappop(heap: Py): Py {
  if (heap.length === 0) throw new IndexError("index out of range");
  const last: Py = heap.pop();
  if (heap.length === 0) return last;
  const first: Py = heap[0];
  heap[0] = last;
  siftUp(heap as Py[], 0);
  return first;
}

/** Python's `heapq.heapify(list)`: makes a list a heap where it is. */
export function heapify(list: Py): null {
  for (let at = ((list.length as number) >> 1) - 1; at >= 0; at--) siftUp(list as Py[], at);
  return null;
}

/** Python's `heapq.heapreplace(heap, item)`: pop, then push. */
export function heapreplace(heap: Py, item: Py): Py {
  if (heap.length === 0) throw new IndexError("index out of range");
  const first: Py = heap[0];
  heap[0] = item;
  siftUp(heap as Py[], 0);
  return first;
}

/** Python's `heapq.heappushpop(heap, item)`: push, then pop. */
export function heappushpop(heap: Py, item: Py): Py {
  if (heap.length === 0 || !less(heap[0], item)) return item;
  return heapreplace(heap, item);
}

/** Python's `heapq.nsmallest(n, iterable, key=None)`. */
export function nsmallest(n: Py, iterable: Py, key: Py = null): Py[] {
  return chosen(n, iterable, { key });
}

/** Python's `heapq.nlargest(n, iterable, key=None)`. */
export function nlargest(n: Py, iterable: Py, key: Py = null): Py[] {
  return chosen(n, iterable, { key, reverse: true });
}

function chosen(n: Py, iterable: Py, options: SortOptions): Py[] {
  const items = [...iter(iterable)];
  sortItems(items, options);
  return items.slice(0, Math.max(0, smallIndexOf(n)));
}

/** Python's `heapq.merge(*iterables, key=None, reverse=False)`: sorted iterables as one. */
export function* merge(...args: Py[]): Generator<Py, undefined, undefined> {
  const last: Py = args.at(-1);
  const hasOptions = typeof last === "object" && last !== null && Object.getPrototypeOf(last) === Object.prototype;
  const key: Py = (hasOptions ? last.key : null) ?? null;
  const reverse = hasOptions && truth(last.reverse ?? false);
  const sources = (hasOptions ? args.slice(0, -1) : args).map((source: Py) => iter(source));
  const heads = sources.map((source) => source.next());
  for (;;) {
    let best = -1;
    for (const [index, head] of heads.entries()) {
      if (head.done === true) continue;
      if (best < 0) best = index;
      else {
        const [a, b]: Py[] = [head.value, heads[best]?.value].map((value: Py) => (key === null ? value : call(key, value)));
        if (reverse ? less(b, a) : less(a, b)) best = index;
      }
    }
    const head = heads[best];
    const source = sources[best];
    if (head === undefined || source === undefined) return;
    yield head.value;
    heads[best] = source.next();
  }
}

nativeDef(heappush, "heappush", "(heap, item, /)");
nativeDef(heappop, "heappop", "(heap, /)");
nativeDef(heapify, "heapify", "(heap, /)");
nativeDef(heapreplace, "heapreplace", "(heap, item, /)");
nativeDef(heappushpop, "heappushpop", "(heap, item, /)");
nativeDef(nsmallest, "nsmallest", "(n, iterable, key=)");
nativeDef(nlargest, "nlargest", "(n, iterable, key=)");
nativeDef(merge, "merge", "(*iterables, key=, reverse=)");
