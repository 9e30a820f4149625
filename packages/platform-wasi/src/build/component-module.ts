import { HOST } from "./bundle-program.js";

/** What the platform itself stands on: the members of `WasiInterfaces` and the interfaces behind them. */
const PLATFORM: Readonly<Record<string, string>> = {
  environment: "wasi:cli/environment@0.2.12",
  exit: "wasi:cli/exit@0.2.12",
  monotonicClock: "wasi:clocks/monotonic-clock@0.2.12",
  poll: "wasi:io/poll@0.2.12",
  random: "wasi:random/random@0.2.12",
  stderr: "wasi:cli/stderr@0.2.12",
  stdout: "wasi:cli/stdout@0.2.12",
  wallClock: "wasi:clocks/wall-clock@0.2.12",
};

/** Interfaces that must be in the world for the types of the others. */
const TYPES = ["wasi:io/streams@0.2.12"];

/** Every interface a component imports: the platform's own and those its program asks for, in order. */
export function componentInterfaces(program: readonly string[]): string[] {
  return [...new Set([...Object.values(PLATFORM), ...TYPES, ...program])].sort();
}

/**
 * The JavaScript module that becomes the component: static imports of WASI, the bundle as a function, and the export
 * `wasi:cli/run`. The function keeps the whole bundle out of the build: while a component is built its module is
 * evaluated and the result frozen, and only `run` runs in the component.
 *
 * An error that leaves `run` would be a trap with the engine's own text on stderr; `throw undefined` is the clean way to
 * end with exit code 1. `runProgram` sees to that; what fails before it is written here.
 *
 * @param code the bundle
 * @param interfaces every interface of the world, by full name
 */
export function componentModule(code: string, interfaces: readonly string[]): string {
  const local = new Map(interfaces.map((name, index) => [name, `wasi${index}`]));
  const entries = interfaces.map((name) => `  ${JSON.stringify(name)}: ${local.get(name) ?? ""},`);
  const members = Object.entries(PLATFORM).map(([member, name]) => `  ${member}: ${local.get(name) ?? ""},`);
  return `${head(local, entries, members)}
function load(module, require, ${HOST}) {
${code}
}
export const run = {
  run() {
    const module = { exports: {} };
    try {
      load(module, (name) => imported[name], host);
      module.exports.run();
    } catch (error) {
      if (error !== undefined) fail(error);
      throw undefined;
    }
  },
};
function fail(error) {
  const text = String(error) + "\\n" + (error?.stack ?? "");
  host.stderr.getStderr().blockingWriteAndFlush(Uint8Array.from(text.slice(0, 4096), (c) => Math.min(c.charCodeAt(0), 127)));
}
`;
}

function head(local: ReadonlyMap<string, string>, entries: readonly string[], members: readonly string[]): string {
  const imports = [...local].map(([name, id]) => `import * as ${id} from ${JSON.stringify(name)};`);
  return [...imports, "const imported = {", ...entries, "};", "const host = {", ...members, "};"].join("\n");
}
