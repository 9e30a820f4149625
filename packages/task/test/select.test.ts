import { CancelledError, type Coroutine, JoinError, spawn, until, type WaitOptions } from "@portalis/runtime";
import { PENDING, WaitOperation, WaitQueue, type Waiter } from "@portalis/runtime/kernel";
import { settle, simulate } from "@portalis/testing";
import { describe, expect, expectTypeOf, test } from "vitest";
import { race, select, yieldNow } from "../src/index.js";

/** A channel that hands items over and must not lose any. */
class Box {
  readonly waiters = new WaitQueue();
  readonly items: string[] = [];
  abandoned = 0;

  put(item: string): void {
    const waiter = this.waiters.shift();
    if (waiter === undefined) this.items.push(item);
    else waiter.grant(item);
  }

  take(options?: WaitOptions): Take {
    return new Take(this, options);
  }
}

class Take extends WaitOperation<string> {
  readonly #box: Box;

  constructor(box: Box, options?: WaitOptions) {
    super(options);
    this.#box = box;
  }

  override attempt(): string | typeof PENDING {
    return this.#box.items.shift() ?? PENDING;
  }

  override enqueue(waiter: Waiter): void {
    this.#box.waiters.push(waiter);
  }

  override giveBack(item: unknown): void {
    this.#box.put(item as string);
  }

  override abandoned(): void {
    this.#box.abandoned++;
  }

  override describe(): string {
    return "Box.take";
  }
}

function* never(): Coroutine<never> {
  return yield* until(new Promise<never>(() => {}));
}

describe("select", () => {
  test("says which branch was first, by key and by index", async () => {
    const a = new Box();
    const b = new Box();
    const byKey = select({ a: a.take(), b: b.take(), n: until(Promise.resolve(1)) }, { biased: true });
    expectTypeOf(byKey).resolves.toEqualTypeOf<
      | { readonly key: "a"; readonly value: string }
      | { readonly key: "b"; readonly value: string }
      | { readonly key: "n"; readonly value: number }
    >();
    expect(await byKey).toEqual({ key: "n", value: 1 });
    const handle = spawn(select([a.take(), b.take()]));
    await settle();
    b.put("x");
    expect(await handle.join()).toEqual({ index: 1, value: "x" });
  });

  test("takes the losers out of their lists at once: they lose nothing", async () => {
    const a = new Box();
    const b = new Box();
    const handle = spawn(select({ a: a.take(), b: b.take() }));
    await settle();
    a.put("for a");
    b.put("for b");
    expect(await handle.join()).toEqual({ key: "a", value: "for a" });
    expect(b.items).toEqual(["for b"]);
    expect([a.waiters.size, b.waiters.size, b.abandoned]).toEqual([0, 0, 1]);
  });

  test("that is cancelled leaves all lists, and hands a grant it has not taken on", async () => {
    const a = new Box();
    const b = new Box();
    const parked = spawn(select({ a: a.take(), b: b.take() }));
    const granted = spawn(select({ a: a.take(), b: b.take() }));
    await settle();
    parked.abort();
    expect([a.waiters.size, b.waiters.size]).toEqual([1, 1]);
    a.put("item");
    granted.abort();
    expect((await granted.outcome()).status).toBe("cancelled");
    expect((await parked.outcome()).status).toBe("cancelled");
    expect(a.items).toEqual(["item"]);
    expect([a.waiters.size, b.waiters.size]).toEqual([0, 0]);
  });

  test("throws the error of the branch that wins", async () => {
    const a = new Box();
    const b = new Box();
    const handle = spawn(select([a.take(), b.take()]));
    await settle();
    b.waiters.shift()!.fail(new Error("closed"));
    await expect(handle.join()).rejects.toThrow("closed");
    expect(a.waiters.size).toBe(0);
  });

  test("ends when the signal of a branch is aborted, with its reason", async () => {
    const a = new Box();
    const b = new Box();
    const controller = new AbortController();
    const handle = spawn(select([a.take({ signal: controller.signal }), b.take()]));
    await settle();
    controller.abort("reason");
    await expect(handle.join()).rejects.toBe("reason");
    expect([a.waiters.size, b.waiters.size]).toEqual([0, 0]);
  });

  test("is fair among branches that are ready, and biased when asked to", async () => {
    const { value } = await simulate({}, function* () {
      const fair: number[] = [];
      const biased: number[] = [];
      const full = (): Box => {
        const box = new Box();
        box.put("item");
        return box;
      };
      for (let i = 0; i < 6; i++) {
        fair.push((yield* select([full().take(), full().take(), full().take()])).index);
        biased.push((yield* select([full().take(), full().take()], { biased: true })).index);
      }
      return [fair, biased];
    });
    expect(value).toEqual([
      [0, 1, 2, 0, 1, 2],
      [0, 0, 0, 0, 0, 0],
    ]);
  });

  test("asks no branch behind one that is ready at once", async () => {
    const ready = new Box();
    ready.put("at once");
    const other = new Box();
    other.put("stays");
    expect(await select({ ready: ready.take(), other: other.take() }, { biased: true })).toEqual({ key: "ready", value: "at once" });
    expect(other.items).toEqual(["stays"]);
  });

  test("asks no branch behind one that is granted as it begins to wait", async () => {
    const box = new Box();
    expect(await select({ next: yieldNow(), item: box.take() }, { biased: true })).toEqual({ key: "next", value: undefined });
    box.put("item");
    expect(box.items).toEqual(["item"]);
  });

  test("cancels works that lose and waits for their cleanup", async () => {
    const log: string[] = [];
    function* slow(): Coroutine<string> {
      try {
        return yield* never();
      } finally {
        yield;
        log.push("clean");
      }
    }
    const box = new Box();
    const handle = spawn(select({ slow: slow(), item: box.take() }));
    await settle();
    box.put("item");
    expect(await handle.join()).toEqual({ key: "item", value: "item" });
    expect(log).toEqual(["clean"]);
    const aborted = spawn(select({ slow: slow(), item: box.take() }));
    await settle();
    aborted.abort();
    await aborted.outcome();
    expect(log).toEqual(["clean", "clean"]);
    expect(box.waiters.size).toBe(0);
  });

  test("of nothing is refused at once", () => {
    expect(() => select([])).toThrow(RangeError);
    expect(() => race([])).toThrow(RangeError);
  });
});

describe("race", () => {
  test("gives the value of the first to settle", async () => {
    function* soon(): Coroutine<string> {
      yield;
      return "soon";
    }
    expect(await race([never(), soon(), until(new Promise<never>(() => {}))])).toBe("soon");
  });

  test("throws the error of the first to settle, JoinError when that was cancelled", async () => {
    await expect(
      race([
        never(),
        () => {
          throw new Error("boom");
        },
      ]),
    ).rejects.toThrow("boom");
    await expect(
      race([
        () => {
          throw new CancelledError();
        },
        never(),
      ]),
    ).rejects.toThrow(JoinError);
  });

  test("does not run a work at all when an operation is ready at once", async () => {
    const box = new Box();
    box.put("item");
    let ran = false;
    const value = await race([
      function* () {
        ran = true;
        yield;
        return "work";
      },
      box.take(),
    ]);
    expect([value, ran]).toEqual(["item", false]);
  });

  test("against a long-lived operation leaves nothing behind, however often", async () => {
    const box = new Box();
    await simulate({}, function* () {
      for (let i = 0; i < 1000; i++) yield* race([box.take(), until(Promise.resolve())]);
    });
    expect(box.waiters.size).toBe(0);
  });
});
