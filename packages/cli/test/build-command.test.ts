import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { runPage } from "@portalis/platform-browser/launch";
import { expect, test } from "vitest";
import { directoryWith, portalis } from "./portalis.js";

const run = promisify(execFile);
const hello = "import sys\n\nprint('hello', sys.argv[1:])\n";
const slow = 60_000;

test("build --target node writes one file that runs anywhere", async () => {
  const directory = await directoryWith({ "hello.py": hello });
  const { code, stdout, stderr } = await portalis(directory, "build", "hello.py", "--target", "node", "-o", "dist");
  expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
  expect(stderr).toBe("portalis: wrote dist; run it with: node dist/hello.mjs\n");
  expect(await readdir(join(directory, "dist"))).toEqual(["hello.mjs"]);
  const elsewhere = await directoryWith();
  expect((await run(process.execPath, [join(directory, "dist/hello.mjs"), "a"], { cwd: elsewhere })).stdout).toBe("hello ['a']\n");
});

test("build --minify makes it smaller and it still runs", async () => {
  const directory = await directoryWith({ "hello.py": hello });
  await portalis(directory, "build", "hello.py", "-t", "node", "-o", "plain");
  await portalis(directory, "build", "hello.py", "-t", "node", "-o", "small", "--minify");
  const [plain, small] = await Promise.all(["plain", "small"].map((name) => readFile(join(directory, name, "hello.mjs"))));
  expect(small?.length).toBeLessThan((plain?.length ?? 0) * 0.7);
  expect((await run(process.execPath, [join(directory, "small/hello.mjs")])).stdout).toBe("hello []\n");
});

test("build --target browser writes a page that a browser runs", { timeout: slow }, async () => {
  const directory = await directoryWith({ "hello.py": hello });
  const { code, stderr } = await portalis(directory, "build", "hello.py", "--target", "browser", "-o", "site");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "portalis: wrote site; serve site and open index.html\n" });
  expect((await readdir(join(directory, "site"))).sort()).toEqual(["index.html", "program.js"]);
  const page = await readFile(join(directory, "site/index.html"), "utf8");
  expect(page).toContain('src="program.js"');
  const result = await runPage({ directory: join(directory, "site"), entry: "program.js" });
  expect(result).toEqual({ stdout: "hello []\n", stderr: "", exitCode: 0 });
});

test("build --target wasi writes a component and what runs it on Node", { timeout: slow }, async () => {
  const directory = await directoryWith({ "hello.py": hello });
  const { code, stderr } = await portalis(directory, "build", "hello.py", "--target", "wasi", "-o", "dist");
  expect(code).toBe(0);
  expect(stderr).toBe("portalis: wrote dist; run it with: node dist/run.mjs, or: wasmtime run dist/program.wasm\n");
  expect(await readdir(join(directory, "dist"))).toEqual(expect.arrayContaining(["program.wasm", "run.mjs"]));
  const component = await readFile(join(directory, "dist/program.wasm"));
  expect([...component.subarray(0, 8)]).toEqual([0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0]);
  expect((await run(process.execPath, [join(directory, "dist/run.mjs"), "a", "b"])).stdout).toBe("hello ['a', 'b']\n");
});

test.each(["node", "browser", "wasi"])("build --target %s of a program that cannot be translated writes nothing", async (target) => {
  const directory = await directoryWith({ "later.py": "exec('1')\n" });
  const { code, stderr } = await portalis(directory, "build", "later.py", "--target", target, "-o", "dist");
  expect(code).toBe(3);
  expect(stderr).toMatch(/^later\.py:1:1: error: unsupported: /);
  expect(await readdir(directory)).toEqual(["later.py"]);
});

test("build into a file is refused and leaves it alone", async () => {
  const directory = await directoryWith({ "hello.py": hello, dist: "a file" });
  const { code, stderr } = await portalis(directory, "build", "hello.py", "--target", "node", "-o", "dist");
  expect(code).toBe(2);
  expect(stderr).toMatch(/^portalis: error: .*dist: is a file: name a directory for the output\n$/);
  expect(await readFile(join(directory, "dist"), "utf8")).toBe("a file");
});

test("TypeScript that only Node can run is refused for WASI with its place", { timeout: slow }, async () => {
  const directory = await directoryWith({ "server.ts": 'import { createServer } from "node:http";\ncreateServer();\n' });
  const { code, stderr } = await portalis(directory, "build", "server.ts", "--target", "wasi", "-o", "dist");
  expect(code).toBe(1);
  expect(stderr).toMatch(/server\.ts:1:30: error: "node:http" is a module of Node/);
  expect(await readdir(directory)).toEqual(["server.ts"]);
});
