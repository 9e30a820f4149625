import type { WasiInterfaces } from "./wasi-interfaces.js";

const NANOSECONDS_IN_A_MILLISECOND = 1e6;

/** The monotonic clock in fractional milliseconds, from a start that means nothing. */
export function monotonicNow(interfaces: Pick<WasiInterfaces, "monotonicClock">): number {
  return Number(interfaces.monotonicClock.now()) / NANOSECONDS_IN_A_MILLISECOND;
}

/** The wall clock in fractional milliseconds since 1970. */
export function wallNow(interfaces: Pick<WasiInterfaces, "wallClock">): number {
  const { seconds, nanoseconds } = interfaces.wallClock.now();
  return Number(seconds) * 1_000 + nanoseconds / NANOSECONDS_IN_A_MILLISECOND;
}

/** A deadline on {@link monotonicNow}'s scale as nanoseconds, rounded up so that nothing ever wakes early. */
export function nanosecondsAt(deadline: number): number {
  return Math.max(0, Math.ceil(deadline * NANOSECONDS_IN_A_MILLISECOND));
}
