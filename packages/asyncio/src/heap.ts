import { lt, type Py, truth } from "@portalis/python";

/*
 * A binary heap in CPython's order: which of two equal items comes out first is part of what a program sees. An item that comes in rises from the
 * end; when the first goes out, the last one sinks to the bottom along the smaller children and rises from there.
 */

/** Puts an item in. */
export function heapPush(heap: Py[], item: Py): void {
  heap.push(item);
  rise(heap, 0, heap.length - 1);
}

/** Takes the smallest item out; `undefined` when there is none. */
export function heapPop(heap: Py[]): Py {
  const last: Py = heap.pop();
  if (heap.length === 0) return last;
  const [first] = heap;
  heap[0] = last;
  sink(heap);
  return first;
}

function rise(heap: Py[], top: number, from: number): void {
  const item: Py = heap[from];
  let at = from;
  while (at > top) {
    const parent = (at - 1) >> 1;
    if (!truth(lt(item, heap[parent]))) break;
    heap[at] = heap[parent];
    at = parent;
  }
  heap[at] = item;
}

function sink(heap: Py[]): void {
  const end = heap.length;
  const item: Py = heap[0];
  let at = 0;
  for (let child = 1; child < end; child = 2 * at + 1) {
    const right = child + 1;
    if (right < end && !truth(lt(heap[child], heap[right]))) child = right;
    heap[at] = heap[child];
    at = child;
  }
  heap[at] = item;
  rise(heap, 0, at);
}
