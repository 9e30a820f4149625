import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildComponent, type BuiltComponent, type ProgramOptions, type ProgramResult } from "../../src/build/index.js";
import { wasiHosts } from "../wasi-hosts.js";

const entry = new URL("../fixtures/scenarios.ts", import.meta.url).pathname;
/** Building takes seconds where the cache is empty, and compiling on Wasmtime too. */
const SLOW = 120_000;

let directory: string;
let built: BuiltComponent;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "portalis-component-test-"));
  built = await buildComponent({ entry, outDir: directory });
}, SLOW);
afterAll(async () => {
  await rm(directory, { recursive: true });
});

describe("buildComponent()", () => {
  test("builds a component that imports just what the program and the platform use", () => {
    expect(built.size).toBeGreaterThan(1_000_000);
    expect(built.size).toBeLessThan(4_000_000);
    expect(built.world).toContain("import wasi:io/poll@0.2.12;");
    expect(built.world).toContain("import wasi:cli/stdin@0.2.12;"); // the program's own
    expect(built.world).toContain("export wasi:cli/run@0.2.12;");
    expect(built.world).not.toMatch(/sockets|filesystem|http/);
    expect(built.warnings).toEqual([]);
  });

  test("takes what it has built before, for the same program", async () => {
    const again = await buildComponent({ entry, outDir: join(directory, "again") });
    expect(again).toMatchObject({ cached: true, size: built.size });
  });
});

for (const host of await wasiHosts()) {
  describe.skipIf(host.missing !== undefined)(`a component on ${host.name}`, () => {
    let run: (options?: ProgramOptions) => Promise<ProgramResult>;
    beforeAll(async () => {
      run = await host.prepare(built.component, directory);
      await run(); // a host compiles a component when it meets it first: seconds, that no test should have to wait for
    }, SLOW);
    const scenario = (scenario: string, options: ProgramOptions = {}): Promise<ProgramResult> =>
      run({ ...options, args: [scenario, ...(options.args ?? [])] });

    test("has async functions, generators, promises, timers and the globals of the web", async () => {
      expect(await scenario("language")).toEqual({
        stdout: "[ 1, 2, 3 ] file:///scenarios.ts true\nmicrotask\n[ 1, 2 ] { a: [ 1n ] } Uint8Array(2) [ 195, 169 ]\ntimer\n",
        stderr: "",
        exitCode: 0,
      });
    });

    test("runs tasks, and cancels one that sleeps", async () => {
      const { stdout, exitCode } = await scenario("tasks");
      expect(stdout).toBe("slow fast true\ncancelled fast, fast cleaned up, slow, slow cleaned up, never cleaned up\n");
      expect(exitCode).toBe(0);
    });

    test("sleeps in the host, never too short", async () => {
      expect((await scenario("sleeps")).stdout).toBe("not early\n");
    });

    test("has the arguments and the environment it is given, nothing else", async () => {
      const { stdout } = await scenario("surroundings", { args: ["a", "b c"], env: { NAME: "välue" } });
      expect(JSON.parse(stdout)).toEqual([["surroundings", "a", "b c"], { NAME: "välue" }]);
    });

    test("writes text of any length to both streams", async () => {
      expect(await scenario("unicode")).toEqual({ stdout: "é€😀".repeat(2_000), stderr: "done\n", exitCode: 0 });
    });

    test("reads what it is given on stdin, through WASI", async () => {
      expect((await scenario("stdin", { stdin: "hello" })).stdout).toBe("HELLO\nclosed\n");
    });

    test("ends with the exit code of the program", async () => {
      expect(await scenario("exit")).toEqual({ stdout: "", stderr: "", exitCode: 7 });
    });

    test.each([
      ["throws", "before\n", /^Uncaught RangeError: boom\n\s+at /],
      ["rejects", "", /^Uncaught Error: lost\n\s+at /],
      ["task-fails", "", /^Uncaught error in task \d+: TypeError: in a task\n\s+at /],
      ["deadlock", "", /^Uncaught RuntimeError: Cannot go on: every task waits and nothing can wake one \(a deadlock\)/],
    ])("ends with exit code 1 and says why: %s", async (name, stdout, stderr) => {
      const result = await scenario(name);
      expect(result.stderr).toMatch(stderr);
      expect(result).toMatchObject({ stdout, exitCode: 1 });
    });

    test("throws RangeError where recursion goes deeper than a thousand calls", async () => {
      const { stdout, stderr, exitCode } = await scenario("recursion");
      expect([stdout, stderr, exitCode]).toEqual(["900\nRangeError: Maximum call stack size exceeded\n900\n", "", 0]);
    });

    test("explains a trap: generators that nest without end", async () => {
      const result = await scenario("generator-recursion");
      expect(result.stderr).toMatch(/portalis: trap: the program used up the native stack/);
      expect(result.exitCode).toBe(134);
    });

    test("has random numbers of its own in every run", async () => {
      expect((await scenario("random")).stdout).not.toBe((await scenario("random")).stdout);
    });
  });
}
