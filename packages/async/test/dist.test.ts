import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const isBuilt = existsSync(new URL("../dist/index.node.js", import.meta.url));
const mayBeAbsent = !isBuilt && process.env["CI"] === undefined;

if (mayBeAbsent) console.warn("SKIPPED: the umbrella is not built, so its dist is not tested; `npm run build` first");

test.skipIf(mayBeAbsent)("the built umbrella runs spawn, join, a mutex and a channel on plain Node", () => {
  const program = fileURLToPath(new URL("built-program.mjs", import.meta.url));
  const output = execFileSync(process.execPath, [program], { encoding: "utf8" });
  expect(JSON.parse(output)).toEqual({ platform: "node", order: ["a", "b"], value: "through a channel" });
});

test.skipIf(mayBeAbsent).each(["node", "browser", "wasi"])("the built umbrella has an entry for %s", (condition) => {
  const print = 'console.log(import.meta.resolve("@portalis/async"))';
  const flags = [`--conditions=${condition}`, "--input-type=module", "--eval", print];
  const resolved = execFileSync(process.execPath, flags, { cwd: import.meta.dirname, encoding: "utf8" }).trim();
  expect(resolved).toMatch(new RegExp(`/dist/index\\.${condition}\\.js$`));
  expect(existsSync(new URL(resolved))).toBe(true);
});
