// Promises themselves are under test here, with all that a program may do to them.
/* eslint
  "@typescript-eslint/no-floating-promises": "off", "@typescript-eslint/prefer-promise-reject-errors": "off",
  "@typescript-eslint/await-thenable": "off", "@typescript-eslint/no-this-alias": "off",
  "@typescript-eslint/no-invalid-void-type": "off", "@typescript-eslint/use-unknown-in-catch-callback-variable": "off" */
import { beforeEach, describe, expect, it } from "vitest";
import { jobs } from "../../src/globals/job-queue.js";
import { GuestPromise, peekPromise } from "../../src/globals/promise.js";
import { takeUnhandledRejections } from "../../src/globals/promise-rejections.js";
import { randomPromiseProgram } from "./random-promise-program.js";

/** What the promises of later standards have besides. */
interface WithResolvers {
  withResolvers<T>(): { promise: Promise<T>; resolve: (value: T | PromiseLike<T>) => void; reject: (reason?: unknown) => void };
}

const Guest = GuestPromise as unknown as PromiseConstructor & WithResolvers;

beforeEach(() => {
  jobs.drain();
  takeUnhandledRejections();
});

/** Runs `body` with a log and gives the log after all jobs. */
function logOf(body: (log: (entry: unknown) => void) => void): unknown[] {
  const entries: unknown[] = [];
  body((entry) => entries.push(entry));
  jobs.drain();
  takeUnhandledRejections();
  return entries;
}

describe("Promises/A+", () => {
  it("2.1: a settled promise keeps its state and its value", () => {
    const log = logOf((add) => {
      const p = new Guest<number>((resolve, reject) => {
        resolve(1);
        reject(new Error("late"));
        resolve(2);
      });
      p.then(add, () => add("rejected"));
      p.then(add);
    });
    expect(log).toEqual([1, 1]);
  });

  it("2.2.1: handlers that are no functions are ignored and the state passes through", () => {
    const log = logOf((add) => {
      for (const handler of [undefined, null, 5, "x", true, {}]) {
        Guest.resolve("value")
          .then(handler as never, handler as never)
          .then(add);
        Guest.reject("reason")
          .then(handler as never, handler as never)
          .then(null, add);
      }
    });
    expect(log.filter((entry) => entry === "value")).toHaveLength(6);
    expect(log.filter((entry) => entry === "reason")).toHaveLength(6);
  });

  it("2.2.4: handlers never run before then() has returned", () => {
    const order: string[] = [];
    Guest.resolve().then(() => order.push("handler"));
    order.push("after then");
    expect(order).toEqual(["after then"]);
    jobs.drain();
    expect(order).toEqual(["after then", "handler"]);
  });

  it("2.2.5: handlers are called without a this value", () => {
    let self: unknown = "unset";
    Guest.resolve().then(function (this: unknown) {
      self = this;
    });
    jobs.drain();
    expect(self).toBeUndefined();
  });

  it("2.2.6: handlers of one promise run in the order of then()", () => {
    const log = logOf((add) => {
      const { promise, resolve } = Guest.withResolvers<void>();
      promise.then(() => add(1)).then(() => add(4));
      promise.then(() => add(2));
      promise.then(() => add(3));
      resolve();
    });
    expect(log).toEqual([1, 2, 3, 4]);
  });

  it("2.2.7: what a handler returns or throws settles the next promise", () => {
    const log = logOf((add) => {
      Guest.resolve(1)
        .then((n) => n + 1)
        .then((n) => {
          add(n);
          throw new RangeError("boom");
        })
        .then(
          () => add("not here"),
          (error: unknown) => {
            add(error);
            return "mended";
          },
        )
        .then(add);
    });
    expect(log).toEqual([2, new RangeError("boom"), "mended"]);
  });

  it("2.3.1: a promise resolved with itself is rejected with a TypeError", () => {
    const log = logOf((add) => {
      const p: Promise<unknown> = Guest.resolve().then(() => p);
      p.catch(add);
    });
    expect(log).toEqual([expect.any(TypeError)]);
  });

  it("2.3.2: a promise resolved with a promise takes its state", () => {
    const log = logOf((add) => {
      const inner = Guest.withResolvers<string>();
      Guest.resolve()
        .then(() => inner.promise)
        .then(add);
      Guest.resolve()
        .then(() => Guest.reject("no"))
        .catch(add);
      inner.resolve("yes");
    });
    expect(log).toEqual(expect.arrayContaining(["yes", "no"]));
    expect(log).toHaveLength(2);
  });

  it("2.3.3: then is read once, called once with the thenable as this, and only its first answer counts", () => {
    const log = logOf((add) => {
      let reads = 0;
      const thenable = Object.defineProperty({}, "then", {
        get() {
          reads++;
          return function (this: unknown, resolve: (value: unknown) => void, reject: (reason: unknown) => void) {
            add(this === thenable);
            resolve("first");
            reject("second");
            throw new Error("third");
          };
        },
      });
      Guest.resolve(thenable).then((value) => {
        add(value);
        add(reads);
      });
    });
    expect(log).toEqual([true, "first", 1]);
  });

  it("2.3.3.2: an error while then is read rejects", () => {
    const log = logOf((add) => {
      Guest.resolve({
        get then(): never {
          throw new Error("no then");
        },
      }).catch(add);
    });
    expect(log).toEqual([new Error("no then")]);
  });

  it("2.3.3.3.4: a then that throws before it answers rejects", () => {
    const log = logOf((add) => {
      const thenable: unknown = {
        then: () => {
          throw new Error("in then");
        },
      };
      Guest.resolve(thenable).catch(add);
    });
    expect(log).toEqual([new Error("in then")]);
  });

  it("2.3.4: what is not thenable fulfils as it is", () => {
    const values = [undefined, null, 0, "", Symbol("s"), 1n, {}, { then: 5 }, () => 1];
    const log = logOf((add) => {
      for (const value of values) Guest.resolve(value).then(add);
    });
    expect(log).toEqual(values);
  });
});

describe("Promise beyond A+", () => {
  it("calls its executor at once and rejects with what it throws", () => {
    const log = logOf((add) => {
      new Guest(() => {
        add("executor");
        throw new Error("thrown");
      }).catch(add);
      add("made");
    });
    expect(log).toEqual(["executor", "made", new Error("thrown")]);
    expect(() => new Guest(5 as never)).toThrow(TypeError);
  });

  it("resolve() gives a promise of the same class back as it is", () => {
    const p = Guest.resolve(1);
    expect(Guest.resolve(p)).toBe(p);
    class Sub<T> extends Guest<T> {}
    expect(Sub.resolve(p)).not.toBe(p);
    expect(Sub.resolve(1).then(() => 1)).toBeInstanceOf(Sub);
  });

  it("finally() passes the outcome on, waits for what its callback returns, and lets its error win", () => {
    const log = logOf((add) => {
      const gate = Guest.withResolvers<void>();
      Guest.resolve("value")
        .finally(() => gate.promise)
        .then(add);
      Guest.reject("reason")
        .finally(() => "ignored")
        .catch(add);
      Guest.resolve()
        .finally(() => {
          throw new Error("final");
        })
        .catch(add);
      gate.resolve();
    });
    expect(log).toHaveLength(3);
    expect(log).toEqual(expect.arrayContaining(["value", "reason", new Error("final")]));
  });

  it("all, allSettled, any and race see members in order, empty lists included", () => {
    const log = logOf((add) => {
      const bad = (): Promise<never> => Guest.reject(new Error("bad"));
      Guest.all([1, Guest.resolve(2), { then: (f: (n: number) => void) => f(3) }]).then(add);
      Guest.all([]).then(add);
      Guest.all([1, bad()]).catch(add);
      Guest.allSettled([1, bad()]).then(add);
      Guest.any([bad(), Guest.resolve("any")]).then(add);
      Guest.any([]).catch((error: AggregateError) => add([error.name, error.errors]));
      Guest.race([new Guest(() => undefined), Guest.resolve("race")]).then(add);
    });
    expect(log).toHaveLength(7);
    expect(log).toEqual(
      expect.arrayContaining([
        [1, 2, 3],
        [],
        new Error("bad"),
        [
          { status: "fulfilled", value: 1 },
          { status: "rejected", reason: new Error("bad") },
        ],
        "any",
        ["AggregateError", []],
        "race",
      ]),
    );
  });

  it("closes the iterator when a member cannot be followed, not when the iterator itself fails", () => {
    const closed: string[] = [];
    const source = function* (name: string, fail: boolean): Generator {
      try {
        if (fail) throw new Error("source");
        yield 1;
      } finally {
        closed.push(name);
      }
    };
    class Broken<T> extends Guest<T> {
      static override resolve(): never {
        throw new Error("broken");
      }
    }
    const log = logOf((add) => {
      Broken.all(source("members", false)).then(undefined, add);
      Guest.all(source("source", true)).then(undefined, add);
    });
    expect(closed).toEqual(["members", "source"]);
    expect(log).toEqual([new Error("broken"), new Error("source")]);
  });

  it("try() takes synchronous values and errors alike", () => {
    const log = logOf((add) => {
      const tryOf = (
        GuestPromise as unknown as { try: (f: (...args: number[]) => unknown, ...args: number[]) => Promise<unknown> }
      ).try.bind(GuestPromise);
      tryOf((a, b) => a + b, 1, 2).then(add);
      tryOf(() => {
        throw new Error("sync");
      }).catch(add);
    });
    expect(log).toEqual([3, new Error("sync")]);
  });

  it("looks like the engine's own", () => {
    expect(GuestPromise.name).toBe("Promise");
    expect(Object.prototype.toString.call(Guest.resolve())).toBe("[object Promise]");
    expect(peekPromise(Guest.resolve(7))).toEqual({ state: "fulfilled", value: 7 });
    expect(peekPromise(Promise.resolve(7))).toBeUndefined();
  });

  it("runs a chain of 100,000 promises without using up the stack", () => {
    let p = Guest.resolve(0);
    for (let i = 0; i < 100_000; i++) p = p.then((n) => n + 1);
    let result = 0;
    p.then((n) => (result = n));
    jobs.drain();
    expect(result).toBe(100_000);
  });
});

describe("takeUnhandledRejections()", () => {
  it("gives the reasons of rejections that nobody handles, each once", () => {
    Guest.reject("lonely");
    Guest.reject("handled").catch(() => undefined);
    const late = Guest.reject("late");
    late.then(undefined, () => undefined);
    Guest.resolve().then(() => {
      throw new Error("in a chain");
    });
    jobs.drain();
    expect(takeUnhandledRejections()).toEqual(["lonely", new Error("in a chain")]);
    expect(takeUnhandledRejections()).toEqual([]);
  });
});

describe("the order of jobs", () => {
  it("is that of the engine's own promises in 400 random programs", async () => {
    for (let seed = 1; seed <= 400; seed++) {
      const native: string[] = [];
      const guest: string[] = [];
      randomPromiseProgram(seed, Promise, native);
      await new Promise((resolve) => setImmediate(resolve));
      randomPromiseProgram(seed, Guest, guest);
      jobs.drain();
      takeUnhandledRejections();
      expect(guest, `seed ${seed}`).toEqual(native);
      expect(native.length, `seed ${seed}`).toBeGreaterThan(0);
    }
  });
});
