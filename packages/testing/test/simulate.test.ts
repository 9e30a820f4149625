import { type Coroutine, Runtime, runtime, spawn } from "@portalis/runtime";
import { Callback, currentScheduler, PENDING, WaitOperation, WaitQueue, type Waiter } from "@portalis/runtime/kernel";
import { describe, expect, test } from "vitest";
import { AssertionError, assertPending, assertReady, Sequencer, settle, SimulatedPlatform, simulate } from "../src/index.js";

class Sleep extends WaitOperation<void> {
  readonly #ms: number;

  constructor(ms: number) {
    super();
    this.#ms = ms;
  }

  override attempt(): typeof PENDING {
    return PENDING;
  }

  override enqueue(waiter: Waiter): void {
    const scheduler = currentScheduler();
    scheduler.parkUntil(scheduler.now() + this.#ms, waiter);
  }
}

class Wait extends WaitOperation<unknown> {
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

describe("simulate", () => {
  test("lets a day pass at once, in deadline order", async () => {
    const log: string[] = [];
    function* sleeper(name: string, ms: number): Coroutine<void> {
      yield* new Sleep(ms);
      log.push(`${name} ${currentScheduler().now()}`);
    }
    const report = await simulate({}, function* () {
      const slow = spawn(sleeper("slow", 86_400_000));
      const fast = spawn(sleeper("fast", 1.5));
      yield* slow.join();
      yield* fast.join();
      runtime().platform.program.write("stdout", "done\n");
      return "value";
    });
    expect(report).toMatchObject({ value: "value", elapsed: 86_400_000, stdout: "done\n", stderr: "" });
    expect(log).toEqual(["fast 1.5", "slow 86400000"]);
  });

  test("makes its runtime the global one and gives the former back, also after an error", async () => {
    const before = runtime();
    let during: Runtime | undefined;
    await expect(
      simulate({}, async () => {
        during = runtime();
        throw new Error("boom");
      }),
    ).rejects.toThrow("boom");
    expect(during?.platform.name).toBe("simulated");
    expect(runtime()).toBe(before);
  });

  test("cancels what is left running", async () => {
    const log: string[] = [];
    await simulate({}, function* () {
      spawn(function* () {
        try {
          yield* new Sleep(Infinity);
        } finally {
          log.push("cleaned");
        }
      });
      yield* new Sleep(1);
    });
    expect(log).toEqual(["cleaned"]);
  });
});

describe("VirtualClock", () => {
  test("advance stops at each timer on the way", async () => {
    const platform = new SimulatedPlatform({ autojump: false });
    const { scheduler } = new Runtime({ platform });
    const log: number[] = [];
    const tick = (): void => {
      log.push(platform.now());
      scheduler.addTimer(platform.now() + 10, new Callback(tick));
    };
    scheduler.addTimer(5, new Callback(tick));
    await platform.clock.advance(4);
    expect(log).toEqual([]);
    await platform.clock.advance(21);
    expect(log).toEqual([5, 15, 25]);
    expect(platform.now()).toBe(25);
    await expect(platform.clock.advance(-1)).rejects.toThrow(RangeError);
    await expect(platform.clock.advance(NaN)).rejects.toThrow(RangeError);
  });

  test("stands still without autojump, and jumps once it is set", async () => {
    const platform = new SimulatedPlatform({ autojump: false });
    const { scheduler } = new Runtime({ platform });
    let fired = false;
    scheduler.addTimer(5, new Callback(() => (fired = true)));
    await settle();
    await settle();
    expect([fired, platform.now()]).toEqual([false, 0]);
    platform.clock.autojump = true;
    await settle();
    await settle();
    expect([fired, platform.now()]).toEqual([true, 5]);
  });
});

describe("assertPending and assertReady", () => {
  test("tell an operation that waits from one that is settled", async () => {
    const queue = new WaitQueue();
    const wait = new Wait(queue);
    await assertPending(wait);
    await expect(assertReady(wait)).rejects.toThrow(AssertionError);
    queue.shift()!.grant(7);
    expect(await assertReady(wait)).toBe(7);
    await expect(assertPending(wait)).rejects.toThrow(AssertionError);
    const failing = new Wait(queue);
    await assertPending(failing);
    const error = new Error("closed");
    queue.shift()!.fail(error);
    await expect(assertReady(failing)).rejects.toBe(error);
    await expect(assertPending(failing)).rejects.toMatchObject({ cause: error });
  });
});

describe("Sequencer", () => {
  test("lets tasks go on in the order of their positions", async () => {
    const order = new Sequencer();
    const log: number[] = [];
    function* at(position: number): Coroutine<void> {
      yield* order.turn(position);
      log.push(position);
      order.done();
    }
    await simulate({}, function* () {
      const handles = [3, 1, 0, 2].map((position) => spawn(at(position)));
      for (const handle of handles) yield* handle.join();
    });
    expect(log).toEqual([0, 1, 2, 3]);
    expect(order.next).toBe(4);
    expect(() => order.turn(3)).toThrow(RangeError);
  });
});
