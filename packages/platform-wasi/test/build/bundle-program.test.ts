import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parse } from "acorn";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BuildError } from "../../src/build/build-error.js";
import { bundleProgram, type ProgramBundle } from "../../src/build/bundle-program.js";

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "portalis-bundle-test-"));
});
afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
});

/** Bundles a program of the given files, `main.ts` first. */
async function bundle(files: Readonly<Record<string, string>>): Promise<ProgramBundle> {
  for (const [name, contents] of Object.entries(files)) await writeFile(join(directory, name), contents);
  return bundleProgram({ entry: { path: join(directory, "main.ts") } });
}

interface Syntax {
  readonly type: string;
  readonly async?: unknown;
  readonly await?: unknown;
}

/** Every node of a script's syntax tree. */
function syntaxOf(code: string): Syntax[] {
  const nodes: Syntax[] = [];
  JSON.parse(JSON.stringify(parse(code, { ecmaVersion: "latest" })), (_key, value: unknown) => {
    if (typeof value === "object" && value !== null && "type" in value) nodes.push(value as Syntax);
    return value;
  });
  return nodes;
}

async function failure(files: Readonly<Record<string, string>>): Promise<BuildError> {
  const error: unknown = await bundle(files).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(BuildError);
  return error as BuildError;
}

describe("bundleProgram()", () => {
  it("lowers everything that needs promise jobs", async () => {
    const { code } = await bundle({
      "main.ts": `async function* g(): AsyncGenerator<number> { yield 1; }
        for await (const x of g()) console.log(x);
        const f = async (): Promise<void> => { await 1; };
        await f();`,
    });
    const left = syntaxOf(code).filter((node) => node.async === true || node.await === true || node.type === "AwaitExpression");
    expect(left).toEqual([]);
    expect(code).toContain("portalisMain");
  });

  it("notes the WASI interfaces that the program imports, under their full names", async () => {
    const { interfaces, code } = await bundle({
      "main.ts": `import { getStdin } from "wasi:cli/stdin@0.2.3"; import * as poll from "wasi:io/poll"; console.log(getStdin(), poll);`,
    });
    expect(interfaces).toEqual(["wasi:cli/stdin@0.2.12", "wasi:io/poll@0.2.12"]);
    expect(code).toContain('require("wasi:cli/stdin@0.2.12")');
  });

  it("holds nothing of the machine it was bundled on", async () => {
    const { code } = await bundle({
      "main.ts": `import "./other.ts"; console.log(import.meta.url);`,
      "other.ts": `console.log(import.meta.url, import.meta.main);`,
    });
    expect(code).toContain("file:///main.ts");
    expect(code).toContain("file:///other.ts");
    expect(code).not.toContain(basename(directory));
    expect(code).not.toContain("../");
  });

  it("refuses top-level await outside the entry module, with the place and the way out", async () => {
    const error = await failure({ "main.ts": 'import "./late.js";', "late.ts": "export {};\nconst x = 1;\nawait x;\n" });
    expect(error.message).toMatch(/late\.ts:3:1: top-level await works in the program's entry module only: export an async function/);
    expect(error.location).toMatchObject({ line: 3, column: 1 });
  });

  it("refuses modules of Node where they are imported", async () => {
    const error = await failure({ "main.ts": '\nimport { readFileSync } from "node:fs";\nreadFileSync("x");' });
    expect(error.message).toMatch(/main\.ts:2:\d+: "node:fs" is a module of Node\.js; WASI has none/);
  });

  it("refuses WASI interfaces that there are not", async () => {
    expect((await failure({ "main.ts": 'import "wasi:http/types";' })).message).toMatch(
      /main\.ts:1:\d+: "wasi:http\/types": the package wasi:http cannot/,
    );
  });

  it("says where the entry module is no TypeScript", async () => {
    const error = await failure({ "main.ts": "let x: number = 1;\nlet y = ;\n" });
    expect(error.location).toMatchObject({ line: 2, column: 9 });
    expect(error.location?.file).toMatch(/main\.ts$/);
  });

  it("refuses a module that imports the entry module", async () => {
    const error = await failure({
      "main.ts": 'export const a = 1; import "./user.js";',
      "user.ts": 'import { a } from "./main.js"; console.log(a);',
    });
    expect(error.message).toMatch(/main\.ts/);
  });

  it("reports every problem, one in a line", async () => {
    const error = await failure({ "main.ts": 'import "./missing-one.js";\nimport "./missing-two.js";' });
    expect(error.message.split("\n")).toHaveLength(2);
    expect(error.message).toMatch(/main\.ts:1:\d+: .*missing-one.*\n.*main\.ts:2:\d+: .*missing-two/);
  });

  it("takes a program that is no file", async () => {
    const { code } = await bundleProgram({
      entry: {
        contents: 'import { n } from "./lib.js"; console.log(n, import.meta.url);',
        path: join(directory, "virtual.ts"),
        resolveDir: directory,
      },
      plugins: [
        {
          name: "lib",
          setup(build) {
            build.onResolve({ filter: /lib\.js$/ }, () => ({ path: "lib", namespace: "lib" }));
            build.onLoad({ filter: /.*/, namespace: "lib" }, () => ({ contents: "export const n = 4711;" }));
          },
        },
      ],
    });
    expect(code).toContain("4711");
    expect(code).toContain("file:///virtual.ts");
  });
});
