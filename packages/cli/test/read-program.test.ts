import { chmod, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { directoryWith, portalis } from "./portalis.js";

const commands = [["run"], ["convert"], ["check"], ["build", "--target", "node", "-o", "out"]];

test.each(commands)("%s of a file that does not exist is one line and exit code 2", async (...command) => {
  const { code, stdout, stderr } = await portalis(await directoryWith(), ...command, "missing.py");
  expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: "", stderr: "portalis: error: missing.py: no such file\n" });
});

test("a directory is no program", async () => {
  const directory = await directoryWith();
  await mkdir(join(directory, "package.py"));
  const { code, stderr } = await portalis(directory, "run", "package.py");
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: "portalis: error: package.py: is a directory, not a program: name one of its files\n",
  });
});

test("a file below a file does not exist", async () => {
  const { code, stderr } = await portalis(await directoryWith({ "a.py": "" }), "run", "a.py/b.py");
  expect({ code, stderr }).toEqual({ code: 2, stderr: "portalis: error: a.py/b.py: no such file\n" });
});

test.skipIf(process.getuid?.() === 0)("a file without permission is said to be one", async () => {
  const directory = await directoryWith({ "secret.py": "" });
  await chmod(join(directory, "secret.py"), 0);
  const { code, stderr } = await portalis(directory, "run", "secret.py");
  expect({ code, stderr }).toEqual({ code: 2, stderr: "portalis: error: secret.py: cannot be read: permission denied\n" });
});

test("a file of another kind is refused, with the kinds there are", async () => {
  const { code, stderr } = await portalis(await directoryWith({ "notes.txt": "" }), "run", "notes.txt");
  expect(code).toBe(2);
  expect(stderr).toBe("portalis: error: notes.txt: a program's name ends in .py, .ts, .mts, .js or .mjs\n");
});

test("bytes that are not UTF-8 are reported where they are", async () => {
  const bytes = Buffer.concat([Buffer.from("x = 1\ns = 'é"), Buffer.from([0xff]), Buffer.from("'\n")]);
  const { code, stderr } = await portalis(await directoryWith({ "latin.py": bytes }), "run", "latin.py");
  expect({ code, stderr }).toEqual({ code: 1, stderr: "latin.py:2:7: error: not UTF-8: byte 0xff; save the file as UTF-8\n" });
});

test("a character cut off at the end of the file is reported, too", async () => {
  const bytes = Buffer.concat([Buffer.from("s = 1 # "), Buffer.from([0xe2, 0x82])]);
  const { code, stderr } = await portalis(await directoryWith({ "cut.py": bytes }), "check", "cut.py");
  expect({ code, stderr }).toEqual({ code: 1, stderr: "cut.py:1:9: error: not UTF-8: byte 0xe2; save the file as UTF-8\n" });
});

test("a byte order mark is no part of the program", async () => {
  const { code, stdout } = await portalis(await directoryWith({ "bom.py": "\ufeffprint('hello')\n" }), "run", "bom.py");
  expect({ code, stdout }).toEqual({ code: 0, stdout: "hello\n" });
});

test("an empty file is a program", async () => {
  expect(await portalis(await directoryWith({ "empty.py": "" }), "run", "empty.py")).toEqual({ code: 0, stdout: "", stderr: "" });
});
