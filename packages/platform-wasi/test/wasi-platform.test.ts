import { afterEach, describe, expect, it } from "vitest";
import { jobs } from "../src/globals/job-queue.js";
import { GuestPromise } from "../src/globals/promise.js";
import { takeUnhandledRejections } from "../src/globals/promise-rejections.js";
import { timers } from "../src/globals/timer-queue.js";
import { clearTimeout, setTimeout } from "../src/globals/timers.js";
import { setUncaughtErrorHandler } from "../src/globals/uncaught-error.js";
import { createWasiPlatform } from "../src/index.js";
import { Exited, preview2Interfaces } from "./preview2-interfaces.js";

afterEach(() => {
  jobs.drain();
  takeUnhandledRejections();
  setUncaughtErrorHandler((error) => {
    throw error;
  });
});

describe("WasiPlatform.park()", () => {
  it("blocks until the deadline, never less, and disposes its pollable", () => {
    const { interfaces, recorded } = preview2Interfaces();
    const platform = createWasiPlatform(interfaces);
    for (const ms of [0, 0.4, 5.3, 20]) {
      const until = platform.now() + ms;
      expect(platform.park(until)).toBe(true);
      expect(platform.now()).toBeGreaterThanOrEqual(until);
    }
    expect(recorded.pollables).toBe(0);
  });

  it("returns at once for a deadline that has passed", () => {
    const platform = createWasiPlatform(preview2Interfaces().interfaces);
    expect(platform.park(platform.now() - 1_000)).toBe(true);
  });

  it("says that there is nothing to wait for instead of blocking for ever", () => {
    const platform = createWasiPlatform(preview2Interfaces().interfaces);
    expect(platform.park(undefined)).toBe(false);
  });

  it("wakes whoever watches a pollable that is ready, once, and disposes it", () => {
    const { interfaces, recorded } = preview2Interfaces();
    const platform = createWasiPlatform(interfaces);
    const woken: string[] = [];
    const soon = interfaces.monotonicClock.subscribeInstant(BigInt(Math.ceil((platform.now() + 5) * 1e6)));
    const late = interfaces.monotonicClock.subscribeInstant(BigInt(Math.ceil((platform.now() + 60_000) * 1e6)));
    platform.watch(soon, () => woken.push("soon"));
    const watch = platform.watch(late, () => woken.push("late"));
    expect(platform.park(undefined)).toBe(true);
    expect(woken).toEqual(["soon"]);
    expect(recorded.pollables).toBe(1);
    platform.park(platform.now() + 5);
    watch[Symbol.dispose]();
    watch[Symbol.dispose]();
    expect(recorded.pollables).toBe(0);
    expect(platform.park(undefined)).toBe(false);
    expect(woken).toEqual(["soon"]);
  });

  it("does not wait for a timer that keeps nothing alive, alone", () => {
    const platform = createWasiPlatform(preview2Interfaces().interfaces);
    timers.setClock(() => platform.now());
    const timer = setTimeout(() => undefined, 60_000).unref();
    expect(platform.park(undefined)).toBe(false);
    timer.close();
  });

  it("wakes for a setTimeout and for the scheduler's timer, whichever is first", () => {
    const platform = createWasiPlatform(preview2Interfaces().interfaces);
    timers.setClock(() => platform.now());
    const order: string[] = [];
    const timer = setTimeout(() => order.push("timeout"), 5);
    platform.setTimer(platform.now() + 20, () => order.push("timer"));
    while (order.length < 2) {
      platform.park(undefined);
      platform.checkpoint();
    }
    expect(order).toEqual(["timeout", "timer"]);
    clearTimeout(timer);
  });

  it("works where u64 is a number", () => {
    const { interfaces } = preview2Interfaces();
    const seen: unknown[] = [];
    const platform = createWasiPlatform({
      ...interfaces,
      monotonicClock: {
        now: () => Number(interfaces.monotonicClock.now()),
        subscribeInstant: (when) => {
          seen.push(typeof when);
          return interfaces.monotonicClock.subscribeInstant(BigInt(when));
        },
      },
    });
    const until = platform.now() + 2;
    platform.park(until);
    expect(platform.now()).toBeGreaterThanOrEqual(until);
    expect(seen).toEqual(["number"]);
  });
});

describe("WasiPlatform.checkpoint()", () => {
  it("runs microtasks, then deferred turns, each with its microtasks, and says whether anything ran", () => {
    const platform = createWasiPlatform(preview2Interfaces().interfaces);
    const order: string[] = [];
    expect(platform.checkpoint()).toBe(false);
    platform.defer(() => {
      order.push("turn 1");
      GuestPromise.resolve().then(() => order.push("microtask of turn 1"));
      platform.defer(() => order.push("turn 3"));
    });
    platform.defer(() => order.push("turn 2"));
    GuestPromise.resolve().then(() => order.push("microtask"));
    expect(platform.park(undefined)).toBe(true);
    expect(platform.checkpoint()).toBe(true);
    expect(order).toEqual(["microtask", "turn 1", "microtask of turn 1", "turn 2"]);
    expect(platform.checkpoint()).toBe(true);
    expect(order.at(-1)).toBe("turn 3");
    expect(platform.checkpoint()).toBe(false);
  });

  it("runs the timer set last when it is due, once, and none that was cleared", () => {
    const platform = createWasiPlatform(preview2Interfaces().interfaces);
    const order: string[] = [];
    platform.setTimer(platform.now() - 1, () => order.push("replaced"));
    platform.setTimer(platform.now() - 1, () => order.push("set"));
    platform.checkpoint();
    platform.checkpoint();
    platform.setTimer(platform.now() - 1, () => order.push("cleared"));
    platform.clearTimer();
    platform.setTimer(platform.now() + 60_000, () => order.push("early"));
    platform.checkpoint();
    platform.clearTimer();
    expect(order).toEqual(["set"]);
  });

  it("reports a rejection that nobody handles, not one that is handled in the same drain", () => {
    const platform = createWasiPlatform(preview2Interfaces().interfaces);
    const uncaught: unknown[] = [];
    setUncaughtErrorHandler((error) => uncaught.push(error));
    GuestPromise.reject(new Error("lost"));
    const later = GuestPromise.reject(new Error("caught"));
    jobs.push(() => void later.then(undefined, () => undefined));
    platform.checkpoint();
    expect(uncaught).toEqual([new Error("lost")]);
  });
});

describe("WasiProgram.write()", () => {
  it("writes UTF-8 to the stream it is told, in chunks of at most 4096 bytes", () => {
    const { interfaces, recorded } = preview2Interfaces();
    const platform = createWasiPlatform(interfaces);
    const text = "é€😀\n".repeat(1_000);
    platform.program.write("stdout", text);
    platform.program.write("stderr", "oops");
    platform.program.write("stderr", "");
    expect(recorded.stdout).toBe(Buffer.from(text).toString("latin1"));
    expect(recorded.stderr).toBe("oops");
    expect(recorded.writes).toEqual([4_096, 4_096, 1_808, 4]);
  });

  it("drops what is written to a stream that was closed", () => {
    const { interfaces } = preview2Interfaces();
    let writes = 0;
    const broken = {
      blockingWriteAndFlush: () => {
        writes++;
        throw Object.assign(new Error("closed"), { payload: { tag: "closed" } });
      },
    };
    const platform = createWasiPlatform({ ...interfaces, stdout: { getStdout: () => broken } });
    platform.program.write("stdout", "a");
    platform.program.write("stdout", "b");
    expect(writes).toBe(1);
  });
});

describe("WasiProgram", () => {
  it("gives the arguments without the program's name, and the environment", () => {
    const { program } = createWasiPlatform(preview2Interfaces(["a", "b c"]).interfaces);
    expect(program.args()).toEqual(["a", "b c"]);
    expect(program.env()).toEqual({ NAME: "value" });
  });

  it("exit() ends the program with a code from 0 to 255", () => {
    const { interfaces, recorded } = preview2Interfaces();
    const { program } = createWasiPlatform(interfaces);
    expect(() => program.exit(7)).toThrow(Exited);
    expect(recorded.exitCode).toBe(7);
    for (const code of [-1, 256, 1.5, Number.NaN]) expect(() => program.exit(code)).toThrow(RangeError);
  });

  it("uncaught() writes the error and lets the program fail", () => {
    const { interfaces, recorded } = preview2Interfaces();
    const { program } = createWasiPlatform(interfaces);
    expect(program.failed).toBe(false);
    program.uncaught("lost", "Uncaught error: lost\n");
    expect(recorded.stderr).toBe("Uncaught error: lost\n");
    expect(program.failed).toBe(true);
  });
});

describe("WasiPlatform", () => {
  it("says what it has and what it lacks", () => {
    const platform = createWasiPlatform(preview2Interfaces().interfaces);
    expect(platform.name).toBe("wasi");
    expect(platform.slice).toBe(Infinity);
    expect(platform.capabilities).toEqual({ threads: false, network: false, fileSystem: false, signals: false, ownsLoop: false });
  });

  it("asks the host for nothing but the clock before it is used", () => {
    const { interfaces } = preview2Interfaces();
    const refuse = (): never => {
      throw new Error("asked");
    };
    expect(() =>
      createWasiPlatform({ ...interfaces, stdout: { getStdout: refuse }, stderr: { getStderr: refuse }, poll: { poll: refuse } }),
    ).not.toThrow();
  });
});
