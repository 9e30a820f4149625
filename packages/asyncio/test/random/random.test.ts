import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { logsOfCPython } from "./cpython.js";
import { generate } from "./generate.js";
import { runRandom } from "./run-random.js";

function range(first: number, length: number): number[] {
  return Array.from({ length }, (_, index) => first + index);
}

const file = new URL("recorded.txt", import.meta.url);

/** Seeds whose programs once ran otherwise than in CPython, and others for breadth. */
const seeds = [54, 230, 297, 1_000_085, 1_000_950, ...range(1001, 57), ...range(1_000_001, 40)];

// By hand, where there is a CPython 3.13:
//   PYTHON=python3.13 RECORD=1 npx vitest run --project asyncio random             records the logs anew
//   PYTHON=python3.13 FUZZ=1000 [SEED=1] npx vitest run --project asyncio random   compares 1000 fresh programs
if (process.env["RECORD"] !== undefined) {
  const logs = logsOfCPython(seeds.map((seed) => generate(seed)));
  writeFileSync(file, logs.map((log, index) => `seed ${seeds[index]}\n${log.map((line) => `  ${line}\n`).join("")}`).join(""));
}

const recorded = new Map<number, string[]>();
for (const section of readFileSync(file, "utf8")
  .split(/^seed /m)
  .slice(1)) {
  const [seed, ...lines] = section.trimEnd().split("\n");
  recorded.set(
    Number(seed),
    lines.map((line) => line.slice(2)),
  );
}

describe("random programs take the steps that they take in CPython", () => {
  for (const seed of seeds) {
    test(`seed ${seed}`, async () => {
      expect(await runRandom(generate(seed))).toEqual(recorded.get(seed));
    });
  }
});

const count = Number(process.env["FUZZ"] ?? 0);
test.runIf(count > 0)(`${count} fresh random programs take the steps that they take in CPython`, { timeout: 1_000_000 }, async () => {
  const first = Number(process.env["SEED"] ?? Date.now() % 1_000_000_000);
  const different: string[] = [];
  for (let from = first; from < first + count; from += 500) {
    const batch = Array.from({ length: Math.min(500, first + count - from) }, (_, index) => from + index);
    const programs = batch.map((seed) => generate(seed));
    const logs = logsOfCPython(programs);
    for (const [index, program] of programs.entries()) {
      const ours = await runRandom(program);
      const theirs = logs[index] ?? [];
      const line = Array.from({ length: Math.max(ours.length, theirs.length) }, (_, at) => at).find((at) => ours[at] !== theirs[at]);
      if (line !== undefined) different.push(`seed ${batch[index]}, line ${line}: CPython: ${theirs[line]} | here: ${ours[line]}`);
    }
  }
  expect(different).toEqual([]);
});
