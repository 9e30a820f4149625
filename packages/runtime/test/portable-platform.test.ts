import { describe, expect, test } from "vitest";
import { PlatformNotSupportedError, portablePlatform, Runtime } from "../src/index.js";
import { Callback } from "../src/kernel.js";

describe("portablePlatform", () => {
  test("defers behind the host's promise jobs and events", async () => {
    const platform = portablePlatform();
    const log: string[] = [];
    await new Promise<void>((resolve) => {
      platform.defer(() => {
        log.push("deferred");
        resolve();
      });
      void Promise.resolve().then(() => log.push("job"));
    });
    expect(log).toEqual(["job", "deferred"]);
  });

  test("has one timer: setting replaces, clearing takes back", async () => {
    const platform = portablePlatform();
    const log: string[] = [];
    platform.setTimer(platform.now(), () => log.push("replaced"));
    await new Promise<void>((resolve) => {
      platform.setTimer(platform.now() + 1, () => {
        log.push("fired");
        resolve();
      });
    });
    platform.setTimer(platform.now(), () => log.push("cleared"));
    platform.clearTimer();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(log).toEqual(["fired"]);
  });

  test("does not fire at once for a deadline that the host's timer cannot hold", async () => {
    const platform = portablePlatform();
    let fired = false;
    platform.setTimer(platform.now() + 2 ** 33, () => (fired = true));
    await new Promise((resolve) => setTimeout(resolve, 5));
    platform.clearTimer();
    expect(fired).toBe(false);
  });

  test("runs timers of a runtime, never early by its own clock", async () => {
    const platform = portablePlatform();
    const { scheduler } = new Runtime({ platform });
    const early: number[] = [];
    await new Promise<void>((resolve) => {
      let left = 20;
      for (let i = 0; i < 20; i++) {
        const at = platform.now() + i / 3;
        scheduler.addTimer(
          at,
          new Callback(() => {
            if (platform.now() < at) early.push(i);
            if (--left === 0) resolve();
          }),
        );
      }
    });
    expect(early).toEqual([]);
  });

  test("works where there is nothing but setTimeout", async () => {
    const saved = new Map<string, unknown>();
    const host = globalThis as Record<string, unknown>;
    for (const name of ["setImmediate", "MessageChannel", "performance"]) {
      saved.set(name, host[name]);
      host[name] = undefined;
    }
    try {
      const rt = new Runtime({ platform: portablePlatform() });
      expect(await rt.run(() => rt.platform.now() <= Date.now())).toBe(true);
      await new Promise<void>((resolve) => rt.platform.defer(resolve));
    } finally {
      for (const [name, value] of saved) host[name] = value;
    }
  });

  test("uses MessageChannel where there is no setImmediate, in order", async () => {
    const host = globalThis as { setImmediate?: unknown };
    const { setImmediate } = host;
    host.setImmediate = undefined;
    const log: number[] = [];
    try {
      const platform = portablePlatform();
      await new Promise<void>((resolve) => {
        platform.defer(() => log.push(1));
        platform.defer(() => {
          log.push(2);
          resolve();
        });
      });
    } finally {
      host.setImmediate = setImmediate;
    }
    expect(log).toEqual([1, 2]);
  });

  test("shows an error nobody handled and lets the process end with 1", () => {
    const { exitCode } = process;
    const { error } = console;
    const shown: unknown[] = [];
    try {
      process.exitCode = undefined;
      console.error = (text: unknown) => shown.push(text);
      portablePlatform().program.uncaught?.(new Error("boom"), "Uncaught error: boom\n");
      expect([shown, process.exitCode]).toEqual([["Uncaught error: boom"], 1]);
    } finally {
      console.error = error;
      process.exitCode = exitCode;
    }
  });

  test("cannot end the program and says so", () => {
    expect(() => portablePlatform().program.exit(1)).toThrow(PlatformNotSupportedError);
  });
});
