#!/usr/bin/env node
/**
 * `npm run demo`: translates the Python programs of examples/python, runs each on Node, in a headless browser and as a
 * WASI component, and compares what they print with what CPython 3.13 printed (`<name>.expected.txt` beside them).
 *
 *   npm run demo [-- name ...]      some of the programs only
 *
 * Components are built once and kept in node_modules/.cache, so that the second run takes seconds. Without a browser it
 * says so and goes on; with CI set that is a failure, as is any difference.
 */
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildProgram, bundleProgram, CommandError, programModule, readProgram } from "@portalis/cli";
import { openBrowser } from "@portalis/platform-browser/launch";
import { Progress } from "./demo-progress.mjs";
import { printTable } from "./demo-table.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, "examples/python");
const PROGRAMS = ["fetch_data", "workers", "producer_consumer", "crawler"];
/** How many programs run at the same time: they sleep more than they work. */
const AT_ONCE = 4;
const TIME_LIMIT = 60_000;

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !PROGRAMS.includes(name));
if (unknown.length > 0) {
  console.error(`demo: no such program: ${unknown.join(", ")}; there are ${PROGRAMS.join(", ")}`);
  process.exit(2);
}
const names = asked.length > 0 ? asked : PROGRAMS;
const host = { cwd: root, env: process.env, sharesStreams: false, interactive: false, write: () => undefined };
const temporary = await mkdtemp(join(tmpdir(), "portalis-demo-"));
/** Components are built one after the other: building uses all of a core. */
let building = Promise.resolve();
const opening = openBrowser().then(
  (browser) => ({ browser }),
  (error) => ({ error }),
);

try {
  process.exitCode = await demo();
} finally {
  const { browser } = await opening;
  await browser?.close();
  await rm(temporary, { recursive: true, force: true });
}
process.exit();

async function demo() {
  const programs = await Promise.all(names.map((name) => readProgram(join(folder, `${name}.py`), host)));
  const jobs = programs.flatMap((program) => [
    { program, platform: "Node", run: () => runOnNode(program) },
    { program, platform: "browser", run: () => runInBrowser(program) },
    { program, platform: "WASI", run: () => runOnWasi(program) },
  ]);
  const progress = new Progress(jobs.length);
  const work = async (job) => {
    const label = `${job.program.name} on ${job.platform}`;
    progress.start(label);
    job.result = await outcome(job);
    progress.end(label);
  };
  // Components are built one after the other, while the programs of the other platforms sleep.
  const components = jobs.filter((job) => job.platform === "WASI");
  const others = jobs.filter((job) => job.platform !== "WASI");
  await Promise.all([inParallel(components, AT_ONCE, work), inParallel(others, AT_ONCE, work)]);
  progress.clear();

  const ran = jobs.filter((job) => job.result !== undefined);
  printTable(ran.map(({ program, platform, result }) => ({ program: program.name, platform, ...result })));
  const { error } = await opening;
  if (error !== undefined) console.log(`\nno browser: ${error.message.split("\n")[0]}`);
  const same = ran.filter((job) => job.result.same).length;
  console.log(`\n${same} of ${ran.length} same as CPython`);
  return same < ran.length || (error !== undefined && process.env.CI) ? 1 : 0;
}

/** What came of a job; nothing where there is no browser. */
async function outcome({ program, platform, run }) {
  if (platform === "browser" && (await opening).error !== undefined) return undefined;
  const expected = await readFile(join(folder, `${program.name}.expected.txt`), "utf8");
  try {
    const { stdout, stderr, exitCode, time } = await run();
    return { ...compare(expected, stdout, stderr, exitCode), time };
  } catch (error) {
    const text = error instanceof CommandError ? error.message : (error.stack ?? String(error));
    return { same: false, text: text.split("\n")[0] };
  }
}

function compare(expected, stdout, stderr, exitCode) {
  const wanted = expected.split("\n");
  const printed = stdout.split("\n");
  const line = wanted.findIndex((text, index) => text !== printed[index]);
  const complaint = stderr.trimEnd().split("\n").at(-1);
  if (line >= 0) {
    const instead = printed[line] || complaint || "nothing";
    return { same: false, text: `line ${line + 1}: ${instead} instead of ${wanted[line] || "the end"}` };
  }
  if (printed.length > wanted.length)
    return { same: false, text: `line ${wanted.length}: ${printed[wanted.length - 1]} instead of the end` };
  if (exitCode !== 0) return { same: false, text: `exit code ${exitCode}: ${complaint}` };
  return { same: true, text: "same as CPython" };
}

async function runOnNode(program) {
  const bundle = join(temporary, `${program.name}.mjs`);
  await writeFile(bundle, await bundleProgram(program, programModule(program), { target: "node" }, host));
  return timed(() => runChild([bundle]));
}

async function runInBrowser(program) {
  const bundle = await bundleProgram(program, programModule(program), { target: "browser" }, host);
  const { browser } = await opening;
  return timed(() => browser.run({ bundle }, { timeout: TIME_LIMIT }));
}

async function runOnWasi(program) {
  const directory = join(temporary, "wasi", program.name);
  await mkdir(directory, { recursive: true });
  const build = () => buildProgram(program, "wasi", directory, {}, host);
  const start = await (building = building.then(build, build));
  return timed(() => runChild([join(directory, start)]));
}

async function timed(run) {
  const started = performance.now();
  const result = await run();
  return { ...result, time: performance.now() - started };
}

function runChild(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"], timeout: TIME_LIMIT });
    const output = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"]) child[stream].setEncoding("utf8").on("data", (text) => (output[stream] += text));
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ ...output, exitCode: code ?? signal }));
  });
}

/** Runs `work` on every item, `limit` at a time, in order. */
async function inParallel(items, limit, work) {
  const rest = [...items];
  const next = async () => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: limit }, next));
}
