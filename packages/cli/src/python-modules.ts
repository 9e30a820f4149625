import type { Plugin } from "esbuild";
import { CommandError } from "./command-error.js";
import type { CommandHost } from "./command-host.js";
import { readProgram } from "./read-program.js";
import { translateProgram } from "./translate-program.js";

/** The esbuild plugin that lets TypeScript import Python: `import { crawl } from "./crawler.py"`. */
export function pythonModules(host: CommandHost): Plugin {
  return {
    name: "portalis-python",
    setup(build) {
      build.onLoad({ filter: /\.py$/ }, async ({ path }) => {
        try {
          return { contents: translateProgram(await readProgram(path, host)), loader: "ts" };
        } catch (error) {
          if (!(error instanceof CommandError)) throw error;
          return { errors: [{ text: error.message, detail: error }] };
        }
      });
    },
  };
}
