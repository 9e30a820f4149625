import { overPort, type Receiver, type Sendable, SendError, type Sender } from "@portalis/channels";
import { AsyncError } from "@portalis/runtime";
import { afterEach, describe, expect, test } from "vitest";

type Side = [Sender<Sendable>, Receiver<Sendable>];

const ports: MessagePort[] = [];

/** Both sides of a real message channel. */
function connect(capacity?: number): [Side, Side] {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  return [overPort(port1, { capacity }), overPort(port2, { capacity })];
}

afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

const rejection = (work: PromiseLike<unknown>) => work.then(undefined, (error: unknown) => error);

/** Waits until what was posted has arrived, by an echo of our own. */
const arrived = () => new Promise<void>((resolve) => setTimeout(resolve, 5));

describe("overPort()", () => {
  test("carries values in order, both ways, cloned", async () => {
    const [[tx, back], [reply, rx]] = connect();
    const value = { list: [1, 2, 3] };
    await tx.send(value);
    await tx.send("second");
    const received = await rx.recv();
    expect([received, received === value, await rx.recv()]).toEqual([value, false, "second"]);
    await reply.send("answer");
    expect(await back.recv()).toBe("answer");
  });

  test("a sender waits while capacity values are not received on the other side", async () => {
    const [[tx], [, rx]] = connect(2);
    expect([tx.trySend(1), tx.trySend(2), tx.trySend(3)]).toEqual([true, true, false]);
    const third = tx.send(3).then(() => "sent");
    await arrived();
    expect([rx.size, tx.statistics().waitingToSend]).toEqual([2, 1]);
    expect(await rx.recv()).toBe(1);
    expect(await third).toBe("sent");
    expect([await rx.recv(), await rx.recv()]).toEqual([2, 3]);
  });

  test("10,000 values keep order and bound, whatever the speed of the receiver", async () => {
    const [[tx], [, rx]] = connect(8);
    let most = 0;
    const sending = (async () => {
      for (let n = 0; n < 10_000; n++) await tx.send(n);
      tx.close();
    })();
    let next = 0;
    for await (const value of rx) {
      most = Math.max(most, rx.size + 1);
      expect(value).toBe(next++);
    }
    await sending;
    expect([next, most <= 8]).toEqual([10_000, true]);
  });

  test("closing the senders: the other side drains and then gets the end, a permit still counts", async () => {
    const [[tx], [, rx]] = connect();
    const permit = await tx.reserve();
    await tx.send("before");
    tx.close();
    expect(await rx.recv()).toBe("before");
    const end = rx.recv().then((value) => value);
    permit.send("by permit");
    expect([await end, await rx.recv()]).toEqual(["by permit", undefined]);
  });

  test("a send that waits when its sender closes is delivered; when it is aborted the end comes", async () => {
    const [[tx], [, rx]] = connect(1);
    tx.trySend(1);
    const controller = new AbortController();
    const waiting = rejection(tx.send(2, { signal: controller.signal }));
    tx.close();
    controller.abort("no longer wanted");
    expect([await waiting, await rx.recv(), await rx.recv()]).toEqual(["no longer wanted", 1, undefined]);
  });

  test("closing the receiver fails the senders on the other side", async () => {
    const [[tx], [, rx]] = connect(1);
    tx.trySend(1);
    const waiting = rejection(tx.send(2));
    rx.close();
    expect(await waiting).toMatchObject({ code: "ERR_SEND", value: 2 });
    expect(() => tx.trySend(3)).toThrow(SendError);
  });

  test("a value that cannot be cloned makes send throw, and the place is free again", async () => {
    const [[tx], [, rx]] = connect(1);
    expect(await rejection(tx.send(() => 1))).toMatchObject({ name: "DataCloneError" });
    await tx.send("fine");
    expect(await rx.recv()).toBe("fine");
  });

  test("the port is closed when both directions have ended, and a port that closes ends both directions", async () => {
    const [[tx, back], [reply, rx]] = connect();
    tx.close();
    reply.close();
    expect([await rx.recv(), await back.recv()]).toEqual([undefined, undefined]);
    const [[tx2, back2]] = connect();
    const waiting = back2.recv().then((value) => value);
    ports.at(-1)?.close();
    expect(await waiting).toBeUndefined();
    expect(tx2.isClosed).toBe(true);
  });

  test("a message that cannot be read ends the receiving direction", async () => {
    const listeners = new Map<string, (event: unknown) => void>();
    const posted: unknown[] = [];
    const [, rx] = overPort<string, string>({
      postMessage: (message) => posted.push(message),
      addEventListener: (type, listener) => listeners.set(type, listener),
      removeEventListener: (type) => listeners.delete(type),
    });
    listeners.get("message")?.({ data: [0, "before"] });
    listeners.get("messageerror")?.({});
    expect(await rx.recv()).toBe("before");
    expect(await rejection(rx.recv())).toBeInstanceOf(AsyncError);
    expect(posted).toEqual([[3], [1]]);
  });

  test("refuses a capacity of 0", () => {
    expect(() => overPort(new MessageChannel().port1, { capacity: 0 })).toThrow(RangeError);
  });
});
