import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { transform } from "esbuild";

/**
 * A vitest plugin that makes the examples of the documentation run. For each README that is a test file: its ```ts fences,
 * and the ```ts fences of the `@example`s in the sources beside it that import what they use. Each becomes one test, which
 * fails when the example throws, or when a value is not what a comment `// => value` says. Fences marked ```ts no-run are only read by people.
 */
export function documentationTests() {
  return {
    name: "portalis-documentation-tests",
    enforce: "pre",
    async transform(text, id) {
      if (!id.endsWith(".md")) return undefined;
      const tests = [...readmeExamples(text), ...sourceExamples(join(dirname(id), "src"))].map(testOf);
      if (tests.length === 0) tests.push('test("has an example that runs", () => { throw new Error("no ```ts fence was found"); });');
      const source = ['import { expect, test } from "vitest";', ...tests].join("\n");
      const { code } = await transform(source, { loader: "ts", target: "es2022", sourcefile: id });
      return { code, map: null };
    },
  };
}

function readmeExamples(markdown) {
  return fencesOf(markdown).map(({ line, code }) => ({ title: `README.md:${line}`, code }));
}

function sourceExamples(folder) {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".ts"));
  return files.sort().flatMap((name) => {
    const comments = readFileSync(join(folder, name), "utf8").replace(/^[ \t]*\/?\*[*/]? ?/gm, "");
    return fencesOf(comments)
      .filter(({ code }) => /^import .* from "@portalis\//m.test(code))
      .map(({ line, code }) => ({ title: `${relative(dirname(folder), join(folder, name))}:${line}`, code }));
  });
}

function fencesOf(markdown) {
  return [...markdown.matchAll(/^```ts[ \t]*\r?\n([\s\S]*?)^```/gm)].map((fence) => ({
    line: markdown.slice(0, fence.index).split("\n").length + 1,
    code: fence[1],
  }));
}

function testOf({ title, code }) {
  return `test(${JSON.stringify(title)}, async () => {\n${asFunctionBody(code)}\n});`;
}

/** A module's text as a function's: examples have names of their own, so their imports must not meet. */
function asFunctionBody(source) {
  return (
    source
      .replace(/^import type [^;]*;/gm, "")
      .replace(/^import (["'][^"']+["']);/gm, "await import($1);")
      .replace(/^import \* as (\w+) from (["'][^"']+["']);/gm, "const $1 = await import($2);")
      .replace(/^import \{([^}]*)\} from (["'][^"']+["']);/gm, (_, names, from) => {
        const values = names
          .split(",")
          .map((name) => name.trim())
          .filter((name) => name !== "" && !name.startsWith("type "));
        return `const { ${values.map((name) => name.replace(/ as /, ": ")).join(", ")} } = await import(${from});`;
      })
      .replace(/^export (?=const|let|function|class|async)/gm, "")
      // What an example says of its values is checked: `expression; // => value`, `const name = expression; // => value`.
      .replace(/^const (\w+) = (.+); \/\/ => (.+)$/gm, "const $1 = $2;\nexpect($1).toEqual($3);")
      .replace(/^([^ ].*); \/\/ => (.+)$/gm, "expect($1).toEqual($2);")
  );
}
