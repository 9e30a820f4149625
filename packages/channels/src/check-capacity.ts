/** Throws a `RangeError` unless `count` is a whole number of at least 1. */
export function checkCapacity(count: number, purpose: string): void {
  if (Number.isSafeInteger(count) && count >= 1) return;
  throw new RangeError(`Cannot ${purpose}: ${count} is not a whole number of at least 1.`);
}
