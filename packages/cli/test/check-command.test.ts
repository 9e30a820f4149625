import { readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { directoryWith, portalis } from "./portalis.js";

test("check reports every file and ends with the highest exit code", async () => {
  const directory = await directoryWith({
    "good.py": "print('fine')\n",
    "typed.ts": "const n: number = 1;\nconsole.log(n);\n",
    "syntax.py": "print('open'\n",
    "later.py": "exec('1')\n",
    "broken.ts": "const = 3;\n",
  });
  const { code, stdout, stderr } = await portalis(
    directory,
    "check",
    "good.py",
    "typed.ts",
    "syntax.py",
    "later.py",
    "broken.ts",
    "gone.py",
  );
  expect(code).toBe(3);
  expect(stdout).toBe("good.py: ok\ntyped.ts: ok\n2 of 6 files ok\n");
  expect(stderr).toMatch(/^syntax\.py:1:6: error: .*'\(' was never closed/m);
  expect(stderr).toMatch(/^later\.py:1:1: error: unsupported: /m);
  expect(stderr).toMatch(/^broken\.ts:1:7: error: .*\n {4}const = 3;\n {10}\^/m);
  expect(stderr).toMatch(/^portalis: error: gone\.py: no such file$/m);
  expect((await readdir(directory)).length).toBe(5);
});

test("check of one good file says so and succeeds", async () => {
  const { code, stdout, stderr } = await portalis(await directoryWith({ "a.py": "a = 1\n" }), "check", "a.py");
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "a.py: ok\n", stderr: "" });
});

test("check finds an import that leads nowhere", async () => {
  const { code, stderr } = await portalis(await directoryWith({ "a.ts": 'import "./b.js";\n' }), "check", "a.ts");
  expect(code).toBe(1);
  expect(stderr).toMatch(/^a\.ts:1:8: error: Could not resolve "\.\/b\.js"/);
});
