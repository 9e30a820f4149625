import { describe, expect, test } from "vitest";
import { NodeProgram } from "../src/index.js";
import { runProgram } from "./node-program-process.js";

const USE = `import { runtime, run, spawn, until } from "@portalis/runtime"; import "../src/index.js"; const { program } = runtime().platform;`;

describe("NodeProgram.write()", () => {
  test("loses nothing when the program exits behind it, though the pipe is full", async () => {
    const { stdout, exitCode } = await runProgram(
      `${USE} program.write("stdout", "é".repeat(1_000_000)); program.write("stdout", "end"); program.exit(3);`,
    );
    expect(stdout.length).toBe(1_000_003);
    expect(stdout.endsWith("éend")).toBe(true);
    expect(exitCode).toBe(3);
  });

  test("keeps the order with what console.log has not written yet", async () => {
    const { stdout } = await runProgram(`${USE} console.log("a".repeat(500_000)); program.write("stdout", "b"); console.log("c");`);
    expect(stdout).toBe(`${"a".repeat(500_000)}\nbc\n`);
  });

  test("writes to stderr too, and nothing for no text", async () => {
    const ended = await runProgram(`${USE} program.write("stderr", "oops\\n"); program.write("stdout", "");`);
    expect(ended).toEqual({ stdout: "", stderr: "oops\n", exitCode: 0 });
  });

  test("drops output that nobody reads any more", async () => {
    const reader = `
      import { spawn } from "node:child_process";
      const child = spawn(process.execPath, [process.argv[1], "child"], { stdio: ["ignore", "pipe", "inherit"] });
      child.stdout.once("data", () => child.stdout.destroy());
      child.once("close", (code) => { process.exitCode = code; });`;
    const program = `import { writeSync } from "node:fs"; import "../src/index.js"; import { runtime } from "@portalis/runtime";
      const { program } = runtime().platform;
      if (process.argv[2] === "child") { for (let i = 0; i < 100; i++) program.write("stdout", "x".repeat(100_000)); program.write("stderr", "end"); program.exit(5); }
      else { const { spawn } = await import("node:child_process"); ${reader.slice(reader.indexOf("const child"))} }`;
    expect(await runProgram(program)).toEqual({ stdout: "", stderr: "end", exitCode: 5 });
  });
});

describe("NodeProgram", () => {
  test("args() and env() are those of the process", async () => {
    const { stdout } = await runProgram(
      `${USE} program.write("stdout", JSON.stringify([program.args(), program.env().NAME]));`,
      ["a", "b c"],
      { NAME: "välue" },
    );
    expect(JSON.parse(stdout)).toEqual([["a", "b c"], "välue"]);
    expect(new NodeProgram().env()["PATH"]).toBe(process.env["PATH"]);
  });

  test("uncaught() shows the error of a task that nobody joined; the program goes on and ends with exit code 1", async () => {
    const { stdout, stderr, exitCode } = await runProgram(`${USE}
      spawn(function* () { throw new RangeError("lost"); });
      setTimeout(() => program.write("stdout", "still here\\n"), 20);`);
    expect(stderr).toMatch(/^Uncaught error in task \d+: RangeError: lost\n\s+at /);
    expect(stdout).toBe("still here\n");
    expect(exitCode).toBe(1);
  });

  test("uncaught() leaves an exit code alone that the program has set", async () => {
    const { exitCode } = await runProgram(`${USE} process.exitCode = 4; spawn(function* () { throw new Error("lost"); });`);
    expect(exitCode).toBe(4);
  });
});

describe("the process", () => {
  test("lives as long as a task sleeps, and not for a timer that was taken back", async () => {
    const { stdout, exitCode } = await runProgram(`${USE}
      const start = performance.now();
      const { platform } = runtime();
      platform.setTimer(platform.now() + 60_000, () => {});
      platform.clearTimer();
      platform.setTimer(platform.now() + 50, () => program.write("stdout", String(performance.now() - start >= 48)));`);
    expect([stdout, exitCode]).toEqual(["true", 0]);
  });

  test("ends when all tasks wait for what never happens", async () => {
    const { exitCode } = await runProgram(`${USE} spawn(function* () { yield* until(new Promise(() => {})); });`);
    expect(exitCode).toBe(0);
  });
});

describe("NodeProgram.onDrained()", () => {
  test("ends a program that would wait for ever with an error that lists its tasks, time after time", async () => {
    const { stdout, stderr, exitCode } = await runProgram(
      `${USE} const never = () => until(new Promise(() => {}));
      spawn(never(), { name: "background" });
      await run(never()).catch((error) => console.log(error.message));
      await run(never());`,
    );
    expect(stdout).toMatch(
      /^Cannot go on: every task waits.*\n {2}task 1 "background" waits for a promise\n {2}task 2 waits for a promise/,
    );
    expect(stderr).toContain("RuntimeError: Cannot go on");
    expect(exitCode).toBe(1);
  });
});
