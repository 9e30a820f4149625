/** Throws a `RangeError` unless `count` is a whole number of at least `least`. */
export function checkCount(count: number, least: number, purpose: string): void {
  if (Number.isSafeInteger(count) && count >= least) return;
  throw new RangeError(`Cannot ${purpose}: ${count} is not a whole number of at least ${least}.`);
}
