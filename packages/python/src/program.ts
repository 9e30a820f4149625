import { run, runtime, type Coroutine } from "@portalis/runtime";
import { reportUncaught } from "./exceptions/report.js";
import { argv } from "./modules/sys.js";
import type { Py } from "./py.js";

/** What a module knows about itself: its address, and on newer hosts whether it is the program. */
export interface ModuleMeta {
  readonly url?: string;
  readonly main?: boolean;
}

/**
 * Whether a module is the program that was started: Python's `__name__ == "__main__"`.
 *
 * The host's `import.meta.main` decides where there is one. On Node without it the module's file is compared with the one that was started. Elsewhere the answer is
 * true: a bundle is the program.
 *
 * @example
 * ```ts no-run
 * if (isMain(import.meta)) await asyncio.run(main());
 * ```
 */
export function isMain(meta: ModuleMeta): boolean {
  if (typeof meta.main === "boolean") return meta.main;
  const host = globalThis as { readonly process?: { readonly argv?: readonly string[]; readonly versions?: { readonly node?: string } } };
  const started = host.process?.versions?.node === undefined ? undefined : host.process.argv?.[1];
  if (started === undefined || meta.url === undefined) return true;
  return pathOf(meta.url) === withoutExtension(started.replaceAll("\\", "/"));
}

function pathOf(url: string): string {
  let path = decodeURIComponent(url.replace(/^file:\/\//, "").replace(/[?#].*$/, ""));
  if (/^\/[A-Za-z]:\//.test(path)) path = path.slice(1);
  return withoutExtension(path);
}

function withoutExtension(path: string): string {
  return path.replace(/\.[cm]?[jt]s$/, "");
}

/**
 * Runs the body of a program and ends it as CPython does: what nobody caught is reported on stderr and the status is 1, `SystemExit` gives its own.
 *
 * The process is ended only when there is something to report or a status other than 0.
 */
export async function program(body: () => Py): Promise<void> {
  try {
    if (argv.length === 1) argv.push(...runtime().platform.program.args());
    const result = body();
    await (typeof result?.next === "function" ? run(result as Coroutine<unknown>) : result);
  } catch (error) {
    const status = reportUncaught(error);
    if (status !== 0) runtime().platform.program.exit(status);
  }
}
