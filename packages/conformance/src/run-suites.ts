import { type Coroutine, runtime, spawn } from "@portalis/runtime";
import { TimeoutError, timeout } from "@portalis/time";
import { suites } from "./suites.js";
import type { Check, Suite } from "./suite.js";

/** What became of one check. Plain data: it travels as JSON from a page or a component to whoever counts. */
export interface CheckResult {
  readonly suite: string;
  readonly check: string;
  readonly passed: boolean;
  /** Name and message of what the check threw; absent when it passed. */
  readonly error?: string;
  /** Milliseconds by the platform's clock. */
  readonly elapsed: number;
}

/** The totals of one run. */
export interface Summary {
  readonly passed: number;
  readonly failed: number;
  readonly total: number;
}

/** A check that takes longer than this many milliseconds is aborted and has failed: a hang is a failure with a name. */
export const CHECK_LIMIT = 20_000;

/**
 * Runs the suites on the platform that is installed, one check after the other, and reports each as it ends.
 *
 * There is no list of expected failures: a platform passes all checks or it does not conform.
 *
 * @param report called once for each check, in order
 * @param only the suites to run; all of them when left out
 * @returns a coroutine for `run` (Node, browser) or `Runtime.block` (WASI)
 * @example
 * ```ts no-run
 * const summary = await run(runSuites((result) => console.log(result.passed, result.check)));
 * ```
 */
export function* runSuites(report: (result: CheckResult) => void, only: readonly Suite[] = suites): Coroutine<Summary> {
  let passed = 0;
  let total = 0;
  for (const suite of only) {
    for (const check of suite.checks) {
      const result = yield* runCheck(suite.name, check);
      total++;
      if (result.passed) passed++;
      report(result);
    }
  }
  return { passed, failed: total - passed, total };
}

function* runCheck(suite: string, check: Check): Coroutine<CheckResult> {
  const clock = runtime().platform;
  const start = clock.now();
  const base = { suite, check: check.name };
  const task = spawn(check.run, { name: check.name });
  try {
    const outcome = yield* timeout(CHECK_LIMIT, task.outcome());
    const elapsed = clock.now() - start;
    if (outcome.status === "completed") return { ...base, passed: true, elapsed };
    const cause = outcome.status === "failed" ? outcome.error : outcome.reason;
    return { ...base, passed: false, error: describe(cause, outcome.status), elapsed };
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    task.abort();
    return { ...base, passed: false, error: `did not end within ${CHECK_LIMIT} ms`, elapsed: clock.now() - start };
  }
}

function describe(cause: unknown, status: string): string {
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : `${status}: ${String(cause)}`;
}
