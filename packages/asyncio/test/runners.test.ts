import { type Coroutine, type GuestLoop, type Platform, type ProgramHost, Runtime, spawn } from "@portalis/runtime";
import { settle, SimulatedPlatform, simulate } from "@portalis/testing";
import { describe, expect, test } from "vitest";
import * as asyncio from "../src/index.js";

/** A platform whose loop belongs to the program, as in a WASI component: parking moves the clock. */
class GuestPlatform implements Platform {
  readonly name = "guest";
  readonly capabilities = { threads: false, network: false, fileSystem: false, signals: false, ownsLoop: false };
  readonly slice: number = Infinity;
  readonly program: ProgramHost = new SimulatedPlatform().program;
  time = 0;
  readonly guest: GuestLoop = {
    park: (until) => {
      if (until === undefined) return false;
      this.time = Math.max(this.time, until);
      return true;
    },
    checkpoint: () => false,
  };

  now(): number {
    return this.time;
  }

  defer(): void {
    throw new Error("there is no host");
  }

  setTimer(): void {
    throw new Error("there is no host");
  }

  clearTimer(): void {
    throw new Error("there is no host");
  }
}

function* pause(seconds: number, log: string[], name: string): Coroutine<string> {
  try {
    yield* asyncio.sleep(seconds);
    log.push(`${name} slept`);
  } finally {
    log.push(`${name} ends`);
  }
  return name;
}

describe("run", () => {
  test("nothing happens before it is awaited", async () => {
    const log: string[] = [];
    const running = asyncio.run(pause(0, log, "main"));
    await simulate({}, asyncio.sleep(0));
    expect(log).toEqual([]);
    const { value } = await simulate({}, running);
    expect(value).toBe("main");
  });

  test("works where the program owns the loop", () => {
    const platform = new GuestPlatform();
    const rt = new Runtime({ platform });
    const log: string[] = [];
    function* main(): Coroutine<string[]> {
      asyncio.create_task(pause(9, log, "forgotten"));
      return yield* asyncio.gather(pause(2, log, "a"), pause(1, log, "b"));
    }
    expect(rt.block(asyncio.run(main()))).toEqual(["a", "b"]);
    expect(log).toEqual(["b slept", "b ends", "a slept", "a ends", "forgotten ends"]);
    expect(platform.time).toBe(2_000);
  });

  test("a program in which nothing can happen any more is reported where the program owns the loop", () => {
    const rt = new Runtime({ platform: new GuestPlatform() });
    function* main(): Coroutine<unknown> {
      return yield* asyncio.get_running_loop().create_future();
    }
    expect(() => rt.block(asyncio.run(main()))).toThrow(/Task-\d+/);
  });

  test("two programs on one runtime have their own loops", async () => {
    const log: string[] = [];
    function* main(name: string): Coroutine<number> {
      yield* asyncio.gather(pause(1, log, `${name}1`), pause(2, log, `${name}2`));
      return asyncio.all_tasks().__len__();
    }
    const { value } = await simulate({}, function* () {
      const other = spawn(asyncio.run(main("x")));
      return [yield* asyncio.run(main("y")), yield* other.join()];
    });
    expect(value).toEqual([1, 1]);
    expect(log.filter((line) => line.endsWith("slept"))).toEqual(["y1 slept", "x1 slept", "y2 slept", "x2 slept"]);
  });

  test("is refused inside of a running loop", async () => {
    function* inner(): Coroutine<null> {
      return null;
    }
    function* main(): Coroutine<string> {
      const coroutine = inner();
      try {
        asyncio.run(coroutine);
      } catch (error) {
        return String(error);
      }
      return "no error";
    }
    const { value } = await simulate({}, asyncio.run(main()));
    expect(value).toBe("RuntimeError: asyncio.run() cannot be called from a running event loop");
  });

  test("aborting the native task that waits cancels main and waits for its clean-up", async () => {
    const log: string[] = [];
    function* main(): Coroutine<void> {
      try {
        yield* asyncio.sleep(10);
      } finally {
        yield* asyncio.sleep(1);
        log.push("cleaned up");
      }
    }
    const { value, elapsed } = await simulate({}, function* () {
      const handle = spawn(asyncio.run(main()));
      yield;
      yield;
      yield;
      handle.abort("enough");
      const { status } = yield* handle.outcome();
      return [status, ...log];
    });
    expect(value).toEqual(["cancelled", "cleaned up"]);
    expect(elapsed).toBe(1_000);
  });

  test("leaves no timer and no task behind", async () => {
    const platform = new SimulatedPlatform();
    const rt = new Runtime({ platform });
    function* stubborn(): Coroutine<void> {
      for (;;) {
        try {
          yield* asyncio.sleep(10);
        } catch {
          asyncio.create_task(stubborn());
          throw new Error("born late");
        }
      }
    }
    function* main(): Coroutine<void> {
      asyncio.create_task(stubborn());
      asyncio.get_running_loop().call_later(1_000, () => null);
      yield* asyncio.sleep(0);
    }
    await rt.run(asyncio.run(main()));
    expect(rt.dump()).toEqual([]);
    await settle();
    expect(platform.now()).toBe(0);
  });
});
