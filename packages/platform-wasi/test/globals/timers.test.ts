import { beforeEach, describe, expect, it } from "vitest";
import { jobs } from "../../src/globals/job-queue.js";
import { GuestPromise } from "../../src/globals/promise.js";
import { timers } from "../../src/globals/timer-queue.js";
import { clearInterval, clearTimeout, setInterval, setTimeout } from "../../src/globals/timers.js";
import { setUncaughtErrorHandler } from "../../src/globals/uncaught-error.js";

let now: number;
beforeEach(() => {
  now = 0;
  timers.setClock(() => now);
});

/** Runs the timers up to `end`, the clock jumping from one to the next. */
function advance(end: number): void {
  for (let next = timers.next; next !== undefined && next <= end; next = timers.next) {
    now = Math.max(now, next);
    timers.runDue();
  }
  now = end;
}

describe("setTimeout()", () => {
  it("fires in the order of deadlines, then of creation, never early", () => {
    const fired: string[] = [];
    const log = (name: string): void => void fired.push(`${name}@${now}`);
    setTimeout(() => log("c"), 30);
    setTimeout(() => log("a"), 10);
    setTimeout(() => log("b1"), 20);
    setTimeout(() => log("b2"), 20);
    now = 9.9;
    expect(timers.runDue()).toBe(false);
    advance(100);
    expect(fired).toEqual(["a@10", "b1@20", "b2@20", "c@30"]);
  });

  it("gives 2000 random timers in order, with cancelled ones left out", () => {
    let state = 3;
    const below = (limit: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * limit);
    };
    const fired: [number, number][] = [];
    const made = Array.from({ length: 2_000 }, (_unused, i) => {
      const delay = 1 + below(50);
      return { i, delay, timer: setTimeout(() => fired.push([delay, i]), delay), cancelled: false };
    });
    for (const entry of made) {
      if (below(3) > 0) continue;
      clearTimeout(entry.timer);
      entry.cancelled = true;
    }
    advance(100);
    const expected = made.filter(({ cancelled }) => !cancelled).map(({ delay, i }) => [delay, i] as [number, number]);
    expected.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    expect(fired).toEqual(expected);
    expect(timers.alive).toBe(0);
  });

  it("passes its arguments on and runs microtasks between two callbacks", () => {
    const order: unknown[] = [];
    const first = (...args: unknown[]): void => {
      order.push(...args);
      GuestPromise.resolve().then(() => order.push("microtask"));
    };
    setTimeout(first, 1, "x", 2);
    setTimeout(() => order.push("second"), 1);
    advance(5);
    expect(order).toEqual(["x", 2, "microtask", "second"]);
  });

  it("leaves a timer that a callback starts to the next round", () => {
    const order: string[] = [];
    setTimeout(() => {
      order.push("outer");
      now += 10;
      setTimeout(() => order.push("inner"), 0);
      now += 10;
    }, 1);
    now = 1;
    timers.runDue();
    expect(order).toEqual(["outer"]);
    timers.runDue();
    expect(order).toEqual(["outer", "inner"]);
  });

  it.each([undefined, 0, -5, Number.NaN, 0.2])("takes a delay of %s as one millisecond", (delay) => {
    const timer = setTimeout(() => undefined, delay);
    expect(timers.next).toBe(1);
    clearTimeout(timer);
  });

  it("takes delays beyond 2^31 milliseconds", () => {
    const timer = setTimeout(() => undefined, 2 ** 40);
    expect(timers.next).toBe(2 ** 40);
    clearTimeout(timer);
  });

  it("refuses what is no function", () => {
    expect(() => setTimeout("code" as never, 1)).toThrow(TypeError);
  });

  it("reports what a callback throws as uncaught and fires the others", () => {
    const uncaught: unknown[] = [];
    setUncaughtErrorHandler((error) => uncaught.push(error));
    let fired = false;
    setTimeout(() => {
      throw new Error("callback");
    }, 1);
    setTimeout(() => (fired = true), 1);
    advance(5);
    expect(uncaught).toEqual([new Error("callback")]);
    expect(fired).toBe(true);
    setUncaughtErrorHandler((error) => {
      throw error;
    });
  });
});

describe("clearTimeout()", () => {
  it("takes the object, its number, and anything else without effect", () => {
    let fired = 0;
    const [a, b] = [setTimeout(() => fired++, 1), setTimeout(() => fired++, 1)];
    clearTimeout(a);
    clearTimeout(Number(b));
    clearTimeout(undefined);
    clearTimeout({});
    clearTimeout(-1);
    advance(5);
    expect(fired).toBe(0);
    expect(timers.next).toBeUndefined();
  });
});

describe("setInterval()", () => {
  it("fires again and again until it is cleared, by itself too", () => {
    const fired: number[] = [];
    const timer = setInterval(() => {
      fired.push(now);
      if (fired.length === 3) clearInterval(timer);
    }, 10);
    advance(100);
    expect(fired).toEqual([10, 20, 30]);
  });
});

describe("Timeout", () => {
  it("unref() and ref() say whether the program waits for it", () => {
    const timer = setTimeout(() => undefined, 10);
    expect([timers.alive, timer.hasRef()]).toEqual([1, true]);
    timer.unref().unref();
    expect([timers.alive, timer.hasRef()]).toEqual([0, false]);
    timer.ref();
    expect(timers.alive).toBe(1);
    timer.unref();
    clearTimeout(timer);
    expect(timers.alive).toBe(0);
  });

  it("refresh() starts the time anew", () => {
    const fired: number[] = [];
    const timer = setTimeout(() => fired.push(now), 10);
    now = 6;
    timer.refresh();
    advance(30);
    expect(fired).toEqual([16]);
  });

  it("is cleared at the end of its block by using", () => {
    let fired = false;
    {
      using timer = setTimeout(() => (fired = true), 1);
      expect(Number(timer)).toBeGreaterThan(0);
    }
    advance(5);
    expect(fired).toBe(false);
    expect(jobs.size).toBe(0);
  });
});
