#!/usr/bin/env node
/**
 * Runs the component beside this file: `node run.mjs [arguments of the program]`.
 * The program sees the environment of this process; its exit code becomes that of this process, 134 after a trap.
 */
import { setFlagsFromString } from "node:v8";
import { explainTrap } from "./explain-trap.mjs";

// Node 20 has this feature of WebAssembly, but behind a flag; it must be set before the module is compiled.
if (Number.parseInt(process.versions.node, 10) < 22) setFlagsFromString("--experimental-wasm-extended-const");

const { _setArgs } = await import("./preview2-shim/nodejs/cli.js");
_setArgs(["program.wasm", ...process.argv.slice(2)]);

let exitCode = 0;
try {
  const { run } = await import("./program.js");
  run.run();
} catch (error) {
  // An `err` result: the program failed and has said why.
  const failed = error === undefined || error?.constructor?.name === "ComponentError";
  exitCode = failed ? 1 : 134;
  if (!failed) {
    const reason = `${error?.name ?? "Error"}: ${error?.message ?? error}`;
    process.stderr.write(`portalis: trap: ${explainTrap(reason) ?? reason}\n  (${reason})\n`);
  }
}
process.exit(exitCode);
