// Records what CPython prints for the programs in test/samples: node scripts/record.mjs [python3.13]
import { spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const python = process.argv[2] ?? process.env.PYTHON ?? "python3.13";
const samples = new URL("../test/samples/", import.meta.url);
const loop = fileURLToPath(new URL("virtual_loop.py", import.meta.url));

for (const name of readdirSync(samples).filter((file) => file.endsWith(".py"))) {
  const { status, stdout, stderr } = spawnSync(python, [loop, fileURLToPath(new URL(name, samples))], { encoding: "utf8" });
  if (status !== 0) {
    console.error(`${name}: exit code ${status}\n${stderr}`);
    process.exitCode = 1;
    continue;
  }
  writeFileSync(new URL(name.replace(/\.py$/, ".out"), samples), stdout);
  console.log(`${name}: ${stdout.split("\n").length - 1} lines`);
}
