import type { Work } from "@portalis/runtime";
import { type Choices, ExhaustiveChoices, PriorityChoices, ReplayedChoices, SeededChoices } from "./choices.js";
import { type CancelPhases, Schedule } from "./schedule.js";
import type { SimulationOrder, SimulationReport } from "./simulate.js";
import { SimulationError } from "./simulation-error.js";

/** How many runs may be spent on making the schedule of a failure smaller. */
const SHRINKING = 500;

/** Runs `work` under one schedule after the other. */
export async function explore<T>(
  order: SimulationOrder,
  cancels: number,
  maxSchedules: number,
  work: Work<T>,
): Promise<SimulationReport<T>> {
  const phases: CancelPhases = { unstarted: 0, parked: 0, granted: 0, cleanup: 0, again: 0 };
  const source = choicesOf(order);
  const traced = !(source instanceof ExhaustiveChoices);
  const values: T[] = [];
  let injected = 0;
  for (let schedules = 1; ; schedules++) {
    const schedule = new Schedule<T>(source, cancels, phases, traced);
    try {
      values[0] = await schedule.run(work);
    } catch (cause) {
      throw await failure(order, cancels, schedules, schedule.choices, work, cause);
    }
    injected += schedule.cancels;
    const more = source.advance();
    if (more && schedules < maxSchedules) continue;
    const { platform, trace } = schedule;
    const [value] = values as [T];
    const { stdout, stderr } = platform;
    return { value, elapsed: platform.now(), stdout, stderr, schedules, complete: !more, cancels: injected, phases, trace };
  }
}

function choicesOf(order: SimulationOrder): Choices {
  if (order === "fifo" || order === "exhaustive") return new ExhaustiveChoices(order === "exhaustive");
  if ("replay" in order) return new ReplayedChoices(order.replay === "" ? [] : order.replay.split(".").map(Number));
  return "pct" in order ? new PriorityChoices(order.pct, order.seed) : new SeededChoices(order.seed);
}

async function failure<T>(
  order: SimulationOrder,
  cancels: number,
  schedules: number,
  found: readonly number[],
  work: Work<T>,
  cause: unknown,
): Promise<SimulationError> {
  let choices = withoutTail(found);
  let { error, trace } = await replay(choices, cancels, work);
  if (error === undefined) {
    return new SimulationError(
      `A schedule failed, but not again with the same choices: ${textOf(cause)}. Make all state inside the function.`,
      choices.join("."),
      trace,
      cause,
    );
  }
  let runs = 0;
  for (let index = 0; index < choices.length && runs < SHRINKING; index++) {
    if (choices[index] === 0) continue;
    const smaller = withoutTail(choices.with(index, 0));
    const tried = await replay(smaller, cancels, work);
    runs++;
    if (tried.error === undefined || textOf(tried.error.cause) !== textOf(error.cause)) continue;
    choices = smaller;
    error = tried.error;
    trace = tried.trace;
  }
  const text = choices.join(".");
  return new SimulationError(
    [
      `Schedule ${schedules} of order ${JSON.stringify(order)} failed: ${textOf(error.cause)}`,
      `  schedule: ${trace.join(", ")}`,
      `  replay: simulate({ order: { replay: ${JSON.stringify(text)} }, cancels: ${cancels} }, work)`,
    ].join("\n"),
    text,
    trace,
    error.cause,
  );
}

interface Replayed {
  readonly error: { readonly cause: unknown } | undefined;
  readonly trace: readonly string[];
}

async function replay<T>(choices: readonly number[], cancels: number, work: Work<T>): Promise<Replayed> {
  const phases: CancelPhases = { unstarted: 0, parked: 0, granted: 0, cleanup: 0, again: 0 };
  const schedule = new Schedule<T>(new ReplayedChoices(choices), cancels, phases, true);
  try {
    await schedule.run(work);
    return { error: undefined, trace: schedule.trace };
  } catch (cause) {
    return { error: { cause }, trace: schedule.trace };
  }
}

function withoutTail(choices: readonly number[]): number[] {
  return choices.slice(0, choices.findLastIndex((choice) => choice !== 0) + 1);
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
