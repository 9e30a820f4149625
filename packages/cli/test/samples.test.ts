import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { translate } from "@portalis/translator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { platforms } from "../src/platforms.js";
import { sampleBatch } from "./sample-batch.js";
import { type SampleResult, samplePlatforms } from "./sample-platforms.js";
import { sampleOutput, samples } from "./samples.js";

/** For all programs on all platforms together: less than a minute on two free cores. */
const LIMIT = 300_000;
const translations = new Map(samples.map((sample) => [sample, translate(sample.text, { filename: `${sample.name}.py` })]));
const translated = new Map([...translations].flatMap(([sample, { code }]) => (code === "" ? [] : [[sample, code] as const])));

test.each(samples)("$name is translated", (sample) => {
  expect(translations.get(sample)?.diagnostics).toEqual([]);
});

describe.each(platforms)("on %s", (platform) => {
  test.each(samples)("$name does what CPython does", ({ name, expected }) => {
    const result = results[platform].get(name) ?? failures.get(platform);
    if (result === undefined || result instanceof Error) throw result ?? new Error(`${name} was not translated`);
    expect(sampleOutput(result)).toEqual(expected);
  });
});

const results = { node: new Map<string, SampleResult>(), browser: new Map<string, SampleResult>(), wasi: new Map<string, SampleResult>() };
const failures = new Map<string, Error>();
let directory = "";

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "portalis-samples-"));
  // All platforms at the same time: while the programs of one sleep, those of another work.
  await Promise.all(
    platforms.map((platform) =>
      runAll(platform).catch((error: unknown) => {
        failures.set(platform, error as Error);
      }),
    ),
  );
}, LIMIT);

afterAll(() => rm(directory, { recursive: true, force: true }));

async function runAll(platform: (typeof platforms)[number]): Promise<void> {
  const { run, atOnce, close } = await samplePlatforms[platform](sampleBatch(translated), directory);
  const rest = [...translated.keys()];
  const next = async (): Promise<void> => {
    for (let sample = rest.shift(); sample !== undefined; sample = rest.shift()) results[platform].set(sample.name, await run(sample.name));
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, next));
  } finally {
    await close?.();
  }
}
