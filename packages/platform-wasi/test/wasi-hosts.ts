import { join } from "node:path";
import {
  findWasmtime,
  type ProgramOptions,
  type ProgramResult,
  runComponent,
  runOnWasmtime,
  transpileComponent,
} from "../src/build/index.js";

/** Something that runs components. */
export interface WasiHost {
  readonly name: string;
  /** Why it cannot be had on this machine; `undefined` when it can. */
  readonly missing?: string;
  /** Makes a component ready to be run, any number of times. */
  prepare(component: string, directory: string): Promise<(options?: ProgramOptions) => Promise<ProgramResult>>;
}

const node: WasiHost = {
  name: `Node ${process.versions.node}`,
  async prepare(component, directory) {
    const outDir = join(directory, "node");
    await transpileComponent({ component, outDir });
    return (options) => runComponent(outDir, options);
  },
};

/** Every host there is to be had: Node through jco always, Wasmtime where there is one. */
export async function wasiHosts(): Promise<readonly WasiHost[]> {
  const wasmtime = await findWasmtime();
  if (wasmtime === undefined) {
    const missing =
      "no Wasmtime here: install the command, or run `node packages/platform-wasi/scripts/install-wasmtime.mjs`, or set PORTALIS_WASMTIME";
    process.stderr.write(`\nSKIPPED on Wasmtime: ${missing}\n`);
    return [node, { name: "Wasmtime", missing, prepare: () => Promise.reject(new Error(missing)) }];
  }
  return [
    node,
    {
      name: `Wasmtime ${wasmtime.version} (${wasmtime.kind})`,
      prepare: (component) => Promise.resolve((options) => runOnWasmtime(wasmtime, component, options)),
    },
  ];
}
