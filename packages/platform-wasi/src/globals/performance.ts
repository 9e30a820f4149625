/** The part of the web's `performance` that programs measure with. */
export interface Performance {
  /** Milliseconds since the program started, fractional, never going back. */
  now(): number;
  /** When the program started, in milliseconds since 1970. */
  readonly timeOrigin: number;
  toJSON(): { timeOrigin: number };
}

/**
 * Makes `performance` on the monotonic clock. The engine's own counts from the moment of the build.
 *
 * @param now the monotonic clock, in milliseconds
 * @param timeOrigin the wall clock at the start, in milliseconds since 1970
 */
export function createPerformance(now: () => number, timeOrigin: number): Performance {
  const start = now();
  return {
    now: () => now() - start,
    timeOrigin,
    toJSON: () => ({ timeOrigin }),
  };
}
