import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { BrowserNotFoundError, BrowserStartError, findBrowser, openBrowser, runPage } from "../../src/launch/index.js";
import { describeInBrowser } from "../needs-browser.js";

async function profiles(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((name) => name.startsWith("portalis-browser-"));
}

await describeInBrowser("runPage()", () => {
  test("starts a browser for one program and ends it, leaving nothing behind", async () => {
    const before = await profiles();
    expect(await runPage({ bundle: 'console.log("hello")' })).toEqual({ stdout: "hello\n", stderr: "", exitCode: 0 });
    expect((await profiles()).filter((name) => !before.includes(name))).toEqual([]);
  });

  test("gives the program its arguments, not the browser", async () => {
    const bundle = 'console.log(...globalThis[Symbol.for("portalis.program")].args)';
    expect((await runPage({ bundle }, { args: ["a", "http://b"] })).stdout).toBe("a http://b\n");
  });

  test("gives exit code 134 after a crash, with what was printed and what happened", async () => {
    const bundle = 'console.log("start"); const all = []; for (;;) all.push(new Array(100_000).fill(all.length + 0.5));';
    const result = await runPage({ bundle }, { browserArgs: ["--js-flags=--max-old-space-size=60"] });
    expect(result).toMatchObject({ stdout: "start\n", exitCode: 134 });
    expect(result.stderr).toMatch(/^portalis: crash: /);
  });
});

await describeInBrowser("openBrowser()", () => {
  test("close() ends a browser in the middle of a run, which rejects", async () => {
    const browser = await openBrowser();
    const closed: Promise<void>[] = [];
    const run = browser.run(
      { bundle: 'console.log("runs"); await new Promise(() => {});' },
      { onOutput: () => closed.push(browser.close()) },
    );
    await expect(run).rejects.toBeInstanceOf(BrowserStartError);
    await Promise.all(closed);
    await browser.close();
  });

  test("the browser ends when the process that opened it is killed", async () => {
    const directory = await mkdtemp(join(tmpdir(), "portalis-killed-test-"));
    const outfile = join(directory, "parent.mjs");
    await build({ stdin: { contents: PARENT, resolveDir: import.meta.dirname }, bundle: true, platform: "node", format: "esm", outfile });
    const child = spawn(process.execPath, [outfile, JSON.stringify(await findBrowser())], { stdio: ["ignore", "pipe", "inherit"] });
    const [pid] = (await once(child.stdout.setEncoding("utf8"), "data")) as [string];
    expect(isRunning(Number(pid))).toBe(true);
    child.kill("SIGKILL");
    await expect.poll(() => isRunning(Number(pid)), { timeout: 10_000 }).toBe(false);
    await rm(directory, { recursive: true });
  });
});

/** Opens a browser, tells its process id, and stays. */
const PARENT = `
import { BrowserProcess } from "../../src/launch/browser-process.js";
import { DevtoolsPipe } from "../../src/launch/devtools-pipe.js";
const browser = await BrowserProcess.start(JSON.parse(process.argv[2]), "about:blank");
const devtools = new DevtoolsPipe(browser.commands, browser.answers);
await devtools.call("Browser.getVersion");
console.log(browser.pid);
`;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test("openBrowser() says that an executable is none", async () => {
  const binary = { path: "/nothing/here", origin: "system", env: {} } as const;
  await expect(openBrowser({ binary })).rejects.toMatchObject({ code: "ERR_BROWSER_START", path: "/nothing/here" });
});

test("openBrowser() says when what it started is no browser", async () => {
  const binary = { path: process.execPath, origin: "system", env: {} } as const;
  await expect(openBrowser({ binary })).rejects.toThrow(/Cannot use the browser .*: it ended with code 9/);
});

test("findBrowser() does not pass over a CHROME_PATH that is wrong", async () => {
  const before = process.env["CHROME_PATH"];
  process.env["CHROME_PATH"] = "/nothing/here";
  try {
    await expect(findBrowser()).rejects.toBeInstanceOf(BrowserNotFoundError);
  } finally {
    if (before === undefined) delete process.env["CHROME_PATH"];
    else process.env["CHROME_PATH"] = before;
  }
});
