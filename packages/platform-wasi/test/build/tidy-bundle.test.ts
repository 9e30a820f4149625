// What bundles do is seen by running them.
/* eslint "@typescript-eslint/no-implied-eval": "off" */
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { tidyBundle } from "../../src/build/tidy-bundle.js";

/** Bundles two modules with esbuild's keepNames; the second is imported as `./b.js`. */
async function bundle(a: string, b: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: a, resolveDir: "." },
    bundle: true,
    write: false,
    format: "cjs",
    keepNames: true,
    target: "es2022",
    plugins: [
      {
        name: "b",
        setup(esbuild) {
          esbuild.onResolve({ filter: /b\.js$/ }, () => ({ path: "b", namespace: "b" }));
          esbuild.onLoad({ filter: /.*/, namespace: "b" }, () => ({ contents: b }));
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? "";
}

function run(code: string): Record<string, unknown> {
  const module = { exports: {} as Record<string, unknown> };
  new Function("module", code)(module);
  return module.exports;
}

const PROGRAM = `
import * as b from "./b.js";
export class Failure extends Error {}
export function helper() {}
const local = () => 1;
let later; later = function () {};
const object = { method: () => 1, "quoted-name": () => 2, Inner: class {} };
class WithFields { field = () => 1; static make = () => 2; static Nested = class {}; }
const Named = class Other {};
function withDefault(callback = () => 1) { return callback; }
export const names = [
  Failure.name, helper.name, b.Failure.name, b.helper.name, local.name, later.name, object.method.name,
  object["quoted-name"].name, object.Inner.name, WithFields.name, new WithFields().field.name, WithFields.make.name,
  WithFields.Nested.name, Named.name, withDefault().name, new Failure().constructor.name, new b.Failure().constructor.name,
];`;
const OTHER = `export class Failure extends Error {}\nexport function helper() {}\n`;

describe("tidyBundle()", () => {
  it("changes no name and leaves only the calls that bundling made necessary", async () => {
    const code = await bundle(PROGRAM, OTHER);
    const dropped = await tidyBundle(code);
    expect(run(dropped)["names"]).toEqual(run(code)["names"]);
    expect(run(dropped)["names"]).toEqual([
      "Failure",
      "helper",
      "Failure",
      "helper",
      "local",
      "later",
      "method",
      "quoted-name",
      "Inner",
      "WithFields",
      "field",
      "make",
      "Nested",
      "Other",
      "callback",
      "Failure",
      "Failure",
    ]);
    const calls = (text: string): number => text.match(/__name\(/g)?.length ?? 0;
    expect(calls(code)).toBeGreaterThan(10);
    expect(calls(dropped)).toBe(2); // the class and the function of one of the two modules
  });

  it("keeps every line where it is", async () => {
    const code = await bundle(PROGRAM, OTHER);
    const dropped = await tidyBundle(code);
    const lineOf = (text: string): number => text.slice(0, text.indexOf("WithFields.name")).split("\n").length;
    expect(lineOf(dropped)).toBe(lineOf(code));
  });

  it("drops comments and the paths of what lies outside the program", async () => {
    const code = await bundle('/* block */ export const load = () => import("./b.js"); // line\n', OTHER);
    const outside = code.replace('"b:b"', '"../../home/me/lib/b.js"');
    const tidy = await tidyBundle(outside);
    expect(tidy).not.toContain("/*");
    expect(tidy).not.toContain("// ");
    expect(tidy).not.toContain("home");
    expect(tidy).toContain('"b.js"()');
    expect(tidy.split("\n").length).toBe(code.split("\n").length);
    expect(await tidyBundle(code.replace('"b:b"', '"../x/node_modules/p/b.js"'))).toContain('"node_modules/p/b.js"()');
  });
});
