import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const compiler = fileURLToPath(new URL("../../../node_modules/.bin/tsc", import.meta.url));
const project = fileURLToPath(new URL("samples.tsconfig.json", import.meta.url));

test("every emitted sample passes tsc --strict --noUncheckedIndexedAccess --exactOptionalPropertyTypes", { timeout: 60_000 }, async () => {
  const { stdout } = await promisify(execFile)(compiler, ["-p", project]).catch((error: { stdout: string }) => error);
  expect(stdout).toBe("");
});
