import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const compiler = fileURLToPath(new URL("../../../node_modules/.bin/tsc", import.meta.url));
const project = fileURLToPath(new URL("samples.tsconfig.json", import.meta.url));

test("every emitted sample passes tsc --strict --noUncheckedIndexedAccess --exactOptionalPropertyTypes", { timeout: 60_000 }, () => {
  const { stdout, status } = spawnSync(compiler, ["-p", project], { encoding: "utf8" });
  expect(status).not.toBeNull();
  expect(stdout.split("\n").filter((line) => line.includes("test/samples/"))).toEqual([]);
});
