import { afterEach, describe, expect, it } from "vitest";
import { jobs } from "../src/globals/job-queue.js";
import { GuestPromise } from "../src/globals/promise.js";
import { takeUnhandledRejections } from "../src/globals/promise-rejections.js";
import { timers } from "../src/globals/timer-queue.js";
import { setTimeout, type Timeout } from "../src/globals/timers.js";
import { configureRuntime, runtime, withRuntime } from "@portalis/runtime";
import { runProgram } from "../src/index.js";
import { Exited, preview2Interfaces, type Recorded } from "./preview2-interfaces.js";

const native = globalThis.Promise;
afterEach(() => {
  for (const timer of started.splice(0)) timer.close();
  jobs.drain();
  takeUnhandledRejections();
});

/** Programs end with timers still set; the next one must not find them. */
const started: Timeout[] = [];
const startTimer = (callback: () => void, ms: number): Timeout => {
  const timer = setTimeout(callback, ms);
  started.push(timer);
  return timer;
};
const sleep = (ms: number): PromiseLike<void> => new GuestPromise((resolve) => startTimer(resolve, ms));

/** Runs a program on Node's shim and tells what came of it; a clean failure is exit code 1. */
function run(main: (print: (text: string) => void) => PromiseLike<unknown>, args: readonly string[] = []): Recorded {
  const { interfaces, recorded } = preview2Interfaces(args);
  timers.setClock(() => Number(interfaces.monotonicClock.now()) / 1e6);
  // A component starts without a runtime; here every program after the first would find the one before.
  withRuntime(undefined as never);
  // Only while the program runs: the test runner needs promises whose jobs run by themselves.
  globalThis.Promise = GuestPromise as unknown as PromiseConstructor;
  try {
    runProgram(interfaces, () => main((text) => (recorded.stdout += `${text}\n`)));
    recorded.exitCode ??= 0;
  } catch (error) {
    if (error !== undefined && !(error instanceof Exited)) throw error;
    recorded.exitCode ??= 1;
  } finally {
    globalThis.Promise = native;
  }
  return recorded;
}

describe("runProgram()", () => {
  it("drives the loop until the program's promise is settled", () => {
    const { stdout, exitCode } = run((print) =>
      sleep(10)
        .then(() => print("slept"))
        .then(() => sleep(5))
        .then(() => print("again")),
    );
    expect([stdout, exitCode]).toEqual(["slept\nagain\n", 0]);
  });

  it("goes on, as Node does, until no timer is left, but not for one that is unref'd", () => {
    const { stdout, exitCode } = run((print) => {
      startTimer(() => {
        print("later");
        startTimer(() => print("last"), 5);
      }, 5);
      startTimer(() => print("never"), 60_000).unref();
      print("main");
      return GuestPromise.resolve();
    });
    expect([stdout, exitCode]).toEqual(["main\nlater\nlast\n", 0]);
  });

  it("writes an error that nobody caught to stderr and fails cleanly", () => {
    const { stderr, exitCode } = run(() => sleep(1).then(() => Promise.reject(new RangeError("boom"))));
    expect(stderr).toMatch(/^Uncaught RangeError: boom\n\s+at /);
    expect(exitCode).toBe(1);
  });

  it("does the same when the program throws before it gives a promise, and for values that are no errors", () => {
    const thrown = run(() => {
      throw { code: 5 } as unknown as Error;
    });
    expect([thrown.stderr, thrown.exitCode]).toEqual(["Uncaught { code: 5 }\n", 1]);
  });

  it("ends with exit code 1 at a rejection that nobody handles", () => {
    const { stderr, exitCode, stdout } = run((print) => {
      void GuestPromise.reject(new Error("lost"));
      return sleep(5).then(() => print("not reached"));
    });
    expect(stderr).toMatch(/^Uncaught Error: lost\n/);
    expect([stdout, exitCode]).toEqual(["", 1]);
  });

  it("ends with exit code 1 at an error in a timer", () => {
    const { stderr, exitCode } = run(() => {
      startTimer(() => {
        throw new Error("in a timer");
      }, 1);
      return sleep(60_000);
    });
    expect(stderr).toMatch(/^Uncaught Error: in a timer\n/);
    expect(exitCode).toBe(1);
  });

  it("ends with exit code 1 when the program waits for what can never happen", () => {
    const { stderr, exitCode } = run(() => new GuestPromise(() => undefined));
    expect(stderr).toMatch(/^Uncaught RuntimeError: /);
    expect(exitCode).toBe(1);
  });

  it("lets the program configure the runtime before it uses it", () => {
    const { stdout, stderr } = run((print) =>
      GuestPromise.resolve().then(() => {
        configureRuntime({ slice: 7 });
        print(String(runtime().config.slice));
      }),
    );
    withRuntime(undefined as never);
    configureRuntime({});
    expect([stdout, stderr]).toEqual(["7\n", ""]);
  });

  it("leaves no pollable behind", () => {
    expect(run(() => sleep(3)).pollables).toBe(0);
  });
});

describe("runtime().platform.program", () => {
  it("gives the program what the host gives it", () => {
    const { stdout } = run(
      (print) => {
        const { program } = runtime().platform;
        print(program.args().join());
        print(JSON.stringify(program.env()));
        return GuestPromise.resolve();
      },
      ["a", "b c"],
    );
    expect(stdout).toBe('a,b c\n{"NAME":"value"}\n');
  });

  it("exit() ends it with the code it is given", () => {
    const { exitCode } = run(() => {
      startTimer(() => runtime().platform.program.exit(7), 1);
      return sleep(60_000);
    });
    expect(exitCode).toBe(7);
  });
});
