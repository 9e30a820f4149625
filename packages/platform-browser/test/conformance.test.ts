import { type CheckResult, suites } from "@portalis/conformance";
import { beforeAll, describe, expect, test } from "vitest";
import { bundlePage } from "./bundle-page.js";
import { describeInBrowser } from "./needs-browser.js";

const PROGRAM = `
import { runSuites } from "@portalis/conformance";
import { run, runtime } from "@portalis/runtime";
import "../src/index.js";
console.log(JSON.stringify({ suite: "platform", check: runtime().platform.name }));
await run(runSuites((result) => console.log(JSON.stringify(result))));
`;
const LIMIT = 300_000;

await describeInBrowser("conformance in a page", (browser) => {
  const results = new Map<string, Partial<CheckResult>>();
  beforeAll(async () => {
    const { stdout, stderr, exitCode } = await browser.run({ bundle: await bundlePage(PROGRAM) }, { timeout: LIMIT });
    for (const line of stdout.trim().split("\n")) {
      const result = JSON.parse(line) as CheckResult;
      results.set(`${result.suite}: ${result.check}`, result);
    }
    expect(results.has("platform: browser")).toBe(true);
    expect({ stderr, exitCode }).toEqual({ stderr: "", exitCode: 0 });
  }, LIMIT);

  for (const { name: suite, checks } of suites) {
    describe(suite, () => {
      for (const { name: check } of checks) {
        test(check, () => {
          expect(results.get(`${suite}: ${check}`)).toMatchObject({ passed: true });
        });
      }
    });
  }
});
