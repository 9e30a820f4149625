import { type Coroutine, type Operation, spawn } from "@portalis/runtime";
import { PENDING, WaitOperation, WaitQueue, type Waiter } from "@portalis/runtime/kernel";
import { describe, expect, test } from "vitest";
import { SimulationError, simulate } from "../src/index.js";

/** A lock; `leaky` does not hand a grant on that was cancelled. */
class Lock {
  held = false;
  readonly waiters: WaitQueue = new WaitQueue();
  readonly leaky: boolean;

  constructor(leaky: boolean) {
    this.leaky = leaky;
  }

  acquire(): Operation<undefined> {
    return new Acquire(this);
  }

  release(): void {
    const waiter = this.waiters.shift();
    if (waiter === undefined) this.held = false;
    else waiter.grant();
  }
}

class Acquire extends WaitOperation<undefined> {
  readonly #lock: Lock;

  constructor(lock: Lock) {
    super();
    this.#lock = lock;
  }

  override attempt(): undefined | typeof PENDING {
    if (this.#lock.held) return PENDING;
    this.#lock.held = true;
    return undefined;
  }

  override enqueue(waiter: Waiter): void {
    this.#lock.waiters.push(waiter);
  }

  override giveBack(): void {
    if (!this.#lock.leaky) this.#lock.release();
  }

  override describe(): string {
    return "Lock.acquire";
  }
}

function users(leaky: boolean, count: number): () => Coroutine<void> {
  return function* () {
    const lock = new Lock(leaky);
    const handles = Array.from({ length: count }, () =>
      spawn(function* () {
        yield* lock.acquire();
        try {
          yield;
        } finally {
          lock.release();
        }
      }),
    );
    for (const handle of handles) yield* handle.outcome();
    if (lock.held) throw new Error("the lock is still held");
  };
}

describe("simulate in chosen orders", () => {
  test("exhaustive runs every order of a turn once", async () => {
    const seen: string[] = [];
    const report = await simulate({ order: "exhaustive" }, function* () {
      let order = "";
      const handles = ["a", "b", "c"].map((name) => spawn(() => void (order += name)));
      for (const handle of handles) yield* handle.join();
      seen.push(order);
    });
    expect(report).toMatchObject({ complete: true, cancels: 0 });
    expect(new Set(seen)).toEqual(new Set(["abc", "acb", "bac", "bca", "cab", "cba"]));
    expect(report.schedules).toBe(seen.length);
  });

  test("the same seed gives the same trace, another seed another one", async () => {
    const trace = async (order: { seed: number } | { pct: number; seed: number }): Promise<string> =>
      (await simulate({ order, cancels: 1, maxSchedules: 3 }, users(false, 4))).trace.join();
    expect(await trace({ seed: 1 })).toBe(await trace({ seed: 1 }));
    expect(await trace({ seed: 1 })).not.toBe(await trace({ seed: 2 }));
    expect(await trace({ pct: 2, seed: 1 })).toBe(await trace({ pct: 2, seed: 1 }));
    expect(await trace({ pct: 2, seed: 1 })).not.toBe(await trace({ pct: 2, seed: 3 }));
  });

  test("maxSchedules ends an enumeration that is not complete", async () => {
    expect(await simulate({ order: "exhaustive", maxSchedules: 5 }, users(false, 4))).toMatchObject({ schedules: 5, complete: false });
  });

  test("async functions run too", async () => {
    const report = await simulate({ order: "exhaustive", cancels: 1 }, async () => {
      const lock = new Lock(false);
      await lock.acquire();
      const waiter = spawn(lock.acquire());
      await Promise.resolve();
      lock.release();
      const outcome = await waiter.outcome();
      if (outcome.status === "completed") lock.release();
      if (lock.held) throw new Error("lost");
    });
    expect(report.complete).toBe(true);
    expect(report.cancels).toBeGreaterThan(0);
  });

  test("refuses work that cannot be run again", async () => {
    await expect(simulate({ order: "exhaustive" }, users(false, 1)())).rejects.toThrow(TypeError);
  });
});

describe("simulate with cancellations", () => {
  test("reaches all five phases", async () => {
    const report = await simulate({ order: "exhaustive", cancels: 2 }, function* () {
      const lock = new Lock(false);
      yield* lock.acquire();
      const handle = spawn(function* () {
        yield* lock.acquire();
        try {
          yield;
        } finally {
          lock.release();
          yield;
        }
      });
      yield;
      yield;
      lock.release();
      yield* handle.outcome();
      if (lock.held) throw new Error("lost");
    });
    for (const [phase, count] of Object.entries(report.phases)) expect(count, phase).toBeGreaterThan(0);
    expect(report.complete).toBe(true);
  });

  test("finds a lost grant, and its error replays it", async () => {
    await simulate({ order: "exhaustive", cancels: 1 }, users(false, 3));
    const error: unknown = await simulate({ order: "exhaustive", cancels: 1 }, users(true, 3)).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(SimulationError);
    const { message, replay, trace } = error as SimulationError;
    expect(message).toContain("(granted)");
    expect(message).toContain(`simulate({ order: { replay: "${replay}" }, cancels: 1 }, work)`);
    const again: unknown = await simulate({ order: { replay }, cancels: 1 }, users(true, 3)).catch((e: unknown) => e);
    expect((again as SimulationError).trace).toEqual(trace);
    await simulate({ order: { replay }, cancels: 1 }, users(false, 3));
  });

  test("fifo tries the cancellations only", async () => {
    const fifo = await simulate({ cancels: 1 }, users(false, 2));
    const all = await simulate({ order: "exhaustive", cancels: 1 }, users(false, 2));
    expect(fifo.complete).toBe(true);
    expect(fifo.schedules).toBe(fifo.cancels + 1);
    expect(all.schedules).toBeGreaterThan(fifo.schedules);
    await expect(simulate({ cancels: 1 }, users(true, 2))).rejects.toThrow(SimulationError);
  });

  test("an error that nobody handles and a deadlock are failures", async () => {
    const unhandled = simulate({ order: "exhaustive" }, function* () {
      spawn(() => {
        throw new Error("boom");
      });
      yield;
      yield;
    });
    await expect(unhandled).rejects.toThrow("boom");
    const deadlock = simulate({ order: "exhaustive" }, function* () {
      const lock = new Lock(false);
      yield* lock.acquire();
      yield* lock.acquire();
    });
    await expect(deadlock).rejects.toThrow("waits for Lock.acquire");
  });
});
