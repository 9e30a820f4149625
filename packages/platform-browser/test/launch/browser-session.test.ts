import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PageTimeoutError, STRICT_CONTENT_SECURITY_POLICY } from "../../src/launch/index.js";
import { describeInBrowser } from "../needs-browser.js";

/** A program that gives way only when it is told to: it loops for ever. */
const ENDLESS = 'console.log("before"); for (;;);';

await describeInBrowser("BrowserSession.run()", (browser) => {
  test("gives what the program printed, by stream and in order, and exit code 0", async () => {
    const seen: string[] = [];
    const result = await browser.run(
      { bundle: 'console.log("one"); console.error("two"); await 0; console.log("three");' },
      { onOutput: (stream, text) => seen.push(`${stream}: ${text}`) },
    );
    expect(result).toEqual({ stdout: "one\nthree\n", stderr: "two\n", exitCode: 0 });
    expect(seen.join("")).toBe("stdout: one\nstderr: two\nstdout: three\n");
  });

  test("keeps ten thousand lines in order, printed in tasks of their own", async () => {
    const bundle = `
      const { port1, port2 } = new MessageChannel();
      let line = 0;
      await new Promise((resolve) => {
        port1.onmessage = () => {
          for (let i = 0; i < 10; i++) console.log(line++);
          if (line < 10_000) port2.postMessage(0); else resolve();
        };
        port2.postMessage(0);
      });`;
    const { stdout } = await browser.run({ bundle });
    expect(stdout).toBe(Array.from({ length: 10_000 }, (_, line) => `${line}\n`).join(""));
  });

  test("ends, as Node does, when no timer and no request is left, not before", async () => {
    const bundle = `
      setTimeout(() => { console.log("timer"); fetch("nothing").then(({ status }) => console.log(status)); }, 10);
      clearTimeout(setTimeout(() => console.log("never"), 60_000));
      const ticks = setInterval(() => { console.log("tick"); clearInterval(ticks); }, 30);
      console.log("main");`;
    const { stdout } = await browser.run({ bundle });
    expect(stdout.split("\n").sort()).toEqual(["", "404", "main", "tick", "timer"]);
    expect(stdout).toMatch(/^main\ntimer\n/);
  });

  test("gives the program its arguments and its environment, and takes its exit code", async () => {
    const bundle = `
      const host = globalThis[Symbol.for("portalis.program")];
      host.write("stdout", JSON.stringify([host.args, host.env]));
      host.exit(7);
      console.log("too late");`;
    const result = await browser.run({ bundle }, { args: ["a", "b c"], env: { NAME: "value" } });
    expect(result).toEqual({ stdout: '[["a","b c"],{"NAME":"value"}]', stderr: "", exitCode: 7 });
  });

  test.each([
    ["thrown by the program", 'throw new RangeError("boom");', /^Uncaught RangeError: boom\n {4}at .*program\.js:1:7\n/],
    ["thrown in a timer", 'setTimeout(() => { throw new TypeError("late"); }, 1);', /^Uncaught TypeError: late\n/],
    ["a rejection that nobody handles", "Promise.reject({ code: 5 }); setTimeout(() => {}, 5_000);", /^Uncaught \{ code: 5 \}\n/],
    ["a program that is no JavaScript", "let = 5 5", /^Uncaught SyntaxError: /],
    ["a module that is not there", 'import "./missing.js";', /^Uncaught TypeError: Failed to fetch/],
  ])("ends with exit code 1 at an error: %s", async (_name, bundle, stderr) => {
    const result = await browser.run({ bundle });
    expect(result.stderr).toMatch(stderr);
    expect(result.exitCode).toBe(1);
  });

  test("stops a program that never ends and keeps what it had printed", async () => {
    const error: unknown = await browser.run({ bundle: ENDLESS }, { timeout: 2_000 }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PageTimeoutError);
    expect(error).toMatchObject({ code: "ERR_BROWSER_PAGE_TIMEOUT", timeout: 2_000, stdout: "before\n" });
    expect((await browser.run({ bundle: 'console.log("next")' })).stdout).toBe("next\n");
  });

  test("stops a program that waits for what never happens", async () => {
    const run = browser.run({ bundle: 'console.log("waits"); await new Promise(() => {});' }, { timeout: 2_000 });
    await expect(run).rejects.toMatchObject({ stdout: "waits\n" });
  });

  test("ends a program when its signal is aborted, with the signal's reason", async () => {
    const stop = new AbortController();
    const reason = new Error("no longer wanted");
    const run = browser.run({ bundle: ENDLESS }, { signal: stop.signal, onOutput: () => stop.abort(reason) });
    await expect(run).rejects.toBe(reason);
    await expect(browser.run({ bundle: "" }, { signal: stop.signal })).rejects.toBe(reason);
  });

  test("runs several programs at a time, none blocked by another", async () => {
    const stop = new AbortController();
    const endless = browser.run({ bundle: ENDLESS }, { signal: stop.signal });
    const bundle = (n: number): string => `console.log(${n}); localStorage.n ??= ${n}; console.log(localStorage.n)`;
    const others = await Promise.all([1, 2].map((n) => browser.run({ bundle: bundle(n) })));
    expect(others.map(({ stdout }) => stdout)).toEqual(["1\n1\n", "2\n2\n"]);
    stop.abort("stopped");
    await expect(endless).rejects.toBe("stopped");
  });

  test("serves a directory: modules, data and workers beside the entry", async () => {
    const directory = await mkdtemp(join(tmpdir(), "portalis-page-test-"));
    try {
      await writeFile(join(directory, "main.js"), MAIN_WITH_WORKER);
      await writeFile(join(directory, "worker.js"), "onmessage = ({ data }) => postMessage(data * 2);");
      await writeFile(join(directory, "data.json"), '{ "n": 21 }');
      const result = await browser.run({ directory, entry: "main.js" }, { contentSecurityPolicy: STRICT_CONTENT_SECURITY_POLICY });
      expect(result).toEqual({ stdout: "42\n", stderr: "", exitCode: 0 });
      expect((await browser.run({ bundle: 'console.log((await fetch("../x")).status)' })).stdout).toBe("404\n");
    } finally {
      await rm(directory, { recursive: true });
    }
  });

  test("isolates the page from other origins when it is asked to", async () => {
    const bundle = "console.log(crossOriginIsolated)";
    expect((await browser.run({ bundle })).stdout).toBe("false\n");
    expect((await browser.run({ bundle }, { crossOriginIsolated: true })).stdout).toBe("true\n");
  });

  test("prints values as Node's console does", async () => {
    const values = `"text", "it's", 1, -0, 1n, null, undefined, true, [1, "two", [3]], { a: 1, "b-c": { d: [] } }, new Map([["k", 1]]), new Set([1]),
      Symbol("s"), function f() {}, class C {}, new (class Point { x = 1 })(), [undefined, null], {}, [], new Uint8Array(2), Object.create(null)`;
    const bundle = `console.log(${values}); console.log("%s is %d%%, %j", "x", 4, [1], "rest"); console.group("group"); console.log("in\\nside"); console.groupEnd(); console.log();`;
    const { stdout } = await browser.run({ bundle });
    expect(stdout).toBe(
      `text it's 1 -0 1n null undefined true [ 1, 'two', [ 3 ] ] { a: 1, 'b-c': { d: [] } } Map(1) { 'k' => 1 } Set(1) { 1 } ` +
        "Symbol(s) [Function: f] [class C] Point { x: 1 } [ undefined, null ] {} [] Uint8Array(2) [ 0, 0 ] [Object: null prototype] {}\n" +
        "x is 4%, [1] rest\ngroup\n  in\n  side\n\n",
    );
  });
});

const MAIN_WITH_WORKER = `
const { n } = await (await fetch("data.json")).json();
const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
worker.onmessage = ({ data }) => { console.log(data); worker.terminate(); };
worker.postMessage(n);
`;
