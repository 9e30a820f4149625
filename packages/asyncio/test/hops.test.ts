import { readFileSync } from "node:fs";
import { simulate } from "@portalis/testing";
import { describe, expect, test } from "vitest";
import { run } from "../src/index.js";
import { main, rowNames } from "./samples/hops.js";

const recorded = readFileSync(new URL("samples/hops.out", import.meta.url), "utf8")
  .trimEnd()
  .split("\n");

describe("iterations from an event to the step of whoever waits, as in CPython", async () => {
  const { stdout } = await simulate({}, run(main()));
  const lines = stdout.trimEnd().split("\n");

  test("every row is recorded", () => {
    expect(lines.length).toBe(recorded.length);
  });

  for (const [index, name] of rowNames.entries()) {
    test(name, () => {
      expect(lines[index]).toBe(recorded[index]);
    });
  }
});
