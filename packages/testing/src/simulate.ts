import { Runtime, type Work, withRuntime } from "@portalis/runtime";
import { SimulatedPlatform, type SimulationOptions } from "./simulated-platform.js";

/** What a simulation did. */
export interface SimulationReport<T> {
  readonly value: T;
  /** How many milliseconds of virtual time it took. */
  readonly elapsed: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs `work` on a runtime of its own with a virtual clock that jumps, and gives what it did. While it runs, this runtime is the global one:
 * run one simulation at a time.
 *
 * The clock jumps when nothing can run. Real input and output of the host does not hold it back.
 *
 * @throws what the work throws
 *
 * @example
 * ```ts
 * const { elapsed } = await simulate({}, function* () {
 *   yield* joinAll([sleep(2_000), sleep(1_500)]);
 * });
 * expect(elapsed).toBe(2_000);
 * ```
 */
export async function simulate<T>(options: SimulationOptions, work: Work<T>): Promise<SimulationReport<T>> {
  const platform = new SimulatedPlatform(options);
  const rt = new Runtime({ platform });
  const replaced = withRuntime(rt);
  try {
    const value = await rt.run(work);
    return { value, elapsed: platform.now(), stdout: platform.stdout, stderr: platform.stderr };
  } finally {
    await rt.shutdown({ timeout: 0 });
    replaced[Symbol.dispose]();
  }
}
