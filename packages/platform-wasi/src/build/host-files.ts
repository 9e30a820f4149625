import { fileURLToPath } from "node:url";

const DIRECTORY = new URL("../../host/", import.meta.url);

/** The path of a file of this package's `host/`: what runs beside a component and not inside it. */
export function hostFile(name: "run.mjs" | "no-files.mjs" | "explain-trap.mjs" | "run-on-wasmtime.py"): string {
  return fileURLToPath(new URL(name, DIRECTORY));
}
