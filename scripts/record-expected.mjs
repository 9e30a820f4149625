#!/usr/bin/env node
/**
 * Records what CPython 3.13 prints for the examples and for the sample programs of the tests.
 *
 *   node scripts/record-expected.mjs [--check] [program.py ...]
 *
 * Beside each program it writes `<name>.expected.txt`, what is printed on stdout, and, where the program fails,
 * `<name>.exit.txt`: the exit code and the last line of stderr. With --check it writes nothing and fails when a program
 * prints something else than what is recorded, which also shows a program that does not print the same every time.
 *
 * The interpreter is $PYTHON, or the first python3.13 on the PATH. Nothing else in the repository needs a Python.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const FOLDERS = ["examples/python", "packages/cli/test/samples"];

const args = process.argv.slice(2);
const check = args.includes("--check");
const named = args.filter((arg) => !arg.startsWith("-"));
const programs = named.length > 0 ? named : FOLDERS.flatMap(pythonFiles);
const python = findPython();

let different = 0;
const queue = [...programs];
await Promise.all([worker(), worker(), worker(), worker()]);
console.log(`${programs.length} programs, ${different} ${check ? "different" : "changed"}`);
if (check && different > 0) process.exitCode = 1;

async function worker() {
  for (let program = queue.shift(); program !== undefined; program = queue.shift()) await record(program);
}

async function record(program) {
  const { stdout, stderr, code } = await run(program);
  const base = program.replace(/\.py$/, "");
  const lastLine = stderr.trimEnd().split("\n").at(-1);
  const changed = [save(`${base}.expected.txt`, stdout), save(`${base}.exit.txt`, code === 0 ? undefined : `${code}\n${lastLine}\n`)];
  if (!changed.includes(true)) return;
  different++;
  console.log(`${check ? "different" : "recorded"}: ${relative(root, program)}`);
}

/** Writes the file, or removes it when there is nothing to keep; says whether that changes anything. */
function save(path, text) {
  const recorded = existsSync(path) ? readFileSync(path, "utf8") : undefined;
  if (recorded === text) return false;
  if (!check && text === undefined) rmSync(path);
  if (!check && text !== undefined) writeFileSync(path, text);
  return true;
}

function run(program) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, PYTHONHASHSEED: "0", PYTHONUTF8: "1", PYTHONDONTWRITEBYTECODE: "1" };
    const child = spawn(python, [program], { env, stdio: ["ignore", "pipe", "pipe"], timeout: 60_000 });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text) => (stderr += text));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (signal !== null) reject(new Error(`${program} was ended by ${signal}: it must end by itself within a minute`));
      else resolve({ stdout, stderr, code });
    });
  });
}

function pythonFiles(folder) {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".py"))
    .map((name) => join(root, folder, name));
}

function findPython() {
  for (const candidate of [process.env.PYTHON, "python3.13"]) {
    if (!candidate) continue;
    const { stdout } = spawnSync(candidate, ["--version"], { encoding: "utf8" });
    if (stdout?.startsWith("Python 3.13.")) return candidate;
  }
  console.error("record-expected: no CPython 3.13 found: set PYTHON to one, or put python3.13 on the PATH");
  process.exit(2);
}
