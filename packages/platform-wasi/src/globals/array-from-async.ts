interface Source<T> {
  [Symbol.asyncIterator]?: () => AsyncIterator<T>;
  [Symbol.iterator]?: () => Iterator<T>;
  length?: number;
}

/**
 * ECMAScript's `Array.fromAsync` on the program's own promises; the engine's hands out native ones, which never settle.
 *
 * @param items an async iterable, an iterable or an array-like; members that are promises are awaited
 * @param map applied to each member, its result awaited
 */
export async function arrayFromAsync(
  items: AsyncIterable<unknown> | Iterable<unknown> | ArrayLike<unknown>,
  map?: (value: unknown, index: number) => unknown,
): Promise<unknown[]> {
  if (map !== undefined && typeof map !== "function") {
    throw new TypeError("Array.fromAsync(items, map): map is not a function");
  }
  const result: unknown[] = [];
  const source = items as Source<unknown>;
  const iterable =
    source[Symbol.asyncIterator] === undefined && source[Symbol.iterator] === undefined
      ? Array.from({ length: source.length ?? 0 }, (_unused, index) => (items as ArrayLike<unknown>)[index])
      : (items as AsyncIterable<unknown>);
  for await (const value of iterable) {
    result.push(map === undefined ? value : await map(value, result.length));
  }
  return result;
}
