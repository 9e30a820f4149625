/**
 * The deadline `ms` milliseconds after `now`, such that their difference is not less than `ms`: the sum of two floating-point numbers may be
 * rounded down, and a timer that fires then would be early.
 */
export function deadlineAfter(now: number, ms: number): number {
  const deadline = now + ms;
  return deadline - now < ms ? deadline + Math.abs(deadline) * Number.EPSILON : deadline;
}

/** @throws RangeError when `ms` is not a number of milliseconds */
export function checkMilliseconds(action: string, ms: number): void {
  if (typeof ms !== "number" || Number.isNaN(ms)) throw new RangeError(`Cannot ${action}: ${ms} is not a number of milliseconds.`);
}
