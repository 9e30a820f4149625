import { AsyncError } from "@portalis/runtime";
import { checkCapacity } from "./check-capacity.js";
import type { AnyListener } from "./from-event.js";
import { IncomingState, OutgoingState, PortFrame } from "./port-states.js";
import { Receiver } from "./receiver.js";
import type { Sendable } from "./sendable.js";
import { Sender } from "./sender.js";

/** As much of a `MessagePort` as `overPort` needs: also a `Worker`, and `globalThis` inside one. */
export interface MessagePortLike {
  postMessage(message: unknown): void;
  addEventListener(type: string, listener: AnyListener): void;
  removeEventListener(type: string, listener: AnyListener): void;
  /** Called once: a port delivers nothing before. */
  start?(): void;
  /** Called when both directions have ended. */
  close?(): void;
}

/** How `overPort` sends. */
export interface OverPortOptions {
  /** How many values may be on their way or waiting on the other side. Senders wait while there are so many. Default 16. */
  readonly capacity?: number | undefined;
}

/**
 * A channel in each direction over a message port, with back-pressure. Call it on both ports of a `MessageChannel`, or on a worker and inside
 * it; the port is used for nothing else. What is sent is cloned as by `postMessage`.
 *
 * - **Back-pressure**: every value that is received on the other side is confirmed, and only so many may be open as `capacity` says.
 * - **Order**: that of sending.
 * - **Closing**: the two directions close on their own, as any channel: when the senders on one side have closed, the other side drains and
 *   then gets the end; when a receiver closes, the senders on the other side get a `SendError`. When both directions have ended the port is
 *   closed. A port that closes by itself (the other side is gone) ends both directions.
 * - **Errors**: a value that cannot be cloned makes `send` throw the host's error, and nothing is sent. A message that cannot be read
 *   (`messageerror`) ends the receiving direction: `recv()` throws an `AsyncError` after all values before it.
 * - **Cancel safety.** As any sender and receiver: a cancelled `send` has posted nothing, a cancelled `recv` has taken nothing.
 *
 * @typeParam Out what is sent
 * @typeParam In what is received: the types are a promise of the other side
 * @throws RangeError unless `capacity` is a whole number of at least 1
 * @example
 * ```ts
 * import { overPort } from "@portalis/channels";
 *
 * const { port1, port2 } = new MessageChannel();
 * const [tx, answers] = overPort<number, string>(port1);
 * const [answer, questions] = overPort<string, number>(port2);
 * await tx.send(42);
 * await answer.send(`got ${await questions.recv()}`);
 * await answers.recv(); // => "got 42"
 * for (const end of [tx, answer]) end.close();
 * await Promise.all([answers.recv(), questions.recv()]); // => [undefined, undefined]
 * ```
 */
export function overPort<Out extends Sendable, In extends Sendable>(
  port: MessagePortLike,
  { capacity = 16 }: OverPortOptions = {},
): [Sender<Out>, Receiver<In>] {
  checkCapacity(capacity, "use a port");
  const post = (frame: PortFrame): void => {
    port.postMessage(frame);
    if (outgoing.isOver && incoming.isOver) end();
  };
  const outgoing = new OutgoingState<Out>(capacity, post);
  const incoming = new IncomingState<In>(post);

  const onMessage = ({ data }: { readonly data: PortFrame }): void => {
    const [kind, value] = data;
    if (kind === PortFrame.value) incoming.arrived(value as In);
    else if (kind === PortFrame.received) outgoing.confirmed();
    else if (kind === PortFrame.end) incoming.ended();
    else outgoing.refused();
    if (outgoing.isOver && incoming.isOver) end();
  };
  const onGarbled = (): void => incoming.fail(new AsyncError("Cannot receive: a message could not be read on this side of the port."));
  const onClose = (): void => {
    end();
    outgoing.refused();
    incoming.ended();
  };
  const listeners: Readonly<Record<string, AnyListener>> = { message: onMessage, messageerror: onGarbled, close: onClose };
  let isListening = true;
  const end = (): void => {
    if (!isListening) return;
    isListening = false;
    for (const [type, listener] of Object.entries(listeners)) port.removeEventListener(type, listener);
    port.close?.();
  };
  for (const [type, listener] of Object.entries(listeners)) port.addEventListener(type, listener);
  port.start?.();
  return [new Sender(outgoing), new Receiver(incoming)];
}
