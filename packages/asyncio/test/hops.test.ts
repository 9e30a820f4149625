import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { runProgram } from "./run-program.js";
import { main, rowNames } from "./samples/hops.js";

const recorded = readFileSync(new URL("samples/hops.out", import.meta.url), "utf8")
  .trimEnd()
  .split("\n");

describe("iterations from an event to the step of whoever waits, as in CPython", async () => {
  const run = await runProgram(main);
  const lines = run.stdout.trimEnd().split("\n");

  test("the program runs to its end", () => {
    expect(run.error).toBe(undefined);
  });

  for (const [index, name] of rowNames.entries()) {
    test(name, () => {
      expect(lines[index]).toBe(recorded[index]);
    });
  }
});
