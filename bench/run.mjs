/**
 * `node run.mjs [--runs 8] [--rows a,b] [--only rows,parked,growth,host]`: measures ours and the peers on this machine, prints the ratios
 * beside their targets, and keeps the figures in `results/`. Figures are the least process CPU time of several runs: trust ratios to 20 %.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { parked, rows } from "./src/rows.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const { values: options } = parseArgs({
  options: {
    runs: { type: "string", default: "8" },
    rows: { type: "string", default: rows.map(({ name }) => name).join(",") },
    only: { type: "string", default: "rows,parked,growth,host" },
  },
});
const only = new Set(options.only.split(","));
const peers = ["portalis", "native", "effect", "effection"];

const folder = mkdtempSync(join(tmpdir(), "portalis-bench-"));
try {
  // Bundled from the sources, as programs ship it.
  await build({
    entryPoints: peers.map((peer) => join(here, "src", `${peer}.mjs`)),
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "es2022",
    conditions: ["@portalis/source"],
    logLevel: "error",
  });
  const report = { date: new Date().toISOString(), node: process.version, cpu: cpus()[0]?.model, runs: Number(options.runs) };
  if (only.has("rows")) report.rows = measureRows();
  if (only.has("parked")) report.parked = measureParked();
  if (only.has("growth")) report.growth = child("portalis", "growth", "10000,100000,1000000");
  if (only.has("host")) report.host = child("portalis", "host", "-");
  print(report);
  const file = join(here, "results", `${report.date.slice(0, 16).replaceAll(":", "")}.json`);
  writeFileSync(file, `${JSON.stringify(report, undefined, 2)}\n`);
  console.log(`\nkept in ${file}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function child(peer, what, argument, list = "") {
  const module = pathToFileURL(join(folder, `${peer}.mjs`)).href;
  const args = ["--expose-gc", join(here, "src", "child.mjs"), module, what, argument, list];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 24 }));
}

function measureRows() {
  const result = {};
  for (const peer of peers) {
    console.error(`${peer} ...`);
    result[peer] = child(peer, "rows", options.runs, options.rows);
  }
  for (const python of ["python3.13", "python3"]) {
    try {
      const text = execFileSync(python, [join(here, "src", "asyncio_peer.py"), options.runs, options.rows], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      });
      const { version, best } = JSON.parse(text);
      result.asyncio = best;
      result.python = version;
      break;
    } catch {
      // No such Python here.
    }
  }
  return result;
}

function measureParked() {
  return Object.fromEntries(["portalis", "native", "effect"].map((peer) => [peer, child(peer, "parked", String(parked.count))]));
}

function print({ node, cpu, rows: figures, parked: bytes, growth, host }) {
  console.log(
    `Node ${node}, ${cpu}${figures?.python === undefined ? "" : `, asyncio of CPython ${figures.python}`}; ns of CPU per operation, ratio (target)`,
  );
  if (figures !== undefined) {
    const others = ["native", "asyncio", "effect", "effection"];
    console.log(["row".padEnd(44), "ours".padStart(8), ...others.map((peer) => peer.padStart(24))].join(""));
    for (const { name, text, targets } of rows) {
      const ours = figures.portalis[name];
      if (ours === undefined) continue;
      const cells = others.map((peer) => {
        const theirs = figures[peer]?.[name];
        if (theirs === undefined) return "-".padStart(24);
        const ratio = theirs / ours;
        const target = targets[peer];
        const verdict = target === undefined ? "" : ` (${target}${ratio >= target ? "" : " MISSED"})`;
        return `${theirs.toFixed(0)} ${ratio.toFixed(1)}x${verdict}`.padStart(24);
      });
      console.log([text.padEnd(44), ours.toFixed(1).padStart(8), ...cells].join(""));
    }
    const flat = figures.portalis["depth-50"] / figures.portalis["depth-1"];
    if (!Number.isNaN(flat)) console.log(`depth 50 against depth 1: ${flat.toFixed(2)} (at most 2${flat <= 2 ? "" : " MISSED"})`);
  }
  for (const [peer, { bytes: each, leftOver }] of Object.entries(bytes ?? {})) {
    const verdict = peer === "portalis" ? ` (at most ${parked.most}${each <= parked.most ? "" : " MISSED"})` : "";
    console.log(`${peer}: ${each.toFixed(0)} bytes per parked task${verdict}, ${leftOver.toFixed(1)} left afterwards`);
  }
  if (growth !== undefined) {
    const ratio = growth[1_000_000] / growth[10_000];
    console.log(
      `spawn, park, resume, join: ${Object.entries(growth)
        .map(([count, ns]) => `${count}: ${ns.toFixed(0)} ns`)
        .join(", ")}; growth ${ratio.toFixed(1)} (at most 4${ratio <= 4 ? "" : " MISSED"})`,
    );
  }
  if (host !== undefined) {
    console.log(`while ${host.yields / 1e6} M yields run (${(host.yields / host.elapsed / 1000).toFixed(1)} M/s):`);
    for (const key of ["nativeIntervalLate", "echo", "busySleepLate", "idleSleepLate"]) {
      const { count, min, p50, p99 } = host[key];
      console.log(`  ${key.padEnd(20)} p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms, min ${min.toFixed(2)} ms (${count})`);
    }
  }
}
