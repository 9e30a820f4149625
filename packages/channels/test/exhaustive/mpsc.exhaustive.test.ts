import { mpsc } from "@portalis/channels";
import { type Coroutine, spawn } from "@portalis/runtime";
import { simulate } from "@portalis/testing";
import { describe, expect, test } from "vitest";

/** Senders may be cancelled: what they saw sent arrives, once and in order. */
function* manySenders(capacity: number, senders: number, items: number): Coroutine<void> {
  const [tx, rx] = mpsc.bounded<string>(capacity);
  const confirmed: string[] = [];
  const handles = Array.from({ length: senders }, (_, sender) =>
    spawn(function* () {
      for (let item = 0; item < items; item++) {
        yield* tx.send(`${sender}.${item}`);
        confirmed.push(`${sender}.${item}`);
      }
    }),
  );
  const received: string[] = [];
  for (let running = true; running;) {
    running = handles.some((handle) => !handle.isFinished());
    if (rx.size > capacity) throw new Error("more than it holds");
    for (let item = rx.tryRecv(); item !== undefined; item = rx.tryRecv()) received.push(item);
    if (running) yield;
  }
  check(confirmed, received);
}

/** The receiver may be cancelled: what it had not yet got is still there. */
function* cancelledReceiver(items: number): Coroutine<void> {
  const [tx, rx] = mpsc.bounded<string>(1);
  const received: string[] = [];
  const confirmed: string[] = [];
  const receiver = spawn(function* () {
    for (let item = yield* rx.recv(); item !== undefined; item = yield* rx.recv()) received.push(item);
  });
  const sender = spawn(function* () {
    for (let item = 0; item < items; item++) {
      yield* tx.send(`0.${item}`);
      confirmed.push(`0.${item}`);
    }
  });
  while (!sender.isFinished()) {
    if (receiver.isFinished()) {
      const item = rx.tryRecv();
      if (item !== undefined) received.push(item);
    }
    yield;
  }
  tx.close();
  yield* receiver.outcome();
  for (let item = rx.tryRecv(); item !== undefined; item = rx.tryRecv()) received.push(item);
  check(confirmed, received);
}

function check(confirmed: readonly string[], received: readonly string[]): void {
  if (new Set(received).size !== received.length) throw new Error(`received twice: ${received.join()}`);
  const lost = confirmed.filter((item) => !received.includes(item));
  if (lost.length > 0) throw new Error(`lost ${lost.join()} of ${confirmed.join()}`);
  const last = new Map<string, string>();
  for (const item of received) {
    const [sender = ""] = item.split(".");
    if (item <= (last.get(sender) ?? "")) throw new Error(`out of order: ${received.join()}`);
    last.set(sender, item);
  }
}

describe("mpsc, exhaustively", () => {
  test.each([
    ["send: two senders, one cancellation", 1, (): Coroutine<void> => manySenders(1, 2, 2)],
    ["send: three senders, two cancellations", 2, (): Coroutine<void> => manySenders(1, 3, 1)],
    ["send: three senders of two items, two cancellations", 2, (): Coroutine<void> => manySenders(1, 3, 2)],
    ["recv: a receiver that is cancelled", 2, (): Coroutine<void> => cancelledReceiver(2)],
  ])("%s", async (title, cancels, work) => {
    const report = await simulate({ order: "exhaustive", cancels, maxSchedules: 30_000 }, work);
    console.log(`mpsc ${title}: ${report.schedules} schedules, ${report.cancels} cancels`);
    expect(report.cancels).toBeGreaterThan(100);
  });
});
