import { describe, expect, test } from "vitest";
import { type Coroutine, Runtime, until } from "../src/index.js";
import { Callback, currentScheduler, currentTask, PENDING, type ReadyEntry, WaitOperation, WaitQueue, type Waiter } from "../src/kernel.js";
import { FakePlatform, settle } from "./fake-platform.js";

class Turnstile extends WaitOperation<string> {
  readonly #queue: WaitQueue;

  constructor(queue: WaitQueue) {
    super();
    this.#queue = queue;
  }

  override attempt(): typeof PENDING {
    return PENDING;
  }

  override enqueue(waiter: Waiter): void {
    this.#queue.push(waiter);
  }
}

class Sleep extends WaitOperation<void> {
  readonly #at: number;

  constructor(at: number) {
    super();
    this.#at = at;
  }

  override attempt(): typeof PENDING {
    return PENDING;
  }

  override enqueue(waiter: Waiter): void {
    currentScheduler().parkUntil(this.#at, waiter);
  }
}

function setup(): { rt: Runtime; platform: FakePlatform; log: string[] } {
  const platform = new FakePlatform();
  return { rt: new Runtime({ platform }), platform, log: [] };
}

describe("a turn", () => {
  test("runs tasks first in, first out, one step each", async () => {
    const { rt, log } = setup();
    function* body(name: string): Coroutine<void> {
      for (let i = 0; i < 3; i++) {
        log.push(`${name}${i}`);
        yield;
      }
    }
    for (const name of ["a", "b", "c"]) rt.spawn(body(name));
    await settle();
    expect(log).toEqual(["a0", "b0", "c0", "a1", "b1", "c1", "a2", "b2", "c2"]);
  });

  test("runs only what was ready when it began", async () => {
    const { rt, log } = setup();
    const { scheduler } = rt;
    const turnOf = (name: string) => () => void log.push(`${name} in turn ${scheduler.turns}`);
    scheduler.ready(
      new Callback(() => {
        turnOf("first")();
        scheduler.ready(new Callback(turnOf("added")));
      }),
    );
    scheduler.ready(new Callback(turnOf("second")));
    await settle();
    expect(log).toEqual(["first in turn 0", "second in turn 0", "added in turn 1"]);
  });

  test("skips a cancelled callback, also one cancelled in the same turn", async () => {
    const { rt, log } = setup();
    const second = new Callback(() => log.push("second"));
    rt.scheduler.ready(new Callback(() => second.cancel()));
    rt.scheduler.ready(second);
    await settle();
    expect(log).toEqual([]);
    expect(rt.metrics().steps).toBe(2);
  });

  test("calls atTurnEnd once, when the whole turn has run", async () => {
    const { rt, log } = setup();
    const { scheduler } = rt;
    scheduler.ready(
      new Callback(() => {
        scheduler.atTurnEnd(() => log.push("end"));
        scheduler.ready(new Callback(() => log.push("next turn")));
      }),
    );
    scheduler.ready(new Callback(() => log.push("same turn")));
    await settle();
    expect(log).toEqual(["same turn", "end", "next turn"]);
  });

  test("goes on when an entry throws, and reports the error once", async () => {
    const { rt, log } = setup();
    const errors: unknown[] = [];
    rt.onUnhandledError((error) => errors.push(error));
    const error = new Error("boom");
    rt.scheduler.ready(
      new Callback(() => {
        throw error;
      }),
    );
    rt.scheduler.ready(new Callback(() => log.push("next")));
    await settle();
    expect(errors).toEqual([error]);
    expect(log).toEqual(["next"]);
  });

  test("knows the running task in steps and none in callbacks", async () => {
    const { rt } = setup();
    const seen: unknown[] = [];
    rt.scheduler.ready(new Callback(() => seen.push(currentTask(), currentScheduler() === rt.scheduler)));
    const handle = rt.spawn(() => currentTask()?.id);
    expect(await handle.join()).toBe(handle.id);
    expect(seen).toEqual([undefined, true]);
    expect(currentTask()).toBeUndefined();
  });

  test("serves those who await and those who yield* in one order", async () => {
    const { rt, log } = setup();
    const queue = new WaitQueue();
    function* inTask(name: string): Coroutine<void> {
      yield* new Turnstile(queue);
      log.push(name);
    }
    async function outside(name: string): Promise<void> {
      await new Turnstile(queue);
      log.push(name);
    }
    for (let i = 0; i < 3; i++) {
      void outside(`await ${i}`);
      await settle();
      rt.spawn(inTask(`yield* ${i}`));
      await settle();
    }
    // Once from within a turn, once from outside.
    rt.spawn(function* () {
      for (let i = 0; i < 4; i++) queue.shift()!.grant();
    });
    await settle();
    expect(log).toEqual(["await 0", "yield* 0", "await 1", "yield* 1"]);
    queue.shift()!.grant();
    queue.shift()!.grant();
    await settle();
    expect(log.slice(4)).toEqual(["await 2", "yield* 2"]);
  });
});

describe("a slice", () => {
  test("that ends in the middle of a turn keeps the order and the snapshot", async () => {
    const { rt, platform, log } = setup();
    const entries = 300;
    for (let i = 0; i < entries; i++) {
      rt.scheduler.ready(
        new Callback(() => {
          platform.time += 0.1;
          log.push(`${i}`);
          if (i === 0) rt.scheduler.ready(new Callback(() => log.push("added")));
        }),
      );
    }
    let slices = 1;
    await settle();
    expect(log.length).toBeLessThan(entries);
    const { length } = log;
    rt.scheduler.ready(new Callback(() => log.push("from the host")));
    await settle();
    expect(log.length).toBe(length);
    while (platform.deferred.length > 0) {
      platform.runDeferred();
      slices++;
      await settle();
    }
    expect(slices).toBeGreaterThan(1);
    expect(log).toEqual([...Array.from({ length: entries }, (_, i) => `${i}`), "added", "from the host"]);
    expect(rt.metrics().turns).toBe(2);
  });

  test("gives way to the host even when a task is always ready", async () => {
    const { rt, platform } = setup();
    platform.drift = 0.01;
    let stop = false;
    const handle = rt.spawn(function* () {
      while (!stop) yield;
    });
    await settle();
    expect(platform.deferred.length).toBe(1);
    stop = true;
    platform.runDeferred();
    await handle.join();
  });
});

describe("the host", () => {
  test("gets its chance while tasks and promises wake each other for ever", async () => {
    const { rt, platform } = setup();
    platform.drift = 0.1;
    const state = { stop: false };
    const handle = rt.spawn(function* () {
      while (!state.stop) yield* until(Promise.resolve());
    });
    const inside = (async () => {
      while (!state.stop) await rt.run(() => 1);
    })();
    await settle();
    expect(platform.deferred.length).toBe(1);
    state.stop = true;
    platform.runDeferred();
    await handle.join();
    await inside;
  });
});

describe("timers", () => {
  test("of equal deadlines fire in the order of their creation, whatever was added between", async () => {
    const { rt, platform, log } = setup();
    const { scheduler } = rt;
    for (const [at, name] of [
      [5, "a"],
      [3, "x"],
      [5, "b"],
      [9, "z"],
      [5, "c"],
      [3, "y"],
      [5, "d"],
    ] as const) {
      scheduler.addTimer(at, new Callback(() => log.push(name)));
    }
    await platform.advanceTo(20);
    expect(log).toEqual(["x", "y", "a", "b", "c", "d", "z"]);
  });

  test("that are due go behind what is ready already, and run in the same turn", async () => {
    const { rt, platform, log } = setup();
    const { scheduler } = rt;
    platform.time = 10;
    scheduler.addTimer(9, new Callback(() => log.push("t1")));
    scheduler.addTimer(8, new Callback(() => log.push("t0")));
    scheduler.ready(
      new Callback(() => {
        scheduler.ready(new Callback(() => log.push("s2")));
        scheduler.addTimer(platform.time, new Callback(() => log.push("l")));
      }),
    );
    scheduler.ready(new Callback(() => log.push("s1")));
    await settle();
    // The example of CPython's order: `s1 t0 t1 s2 l`.
    expect(log).toEqual(["s1", "t0", "t1", "s2", "l"]);
  });

  test("are never early when the host fires early", async () => {
    const { rt, platform, log } = setup();
    rt.scheduler.addTimer(10, new Callback(() => log.push(`at ${platform.time}`)));
    platform.time = 9.2;
    platform.fire();
    await settle();
    expect(log).toEqual([]);
    expect(platform.timer?.at).toBe(10);
    platform.time = 10;
    platform.fire();
    expect(log).toEqual(["at 10"]);
  });

  test("set one native timer, to the nearest deadline, and none when there is none", async () => {
    const { rt, platform } = setup();
    const { scheduler } = rt;
    const near = new Callback(() => {});
    const far = new Callback(() => {});
    scheduler.addTimer(50, far);
    expect(platform.timer?.at).toBe(50);
    scheduler.addTimer(20, near);
    expect(platform.timer?.at).toBe(20);
    expect(scheduler.removeTimer(near)).toBe(true);
    expect(scheduler.removeTimer(near)).toBe(false);
    expect(scheduler.removeTimer(far)).toBe(true);
    expect(platform.timer).toBeUndefined();
  });

  test("leave no native timer behind when the last sleeper has gone", async () => {
    const { rt, platform } = setup();
    const handle = rt.spawn(new Sleep(1_000_000));
    await settle();
    expect(platform.timer?.at).toBe(1_000_000);
    handle.abort();
    await handle.outcome();
    await settle();
    expect(platform.timer).toBeUndefined();
    expect(rt.metrics()).toMatchObject({ tasks: 0, ready: 0, timers: 0 });
  });

  test("do not touch the native timer while something is ready", async () => {
    const { rt, platform } = setup();
    let sets = 0;
    const setTimer = platform.setTimer.bind(platform);
    platform.setTimer = (at, wake) => {
      sets++;
      setTimer(at, wake);
    };
    await rt.run(function* () {
      for (let i = 0; i < 100; i++) {
        rt.scheduler.addTimer(1000 - i, new Callback(() => {}));
        yield;
      }
    });
    await settle();
    expect(sets).toBe(1);
  });

  test("go on when one of them throws as it expires, and report it", async () => {
    const { rt, platform, log } = setup();
    const errors: unknown[] = [];
    rt.onUnhandledError((error) => errors.push(error));
    const bad = new Callback(() => {});
    const error = new Error("boom");
    bad.expire = () => {
      throw error;
    };
    rt.scheduler.addTimer(1, bad);
    rt.scheduler.addTimer(1, new Callback(() => log.push("next")));
    await platform.advanceTo(1);
    expect([errors, log]).toEqual([[error], ["next"]]);
  });

  test("keep deadline order among many, with removals", async () => {
    const { rt, platform } = setup();
    const { scheduler } = rt;
    const fired: [number, number][] = [];
    const timers: { at: number; order: number; entry: ReadyEntry }[] = [];
    let seed = 7;
    for (let order = 0; order < 2000; order++) {
      seed = (seed * 48271) % 2147483647;
      const at = seed % 100;
      const entry = new Callback(() => void fired.push([at, order]));
      timers.push({ at, order, entry });
      scheduler.addTimer(at, entry);
    }
    const kept = timers.filter(({ order, entry }) => order % 3 !== 0 || !scheduler.removeTimer(entry));
    for (let time = 0; time <= 100; time++) {
      await platform.advanceTo(time);
      platform.runDeferred();
    }
    const expected = kept.map(({ at, order }) => [at, order]).sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]!);
    expect(fired).toEqual(expected);
  });
});
