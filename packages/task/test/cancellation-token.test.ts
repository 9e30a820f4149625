import { type Coroutine, run, Runtime, spawn } from "@portalis/runtime";
import { assertPending, SimulatedPlatform } from "@portalis/testing";
import { describe, expect, test } from "vitest";
import { CancellationToken, yieldNow } from "../src/index.js";

function* never(): Coroutine<never> {
  yield* new CancellationToken().cancelled();
  throw new Error("never");
}

/** A signal that counts its listeners. */
class CountingSignal {
  aborted = false;
  reason: unknown = undefined;
  readonly listeners = new Set<() => void>();
  addEventListener(_type: "abort", listener: () => void): void {
    this.listeners.add(listener);
  }
  removeEventListener(_type: "abort", listener: () => void): void {
    this.listeners.delete(listener);
  }
  abort(reason: unknown): void {
    this.aborted = true;
    this.reason = reason;
    for (const listener of [...this.listeners]) listener();
  }
}

describe("CancellationToken.cancel", () => {
  test("ends all waits in order, in tasks and outside, and keeps the first reason", async () => {
    const token = new CancellationToken();
    const log: string[] = [];
    const waits = [1, 2].map((n) =>
      spawn(function* () {
        yield* token.cancelled();
        log.push(`task ${n}`);
      }),
    );
    await yieldNow();
    const outside = token.cancelled().then(() => log.push("outside"));
    expect(token.isCancelled).toBe(false);
    expect([token.cancel("first"), token.cancel("second")]).toEqual([true, false]);
    expect([token.isCancelled, token.reason]).toEqual([true, "first"]);
    for (const wait of waits) await wait.join();
    await outside;
    expect(log).toEqual(["task 1", "task 2", "outside"]);
    await token.cancelled();
  });

  test("cancels what is below, however deep, and not what is above", async () => {
    const root = new CancellationToken();
    const middle = root.child();
    let leaf = middle;
    for (let i = 0; i < 20_000; i++) leaf = leaf.child();
    const waited = spawn(leaf.cancelled());
    await yieldNow();
    middle.cancel("why");
    await waited.join();
    expect([root.isCancelled, middle.isCancelled, leaf.isCancelled, leaf.reason]).toEqual([false, true, true, "why"]);
    root.cancel("later");
    expect(middle.reason).toBe("why");
    expect(root.child().isCancelled).toBe(true);
  });

  test("has cancelled all before it tells anybody", () => {
    const root = new CancellationToken();
    const child = root.child();
    const seen: boolean[] = [];
    root.signal.addEventListener("abort", () => void seen.push(child.isCancelled));
    expect(child.signal.aborted).toBe(false);
    root.cancel();
    expect(seen).toEqual([true]);
  });
});

describe("CancellationToken and AbortSignal", () => {
  test("signal is aborted with the reason, also when it is asked for afterwards", () => {
    const token = new CancellationToken();
    const before = token.signal;
    expect(before.aborted).toBe(false);
    token.cancel("why");
    expect([before.aborted, before.reason]).toEqual([true, "why"]);
    expect(token.signal).toBe(before);
    const late = token.child();
    expect([late.signal.aborted, late.signal.reason]).toEqual([true, "why"]);
  });

  test("from follows the signal, and listens to it only while somebody waits", async () => {
    const signal = new CountingSignal();
    const token = CancellationToken.from(signal);
    expect(signal.listeners.size).toBe(0);
    const loser = spawn(token.child().cancelled());
    const winner = spawn(token.child().child().cancelled());
    await yieldNow();
    expect(signal.listeners.size).toBe(1);
    loser.abort();
    await loser.outcome();
    expect(signal.listeners.size).toBe(1);
    signal.abort("host");
    await winner.join();
    expect([token.isCancelled, token.reason, signal.listeners.size]).toEqual([true, "host", 0]);
    expect(CancellationToken.from(signal).isCancelled).toBe(true);
  });

  test("a long-lived signal keeps nothing of waits that were given up, and cancelling the token does not abort it", async () => {
    const signal = new CountingSignal();
    const token = CancellationToken.from(signal);
    for (let i = 0; i < 10; i++) {
      const wait = spawn(token.child().child().cancelled());
      await yieldNow();
      expect(signal.listeners.size).toBe(1);
      wait.abort();
      await wait.outcome();
      expect(signal.listeners.size).toBe(0);
    }
    token.cancel();
    expect([token.isCancelled, signal.aborted]).toEqual([true, false]);
  });
});

describe("CancellationToken.runUntilCancelled", () => {
  test("gives the value of work that ends first, and its error", async () => {
    const token = new CancellationToken();
    expect(await token.runUntilCancelled(() => 7)).toBe(7);
    const error = new Error("own");
    await expect(
      token.runUntilCancelled(() => {
        throw error;
      }),
    ).rejects.toBe(error);
  });

  test("cancelled, gives undefined after the work's cleanup; cancelled before, runs nothing", async () => {
    const token = new CancellationToken();
    const log: string[] = [];
    const work = function* (): Coroutine<string> {
      try {
        yield* never();
        return "ended";
      } finally {
        yield;
        log.push("cleaned");
      }
    };
    const running = run(token.runUntilCancelled(work));
    await yieldNow();
    await yieldNow();
    token.cancel();
    expect(await running).toBeUndefined();
    expect(log).toEqual(["cleaned"]);
    expect(await token.runUntilCancelled(() => log.push("ran"))).toBeUndefined();
    expect(log).toEqual(["cleaned"]);
  });

  test("whose waiter is cancelled, cancels the work, waits for its cleanup and leaves the token", async () => {
    const rt = new Runtime({ platform: new SimulatedPlatform() });
    const signal = new CountingSignal();
    const token = CancellationToken.from(signal);
    const log: string[] = [];
    const waiter = rt.spawn(
      token.runUntilCancelled(function* () {
        try {
          yield* never();
        } finally {
          log.push("cleaned");
        }
      }),
    );
    await assertPending(waiter.join());
    waiter.abort();
    expect((await waiter.outcome()).status).toBe("cancelled");
    expect(log).toEqual(["cleaned"]);
    expect(signal.listeners.size).toBe(0);
  });
});
