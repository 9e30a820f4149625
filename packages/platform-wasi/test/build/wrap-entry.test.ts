import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { BuildError } from "../../src/build/build-error.js";
import { SourcePositions } from "../../src/build/source-positions.js";
import { wrapEntry } from "../../src/build/wrap-entry.js";

describe("wrapEntry()", () => {
  it("puts the statements into an async function, imports in front of it", async () => {
    const lines = ['import { f } from "./f.js";', "const x = await f();", "import {", "  g,", '} from "./g.js";', "g(x);"];
    const { code } = await wrapEntry(lines.join("\n"), "main.js");
    expect(code).toBe(
      'import { f } from "./f.js";\nimport {\n  g,\n} from "./g.js";\n\nexport async function portalisMain() {\nconst x = await f();\n\ng(x);\n}\n',
    );
  });

  it.each([
    ["export const a = 1;", "const a = 1;"],
    ["export function f() {}", "function f() {}"],
    ["export class C {}", "class C {}"],
    ["const a = 1;export { a, a as b };", "const a = 1;"],
    ["export default function f() {}", "function f() {}"],
    ["export default class {}", ";(class {})"],
    ["export default await f();", ";(await f());"],
    ["export default { a: 1 }", ";({ a: 1 })"],
  ])("makes %j a statement of the function", async (code, statement) => {
    expect((await wrapEntry(code, "main.js")).code).toBe(`\nexport async function portalisMain() {\n${statement}\n}\n`);
  });

  it.each(['export * from "./x.js";', 'export { a, b as c } from "./x.js";', 'import "./x.js";'])(
    "keeps the module that %j loads, in the order of the source",
    async (code) => {
      const wrapped = await wrapEntry(`import "./first.js";\nf();\n${code}\nimport "./last.js";`, "main.js");
      expect(wrapped.code).toMatch(/^import ".\/first.js";\nimport ".\/x.js";\nimport ".\/last.js";\n\nexport async/);
    },
  );

  it("keeps import attributes and default and namespace imports", async () => {
    const code = 'import data from "./d.json" with { type: "json" };\nimport * as ns from "ns";\nns.use(data);';
    expect((await wrapEntry(code, "main.js")).code).toContain(`${code.slice(0, -"ns.use(data);".length)}\nexport async`);
  });

  it("maps every statement to where it was, what was moved too", async () => {
    const original = ["const x = 1;", "", 'import "./a.js";', "  use(x);"].join("\n");
    const { code, map } = await wrapEntry(original, "main.js");
    const positions = new SourcePositions();
    positions.add(resolve("main.js"), [map]);
    const placeOf = (text: string, needle: string): [number, number] => {
      const before = text.slice(0, text.indexOf(needle)).split("\n");
      return [before.length, (before.at(-1)?.length ?? 0) + 1];
    };
    for (const needle of ["const x", "use(x)", '"./a.js"']) {
      const [line, column] = placeOf(code, needle);
      const [originalLine, originalColumn] = placeOf(original, needle);
      expect(positions.original({ file: "main.js", line, column })).toEqual({
        file: "main.js",
        line: originalLine,
        column: originalColumn,
      });
    }
  });

  it("says where code is no JavaScript", async () => {
    const error: unknown = await wrapEntry("let a = 1;\nlet a b;\n", "main.js").catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(BuildError);
    expect(error).toMatchObject({ location: { file: "main.js", line: 2, column: 5 }, code: "ERR_WASI_BUILD" });
  });
});
