import { CancelledError, type Coroutine, JoinError, Runtime, SpawnError, spawn, until } from "@portalis/runtime";
import { coroutineFunction } from "@portalis/runtime/kernel";
import { settle, SimulatedPlatform, simulate } from "@portalis/testing";
import { describe, expect, test } from "vitest";
import { abortable, call, currentTask, JoinSet, scope, shield, yieldNow } from "../src/index.js";

function* never(): Coroutine<never> {
  return yield* until(new Promise<never>(() => {}));
}

function* after<T>(turns: number, value: T): Coroutine<T> {
  for (let i = 0; i < turns; i++) yield;
  return value;
}

describe("abortable", () => {
  test("gives the result of the work", async () => {
    const [work, handle] = abortable(after(2, "value"));
    expect(handle.isFinished()).toBe(false);
    expect(await work).toBe("value");
    expect(handle.isFinished()).toBe(true);
    expect(handle.abort()).toBe(false);
  });

  test("aborted, throws CancelledError when the work has cleaned up", async () => {
    const log: string[] = [];
    const [work, handle] = abortable(function* () {
      try {
        yield* never();
      } finally {
        yield;
        log.push("clean");
      }
    });
    const rejected = expect(work).rejects.toMatchObject({ code: "ERR_CANCELLED", reason: "why" });
    await settle();
    handle.abort("why");
    await rejected;
    expect(log).toEqual(["clean"]);
  });

  test("aborted before it is awaited runs nothing", async () => {
    let ran = false;
    const [work, handle] = abortable(() => (ran = true));
    expect(handle.abort()).toBe(true);
    await expect(work).rejects.toThrow(CancelledError);
    expect(ran).toBe(false);
  });

  test("cancels its work when the one who waits is cancelled", async () => {
    const [work, handle] = abortable(never());
    const waiting = spawn(work);
    await settle();
    waiting.abort();
    await waiting.outcome();
    expect(handle.isFinished()).toBe(true);
  });
});

describe("shield", () => {
  test("lets the work run to its end when the one who waits is cancelled", async () => {
    const log: string[] = [];
    let finish!: () => void;
    const written = new Promise<void>((resolve) => (finish = resolve));
    const handle = spawn(
      shield(function* () {
        yield* until(written);
        log.push("saved");
      }),
    );
    await settle();
    handle.abort();
    expect((await handle.outcome()).status).toBe("cancelled");
    expect(log).toEqual([]);
    finish();
    await settle();
    expect(log).toEqual(["saved"]);
  });

  test("passes values and errors on", async () => {
    expect(await shield(after(1, 7))).toBe(7);
    await expect(
      shield(() => {
        throw new Error("boom");
      }),
    ).rejects.toThrow("boom");
  });
});

describe("yieldNow", () => {
  test("goes on in the next turn, behind what is ready, as a bare yield does", async () => {
    const log: string[] = [];
    await simulate({}, function* () {
      spawn(() => void log.push("a"));
      yield* yieldNow();
      log.push("b");
      spawn(() => void log.push("c"));
      yield;
      log.push("d");
    });
    expect(log).toEqual(["a", "b", "c", "d"]);
  });

  test("can be cancelled, and awaited outside tasks", async () => {
    await yieldNow();
    const handle = spawn(function* () {
      for (;;) yield* yieldNow();
    });
    spawn(() => void handle.abort());
    expect((await handle.outcome()).status).toBe("cancelled");
  });
});

describe("call", () => {
  test("awaits 10,000 deep", async () => {
    function* down(n: number): Coroutine<number> {
      if (n === 0) yield;
      return n === 0 ? 0 : 1 + (yield* call(down, n - 1));
    }
    const { value } = await simulate({}, call(down, 10_000));
    expect(value).toBe(10_000);
  });

  test("leaves a function alone that makes coroutine objects already", async () => {
    const behaviour = { reused: () => new TypeError("again") };
    const fn = coroutineFunction(function* (): Coroutine<void> {}, behaviour);
    const used = call(fn);
    await spawn(used).join();
    expect(() => spawn(used)).toThrow(new TypeError("again"));
  });
});

describe("currentTask", () => {
  test("is the running task, and undefined outside", async () => {
    const handle = spawn(() => currentTask(), { name: "me" });
    const task = await handle.join();
    expect([task?.id, task?.name]).toEqual([handle.id, "me"]);
    expect(currentTask()).toBeUndefined();
  });
});

describe("JoinSet", () => {
  test("gives outcomes in the order in which the tasks end, then undefined", async () => {
    const set = new JoinSet<string>();
    const slow = set.spawn(after(3, "slow"));
    const fast = set.spawn(after(1, "fast"));
    const failed = set.spawn(() => {
      throw new Error("boom");
    });
    expect(set.size).toBe(3);
    const seen: unknown[] = [];
    for (let next = await set.joinNext(); next !== undefined; next = await set.joinNext()) seen.push([next.id, next.status]);
    expect(seen).toEqual([
      [failed.id, "failed"],
      [fast.id, "completed"],
      [slow.id, "completed"],
    ]);
    expect(set.size).toBe(0);
  });

  test("loses no outcome when a join is cancelled after it was granted", async () => {
    const run = await simulate({}, function* () {
      const set = new JoinSet<string>();
      set.spawn(after(2, "value"));
      const joining = spawn(set.joinNext());
      yield;
      yield;
      yield;
      // The task ended in this turn, before this step: the grant is made.
      joining.abort();
      const outcome = yield* joining.outcome();
      return [outcome.status, (yield* set.joinNext())?.status, yield* set.joinNext()];
    });
    expect(run.value).toEqual(["cancelled", "completed", undefined]);
  });

  test("wakes everybody when nothing is left", async () => {
    const set = new JoinSet<number>();
    set.spawn(after(1, 1));
    const joins = await Promise.all([set.joinNext(), set.joinNext(), set.joinNext()]);
    expect(joins.map((join) => join?.status)).toEqual(["completed", undefined, undefined]);
  });

  test("abortAll and shutdown cancel; shutdown waits for the cleanup", async () => {
    const log: string[] = [];
    const set = new JoinSet<void>();
    set.spawn(function* () {
      try {
        yield* never();
      } finally {
        yield;
        log.push("clean");
      }
    });
    await settle();
    await set.shutdown();
    expect([log, set.size]).toEqual([["clean"], 0]);
    set.spawn(never());
    set.abortAll("why");
    expect(await set.joinNext()).toMatchObject({ status: "cancelled", reason: "why" });
  });
});

describe("scope", () => {
  test("ends when all children have ended, and gives what the body returned", async () => {
    const log: string[] = [];
    const value = await scope((s) => {
      s.spawn(function* () {
        yield* after(3, undefined);
        log.push("child");
        s.spawn(() => log.push("grandchild"));
      });
      return "body";
    });
    expect([value, log]).toEqual(["body", ["child", "grandchild"]]);
  });

  test("an error of a child cancels the body and the others, and is thrown when they have cleaned up", async () => {
    const log: string[] = [];
    const work = scope(async (s) => {
      s.spawn(function* () {
        try {
          yield* never();
        } finally {
          yield;
          log.push("sibling clean");
        }
      });
      await yieldNow();
      s.spawn(() => {
        throw new Error("boom");
      });
    });
    await expect(work).rejects.toThrow("boom");
    expect(log).toEqual(["sibling clean"]);
  });

  test("an error that the body gets by joining counts once, several errors are thrown together in order", async () => {
    const error = new Error("boom");
    const fail = (): never => {
      throw error;
    };
    await expect(
      scope(function* (s) {
        yield* s.spawn(fail).join();
      }),
    ).rejects.toBe(error);
    const several: unknown = await Promise.resolve(
      scope(function* (s) {
        s.spawn(fail);
        try {
          yield* never();
        } finally {
          // eslint-disable-next-line no-unsafe-finally -- that is what is tested
          throw new Error("in cleanup");
        }
      }),
    ).catch((thrown: unknown) => thrown);
    expect(several).toBeInstanceOf(AggregateError);
    expect((several as AggregateError).errors.map(String)).toEqual(["Error: boom", "Error: in cleanup"]);
  });

  test("an aborted child is no error", async () => {
    const value = await scope(function* (s) {
      const child = s.spawn(never());
      yield;
      child.abort();
      return (yield* child.outcome()).status;
    });
    expect(value).toBe("cancelled");
  });

  test("that is cancelled cancels its body and its children", async () => {
    const log: string[] = [];
    function* child(name: string): Coroutine<void> {
      try {
        yield* never();
      } finally {
        log.push(name);
      }
    }
    const handle = spawn(
      scope(function* (s) {
        s.spawn(child("child"));
        yield* child("body");
      }),
    );
    await settle();
    handle.abort();
    expect((await handle.outcome()).status).toBe("cancelled");
    expect(log.sort()).toEqual(["body", "child"]);
  });

  test("refuses to start a child when it has ended", async () => {
    const escaped = await scope((s) => s);
    expect(() => escaped.spawn(() => 1)).toThrow(SpawnError);
  });
});

test("nothing of it is reported as unhandled", async () => {
  const platform = new SimulatedPlatform();
  const rt = new Runtime({ platform });
  const fail = (): never => {
    throw new Error("boom");
  };
  await expect(rt.run(scope((s) => void s.spawn(fail)))).rejects.toThrow("boom");
  const set = await rt.run(() => new JoinSet<never>());
  set.spawn(fail);
  await settle();
  expect(() => new JoinError("x", 1)).not.toThrow();
  await settle();
  expect(platform.stderr).toBe("");
});
