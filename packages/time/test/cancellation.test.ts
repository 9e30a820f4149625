import { type Coroutine, spawn, type TaskHandle } from "@portalis/runtime";
import { PENDING, WaitOperation, WaitQueue, type Waiter } from "@portalis/runtime/kernel";
import { call, joinAll, select } from "@portalis/task";
import { simulate } from "@portalis/testing";
import { expect, test } from "vitest";
import { sleep, timeout } from "../src/index.js";

/** A semaphore that hands permits over. */
class Permits {
  readonly waiters = new WaitQueue();
  free: number;

  constructor(free: number) {
    this.free = free;
  }

  release(): void {
    const waiter = this.waiters.shift();
    if (waiter === undefined) this.free++;
    else waiter.grant();
  }

  acquire(signal?: AbortSignal): Acquire {
    return new Acquire(this, signal);
  }
}

class Acquire extends WaitOperation<undefined> {
  readonly #permits: Permits;

  constructor(permits: Permits, signal?: AbortSignal) {
    super({ signal });
    this.#permits = permits;
  }

  override attempt(): undefined | typeof PENDING {
    if (this.#permits.free === 0) return PENDING;
    this.#permits.free--;
    return undefined;
  }

  override enqueue(waiter: Waiter): void {
    this.#permits.waiters.push(waiter);
  }

  override giveBack(): void {
    this.#permits.release();
  }
}

function random(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return (state >>> 8) % below;
  };
}

/** One holder of a permit, who waits for it in one of many ways and holds it for a while. */
function* holder(a: Permits, b: Permits, pick: (below: number) => number, stats: { held: number; most: number }): Coroutine<void> {
  const way = pick(6);
  let held = a;
  const controller = new AbortController();
  if (way === 0) yield* a.acquire();
  else if (way === 1) yield* timeout(pick(4), a.acquire());
  else if (way === 2) held = (yield* select([a.acquire(), b.acquire()])).index === 0 ? a : b;
  else if (way === 3) yield* call(nested, a, pick(5));
  else if (way === 4) held = (yield* timeout(pick(4), select({ a: a.acquire(), b: b.acquire() }))).key === "a" ? a : b;
  else {
    spawn(function* () {
      yield* sleep(pick(3));
      controller.abort();
    });
    yield* a.acquire(controller.signal);
  }
  stats.held++;
  stats.most = Math.max(stats.most, stats.held);
  try {
    if (pick(2) === 0) yield* sleep(pick(3));
    else for (let i = pick(4); i > 0; i--) yield;
  } finally {
    stats.held--;
    held.release();
  }
}

function* nested(permits: Permits, depth: number): Coroutine<void> {
  if (depth === 0) yield* permits.acquire();
  else yield* call(nested, permits, depth - 1);
}

test("no permit is lost or made, whoever is cancelled at whatever moment, in whatever way they wait", async () => {
  const sums = { cancelled: 0, completed: 0 };
  for (let seed = 1; seed <= 400; seed++) {
    const pick = random(seed);
    const a = new Permits(1 + pick(2));
    const b = new Permits(pick(2));
    const total = a.free + b.free;
    const stats = { held: 0, most: 0 };
    await simulate({}, function* () {
      const handles: TaskHandle<void>[] = [];
      for (let i = 0; i < 8; i++) handles.push(spawn(holder(a, b, pick, stats)));
      for (let i = 0; i < 12; i++) {
        handles[pick(handles.length)]!.abort();
        if (pick(3) === 0) yield* sleep(1);
        else yield;
      }
      // One permit more at the end, so that every seed has somebody who gets one late.
      yield* sleep(100);
      b.release();
      const outcomes = yield* joinAll(handles.map((handle) => handle.outcome()));
      for (const { status } of outcomes) sums[status === "completed" ? "completed" : "cancelled"]++;
    });
    expect([seed, a.free + b.free, stats.held, a.waiters.size + b.waiters.size]).toEqual([seed, total + 1, 0, 0]);
    expect(stats.most).toBeLessThanOrEqual(total + 1);
  }
  // The seeds do cover both.
  expect(sums.cancelled).toBeGreaterThan(500);
  expect(sums.completed).toBeGreaterThan(500);
});
