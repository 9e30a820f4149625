import { readFileSync } from "node:fs";
import type { Coroutine } from "@portalis/runtime";
import { simulate } from "@portalis/testing";
import { expect, test } from "vitest";
import { run } from "../src/index.js";
import * as asyncgens from "./samples/asyncgens.js";
import * as cancel from "./samples/cancel.js";
import * as condition from "./samples/condition.js";
import * as contexts from "./samples/contexts.js";
import * as dynamic from "./samples/dynamic.js";
import * as groups from "./samples/groups.js";
import * as shutdown from "./samples/shutdown.js";
import * as texts from "./samples/texts.js";

// Each sample is a Python program and its translation; what CPython prints is recorded by scripts/record.mjs.
const samples: Readonly<Record<string, () => Coroutine<unknown>>> = {
  asyncgens: asyncioMain(asyncgens.main),
  cancel: asyncioMain(cancel.main),
  condition: asyncioMain(condition.main),
  contexts: asyncioMain(contexts.main),
  dynamic: asyncioMain(dynamic.main),
  groups: asyncioMain(groups.main),
  shutdown: shutdown.main,
  texts: asyncioMain(texts.main),
};

function asyncioMain(main: () => Coroutine<unknown>): () => Coroutine<unknown> {
  return function* () {
    return yield* run(main());
  };
}

for (const [name, main] of Object.entries(samples)) {
  test(`${name}: prints what CPython prints`, async () => {
    const { stdout } = await simulate({}, main());
    expect(stdout).toBe(readFileSync(new URL(`samples/${name}.out`, import.meta.url), "utf8"));
  });
}
