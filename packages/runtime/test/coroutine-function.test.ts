import { describe, expect, test } from "vitest";
import { CancelledError, type Coroutine, Runtime, RuntimeError, until } from "../src/index.js";
import { coroutineFunction, coroutinePrototype, coroutineState, currentTask, isCoroutineObject, Task } from "../src/kernel.js";
import { FakePlatform, settle } from "./fake-platform.js";

function setup(): { rt: Runtime; log: unknown[] } {
  return { rt: new Runtime({ platform: new FakePlatform() }), log: [] };
}

const descend = coroutineFunction(function* descend(n: number, last: () => Coroutine<number>): Coroutine<number> {
  return n === 0 ? yield* last() : 1 + (yield* descend(n - 1, last));
});

describe("a coroutine object", () => {
  test("gives its value with and without suspending", async () => {
    const { rt } = setup();
    const value = coroutineFunction(function* (suspend: boolean): Coroutine<string> {
      if (suspend) yield;
      return `suspended: ${suspend}`;
    });
    expect(
      await rt.run(function* () {
        return [yield* value(false), yield* value(true)];
      }),
    ).toEqual(["suspended: false", "suspended: true"]);
  });

  test("10,000 deep is resumed without native recursion and in constant time", async () => {
    const { rt } = setup();
    const steps = { between: 0 };
    const value = await rt.run(
      descend(10_000, function* () {
        for (let i = 0; i < 1000; i++) {
          yield;
          steps.between++;
        }
        return 0;
      }),
    );
    expect(value).toBe(10_000);
    expect(steps.between).toBe(1000);
  });

  test("100,000 deep without any suspension does not overflow the stack", async () => {
    const { rt } = setup();
    expect(
      await rt.run(
        descend(100_000, function* () {
          return 0;
        }),
      ),
    ).toBe(100_000);
  });

  test("keeps the native stack flat", async () => {
    const { rt } = setup();
    const depths: number[] = [];
    const measure = coroutineFunction(function* measure(n: number): Coroutine<void> {
      const limit = Error.stackTraceLimit;
      Error.stackTraceLimit = Infinity;
      depths.push(new Error().stack!.split("\n").length);
      Error.stackTraceLimit = limit;
      if (n > 0) yield* measure(n - 1);
    });
    await rt.run(measure(500));
    expect(Math.max(...depths)).toBeLessThan(100);
  });

  test("carries errors frame by frame through try and finally", async () => {
    const { rt, log } = setup();
    const level = coroutineFunction(function* level(n: number, suspend: boolean): Coroutine<string> {
      try {
        if (n > 0) return yield* level(n - 1, suspend);
        if (suspend) yield;
        throw new Error("boom");
      } catch (error) {
        if (n === 2) return `caught ${(error as Error).message}`;
        throw error;
      } finally {
        log.push(n);
      }
    });
    for (const suspend of [false, true]) expect(await rt.run(level(3, suspend))).toBe("caught boom");
    expect(log).toEqual([0, 1, 2, 3, 0, 1, 2, 3]);
  });

  test("is cancelled at the innermost suspension point, and finally may wait in every frame", async () => {
    const { rt, log } = setup();
    const level = coroutineFunction(function* level(n: number): Coroutine<void> {
      try {
        if (n > 0) yield* level(n - 1);
        else yield* until(new Promise(() => {}));
      } catch (error) {
        log.push(error instanceof CancelledError ? `cancelled ${n}` : "other");
        throw error;
      } finally {
        yield;
        log.push(`clean ${n}`);
      }
    });
    const handle = rt.spawn(level(2));
    await settle();
    handle.abort();
    expect((await handle.outcome()).status).toBe("cancelled");
    expect(log).toEqual(["cancelled 0", "clean 0", "cancelled 1", "clean 1", "cancelled 2", "clean 2"]);
  });

  test("mixes with plain generators at any level", async () => {
    const { rt } = setup();
    const inner = coroutineFunction(function* (): Coroutine<number> {
      yield;
      yield* until(Promise.resolve());
      return 1;
    });
    function* plain(): Coroutine<number> {
      const first = yield* inner();
      yield;
      return first + (yield* inner());
    }
    const outer = coroutineFunction(function* (): Coroutine<number> {
      const first = yield* plain();
      yield;
      return first + (yield* plain());
    });
    function* root(): Coroutine<number> {
      return (yield* outer()) + (yield* plain());
    }
    expect(await rt.run(root())).toBe(6);
    expect(await rt.run(outer())).toBe(4);
  });

  test("refuses a second await and a second start", async () => {
    const { rt } = setup();
    const fn = coroutineFunction(function* (): Coroutine<number> {
      return 1;
    });
    const used = fn();
    expect(await rt.run(used)).toBe(1);
    expect(() => rt.spawn(used)).toThrow(RuntimeError);
    await expect(
      rt.run(function* () {
        yield* used;
      }),
    ).rejects.toThrow(RuntimeError);
  });

  test("takes its errors from the behaviour, and counts depth", async () => {
    const { rt } = setup();
    const behaviour = { maxDepth: 10, reused: () => new TypeError("again"), tooDeep: (depth: number) => new RangeError(`level ${depth}`) };
    const down = coroutineFunction(function* down(n: number): Coroutine<number> {
      return n === 0 ? currentTask()!.frame!.depth : yield* down(n - 1);
    }, behaviour);
    expect(await rt.run(down(9))).toBe(10);
    await expect(rt.run(down(10))).rejects.toThrow("level 11");
    const used = down(0);
    await rt.run(used);
    expect(() => rt.spawn(used)).toThrow(new TypeError("again"));
  });

  test("inherits what a language puts into the prototype", () => {
    const behaviour = {};
    Object.assign(coroutinePrototype(behaviour), { close: () => "closed" });
    const fn = coroutineFunction(function* (): Coroutine<void> {}, behaviour);
    expect((fn() as unknown as { close(): string }).close()).toBe("closed");
    expect(coroutinePrototype(behaviour)).toBe(coroutinePrototype(behaviour));
  });

  test("knows its state", async () => {
    const { rt, log } = setup();
    const inner = coroutineFunction(function* (): Coroutine<void> {
      log.push(coroutineState(outerObject));
      yield* until(new Promise((resolve) => setImmediate(resolve)));
    });
    const outer = coroutineFunction(function* (): Coroutine<void> {
      yield* inner();
    });
    const outerObject = outer();
    log.push(coroutineState(outerObject));
    const handle = rt.spawn(outerObject);
    log.push(coroutineState(outerObject));
    rt.spawn(() => log.push(coroutineState(outerObject)));
    await handle.join();
    log.push(coroutineState(outerObject));
    expect(log).toEqual(["created", "suspended", "running", "suspended", "closed"]);
    expect(isCoroutineObject(outerObject)).toBe(true);
    expect(
      isCoroutineObject(
        (function* () {
          yield 1;
        })(),
      ),
    ).toBe(false);
    expect(() => coroutineFunction((() => undefined) as never)).toThrow(TypeError);
  });

  test("can be driven by hand outside tasks", () => {
    const { log } = setup();
    const inner = coroutineFunction(function* (): Coroutine<string> {
      try {
        yield;
        return "returned";
      } catch (error) {
        return `caught ${(error as Error).message}`;
      } finally {
        log.push("finally");
      }
    });
    const drive = () => inner()[Symbol.iterator]();
    const first = drive();
    expect(first.next()).toEqual({ done: false, value: undefined });
    expect(first.next()).toEqual({ done: true, value: "returned" });
    const second = drive();
    second.next();
    expect(second.throw(new Error("x"))).toEqual({ done: true, value: "caught x" });
    const third = drive();
    third.next();
    expect(third.return("early")).toEqual({ done: true, value: "early" });
    expect(log).toEqual(["finally", "finally", "finally"]);
  });

  test("resumes its parent once even when an error is injected in between", async () => {
    const { rt, log } = setup();
    const inner = coroutineFunction(function* (): Coroutine<void> {
      yield;
    });
    const task = new Task(
      rt.scheduler,
      (function* () {
        yield* inner();
        log.push("after inner");
        try {
          yield;
        } catch (error) {
          log.push((error as Error).message);
        }
      })(),
    );
    task.start();
    rt.scheduler.atTurnEnd(() => rt.scheduler.atTurnEnd(() => task.inject(new Error("injected"))));
    await settle();
    expect(log).toEqual(["after inner", "injected"]);
  });
});
