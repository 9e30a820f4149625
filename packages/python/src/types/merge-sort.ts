/** Whether `a` goes before `b`: Python's `<`. */
type Less<T> = (a: T, b: T) => boolean;

/** Runs of at least this length are made by insertion before runs are merged. */
const SHORT = 32;

/**
 * Sorts in place, stably, by nothing but "less": the same questions on every engine, in the order in which CPython asks them for short lists.
 *
 * A list of up to 63 items is sorted as CPython does it: the run it begins with, then binary insertion. Longer ones are merged from such runs; that they are in order already is noticed.
 */
export function mergeSort<T>(items: T[], less: Less<T>): void {
  const { length } = items;
  if (length < 2) return;
  if (length < 2 * SHORT) {
    insertionSort(items, 0, length, countRun(items, 0, length, less), less);
    return;
  }
  const starts: number[] = [];
  for (let low = 0; low < length;) {
    const run = countRun(items, low, length, less);
    const high = Math.min(length, Math.max(run, low + SHORT));
    insertionSort(items, low, high, run, less);
    starts.push(low);
    low = high;
  }
  const ends = [...starts.slice(1), length];
  while (starts.length > 1) {
    for (let at = 0; at + 1 < starts.length; at++) {
      merge(items, starts[at] ?? 0, ends[at] ?? 0, ends[at + 1] ?? 0, less);
      starts.splice(at + 1, 1);
      ends.splice(at, 1);
    }
  }
}

/** The end of the run that begins at `low`; one that falls is turned round. */
function countRun<T>(items: T[], low: number, high: number, less: Less<T>): number {
  let end = low + 1;
  if (end >= high) return end;
  if (less(items[end] as T, items[low] as T)) {
    end += 1;
    while (end < high && less(items[end] as T, items[end - 1] as T)) end += 1;
    for (let a = low, b = end - 1; a < b; a++, b--) [items[a], items[b]] = [items[b] as T, items[a] as T];
  } else {
    end += 1;
    while (end < high && !less(items[end] as T, items[end - 1] as T)) end += 1;
  }
  return end;
}

/** Puts the items from `start` on into the sorted ones before them. */
function insertionSort<T>(items: T[], low: number, high: number, start: number, less: Less<T>): void {
  for (let next = start; next < high; next++) {
    const item = items[next] as T;
    let left = low;
    let right = next;
    while (left < right) {
      const middle = (left + right) >> 1;
      if (less(item, items[middle] as T)) right = middle;
      else left = middle + 1;
    }
    items.copyWithin(left + 1, left, next);
    items[left] = item;
  }
}

function merge<T>(items: T[], low: number, middle: number, high: number, less: Less<T>): void {
  if (!less(items[middle] as T, items[middle - 1] as T)) return;
  const left = items.slice(low, middle);
  let from = 0;
  let right = middle;
  let to = low;
  while (from < left.length && right < high) {
    if (less(items[right] as T, left[from] as T)) items[to++] = items[right++] as T;
    else items[to++] = left[from++] as T;
  }
  while (from < left.length) items[to++] = left[from++] as T;
}
