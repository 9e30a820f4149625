/**
 * Sleeping, timeouts, intervals and instants, in milliseconds, on the runtime's monotonic clock.
 *
 * - Wait: {@link sleep}, {@link sleepUntil}.
 * - Limit: {@link timeout}, {@link timeoutAt}, {@link TimeoutError}.
 * - Repeat: {@link interval}.
 * - Measure: {@link Instant}.
 *
 * @module
 */
export { deadline, remainingTime } from "./deadline.js";
export { Instant } from "./instant.js";
export { Interval, interval, type IntervalOptions, type MissedTicks } from "./interval.js";
export { sleep, sleepUntil } from "./sleep.js";
export { TimeoutError } from "./timeout-error.js";
export { timeout, timeoutAt } from "./timeout.js";
