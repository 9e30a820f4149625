import { describe, expect, test } from "vitest";
import {
  type Coroutine,
  configureRuntime,
  type GuestLoop,
  installPlatform,
  PlatformNotSupportedError,
  run,
  Runtime,
  runtime,
  RuntimeError,
  spawn,
  SpawnError,
  until,
  withRuntime,
} from "../src/index.js";
import { Callback, PENDING, schedulerOf, Task, WaitOperation, type Waiter } from "../src/kernel.js";
import { FakePlatform, settle } from "./fake-platform.js";

/** A platform whose loop belongs to the program: parking moves the clock. */
class GuestPlatform extends FakePlatform {
  readonly jobs: (() => void)[] = [];
  readonly parks: (number | undefined)[] = [];
  override slice = Infinity;
  readonly guest: GuestLoop = {
    park: (until) => {
      this.parks.push(until);
      if (until === undefined) return false;
      this.time = Math.max(this.time, until);
      return true;
    },
    checkpoint: () => {
      const jobs = this.jobs.splice(0);
      for (const job of jobs) job();
      return jobs.length > 0;
    },
  };
}

class Sleep extends WaitOperation<void> {
  readonly #rt: Runtime;
  readonly #ms: number;

  constructor(rt: Runtime, ms: number) {
    super();
    this.#rt = rt;
    this.#ms = ms;
  }

  override attempt(): typeof PENDING {
    return PENDING;
  }

  override enqueue(waiter: Waiter): void {
    const { scheduler } = this.#rt;
    scheduler.parkUntil(scheduler.now() + this.#ms, waiter);
  }

  override describe(): string {
    return `sleep(${this.#ms})`;
  }
}

describe("Runtime", () => {
  test("keeps its tasks apart from those of others", async () => {
    const a = new Runtime({ platform: new FakePlatform() });
    const b = new Runtime({ platform: new FakePlatform() });
    const never = a.spawn(until(new Promise(() => {})));
    expect(await b.run(() => "b")).toBe("b");
    expect([a.metrics().tasks, b.metrics().tasks]).toEqual([1, 0]);
    never.abort();
    await never.outcome();
  });

  test("run and spawn inside a task stay on that task's runtime", async () => {
    const rt = new Runtime({ platform: new FakePlatform() });
    await rt.run(function* () {
      const handle = spawn(until(new Promise(() => {})));
      expect(rt.metrics().tasks).toBe(2);
      const value = yield* until(run(() => 7));
      expect(value).toBe(7);
      handle.abort();
    });
  });

  test("refuses a slice that is no time", () => {
    for (const slice of [0, -1, NaN]) expect(() => new Runtime({ slice, platform: new FakePlatform() })).toThrow(RangeError);
    expect(new Runtime({ slice: 7, platform: new FakePlatform() }).scheduler.slice).toBe(7);
  });

  test("dump says what each task does and waits for", async () => {
    const rt = new Runtime({ platform: new FakePlatform() });
    const sleeper = rt.spawn(new Sleep(rt, 50), { name: "sleeper" });
    const joiner = rt.spawn(sleeper.join());
    await settle();
    const fresh = rt.spawn(() => 1);
    expect(rt.dump()).toEqual([
      { id: sleeper.id, name: "sleeper", state: "waiting", waitingFor: "sleep(50)", awaiting: [], spawnedAt: undefined },
      {
        id: joiner.id,
        name: undefined,
        state: "waiting",
        waitingFor: `the end of task ${sleeper.id} "sleeper"`,
        awaiting: [],
        spawnedAt: undefined,
      },
      { id: fresh.id, name: undefined, state: "ready", waitingFor: undefined, awaiting: [], spawnedAt: undefined },
    ]);
    expect(rt.metrics()).toMatchObject({ tasks: 3, ready: 1, timers: 1 });
    await rt.shutdown();
  });

  test("shutdown aborts all, waits for their cleanup, and refuses new tasks", async () => {
    const rt = new Runtime({ platform: new FakePlatform() });
    const log: string[] = [];
    rt.spawn(function* () {
      try {
        yield* new Sleep(rt, 1e9);
      } finally {
        yield;
        log.push("clean");
      }
    });
    await settle();
    expect(await rt.shutdown()).toEqual({ aborted: 1, stuck: [] });
    expect(log).toEqual(["clean"]);
    expect(() => rt.spawn(() => 1)).toThrow(SpawnError);
    expect(rt.metrics()).toMatchObject({ tasks: 0, timers: 0 });
  });

  test("shutdown with a timeout names those that are stuck", async () => {
    const platform = new FakePlatform();
    const rt = new Runtime({ platform });
    const stuck = rt.spawn(
      function* () {
        for (;;) {
          try {
            yield* until(new Promise(() => {}));
          } catch {
            // Does not let itself be cancelled.
          }
        }
      },
      { name: "stubborn" },
    );
    await settle();
    const report = rt.shutdown({ timeout: 100 });
    await platform.advanceTo(100);
    expect(await report).toEqual({
      aborted: 1,
      stuck: [{ id: stuck.id, name: "stubborn", state: "waiting", waitingFor: "a promise", awaiting: [], spawnedAt: undefined }],
    });
  });
});

describe("block", () => {
  test("runs to the end and sleeps in park", () => {
    const platform = new GuestPlatform();
    const rt = new Runtime({ platform });
    const value = rt.block(function* () {
      yield* new Sleep(rt, 10);
      yield* new Sleep(rt, 5);
      return platform.time;
    });
    expect(value).toBe(15);
    expect(platform.parks).toEqual([10, 15]);
  });

  test("runs the jobs of the host between turns, also while a task is always ready", () => {
    const platform = new GuestPlatform();
    const rt = new Runtime({ platform });
    let stop = false;
    platform.jobs.push(() => (stop = true));
    rt.block(function* () {
      while (!stop) yield;
    });
    expect(stop).toBe(true);
  });

  test("goes on when a job of the host wakes a task", () => {
    const platform = new GuestPlatform();
    const rt = new Runtime({ platform });
    let wake!: (value: string) => void;
    const promise = {
      then: (resolve: (value: string) => void) => void (wake = resolve),
    } as unknown as PromiseLike<string>;
    platform.jobs.push(() => void platform.jobs.push(() => wake("woken")));
    expect(rt.block(until(promise))).toBe("woken");
  });

  test("throws the work's own error, and refuses re-entry", () => {
    const platform = new GuestPlatform();
    const rt = new Runtime({ platform });
    expect(() =>
      rt.block(() => {
        throw new TypeError("own");
      }),
    ).toThrow(new TypeError("own"));
    expect(() => rt.block(() => rt.block(() => 1))).toThrow(RuntimeError);
    expect(rt.block(() => 2)).toBe(2);
  });

  test("reports a deadlock with who waits for what, and can be used again", () => {
    const platform = new GuestPlatform();
    const rt = new Runtime({ platform });
    const handle = rt.spawn(new Sleep(rt, Infinity), { name: "sleeper" });
    let error: unknown;
    try {
      rt.block(handle.join());
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(RuntimeError);
    expect((error as Error).message).toContain("deadlock");
    expect((error as Error).message).toContain(`task ${handle.id} "sleeper" waits for sleep(Infinity)`);
    expect((error as Error).message).toContain(`waits for the end of task ${handle.id} "sleeper"`);
    expect(rt.metrics().tasks).toBe(1);
    expect(rt.block(() => "again")).toBe("again");
  });

  test("says what to do where the host owns the loop", () => {
    const rt = new Runtime({ platform: new FakePlatform() });
    expect(() => rt.block(() => 1)).toThrow(PlatformNotSupportedError);
    expect(() => rt.block(() => 1)).toThrow(/await rt.run/);
  });
});

describe("an error nobody handles", () => {
  function* fail(): Coroutine<void> {
    throw new Error("boom");
  }

  test("is reported once, when the runtime has nothing left to run", async () => {
    const platform = new FakePlatform();
    const rt = new Runtime({ platform });
    const handle = rt.spawn(fail(), { name: "failing" });
    await settle();
    expect(platform.written).toEqual([]);
    platform.runDeferred();
    expect(platform.written).toHaveLength(1);
    expect(platform.written[0]).toContain(`Uncaught error in task ${handle.id} "failing": Error: boom`);
    await rt.run(() => 1);
    await settle();
    platform.runDeferred();
    expect(platform.written).toHaveLength(1);
  });

  test("is not reported while other tasks may still join, nor when somebody does", async () => {
    const platform = new FakePlatform();
    const rt = new Runtime({ platform });
    const handle = rt.spawn(fail());
    const other = rt.spawn(new Sleep(rt, 10));
    await settle();
    platform.runDeferred();
    expect(platform.written).toEqual([]);
    await expect(handle.join()).rejects.toThrow("boom");
    other.abort();
    await settle();
    platform.runDeferred();
    expect(platform.written).toEqual([]);
  });

  test("goes to those who listen instead of the platform, and a listener that throws stops nothing", async () => {
    const platform = new FakePlatform();
    const rt = new Runtime({ platform });
    const seen: unknown[] = [];
    const bad = rt.onUnhandledError(() => {
      throw new Error("bad listener");
    });
    const good = rt.onUnhandledError((error, task) => seen.push([(error as Error).message, task?.name]));
    rt.spawn(fail(), { name: "a" });
    await settle();
    platform.runDeferred();
    expect(seen).toEqual([["boom", "a"]]);
    expect(platform.written.join()).toContain("bad listener");
    bad[Symbol.dispose]();
    good[Symbol.dispose]();
    rt.spawn(fail());
    await settle();
    platform.runDeferred();
    expect(seen).toHaveLength(1);
    expect(platform.written.join()).toContain("boom");
  });

  test("is not reported for cancelled and for silent tasks", async () => {
    const platform = new FakePlatform();
    const rt = new Runtime({ platform });
    rt.spawn(fail()).abort();
    const silent = new Task(rt.scheduler, fail());
    silent.silent = true;
    silent.start();
    await settle();
    platform.runDeferred();
    expect(platform.written).toEqual([]);
    expect(silent.status).toBe("failed");
  });

  test("uses the host's own way to show it, where there is one", async () => {
    const platform = new FakePlatform();
    const shown: unknown[] = [];
    Object.assign(platform.program, { uncaught: (error: unknown, text: string) => shown.push(error, text) });
    const rt = new Runtime({ platform });
    const error = { toString: () => "odd" };
    rt.scheduler.ready(
      new Callback(() => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- anything may be thrown
        throw error;
      }),
    );
    await settle();
    expect(shown).toEqual([error, "Uncaught error: odd\n"]);
  });

  test("is reported when its handle was collected, while the program goes on", async () => {
    const { setFlagsFromString } = await import("node:v8");
    const { runInNewContext } = await import("node:vm");
    setFlagsFromString("--expose-gc");
    const gc = runInNewContext("gc") as () => void;
    const rt = new Runtime({ platform: new FakePlatform() });
    const seen: unknown[] = [];
    rt.onUnhandledError((error) => seen.push((error as Error).message));
    const alive = rt.spawn(new Sleep(rt, 1e9));
    rt.spawn(fail());
    for (let i = 0; i < 50 && seen.length === 0; i++) {
      await settle();
      gc();
    }
    expect(seen).toEqual(["boom"]);
    alive.abort();
    await rt.shutdown();
  });
});

describe("the global runtime", () => {
  test("is made at first use and shared by all copies of the package", async () => {
    const rt = runtime();
    expect(runtime()).toBe(rt);
    const { vi } = await import("vitest");
    vi.resetModules();
    const copy = await import("../src/index.js");
    const kernelCopy = await import("../src/kernel.js");
    expect(copy.Runtime).not.toBe(Runtime);
    expect(copy.runtime()).toBe(rt);
    // A task of this copy waits for an operation of the other one.
    const queue = new kernelCopy.WaitQueue();
    class Wait extends kernelCopy.WaitOperation<unknown> {
      override attempt(): typeof kernelCopy.PENDING {
        return kernelCopy.PENDING;
      }

      override enqueue(waiter: Waiter): void {
        queue.push(waiter);
      }
    }
    const handle = spawn(function* () {
      return yield* new Wait();
    });
    await settle();
    queue.shift()!.grant("across copies");
    expect(await handle.join()).toBe("across copies");
  });

  test("cannot be configured once it is in use", () => {
    runtime();
    expect(() => configureRuntime({})).toThrow(RuntimeError);
  });

  test("is replaced until the replacement is disposed", async () => {
    const before = runtime();
    const rt = new Runtime({ platform: new FakePlatform() });
    const replaced = withRuntime(rt);
    expect(runtime()).toBe(rt);
    expect(await spawn(() => schedulerOf(runtime()) === rt.scheduler).join()).toBe(true);
    replaced[Symbol.dispose]();
    expect(runtime()).toBe(before);
  });

  test("keeps its platform; new runtimes get the one installed last", () => {
    const before = runtime().platform;
    const platform = new FakePlatform();
    installPlatform(platform);
    expect(runtime().platform).toBe(before);
    expect(new Runtime().platform).toBe(platform);
    installPlatform(before);
  });
});
