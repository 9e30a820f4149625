import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CheckResult, suites } from "@portalis/conformance";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildComponent } from "../src/build/index.js";
import { wasiHosts } from "./wasi-hosts.js";

const PROGRAM = `
import { runSuites } from "@portalis/conformance";
import { run, runtime } from "@portalis/runtime";
console.log(JSON.stringify({ suite: "platform", check: runtime().platform.name }));
await run(runSuites((result) => console.log(JSON.stringify(result))));
`;
const LIMIT = 300_000;

let directory: string;
let component: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "portalis-conformance-"));
  const entry = { contents: PROGRAM, resolveDir: import.meta.dirname, filename: "conformance.ts" };
  ({ component } = await buildComponent({ entry, outDir: directory }));
}, LIMIT);
afterAll(async () => {
  await rm(directory, { recursive: true });
});

for (const host of await wasiHosts()) {
  describe.skipIf(host.missing !== undefined)(`conformance in a component on ${host.name}`, () => {
    const results = new Map<string, Partial<CheckResult>>();
    beforeAll(async () => {
      const run = await host.prepare(component, directory);
      const { stdout, stderr, exitCode } = await run();
      for (const line of stdout.trim().split("\n")) {
        const result = JSON.parse(line) as CheckResult;
        results.set(`${result.suite}: ${result.check}`, result);
      }
      expect(results.has("platform: wasi")).toBe(true);
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
}
