/**
 * The same work on our locks and channels and on those of others.
 *
 *     node bench/peers/run.mjs [--smoke] [--rows mutex,chan] [--samples 10]
 *
 * One process for each cell; nanoseconds of CPU time (user and system) an operation, the least of the samples; every checksum must be right.
 * Prints a table of ratios to the best peer (below 1: ours is faster) and keeps the figures in bench/peers/results/peers.json.
 */
import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { parseArgs, promisify } from "node:util";
import { build } from "esbuild";
import { rows } from "./src/rows.mjs";

const { values: options } = parseArgs({
  options: {
    smoke: { type: "boolean", default: false },
    rows: { type: "string", default: "" },
    samples: { type: "string", default: "10" },
  },
});
const here = new URL("./", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL("package.json", here), "utf8"));
const peers = ["async-mutex", "async-sema", "p-limit", "async-primitives", "effect", "thi-ng-csp", "redux-saga"];
const libraries = ["ours-await", "ours-tasks", ...peers];
const built = new URL("built/", here);

/** Ours from the sources, so that what is measured is what is there. */
await build({
  entryPoints: ["cell", ...libraries].map((name) => new URL(`src/${name}.mjs`, here).pathname),
  external: Object.keys(manifest.dependencies).filter((name) => !name.startsWith("@portalis/")),
  outdir: built.pathname,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "es2022",
  conditions: ["@portalis/source"],
  plugins: [{ name: "cells", setup: ({ onResolve }) => onResolve({ filter: /^\.\/\$\{/ }, ({ path }) => ({ path, external: true })) }],
});

const run = promisify(execFile);
async function cell(library, row, n, samples) {
  const { work } = await import(new URL(`${library}.mjs`, built));
  if (!(row.name in work)) return undefined;
  const args = [new URL("cell.mjs", built).pathname, library, row.name, String(n), String(samples)];
  const { stdout } = await run(process.execPath, args, { timeout: 300_000 });
  const { nanoseconds, checksum } = JSON.parse(stdout);
  if (checksum !== row.checksum(n)) throw new Error(`${library} on ${row.name}: checksum ${checksum}, expected ${row.checksum(n)}.`);
  return Math.round(nanoseconds);
}

const wanted = options.rows.split(",");
const chosen = rows.filter(({ name }) => wanted.some((part) => name.includes(part)));
const results = [];
for (const row of chosen) {
  const n = options.smoke ? Math.min(2_000, row.n) : row.n;
  const figures = {};
  for (const library of libraries) {
    const nanoseconds = await cell(library, row, n, options.smoke ? 1 : Number(options.samples));
    if (nanoseconds !== undefined) figures[library] = nanoseconds;
  }
  results.push({ row: row.name, about: row.about, n, figures });
}
rmSync(built, { recursive: true });

const table = [["row", "await", "yield*", "best peer", "await / peer", "yield* / peer", "first"]];
for (const { row, figures } of results) {
  const rivals = Object.entries(figures).filter(([library]) => peers.includes(library));
  const [rival, bar] = rivals.sort(([, a], [, b]) => a - b)[0] ?? ["-", NaN];
  const [byAwait, inTask] = [figures["ours-await"], figures["ours-tasks"]];
  const ratio = (ours) => (ours / bar).toFixed(2);
  const first = Number.isNaN(bar)
    ? "alone"
    : byAwait < bar && inTask < bar
      ? "yes"
      : inTask < bar
        ? "yield* only"
        : byAwait < bar
          ? "await only"
          : "no";
  table.push([row, `${byAwait}`, `${inTask}`, Number.isNaN(bar) ? "-" : `${rival} ${bar}`, ratio(byAwait), ratio(inTask), first]);
}
const widths = table[0].map((_, column) => Math.max(...table.map((line) => line[column].length)));
console.log(table.map((line) => line.map((text, column) => text.padEnd(widths[column])).join("  ")).join("\n"));

const versions = Object.fromEntries(Object.entries(manifest.dependencies).filter(([name]) => !name.startsWith("@portalis/")));
const host = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length, load: loadavg()[0] };
mkdirSync(new URL("results/", here), { recursive: true });
const kept = options.smoke ? "results/smoke.json" : "results/peers.json";
writeFileSync(new URL(kept, here), `${JSON.stringify({ date: new Date().toISOString(), host, versions, results }, undefined, 2)}\n`);
