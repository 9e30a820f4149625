import { dirname } from "node:path";
import { guardRecursion, wrapEntry } from "@portalis/platform-wasi/build";
import { type Plugin, transform } from "esbuild";
import type { PlatformName } from "../src/platforms.js";
import type { TextModule } from "../src/program-module.js";
import type { Sample } from "./samples.js";

/** The environment variable that names the program to run. */
export const CHOICE = "PORTALIS_SAMPLE";

const SAMPLE = "portalis-sample";

/**
 * One program that is many: started with a name in {@link CHOICE} it runs that one and nothing of the others. So many
 * programs are bundled, or built into a component, at the cost of one; each still runs in a process, a page or an instance
 * of its own.
 */
export interface SampleBatch {
  readonly entry: TextModule;
  /** The TypeScript of each sample. */
  readonly translations: ReadonlyMap<Sample, string>;
}

/** Puts samples together, with their translations. */
export function sampleBatch(translations: ReadonlyMap<Sample, string>): SampleBatch {
  const samples = [...translations.keys()];
  const entries = samples.map(({ name }) => `  ${name}: async () => (await import("${SAMPLE}:${name}")).portalisMain(),`);
  const contents = `import { runtime } from "@portalis/async";
const programs = {
${entries.join("\n")}
};
await programs[runtime().platform.program.env()["${CHOICE}"]]();
`;
  return { entry: { contents, resolveDir: dirname(samples[0]?.path ?? "."), filename: "samples.ts" }, translations };
}

/** The esbuild plugin that gives the modules of a batch: the body of each in a function, called when it is chosen. */
export function sampleModules(batch: SampleBatch, target: PlatformName): Plugin {
  const inComponent = target === "wasi";
  const codes = new Map([...batch.translations].map(([{ name }, code]) => [name, code]));
  return {
    name: SAMPLE,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${SAMPLE}:`) }, ({ path }) => ({ path: path.slice(SAMPLE.length + 1), namespace: SAMPLE }));
      build.onLoad({ filter: /.*/, namespace: SAMPLE }, async ({ path: name }) => {
        // What the build of a component does to the modules of a program that are files.
        const define = inComponent ? { "import.meta": JSON.stringify({ url: `file:///${name}.ts`, main: true }) } : {};
        const { code } = await transform(codes.get(name) ?? "", { loader: "ts", target: "esnext", define });
        const wrapped = await wrapEntry(code, `${name}.ts`);
        const contents = inComponent ? await guardRecursion(wrapped.code) : wrapped.code;
        return { contents, loader: "js", resolveDir: batch.entry.resolveDir };
      });
    },
  };
}
