import { describe, expect, test, vi } from "vitest";
import { CancelledError, type Coroutine, Runtime, RuntimeError, type TaskEvent, until } from "../src/index.js";
import { Callback, coroutineFunction, PENDING, WaitOperation, type Waiter, WaitQueue } from "../src/kernel.js";
import { FakePlatform, settle } from "./fake-platform.js";

class Wait extends WaitOperation<void> {
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
  override describe(): string {
    return "Gate.wait";
  }
}

/** A platform that can tell that it has run dry, when the test says so. */
class DrainingPlatform extends FakePlatform {
  readonly listeners = new Set<() => void>();
  override readonly program = {
    ...new FakePlatform().program,
    onDrained: (listener: () => void): (() => void) => {
      this.listeners.add(listener);
      return () => void this.listeners.delete(listener);
    },
  };

  drain(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

describe("Runtime.onTaskEvent", () => {
  test("tells spawn, step, wait, wake, cancel and done in order, with who did it", async () => {
    const platform = new FakePlatform();
    const rt = new Runtime({ platform });
    const queue = new WaitQueue();
    const events: TaskEvent[] = [];
    const listening = rt.onTaskEvent((event) => void events.push(event));
    const sleeper = rt.spawn(new Wait(queue), { name: "sleeper" });
    await settle();
    const waker = rt.spawn(() => queue.shift()?.grant());
    await waker.join();
    await sleeper.join();
    const victim = rt.spawn(new Wait(queue));
    await settle();
    platform.time = 5;
    victim.abort();
    await victim.outcome();
    const of = (id: number): unknown[] => events.filter((event) => event.id === id).map(({ type }) => type);
    expect(of(sleeper.id)).toEqual(["spawn", "step", "wait", "wake", "step", "done"]);
    expect(of(victim.id)).toEqual(["spawn", "step", "wait", "cancel", "wake", "step", "done"]);
    expect(events.find(({ type }) => type === "wait")).toMatchObject({ name: "sleeper", waitingFor: "Gate.wait", status: "pending" });
    expect(events.find(({ type }) => type === "wake")?.by).toBe(waker.id);
    expect(events.at(-1)).toMatchObject({ id: victim.id, type: "done", status: "cancelled", at: 5 });
    listening[Symbol.dispose]();
    const count = events.length;
    await rt.run(() => 1);
    expect(events.length).toBe(count);
    expect(rt.scheduler.events).toBeUndefined();
  });

  test("a listener that throws stops nothing and is reported", async () => {
    const rt = new Runtime({ platform: new FakePlatform() });
    const failures: unknown[] = [];
    rt.onUnhandledError((error) => void failures.push(error));
    rt.onTaskEvent(() => {
      throw new Error("listener");
    });
    let heard = 0;
    rt.onTaskEvent(() => {
      heard++;
    });
    expect(await rt.run(() => 3)).toBe(3);
    expect(heard).toBe(3);
    expect(failures[0]).toBeInstanceOf(RuntimeError);
  });
});

describe("Runtime.dump", () => {
  test("names the coroutines that await each other", async () => {
    const rt = new Runtime({ platform: new FakePlatform() });
    const queue = new WaitQueue();
    const inner = coroutineFunction(function* inner(): Coroutine<void> {
      yield* new Wait(queue);
    });
    const outer = coroutineFunction(function* outer(): Coroutine<void> {
      yield* inner();
    });
    rt.spawn(outer());
    await settle();
    expect(rt.dump()[0]).toMatchObject({ state: "waiting", waitingFor: "Gate.wait", awaiting: ["outer", "inner"], spawnedAt: undefined });
    queue.shift()?.grant();
    await settle();
    expect(rt.dump()).toEqual([]);
  });

  test("in debug mode says where a task was started", async () => {
    const rt = new Runtime({ platform: new FakePlatform(), debug: true });
    const started = function startsHere(): void {
      rt.spawn(until(new Promise(() => {})));
    };
    started();
    await settle();
    const site = rt.dump()[0]?.spawnedAt ?? "";
    expect(site.split("\n")[0]).toMatch(/startsHere.*runtime-insight\.test\.ts/);
    await rt.shutdown();
  });
});

describe("Runtime.metrics", () => {
  test("measures turns in debug mode, without the host's time in the middle of one", async () => {
    const platform = new FakePlatform();
    const rt = new Runtime({ platform, debug: true });
    rt.spawn(() => {
      platform.time += 7;
    });
    await settle();
    rt.spawn(() => {
      platform.time += 2;
    });
    await settle();
    expect(rt.metrics().turnTimes).toEqual({ count: 2, total: 9, longest: 7, last: 2 });
    platform.drift = 1;
    for (let i = 0; i < 200; i++) rt.spawn(() => undefined);
    await settle();
    expect(platform.deferred.length).toBe(1);
    platform.time += 1000;
    while (platform.deferred.length > 0) platform.runDeferred();
    await settle();
    expect(rt.metrics().turnTimes?.longest).toBeLessThan(100);
  });

  test("measures nothing otherwise", async () => {
    const rt = new Runtime({ platform: new FakePlatform() });
    await rt.run(() => 1);
    expect(rt.metrics().turnTimes).toBeUndefined();
  });
});

describe("Runtime.shutdown", () => {
  test("leaves nothing: timers, waits outside tasks, listeners, tasks that cleanup starts", async () => {
    const platform = new FakePlatform();
    const rt = new Runtime({ platform });
    const { scheduler } = rt;
    class Sleep extends Wait {
      override enqueue(waiter: Waiter): void {
        scheduler.parkUntil(scheduler.now() + 50, waiter);
      }
    }
    scheduler.addTimer(10, new Callback(() => expect.fail("a timer of a runtime that was shut down")));
    const outside = new Sleep(new WaitQueue()).then(undefined, (error: unknown) => error);
    rt.onTaskEvent(() => undefined);
    const late: string[] = [];
    rt.spawn(function* () {
      try {
        yield* new Sleep(new WaitQueue());
      } finally {
        late.push("cleaned");
      }
    });
    await settle();
    expect(await rt.shutdown()).toEqual({ aborted: 1, stuck: [] });
    expect(late).toEqual(["cleaned"]);
    expect(rt.metrics()).toMatchObject({ tasks: 0, timers: 0, ready: 0 });
    expect(await outside).toBeInstanceOf(CancelledError);
    expect(platform.timer).toBeUndefined();
    expect(scheduler.events).toBeUndefined();
  });
});

describe("a deadlock on a loop of the host", () => {
  test("rejects run with the tasks that wait, throws into the main task, and stops listening", async () => {
    const platform = new DrainingPlatform();
    const rt = new Runtime({ platform });
    const queue = new WaitQueue();
    const log: string[] = [];
    rt.spawn(new Wait(queue), { name: "other" });
    const main = rt.run(function* () {
      try {
        yield* new Wait(queue);
      } finally {
        log.push("cleaned");
      }
    });
    await settle();
    expect(platform.listeners.size).toBe(1);
    platform.drain();
    await expect(main).rejects.toThrow(/Cannot go on: every task waits.*\n.*"other" waits for Gate.wait\n.*waits for Gate.wait/);
    await settle();
    expect(log).toEqual(["cleaned"]);
    expect(platform.listeners.size).toBe(0);
  });

  test("is none while something is ready or a timer will fire", async () => {
    const platform = new DrainingPlatform();
    const rt = new Runtime({ platform });
    const queue = new WaitQueue();
    const main = rt.run(new Wait(queue));
    platform.drain();
    await settle();
    rt.scheduler.addTimer(5, new Callback(() => queue.shift()?.grant()));
    platform.drain();
    await platform.advanceTo(5);
    await main;
    expect(platform.listeners.size).toBe(0);
  });
});

test("two loaded copies share one runtime", async () => {
  const first = await import("../src/index.js");
  vi.resetModules();
  const second = await import("../src/index.js");
  expect(second.Runtime).not.toBe(first.Runtime);
  const rt = first.runtime();
  expect(second.runtime()).toBe(rt);
  expect(() => second.configureRuntime({})).toThrow(/used already/);
  const other = new Runtime({ platform: new FakePlatform() });
  const replaced = second.withRuntime(other);
  expect(first.runtime()).toBe(other);
  replaced[Symbol.dispose]();
  expect(first.runtime()).toBe(rt);
  const queue = new WaitQueue();
  const handle = second.spawn(first.until(Promise.resolve(4)));
  queue.shift();
  expect(await handle.join()).toBe(4);
});
