import { type Coroutine, run } from "@portalis/runtime";
import { describe, expect, test } from "vitest";
import * as py from "../src/index.js";

type Py = py.Py;
const { generatorDef, invoke, iter, next, repr } = py;

function* counter(log: Py[]): py.PyGenerator {
  let n = 0;
  try {
    for (;;) {
      const sent = yield n;
      if (sent !== null) log.push(sent);
      n += 1;
    }
  } catch (error) {
    log.push(py.className((error as Error).constructor));
    throw error;
  } finally {
    log.push("closed");
  }
}
generatorDef(counter, "counter", "(log)");

describe("generators", () => {
  test("for...of closes on leaving with GeneratorExit, keep does not", () => {
    const log: Py[] = [];
    const kept = counter(log);
    for (const value of py.keep(kept)) if (value === 2) break;
    expect([next(kept), log]).toEqual([3, []]);
    for (const value of counter(log)) if (value === 1) break;
    expect(log).toEqual(["GeneratorExit", "closed"]);
  });

  test("send, throw and close are Python's", () => {
    const log: Py[] = [];
    const g = counter(log);
    expect(() => invoke(g, "send", 1)).toThrow("can't send non-None value to a just-started generator");
    expect([next(g), invoke(g, "send", "hello")]).toEqual([0, 1]);
    expect(() => invoke(g, "throw", new py.ValueError("stop"))).toThrow("stop");
    expect(log).toEqual(["hello", "ValueError", "closed"]);
    expect(() => next(g)).toThrow(py.StopIteration);
    expect(next(g, "over")).toBe("over");
    expect(repr(g)).toMatch(/^<generator object counter at 0x[0-9a-f]+>$/);
  });

  test("a StopIteration from the body is a RuntimeError, the return value is in StopIteration", () => {
    const raising = generatorDef(
      function* (): py.PyGenerator {
        yield 1;
        throw new py.StopIteration("inner");
      },
      "raising",
      "()",
    );
    expect(() => py.list(raising())).toThrow("generator raised StopIteration");
    const returning = generatorDef(
      function* (): py.PyGenerator {
        yield* py.yieldFrom([1, 2]);
        return 5;
      },
      "returning",
      "()",
    );
    const g = returning();
    expect([next(g), next(g)]).toEqual([1, 2]);
    let end: Py;
    try {
      next(g);
    } catch (error) {
      end = error;
    }
    expect([py.className(end.constructor), end.value]).toEqual(["StopIteration", 5]);
  });

  test("genexp asks for its iterator at once", () => {
    const body = function* (items: Py): py.PyGenerator {
      for (const item of items) yield py.mul(item, 2);
      return null;
    };
    expect(py.list(py.genexp(body, [1, 2]))).toEqual([2, 4]);
    expect(() => py.genexp(body, 5)).toThrow("'int' object is not iterable");
  });

  test("a dict or set that grows while it is iterated over is noticed", () => {
    const d = py.D(["a", 1]);
    expect(() => {
      for (const key of iter(d)) d.__setitem__(py.add(key, "x"), 1);
    }).toThrow("dictionary changed size during iteration");
    const s = py.S(1);
    expect(() => {
      for (const item of iter(s)) s.add(py.add(item, 1));
    }).toThrow("Set changed size during iteration");
  });

  test("unpack and unpackStar: counts and texts", () => {
    expect(py.unpack("ab", 2)).toEqual(["a", "b"]);
    expect(() => py.unpack([1], 2)).toThrow("not enough values to unpack (expected 2, got 1)");
    expect(() => py.unpack([1, 2, 3], 2)).toThrow("too many values to unpack (expected 2)");
    expect(() => py.unpack(5, 2)).toThrow("cannot unpack non-iterable int object");
    expect(py.unpackStar([1, 2, 3, 4], 1, 1)).toEqual([1, [2, 3], 4]);
  });
});

describe("coroutines", () => {
  test("asyncDef: awaited once, deep chains end in RecursionError", async () => {
    const twice = py.asyncDef(
      function* (n: Py): Coroutine<Py> {
        yield;
        return py.mul(n, 2);
      },
      "twice",
      "(n)",
    );
    const result = await run(function* () {
      const c = twice(4);
      const first = yield* py.aw(c);
      try {
        yield* py.aw(c);
      } catch (error) {
        return [first, py.str(error)];
      }
      return [];
    });
    expect(result).toEqual([8, "cannot reuse already awaited coroutine"]);
    const endless = py.asyncDef(
      function* (): Coroutine<Py> {
        return yield* endless();
      },
      "endless",
      "()",
    );
    await expect(run(endless())).rejects.toThrow("maximum recursion depth exceeded");
  });

  test("aw: objects with __await__, promises, and what cannot be awaited", async () => {
    class Later extends py.PyObject {
      *__await__(): Coroutine<Py> {
        yield;
        return "later";
      }
    }
    py.classDef(Later, "Later", {});
    expect(
      await run(function* () {
        return [yield* py.aw(new Later()), yield* py.aw(Promise.resolve("promised"))];
      }),
    ).toEqual(["later", "promised"]);
    expect(() => py.aw(5)).toThrow("object int can't be used in 'await' expression");
  });

  test("yieldFrom: a class may await through the __await__ of a coroutine", async () => {
    const inner = py.asyncDef(
      function* (): Coroutine<Py> {
        yield;
        return "inner";
      },
      "inner",
      "()",
    );
    class Wrapped extends py.PyObject {
      *__await__(): py.PyGenerator {
        return yield* py.yieldFrom(invoke(inner(), "__await__"));
      }
    }
    py.classDef(Wrapped, "Wrapped", { __await__: "generator ()" });
    expect(
      await run(function* () {
        return yield* py.aw(new Wrapped());
      }),
    ).toBe("inner");
  });

  test("async generators: values pass between waits, leaving and closing run finally", async () => {
    const log: Py[] = [];
    const ticks = py.asyncGenDef(
      function* (n: Py): Coroutine<Py> {
        try {
          for (let i = 0; i < n; i++) {
            yield;
            log.push(yield* py.emit(i));
          }
        } finally {
          log.push("end");
        }
        return null;
      },
      "ticks",
      "(n)",
    );
    const seen = await run(function* () {
      const values: Py[] = [];
      const it = py.aiter(ticks(2));
      for (let v; (v = yield* py.asyncNext(it)) !== undefined;) values.push(v);
      const g = ticks(5);
      values.push(yield* py.aw(py.anext(g)));
      values.push(yield* py.aw(invoke(g, "asend", "hey")));
      yield* py.aw(invoke(g, "aclose"));
      try {
        yield* py.aw(py.anext(g));
      } catch (error) {
        values.push(py.className((error as Error).constructor));
      }
      return values;
    });
    expect(seen).toEqual([0, 1, 0, 1, "StopAsyncIteration"]);
    expect(log).toEqual([null, null, "end", "hey", "end"]);
  });
});

describe("context managers", () => {
  const { contextlib, enter, exit, exitWith } = py;

  function within(manager: Py, body: (value: Py) => void): void {
    const value = enter(manager);
    let ok = true;
    try {
      body(value);
    } catch (error) {
      ok = false;
      if (!exitWith(manager, error)) throw error;
    } finally {
      if (ok) exit(manager);
    }
  }

  test("contextmanager: enters, leaves, sees and holds back exceptions", () => {
    const log: Py[] = [];
    const opened = contextlib.contextmanager(
      generatorDef(
        function* (name: Py): py.PyGenerator {
          log.push(`open ${name}`);
          try {
            yield name;
          } catch (error) {
            if (!(error instanceof py.KeyError)) throw error;
            log.push("caught");
          } finally {
            log.push("close");
          }
          return null;
        },
        "opened",
        "(name)",
      ),
    );
    within(opened("a"), (value) => log.push(value));
    within(opened("b"), () => {
      throw new py.KeyError("x");
    });
    expect(() =>
      within(opened("c"), () => {
        throw new py.ValueError("y");
      }),
    ).toThrow("y");
    expect(log).toEqual(["open a", "a", "close", "open b", "caught", "close", "open c", "close"]);
  });

  test("suppress, ExitStack and what is no context manager", () => {
    within(new contextlib.suppress(py.ValueError), () => {
      throw new py.ValueError("held back");
    });
    const log: Py[] = [];
    within(new contextlib.ExitStack(), (stack) => {
      stack.callback((text: Py) => log.push(text), "first");
      stack.callback((text: Py) => log.push(text), "second");
    });
    expect(log).toEqual(["second", "first"]);
    expect(() => enter(5)).toThrow("'int' object does not support the context manager protocol");
  });

  test("asynccontextmanager: waits on both sides", async () => {
    const log: Py[] = [];
    const session = contextlib.asynccontextmanager(
      py.asyncGenDef(
        function* (): Coroutine<Py> {
          yield;
          log.push("in");
          try {
            yield* py.emit("session");
          } finally {
            yield;
            log.push("out");
          }
          return null;
        },
        "session",
        "()",
      ),
    );
    await run(function* () {
      const manager = session();
      log.push(yield* py.aenter(manager));
      yield* py.aexit(manager);
      const failing = session();
      yield* py.aenter(failing);
      log.push(yield* py.aexitWith(failing, new py.ValueError("x")));
    });
    expect(log).toEqual(["in", "session", "out", "in", "out", false]);
  });
});
