import { expect, test } from "vitest";
import { directoryWith, portalis } from "./portalis.js";

test("--help names the commands, the exit codes and examples, and succeeds", async () => {
  const { code, stdout, stderr } = await portalis(".", "--help");
  expect(code).toBe(0);
  expect(stderr).toBe("");
  for (const part of ["run [options] <file>", "convert", "build", "check", "Examples:", "--on wasi", "Exit codes:"])
    expect(stdout).toContain(part);
});

test.each(["run", "convert", "build", "check"])("%s --help and help %s describe its arguments and options", async (command) => {
  const { code, stdout } = await portalis(".", command, "--help");
  expect(code).toBe(0);
  expect(stdout).toMatch(/Usage: portalis \w+ .*<file/);
  expect(stdout).toContain("Options:");
  expect((await portalis(".", "help", command)).stdout).toBe(stdout);
});

test.each([["--version"], ["-V"], ["run", "--version"], ["check", "-V"]])("%s %s prints the version", async (...args) => {
  const { code, stdout } = await portalis(".", ...args);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\S*\n$/);
});

test("no command at all prints the help on stderr and is wrong usage", async () => {
  const { code, stdout, stderr } = await portalis(".");
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain("Usage: portalis");
});

test.each([
  [["walk", "x.py"], "unknown command 'walk'"],
  [["run"], "missing required argument 'file'"],
  [["run", "x.py", "--fast"], "unknown option '--fast'"],
  [["run", "x.py", "--om", "node"], "(Did you mean --on?)"],
  [["run", "x.py", "--on"], "argument missing"],
  [["run", "x.py", "--on", "moon"], "Allowed choices are node, browser, wasi"],
  [["build", "x.py", "-o", "dist"], "'-t, --target <platform>' not specified"],
  [["build", "x.py", "--target", "node"], "'-o, --out <directory>' not specified"],
  [["convert", "x.py", "y.py"], "too many arguments"],
  [["check"], "missing required argument 'files'"],
])("%j is wrong usage: %s", async (args, message) => {
  const { code, stdout, stderr } = await portalis(await directoryWith({ "x.py": "print(1)\n" }), ...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/^portalis: error: /);
  expect(stderr).toContain(message);
  expect(stderr).not.toContain("    at ");
});
