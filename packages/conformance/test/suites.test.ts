import { type CheckResult, runSuites, type Suite, suites } from "@portalis/conformance";
import { run } from "@portalis/runtime";
import { simulate } from "@portalis/testing";
import { sleep } from "@portalis/time";
import { describe, expect, test } from "vitest";

describe("suites", () => {
  test("every check has a name of its own", () => {
    const names = suites.flatMap((suite) => suite.checks.map((check) => `${suite.name}: ${check.name}`));
    expect(new Set(names).size).toBe(names.length);
    expect(suites.map((suite) => suite.name)).toEqual(["runtime", "task", "time", "sync", "channels", "adapters", "waits"]);
  });

  test("all pass on the portable platform, with real time", async () => {
    const failures: CheckResult[] = [];
    const report = (result: CheckResult): void => {
      if (!result.passed) failures.push(result);
    };
    const summary = await run(runSuites(report));
    expect(failures).toEqual([]);
    expect(summary.passed).toBe(suites.reduce((sum, suite) => sum + suite.checks.length, 0));
  }, 60_000);
});

test("all but the runtime's and the adapters' pass in virtual time, which waits for nothing of the host", async () => {
  const failures: CheckResult[] = [];
  const timed = suites.filter((suite) => suite.name !== "runtime" && suite.name !== "adapters");
  const report = (result: CheckResult): void => {
    if (!result.passed) failures.push(result);
  };
  await simulate({}, runSuites(report, timed));
  expect(failures).toEqual([]);
});

describe("runSuites()", () => {
  const broken: Suite = {
    name: "broken",
    checks: [
      {
        name: "throws",
        *run() {
          yield;
          throw new RangeError("on purpose");
        },
      },
      {
        name: "rejects",
        run: () => Promise.reject(new TypeError("on purpose too")),
      },
      {
        name: "holds",
        async run() {
          await sleep(0);
        },
      },
    ],
  };

  test("reports each check in order, failures with what was thrown, as plain data", async () => {
    const results: CheckResult[] = [];
    const summary = await run(runSuites((result) => results.push(result), [broken]));
    expect(summary).toEqual({ passed: 1, failed: 2, total: 3 });
    expect(results.map(({ check, error }) => [check, error])).toEqual([
      ["throws", "RangeError: on purpose"],
      ["rejects", "TypeError: on purpose too"],
      ["holds", undefined],
    ]);
    expect(JSON.parse(JSON.stringify(results))).toEqual(results);
    expect(results.every((result) => result.elapsed >= 0)).toBe(true);
  });
});
