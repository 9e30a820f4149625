import { type Coroutine, run, spawn, type TaskHandle } from "@portalis/runtime";
import { mpsc, type Receiver, type Sender } from "@portalis/channels";
import fc from "fast-check";
import { expect, test } from "vitest";
import { turns } from "./settle.js";

/** Steps of one batch happen between two turns: so a grant can meet an abort before the granted one has run. */
type Step =
  | { kind: "send"; sender: number }
  | { kind: "trySend"; sender: number }
  | { kind: "recv" }
  | { kind: "tryRecv" }
  | { kind: "turn" }
  | { kind: "abort"; task: number };

const SENDERS = 3;

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("send" as const), sender: fc.nat(SENDERS - 1) }) },
  fc.record({ kind: fc.constant("trySend" as const), sender: fc.nat(SENDERS - 1) }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("recv" as const) }) },
  fc.record({ kind: fc.constant("tryRecv" as const) }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("turn" as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("abort" as const), task: fc.nat(6) }) },
);

interface Message {
  readonly sender: number;
  readonly number: number;
}

class History {
  /** Values whose `send` said that it has delivered. */
  readonly sent: Message[] = [];
  /** Values that a `recv` gave. */
  readonly received: Message[] = [];
  readonly tasks: TaskHandle<void>[] = [];

  /** How many tasks of this name have not ended. */
  count(name: string): number {
    return this.tasks.filter((task) => task.name === name && !task.isFinished()).length;
  }

  *send(tx: Sender<Message>, message: Message): Coroutine<void> {
    yield* tx.send(message);
    this.sent.push(message);
  }

  *recv(rx: Receiver<Message>): Coroutine<void> {
    const message = yield* rx.recv();
    if (message !== undefined) this.received.push(message);
  }
}

function* play(capacity: number, program: readonly Step[]): Coroutine<void> {
  const [tx, rx] = mpsc.bounded<Message>(capacity);
  const history = new History();
  const numbers = new Array<number>(SENDERS).fill(0);
  /** The sends of one sender one after the other, as one task would make them. */
  const last = new Array<TaskHandle<void> | undefined>(SENDERS).fill(undefined);
  for (const action of program) {
    if (action.kind === "turn") {
      yield* turns(8);
      if (rx.size > 0) expect(history.count("recv")).toBe(0);
      if (rx.size < capacity) expect(history.count("send")).toBe(0);
    } else if (action.kind === "recv") {
      history.tasks.push(spawn(history.recv(rx), { name: "recv" }));
    } else if (action.kind === "tryRecv") {
      const message = rx.tryRecv();
      if (message !== undefined) history.received.push(message);
    } else if (action.kind === "abort") {
      const running = history.tasks.filter((task) => !task.isFinished());
      running[action.task % Math.max(1, running.length)]?.abort();
    } else if (last[action.sender]?.isFinished() !== false) {
      const message = { sender: action.sender, number: numbers[action.sender]! };
      numbers[action.sender] = message.number + 1;
      if (action.kind === "send") {
        last[action.sender] = spawn(history.send(tx, message), { name: "send" });
        history.tasks.push(last[action.sender]!);
      } else if (tx.trySend(message)) history.sent.push(message);
    }
    expect(rx.size).toBeLessThanOrEqual(capacity);
  }
  tx.close();
  for (let message = yield* rx.recv(); message !== undefined; message = yield* rx.recv()) history.received.push(message);
  for (const task of history.tasks) yield* task.outcome();
  check(history);
}

function check({ sent, received }: History): void {
  const key = (message: Message): string => `${message.sender}.${message.number}`;
  expect(received.map(key).sort()).toEqual(sent.map(key).sort());
  for (let sender = 0; sender < SENDERS; sender++) {
    const numbers = received.filter((message) => message.sender === sender).map((message) => message.number);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  }
}

test("mpsc.bounded in random programs with aborts: send() said so if and only if the value was received, once, in order", () =>
  fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 2 }), fc.array(step, { maxLength: 60 }), (capacity, program) =>
      run(play(capacity, program)),
    ),
    { numRuns: 1_500 },
  ));
