/**
 * Which rejected promises nobody has looked at yet. A promise enters when it is rejected without a reaction and leaves
 * with its first one; what is still here after a drain of the job queue is an unhandled rejection.
 */
const unhandled = new Map<object, unknown>();

/** Notes that `promise` was rejected with `reason` while it had no reaction. */
export function noteRejection(promise: object, reason: unknown): void {
  unhandled.set(promise, reason);
}

/** Notes that `promise` has got a reaction after all. */
export function noteHandled(promise: object): void {
  unhandled.delete(promise);
}

/**
 * Takes the reasons of all promises that were rejected and that nobody handles, oldest first. Each is given once.
 */
export function takeUnhandledRejections(): unknown[] {
  if (unhandled.size === 0) return [];
  const reasons = [...unhandled.values()];
  unhandled.clear();
  return reasons;
}
