import { transform } from "esbuild";

/**
 * A vitest plugin that makes the TypeScript examples of Markdown files run: each ```ts fence becomes one test, which fails
 * when the example throws. Fences marked ```ts no-run are only read by people.
 */
export function documentationTests() {
  return {
    name: "portalis-documentation-tests",
    enforce: "pre",
    async transform(text, id) {
      if (!id.endsWith(".md")) return undefined;
      const { code } = await transform(testsOf(text), { loader: "ts", target: "es2022", sourcefile: id });
      return { code, map: null };
    },
  };
}

function testsOf(markdown) {
  const tests = [...markdown.matchAll(/^```ts[ \t]*\r?\n([\s\S]*?)^```/gm)].map((fence) => {
    const line = markdown.slice(0, fence.index).split("\n").length + 1;
    return `test("example at line ${line}", async () => {\n${asFunctionBody(fence[1])}\n});`;
  });
  if (tests.length === 0) tests.push('test.skip("has no example that runs", () => {});');
  return ['import { test } from "vitest";', ...tests].join("\n");
}

/** A module's text as a function's: examples have names of their own, so their imports must not meet. */
function asFunctionBody(source) {
  return source
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
    .replace(/^export (?=const|let|function|class|async)/gm, "");
}
