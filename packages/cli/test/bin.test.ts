import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { directoryWith } from "./portalis.js";

// The command as it is installed: built. `npm test` builds it first; a run of vitest alone may not have.
const bin = fileURLToPath(new URL("../bin/portalis.js", import.meta.url));
const isBuilt = existsSync(new URL("../dist/bin.js", import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command, and calls `onOutput` when it has printed something. */
function command(
  cwd: string,
  args: readonly string[],
  onOutput: (stop: (signal: NodeJS.Signals) => void) => void = () => undefined,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...args], { cwd, stdio: ["ignore", "pipe", "pipe"] });
    const output = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output.stdout += text;
      onOutput((signal) => child.kill(signal));
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code, ...output });
    });
  });
}

test.runIf(process.env["CI"] !== undefined)("in CI the command has been built", () => {
  expect(isBuilt).toBe(true);
});

describe.skipIf(!isBuilt)("portalis, built", () => {
  test("runs a program from any directory with its exit code", async () => {
    const directory = await directoryWith({ "exits.py": "import sys\nprint('é')\nsys.exit(9)\n" });
    expect(await command(directory, ["run", "exits.py"])).toEqual({ code: 9, stdout: "é\n", stderr: "" });
  });

  test("passes Ctrl-C on and ends as the program does", async () => {
    const program = "import asyncio\n\n\nasync def main():\n    print('ready')\n    await asyncio.sleep(60)\n\n\nasyncio.run(main())\n";
    const directory = await directoryWith({ "sleeps.py": program });
    const { code, stdout } = await command(directory, ["run", "sleeps.py"], (stop) => {
      stop("SIGINT");
    });
    expect({ code, stdout }).toEqual({ code: 130, stdout: "ready\n" });
  });

  test("ends quietly when nobody reads its output any more", async () => {
    const ended = new Promise((resolve) => {
      const child = spawn("sh", ["-c", `"${process.execPath}" "${bin}" --help | true; echo done`], { stdio: ["ignore", "pipe", "pipe"] });
      let text = "";
      child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
      child.stderr.on("data", (chunk: Buffer) => (text += chunk.toString()));
      child.on("close", () => {
        resolve(text);
      });
    });
    expect(await ended).toBe("done\n");
  });
});
