import { currentScheduler } from "@portalis/runtime/kernel";

/**
 * A moment on the runtime's monotonic clock. It says nothing about the date: the clock starts anywhere, and a change of the wall clock does
 * not move it.
 *
 * @example
 * ```ts
 * const start = Instant.now();
 * yield* work();
 * console.log(`took ${start.elapsed()} ms`);
 * ```
 */
export class Instant {
  /** Milliseconds of the runtime's clock, with fractions. */
  readonly at: number;

  /** @param at milliseconds of the runtime's clock, for example of another instant */
  constructor(at: number) {
    this.at = at;
  }

  /** This moment, by the clock of the runtime of the running task, else of the global one. */
  static now(): Instant {
    return new Instant(currentScheduler().now());
  }

  /** Milliseconds from then to now. Negative for a moment to come. */
  elapsed(): number {
    return currentScheduler().now() - this.at;
  }

  /** The moment `ms` milliseconds later, or earlier when negative. */
  plus(ms: number): Instant {
    if (Number.isNaN(ms)) throw new RangeError("Cannot add NaN milliseconds to an instant.");
    return new Instant(this.at + ms);
  }

  /** Milliseconds from `other` to this. */
  since(other: Instant): number {
    return this.at - other.at;
  }
}
