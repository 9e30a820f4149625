import { expect, test } from "vitest";
import { directoryWith, portalis } from "./portalis.js";

const platforms = ["node", "browser", "wasi"] as const;
const slow = 60_000;

const programs = {
  "exits.py": "import sys\n\nprint(sys.argv[1:])\nsys.exit(7)\n",
  "raises.py": "def f():\n    raise KeyError('missing')\n\n\nprint('before')\nf()\n",
  "typed.ts": [
    'import { run, sleep } from "@portalis/async";',
    "interface Greeting { readonly text: string }",
    "await run(function* () {",
    "  yield* sleep(5);",
    '  const greeting: Greeting = { text: "hello from TypeScript" };',
    "  console.log(greeting.text);",
    "});",
    "",
  ].join("\n"),
  "throws.ts": "function f(): never {\n  throw new RangeError('out of range');\n}\nf();\n",
};

test.each(platforms)("run --on %s passes on what follows -- and ends with the program's exit code", { timeout: slow }, async (platform) => {
  const args = ["--", "--on", "moon", "a b", "é"];
  const { code, stdout, stderr } = await portalis(await directoryWith(programs), "run", "exits.py", "--on", platform, ...args);
  expect({ code, stdout, stderr }).toEqual({ code: 7, stdout: "['--on', 'moon', 'a b', 'é']\n", stderr: "" });
});

test.each(platforms)("run --on %s reports an uncaught exception as CPython does", { timeout: slow }, async (platform) => {
  const { code, stdout, stderr } = await portalis(await directoryWith(programs), "run", "raises.py", "--on", platform);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "before\n" });
  expect(stderr.trimEnd().split("\n").at(-1)).toBe("KeyError: 'missing'");
});

test.each(platforms)("run --on %s runs TypeScript the same way", { timeout: slow }, async (platform) => {
  const { code, stdout, stderr } = await portalis(await directoryWith(programs), "run", "typed.ts", "--on", platform);
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "hello from TypeScript\n", stderr: "" });
});

test("run shows where in the TypeScript an error was thrown", async () => {
  const { code, stderr } = await portalis(await directoryWith(programs), "run", "throws.ts");
  expect(code).toBe(1);
  expect(stderr).toContain("RangeError: out of range");
  expect(stderr).toMatch(/throws\.ts:2:9/);
});

test("run of Python with a syntax error exits 1 and runs nothing", async () => {
  const { code, stdout, stderr } = await portalis(await directoryWith({ "bad.py": "print('x')\nreturn 3\n" }), "run", "bad.py");
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/^bad\.py:2:1: error: .*'return' outside function.*\n {4}return 3\n {4}\^{8}\n/);
});

test("run of TypeScript with a syntax error exits 1 with its place", async () => {
  const { code, stdout, stderr } = await portalis(await directoryWith({ "bad.ts": "let x = ;\n" }), "run", "bad.ts");
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toBe('bad.ts:1:9: error: Unexpected ";"\n    let x = ;\n            ^\n');
});

test("TypeScript may import Python, and its diagnostics stay", async () => {
  const directory = await directoryWith({
    "main.ts": 'import { twice } from "./tools.py";\nconsole.log(twice(21));\n',
    "tools.py": "def twice(n):\n    return n * 2\n",
    "later.ts": 'import "./later.py";\n',
    "later.py": "exec('1')\n",
  });
  expect(await portalis(directory, "run", "main.ts")).toEqual({ code: 0, stdout: "42\n", stderr: "" });
  const { code, stderr } = await portalis(directory, "run", "later.ts");
  expect(code).toBe(3);
  expect(stderr).toMatch(/^later\.py:1:1: error: unsupported: /);
});

test("a program may print a lot without losing any of it", async () => {
  const directory = await directoryWith({ "long.py": "for i in range(20000):\n    print('line', i)\n" });
  const { code, stdout } = await portalis(directory, "run", "long.py");
  expect(code).toBe(0);
  expect(stdout.split("\n").length).toBe(20_001);
  expect(stdout.endsWith("line 19999\n")).toBe(true);
});
