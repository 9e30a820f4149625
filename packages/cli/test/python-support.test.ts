import { readFileSync } from "node:fs";
import { libraryModules, translate } from "@portalis/translator";
import { expect, test } from "vitest";

// docs/python-support.md says what is translated. It must stay true.

const page = readFileSync(new URL("../../../docs/python-support.md", import.meta.url), "utf8");

/** The text under a heading. */
function section(title: string): string {
  const [, text] = page.split(`## ${title}\n`);
  if (text === undefined) throw new Error(`docs/python-support.md has no section "${title}"`);
  return text.split("\n## ")[0] ?? "";
}

/** What is set as code in a text. */
function codes(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);
}

test("the modules on the page are the translator's", () => {
  expect(codes(section("Modules")).sort()).toEqual([...libraryModules.keys()].sort());
});

test("the names of asyncio on the page are the translator's", () => {
  const [, list = ""] = section("asyncio").split("Functions and classes:");
  expect(codes(list).sort()).toEqual([...(libraryModules.get("asyncio")?.functions.keys() ?? [])].sort());
});

const examples = section("What is refused")
  .split("\n")
  .filter((line) => line.includes("`"))
  .flatMap((line) => codes(line.split(" | ").at(-1) ?? ""));

test("the page has examples of refusals", () => {
  expect(examples.length).toBeGreaterThan(12);
});

test.each(examples)("%s is refused, as the page says", (example) => {
  const { diagnostics } = translate(programWith(example), { filename: "example.py" });
  expect(diagnostics.map(({ category }) => category)).toContain("unsupported");
});

/** A program around a statement, a method or an expression. */
function programWith(example: string): string {
  const start = "import asyncio, time\n\nclass A: ...\nclass B: ...\n";
  if (/^(class|import|from) /.test(example)) return `${start}${example}\n`;
  if (example.startsWith("def ")) return `${start}class C:\n    ${example}\n`;
  return `${start}async def f():\n    return ${example}\n`;
}
