import { readFileSync } from "node:fs";
import { Runtime, withRuntime, type Coroutine } from "@portalis/runtime";
import { expect, test } from "vitest";
import { run } from "../src/index.js";
import * as cancel from "./samples/cancel.js";
import * as condition from "./samples/condition.js";
import * as groups from "./samples/groups.js";
import * as shutdown from "./samples/shutdown.js";
import * as texts from "./samples/texts.js";
import { VirtualPlatform } from "./virtual-platform.js";

// Each sample is a Python program and its translation; what CPython prints is recorded by scripts/record.mjs.
const samples: Readonly<Record<string, () => Coroutine<unknown>>> = {
  cancel: asyncioMain(cancel.main),
  condition: asyncioMain(condition.main),
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
    const platform = new VirtualPlatform();
    const rt = new Runtime({ platform });
    const scope = withRuntime(rt);
    try {
      await rt.run(main());
    } finally {
      scope[Symbol.dispose]();
    }
    expect(platform.stdout).toBe(readFileSync(new URL(`samples/${name}.out`, import.meta.url), "utf8"));
  });
}
