import { expect, test } from "vitest";
import type { BrowserSession } from "../src/launch/index.js";
import { bundlePage } from "./bundle-page.js";
import { describeInBrowser } from "./needs-browser.js";

const USE = `
import { Runtime, run, runtime, spawn, until } from "@portalis/runtime";
import "../src/index.js"; // the import below goes when nothing of it is used
import { BrowserPlatform, ProgramExit } from "../src/index.js";
import { createMacroTask } from "../src/macro-task.js";
const { platform } = runtime();
const deferred = () => new Promise((resolve) => platform.defer(resolve));
const timer = (at, on = platform) => new Promise((resolve) => on.setTimer(at, resolve));
const print = (value) => platform.program.write("stdout", JSON.stringify(value));
function* spin(flags) { let rounds = 0; while (!flags.over) { rounds++; yield; } return rounds; }
`;

/** What a program prints as JSON, in a page. */
async function printed(browser: BrowserSession, program: string): Promise<unknown> {
  const { stdout, stderr, exitCode } = await browser.run({ bundle: await bundlePage(USE + program) });
  expect({ stderr, exitCode }).toEqual({ stderr: "", exitCode: 0 });
  return JSON.parse(stdout);
}

await describeInBrowser("BrowserPlatform", (browser) => {
  test("is installed by importing the package, and says what it can", async () => {
    expect(
      await printed(browser, "print([platform instanceof BrowserPlatform, platform.name, platform.slice, runtime().capabilities]);"),
    ).toEqual([true, "browser", 5, { threads: true, network: true, fileSystem: false, signals: false, ownsLoop: true }]);
  });

  test("defer() runs turns in order, after microtasks", async () => {
    const program = `
      const order = [];
      const both = [deferred().then(() => order.push("first")), deferred().then(() => order.push("second"))];
      queueMicrotask(() => order.push("microtask"));
      await Promise.all(both);
      print(order);`;
    expect(await printed(browser, program)).toEqual(["microtask", "first", "second"]);
  });

  test("a program that is never idle lets the page have its timers, messages, responses and frames", async () => {
    const program = `
      const flags = { over: false };
      const busy = run(spin(flags));
      const { port1, port2 } = new MessageChannel();
      const times = async (n, what) => { for (let i = 0; i < n; i++) await what(i); return n; };
      const served = await Promise.all([
        times(20, () => new Promise((resolve) => setTimeout(resolve, 1))),
        times(50, () => new Promise((resolve) => { port1.onmessage = resolve; port2.postMessage(0); })),
        times(5, () => fetch(location.href).then((response) => response.text())),
        times(10, () => new Promise(requestAnimationFrame)),
      ]);
      flags.over = true;
      print([...served, (await busy) > 10_000]);`;
    expect(await printed(browser, program)).toEqual([20, 50, 5, 10, true]);
  });

  test("native promises and tasks that wake each other by microtasks do not keep the page from its timers", async () => {
    const program = `
      const flags = { over: false };
      function* pingPong() { let rounds = 0; while (!flags.over) { yield* until(Promise.resolve()); rounds++; } return rounds; }
      const busy = run(pingPong());
      await new Promise((resolve) => setTimeout(resolve, 5));
      flags.over = true;
      print((await busy) > 0);`;
    expect(await printed(browser, program)).toBe(true);
  });

  test("setTimer() does not pay the browser's 4 ms for short timers set one from another", async () => {
    const program = `
      const rounds = [];
      for (let round = 0; round < 10; round++) {
        const start = platform.now();
        for (let i = 0; i < 20; i++) await timer(platform.now() + 1);
        rounds.push(platform.now() - start);
      }
      print(Math.min(...rounds));`;
    const clamped = 20 * 4;
    expect(await printed(browser, program)).toBeLessThan(clamped * 0.75);
  });

  test("setTimer() replaces the timer set before, by an earlier one and by a later one", async () => {
    const program = `
      const fired = [];
      const start = platform.now();
      platform.setTimer(start + 60_000, () => fired.push("late"));
      await timer(start + 10);
      platform.setTimer(platform.now() + 2, () => fired.push("replaced"));
      await timer(platform.now() + 20);
      print([fired, platform.now() - start < 30_000]);`;
    expect(await printed(browser, program)).toEqual([[], true]);
  });

  test("setTimer() fires at once for a deadline that has passed, never for one taken back, and not early for one beyond 2^31 ms", async () => {
    const program = `
      const fired = [];
      const other = new BrowserPlatform();
      await timer(platform.now() - 1_000);
      for (const delay of [0, 1, 10]) { platform.setTimer(platform.now() + delay, () => fired.push(delay)); platform.clearTimer(); }
      platform.setTimer(platform.now() + 2 ** 40, () => fired.push("far"));
      await timer(other.now() + 20, other);
      platform.clearTimer();
      print(fired);`;
    expect(await printed(browser, program)).toEqual([]);
  });

  test("does not depend on the page's timers and posts once it is made", async () => {
    const program = `
      platform.now();
      globalThis.setTimeout = globalThis.clearTimeout = globalThis.MessageChannel = () => { throw new Error("replaced"); };
      globalThis.scheduler.postTask = globalThis.setTimeout;
      await deferred();
      await timer(platform.now() + 1);
      await timer(platform.now() + 10);
      print("served");`;
    expect(await printed(browser, program)).toBe("served");
  });

  test("posts over a channel where the browser has no scheduler, in order", async () => {
    const program = `
      const post = createMacroTask({});
      const order = [];
      await new Promise((resolve) => { post(() => order.push(1)); post(() => order.push(2)); queueMicrotask(() => order.push(0)); post(resolve); });
      print(order);`;
    expect(await printed(browser, program)).toEqual([0, 1, 2]);
  });
});

await describeInBrowser("BrowserProgram", (browser) => {
  test("has the streams, the arguments, the environment and the exit code of a page that is run as a program", async () => {
    const bundle = await bundlePage(`${USE}
      const { program } = platform;
      program.write("stdout", "no line break");
      program.write("stderr", JSON.stringify([program.args(), program.env()]));
      try { program.exit(9); } catch (error) { program.write("stdout", String(error instanceof ProgramExit)); throw error; }`);
    const result = await browser.run({ bundle }, { args: ["a"], env: { NAME: "value" } });
    expect(result).toEqual({ stdout: "no line break", stderr: '[["a"],{"NAME":"value"}]', exitCode: 9 });
  });

  test("the error of a task that nobody joined is shown; the program goes on and fails when it ends", async () => {
    const bundle = await bundlePage(`${USE}
      spawn(function* () { throw new RangeError("lost"); });
      setTimeout(() => print("still here"), 50);`);
    const { stdout, stderr, exitCode } = await browser.run({ bundle });
    expect(stderr).toMatch(/^Uncaught error in task \d+: RangeError: lost\n\s+at /);
    expect([stdout, exitCode]).toEqual(['"still here"', 1]);
  });

  test("prints whole lines to the console of an ordinary page", async () => {
    const program = `
      delete globalThis[Symbol.for("portalis.program")];
      const seen = [];
      const { log, error } = console;
      console.log = (line) => seen.push("log " + line);
      console.error = (line) => seen.push("error " + line);
      const { program } = new BrowserPlatform();
      program.write("stdout", "a");
      program.write("stdout", "b\\nc\\nd");
      program.write("stderr", "oops\\n");
      dispatchEvent(new Event("pagehide"));
      let code;
      try { program.exit(3); } catch (error) { code = error.exitCode; }
      print([seen, program.args(), program.env(), code]);`;
    expect(await printed(browser, program)).toEqual([["log ab\nc", "error oops", "log d"], [], {}, 3]);
  });
});
