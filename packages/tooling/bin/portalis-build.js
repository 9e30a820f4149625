#!/usr/bin/env node
/**
 * Builds the package of the current directory into `dist/`: JavaScript file by file (esbuild through tsup), declarations
 * by TypeScript 7. Nothing is bundled, so that `export *` and side effects stay where the sources have them.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "tsup";

const { name } = JSON.parse(readFileSync("package.json", "utf8"));

if (!existsSync("src")) {
  console.error(`portalis-build: ${name} has no src directory`);
  process.exit(1);
}
rmSync("dist", { recursive: true, force: true });
await build({
  config: false,
  entry: ["src/**/*.ts", "!src/**/*.d.ts"],
  outDir: "dist",
  format: "esm",
  target: "es2022",
  platform: "neutral",
  bundle: false,
  splitting: false,
  sourcemap: true,
  dts: false,
  silent: true,
});

const typescript = createRequire(import.meta.url).resolve("typescript-7/package.json");
const tsc = join(typescript, "..", "bin", "tsc");
const flags = ["--noEmit", "false", "--emitDeclarationOnly", "--rootDir", "src", "--outDir", "dist", "--customConditions", "null"];
const { status } = spawnSync(process.execPath, [tsc, "-p", "tsconfig.json", ...flags], { stdio: "inherit" });
process.exit(status ?? 1);
