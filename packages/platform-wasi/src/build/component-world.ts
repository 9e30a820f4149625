import { copyFile, mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { WASI_VERSION } from "./wasi-interface-name.js";

/** The name of the world in the generated WIT. */
export const WORLD = "program";

const WIT_DIRECTORY = fileURLToPath(new URL("../../wit/", import.meta.url));

/**
 * The WIT world of a component: a command that imports just `interfaces`. The engine keeps every import of the world in
 * the component, used or not, and a host must then provide it; so the world names only what the program uses.
 *
 * @param interfaces full names, such as `wasi:io/poll@0.2.12`
 */
export function componentWorld(interfaces: readonly string[]): string {
  return [
    "package portalis:program;",
    "",
    `world ${WORLD} {`,
    ...interfaces.map((name) => `  import ${name};`),
    `  export wasi:cli/run@${WASI_VERSION};`,
    "}",
    "",
  ].join("\n");
}

/** Writes `world` and the definitions of WASI it refers to into `directory`, as WIT tools expect them. */
export async function writeWorld(directory: string, world: string): Promise<void> {
  const dependencies = join(directory, "deps");
  await mkdir(dependencies, { recursive: true });
  await writeFile(join(directory, "world.wit"), world);
  const files = (await readdir(WIT_DIRECTORY)).filter((file) => file.endsWith(".wit"));
  await Promise.all(files.map((file) => copyFile(join(WIT_DIRECTORY, file), join(dependencies, file))));
}
