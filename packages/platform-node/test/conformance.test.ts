import { type CheckResult, runSuites, suites } from "@portalis/conformance";
import { run, runtime } from "@portalis/runtime";
import { beforeAll, describe, expect, test } from "vitest";
import "../src/index.js";

const results = new Map<string, CheckResult>();
beforeAll(async () => {
  expect(runtime().platform.name).toBe("node");
  await run(runSuites((result) => results.set(`${result.suite}: ${result.check}`, result)));
}, 300_000);

for (const { name: suite, checks } of suites) {
  describe(`${suite} on Node`, () => {
    for (const { name: check } of checks) {
      test(check, () => {
        expect(results.get(`${suite}: ${check}`)).toMatchObject({ passed: true });
      });
    }
  });
}
