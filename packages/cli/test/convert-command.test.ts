import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { directoryWith, portalis } from "./portalis.js";

const hello = "import asyncio\n\n\nasync def main():\n    await asyncio.sleep(0)\n    print('hello')\n\n\nasyncio.run(main())\n";

test("convert prints the TypeScript", async () => {
  const { code, stdout, stderr } = await portalis(await directoryWith({ "hello.py": hello }), "convert", "hello.py");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain('from "@portalis/asyncio"');
  expect(stdout).toContain("function* main()");
});

test("convert -o writes the same into a directory, which is made", async () => {
  const directory = await directoryWith({ "hello.py": hello });
  const printed = await portalis(directory, "convert", "hello.py");
  const written = await portalis(directory, "convert", "hello.py", "-o", "deep/out");
  expect(written).toEqual({ code: 0, stdout: "", stderr: "portalis: wrote deep/out/hello.ts\n" });
  expect(await readFile(join(directory, "deep/out/hello.ts"), "utf8")).toBe(printed.stdout);
});

test("what convert wrote runs", async () => {
  const directory = await directoryWith({ "hello.py": hello });
  await portalis(directory, "convert", "hello.py", "-o", ".");
  expect(await portalis(directory, "run", "hello.ts")).toEqual({ code: 0, stdout: "hello\n", stderr: "" });
});

test("convert of a program with a syntax error writes nothing and exits 1 with CPython's words", async () => {
  const directory = await directoryWith({ "bad.py": "def f(:\n    pass\n" });
  const { code, stdout, stderr } = await portalis(directory, "convert", "bad.py", "-o", "out");
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/^bad\.py:1:7: error: .*invalid syntax/);
  expect(stderr.split("\n").slice(1, 3)).toEqual(["    def f(:", "          ^"]);
  expect(await readdir(directory)).toEqual(["bad.py"]);
});

test("convert of what is not translated yet exits 3 and says what and where", async () => {
  const directory = await directoryWith({ "later.py": "x = 1\nexec('x = 2')\n" });
  const { code, stdout, stderr } = await portalis(directory, "convert", "later.py");
  expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
  expect(stderr).toMatch(/^later\.py:2:1: error: unsupported: .*exec/);
  expect(stderr.split("\n")[1]).toBe("    exec('x = 2')");
  expect(stderr.split("\n")[2]).toMatch(/^ {4}\^+$/);
});

test("convert of TypeScript is refused", async () => {
  const { code, stderr } = await portalis(await directoryWith({ "a.ts": "" }), "convert", "a.ts");
  expect({ code, stderr }).toEqual({ code: 2, stderr: "portalis: error: a.ts: is not Python: nothing to convert\n" });
});
