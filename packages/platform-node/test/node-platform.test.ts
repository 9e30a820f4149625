import { AsyncLocalStorage } from "node:async_hooks";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { Runtime, runtime, type Coroutine } from "@portalis/runtime";
import { describe, expect, test, vi } from "vitest";
import { NodePlatform } from "../src/index.js";

const deferred = (platform: NodePlatform): Promise<void> => new Promise((resolve) => platform.defer(resolve));
const timer = (platform: NodePlatform, at: number): Promise<void> => new Promise((resolve) => platform.setTimer(at, resolve));

test("importing the package installs the platform", () => {
  expect(runtime().platform).toBeInstanceOf(NodePlatform);
  expect(runtime().platform.name).toBe("node");
  expect(runtime().capabilities).toEqual({ threads: true, network: true, fileSystem: true, signals: true, ownsLoop: true });
});

describe("NodePlatform.defer()", () => {
  test("runs turns in order, after the loop has served what was due", async () => {
    const platform = new NodePlatform();
    const order: string[] = [];
    const first = deferred(platform).then(() => order.push("first"));
    const second = deferred(platform).then(() => order.push("second"));
    queueMicrotask(() => order.push("microtask"));
    process.nextTick(() => order.push("nextTick"));
    await Promise.all([first, second]);
    expect(order.slice(0, 2).sort()).toEqual(["microtask", "nextTick"]);
    expect(order.slice(2)).toEqual(["first", "second"]);
  });

  test("lets sockets be served while a program never has nothing to do", async () => {
    const server = createServer((socket) => socket.pipe(socket));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as { port: number };
    const socket = connect(port, "127.0.0.1");
    await once(socket, "connect");
    const rt = new Runtime({ platform: new NodePlatform() });
    const flags = { over: false };
    const busy = rt.run(spin(flags));
    for (let echo = 0; echo < 5; echo++) {
      socket.write("ping");
      const [answer] = (await once(socket, "data")) as [Buffer];
      expect(answer.toString()).toBe("ping");
    }
    flags.over = true;
    expect(await busy).toBeGreaterThan(0);
    socket.destroy();
    server.close();
  });

  test("runs turns in the async context of the platform, not in that of the caller", async () => {
    const storage = new AsyncLocalStorage<string>();
    const platform = new NodePlatform();
    const seen = await storage.run("caller", async () => [
      await new Promise((resolve) => platform.defer(() => resolve(storage.getStore()))),
      await new Promise((resolve) => platform.setTimer(platform.now(), () => resolve(storage.getStore()))),
    ]);
    expect(seen).toEqual([undefined, undefined]);
  });
});

describe("NodePlatform.setTimer()", () => {
  test("replaces the timer set before", async () => {
    const platform = new NodePlatform();
    const fired: string[] = [];
    platform.setTimer(platform.now() + 5, () => fired.push("replaced"));
    await timer(platform, platform.now() + 10);
    platform.setTimer(platform.now() + 60_000, () => fired.push("late"));
    await timer(platform, platform.now() + 1);
    expect(fired).toEqual([]);
  });

  test("calls only the last of several, for an earlier deadline and for a later one", async () => {
    const platform = new NodePlatform();
    const start = platform.now();
    platform.setTimer(start + 60_000, () => expect.unreachable());
    await timer(platform, start + 10);
    expect(platform.now()).toBeLessThan(start + 5_000);
  });

  test("fires at once for a deadline that has passed, and never for one that was taken back", async () => {
    const platform = new NodePlatform();
    let fired = false;
    platform.setTimer(platform.now(), () => (fired = true));
    platform.clearTimer();
    platform.clearTimer();
    await timer(new NodePlatform(), platform.now() + 5);
    expect(fired).toBe(false);
    await timer(platform, platform.now() - 1_000);
  });

  test("takes deadlines beyond 2^31 milliseconds without firing at once", async () => {
    const platform = new NodePlatform();
    let fired = false;
    platform.setTimer(platform.now() + 2 ** 40, () => (fired = true));
    await timer(new NodePlatform(), platform.now() + 5);
    expect(fired).toBe(false);
    platform.clearTimer();
  });

  test("does not depend on the global timers once it is made", async () => {
    const platform = new NodePlatform();
    vi.useFakeTimers();
    try {
      await timer(platform, platform.now() + 1);
      await deferred(platform);
    } finally {
      vi.useRealTimers();
    }
  });
});

test("NodePlatform.now() is monotonic and has fractions", () => {
  const platform = new NodePlatform();
  const readings = Array.from({ length: 1_000 }, () => platform.now());
  expect(readings.every((reading, i) => i === 0 || reading >= (readings[i - 1] ?? 0))).toBe(true);
  expect(readings.some((reading) => !Number.isInteger(reading))).toBe(true);
});

function* spin(flags: { over: boolean }): Coroutine<number> {
  let rounds = 0;
  while (!flags.over) {
    rounds++;
    yield;
  }
  return rounds;
}
