import { type Dict, KeyboardInterrupt, type Py, SystemExit, ValueError } from "@portalis/python";
import type { Coroutine } from "@portalis/runtime";
import { simulate } from "@portalis/testing";
import { describe, expect, test } from "vitest";
import * as asyncio from "../src/index.js";

async function stderrOf(main: () => Coroutine<unknown>): Promise<string> {
  const { stderr } = await simulate({}, asyncio.run(main()));
  return stderr.replace(/Task-\d+/g, "Task-N");
}

function* fails(): Coroutine<never> {
  throw new ValueError("boom");
}

function boom(): never {
  throw new ValueError("callback");
}

describe("what nobody else sees goes to stderr", () => {
  test("an error of a callback, at once; the loop goes on", async () => {
    const stderr = await stderrOf(function* () {
      const loop = asyncio.get_running_loop();
      loop.call_soon(boom);
      loop.call_soon(() => loop._scheduler.platform.program.write("stderr", "next\n"));
      yield* asyncio.sleep(0);
    });
    expect(stderr).toBe("Exception in callback boom()\nhandle: <Handle boom()>\nValueError: callback\nnext\n");
  });

  test("an exception that was never retrieved, at the end of the run, in order of failure", async () => {
    const stderr = await stderrOf(function* () {
      asyncio.create_task(fails(), { name: "forgotten" });
      const seen = asyncio.create_task(fails());
      const future = asyncio.get_running_loop().create_future();
      yield* asyncio.wait([seen]);
      seen.exception();
      future.set_exception(new ValueError("future"));
    });
    expect(stderr.split("\n").filter((line) => !line.startsWith("future: <Task"))).toEqual([
      "Task exception was never retrieved",
      "ValueError: boom",
      "Future exception was never retrieved",
      "future: <Future finished exception=ValueError('future')>",
      "ValueError: future",
      "",
    ]);
    expect(stderr).toMatch(/^future: <Task finished name='forgotten' coro=<.*> exception=ValueError\('boom'\)>$/m);
  });

  test("nothing of tasks that were awaited, gathered or grouped", async () => {
    const stderr = await stderrOf(function* () {
      const task = asyncio.create_task(fails());
      yield* asyncio.gather(task, fails(), { return_exceptions: true });
      try {
        yield* asyncio.gather(fails(), fails());
      } catch {
        // The first one is caught, the others count as seen.
      }
      yield* asyncio.sleep(0);
      yield* asyncio.sleep(0);
    });
    expect(stderr).toBe("");
  });

  test("an error of a task that is cancelled at the end", async () => {
    const stderr = await stderrOf(function* () {
      asyncio.create_task(
        (function* (): Coroutine<void> {
          try {
            yield* asyncio.sleep(10);
          } finally {
            boom();
          }
        })(),
      );
      yield* asyncio.sleep(0);
    });
    expect(stderr).toMatch(/^unhandled exception during asyncio.run\(\) shutdown\ntask: <Task finished .*>\nValueError: callback\n$/);
  });

  test("a task that is still pending after the end", async () => {
    const stderr = await stderrOf(function* () {
      asyncio.create_task(
        (function* (): Coroutine<void> {
          try {
            yield* asyncio.sleep(10);
          } finally {
            asyncio.create_task(asyncio.sleep(10), { name: "late" });
          }
        })(),
      );
      yield* asyncio.sleep(0);
    });
    expect(stderr).toMatch(
      /^Task was destroyed but it is pending!\ntask: <Task pending name='late' coro=<sleep\(\) running> wait_for=<Future pending cb=\[.*\]>>\n$/,
    );
  });
});

describe("EventLoop.set_exception_handler", () => {
  test("the handler gets the loop and a dict; None brings the default back", async () => {
    const seen: Py[] = [];
    const stderr = await stderrOf(function* () {
      const loop = asyncio.get_running_loop();
      const handler = (given: Py, context: Dict): null => {
        seen.push(given === loop, context.get("message"), String(context.get("exception")), [...context.keys()]);
        return null;
      };
      loop.set_exception_handler(handler);
      expect(loop.get_exception_handler()).toBe(handler);
      loop.call_soon(boom);
      yield* asyncio.sleep(0);
      loop.set_exception_handler(null);
      loop.call_soon(boom);
      yield* asyncio.sleep(0);
    });
    expect(seen).toEqual([true, "Exception in callback boom()", "ValueError: callback", ["message", "exception", "handle"]]);
    expect(stderr.split("\n")[0]).toBe("Exception in callback boom()");
  });

  test("an error of the handler goes to the default one", async () => {
    const stderr = await stderrOf(function* () {
      const loop = asyncio.get_running_loop();
      loop.set_exception_handler(boom);
      loop.call_exception_handler((yield* asyncio.sleep(0, new Map())) as Py);
      yield* asyncio.sleep(0);
    });
    expect(stderr.split("\n")[0]).toBe("Unhandled error in exception handler");
  });
});

describe("SystemExit and KeyboardInterrupt", () => {
  for (const kind of [SystemExit, KeyboardInterrupt]) {
    test(`${kind.$name} of a callback ends the run, after main was cancelled`, async () => {
      const log: string[] = [];
      function* main(): Coroutine<void> {
        asyncio.get_running_loop().call_later(1, () => {
          throw new kind(3);
        });
        try {
          yield* asyncio.sleep(10);
        } finally {
          yield* asyncio.sleep(0);
          log.push("cleaned up");
        }
      }
      await expect(simulate({}, asyncio.run(main()))).rejects.toThrow(kind);
      expect(log).toEqual(["cleaned up"]);
    });
  }
});
