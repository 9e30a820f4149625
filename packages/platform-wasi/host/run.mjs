#!/usr/bin/env node
/**
 * Runs the component beside this file: `node run.mjs [arguments of the program]`.
 * The program sees the environment of this process; its exit code becomes that of this process, 134 after a trap.
 */
import { writeSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { isMainThread, Worker } from "node:worker_threads";
import { explainTrap } from "./explain-trap.mjs";

/** As much as the engine inside the component can use; the main thread has an eighth of it. */
const STACK_MEGABYTES = 8;

// Node 20 has this feature of WebAssembly, but behind a flag; it must be set before the module is compiled.
if (Number.parseInt(process.versions.node, 10) < 22) setFlagsFromString("--experimental-wasm-extended-const");

if (isMainThread) {
  const program = new Worker(new URL(import.meta.url), {
    argv: process.argv.slice(2),
    resourceLimits: { stackSizeMb: STACK_MEGABYTES },
  });
  program.once("exit", (code) => process.exit(code));
} else {
  process.exit(await run(process.argv.slice(2)));
}

async function run(args) {
  const { _setArgs } = await import("./preview2-shim/nodejs/cli.js");
  _setArgs(["program.wasm", ...args]);
  try {
    const { run } = await import("./program.js");
    run.run();
    return 0;
  } catch (error) {
    // An `err` result: the program failed and has said why.
    if (error === undefined || error?.constructor?.name === "ComponentError") return 1;
    const reason = `${error?.name ?? "Error"}: ${error?.message ?? error}`;
    writeSync(2, `portalis: trap: ${explainTrap(reason) ?? reason}\n  (${reason})\n`);
    return 134;
  }
}
