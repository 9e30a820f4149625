import { Runtime, type Work, withRuntime } from "@portalis/runtime";
import { explore } from "./explore.js";
import type { CancelPhases } from "./schedule.js";
import { SimulatedPlatform } from "./simulated-platform.js";

/**
 * In which order the entries of a turn run.
 *
 * - `"fifo"`: as in production.
 * - `"exhaustive"`: every order there is, one run of the work for each, depth first.
 * - `{ seed }`: random orders, the same for the same seed. `{ pct, seed }`: random priorities that change `pct` times.
 * - `{ replay }`: the schedule that a {@link SimulationError} names.
 */
export type SimulationOrder =
  "fifo" | "exhaustive" | { readonly seed: number } | { readonly pct: number; readonly seed: number } | { readonly replay: string };

/** How to run a simulation. */
export interface SimulateOptions {
  /** Default: `"fifo"`. */
  readonly order?: SimulationOrder;
  /**
   * How many cancellations are thrown in each schedule into tasks that the work has started; the task of the work itself is spared. With
   * `"fifo"` and `"exhaustive"` every schedule with 0 to `cancels` of them at every suspension point is tried. Default: 0.
   */
  readonly cancels?: number;
  /** How many schedules to run at most. Default: 1 with a seed, 100,000 with `"exhaustive"` and with cancellations. */
  readonly maxSchedules?: number;
  /** Without an order and without cancellations: whether the clock jumps when nothing can run. Default: true. */
  readonly autojump?: boolean;
}

/** What a simulation did: value, time and output are those of its last schedule. */
export interface SimulationReport<T> {
  readonly value: T;
  /** How many milliseconds of virtual time it took. */
  readonly elapsed: number;
  readonly stdout: string;
  readonly stderr: string;
  /** How many schedules were run. */
  readonly schedules: number;
  /** Whether those were all there are. */
  readonly complete: boolean;
  /** How many cancellations were thrown in all schedules together, and where. */
  readonly cancels: number;
  readonly phases: Readonly<CancelPhases>;
  /** What ran in the last schedule, in order; empty when schedules are enumerated or nothing was chosen. */
  readonly trace: readonly string[];
}

/**
 * Runs `work` on a runtime of its own with a virtual clock that jumps, and gives what it did. While it runs, this runtime is the global one:
 * run one simulation at a time.
 *
 * With an `order` or with `cancels` the work runs once for each schedule: give a function that makes all its state itself. A schedule fails
 * when the work throws, when an error stays unhandled, and when all tasks wait for ever. Promises settle when no task can run.
 *
 * The clock jumps when nothing can run. Real input and output of the host does not hold it back.
 *
 * @throws what the work throws; with an order or cancellations a {@link SimulationError}, which says how to replay it
 * @throws TypeError when there are several schedules and `work` is no function
 *
 * @example
 * ```ts
 * const { elapsed } = await simulate({}, function* () {
 *   yield* joinAll([sleep(2_000), sleep(1_500)]);
 * });
 * expect(elapsed).toBe(2_000);
 * ```
 */
export async function simulate<T>(options: SimulateOptions, work: Work<T>): Promise<SimulationReport<T>> {
  const { order = "fifo", cancels = 0 } = options;
  if (order !== "fifo" || cancels > 0) {
    if (typeof work !== "function") throw new TypeError("Cannot run the work under several schedules: give a function that makes it.");
    const single = typeof order === "object";
    return explore(order, cancels, options.maxSchedules ?? (single ? 1 : 100_000), work);
  }
  const platform = new SimulatedPlatform(options);
  const rt = new Runtime({ platform });
  const replaced = withRuntime(rt);
  try {
    const value = await rt.run(work);
    const { stdout, stderr } = platform;
    const phases = { unstarted: 0, parked: 0, granted: 0, cleanup: 0, again: 0 };
    return { value, elapsed: platform.now(), stdout, stderr, schedules: 1, complete: true, cancels: 0, phases, trace: [] };
  } finally {
    await rt.shutdown({ timeout: 0 });
    replaced[Symbol.dispose]();
  }
}
