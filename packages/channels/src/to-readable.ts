import { PlatformNotSupportedError, type WaitOptions } from "@portalis/runtime";
import type { HostReadableStream, ReadableStreamConstructorLike } from "./readable-stream-like.js";
import type { Receiver } from "./receiver.js";

/** How `toReadable` makes its stream. */
export interface ToReadableOptions {
  /** How many values the stream takes out of the channel before anyone reads them. Default 0: none. */
  readonly highWaterMark?: number | undefined;
  /** The constructor to use. Default: the host's. */
  readonly ReadableStream?: ReadableStreamConstructorLike | undefined;
}

/**
 * A web stream of what a receiver gives: the body of a response, something to pipe. Do not receive from `receiver` besides.
 *
 * - **Back-pressure**: the stream takes a value only when it is read, and up to `highWaterMark` values ahead.
 * - **Closing**: at the end of the channel the stream closes. Cancelling the stream closes the receiver: its senders get a `SendError`.
 * - **Errors**: an error that `recv()` throws becomes the stream's.
 * - **Cancel safety.** A stream that is cancelled while it waits takes nothing more: what is in the channel stays there.
 *
 * @throws PlatformNotSupportedError where the host has no `ReadableStream` and none is given
 * @example
 * ```ts
 * import { mpsc, toReadable } from "@portalis/channels";
 *
 * const [tx, rx] = mpsc.bounded<string>(4);
 * await tx.send("text");
 * tx.close();
 * const reader = toReadable(rx).getReader();
 * (await reader.read()).value; // => "text"
 * (await reader.read()).done; // => true
 * ```
 */
export function toReadable<T>(receiver: Receiver<T>, options: ToReadableOptions = {}): HostReadableStream<T> {
  const Stream = options.ReadableStream ?? (globalThis as { readonly ReadableStream?: ReadableStreamConstructorLike }).ReadableStream;
  if (Stream === undefined) {
    throw new PlatformNotSupportedError("ReadableStream", "this host", "Pass a constructor as the option ReadableStream.");
  }
  const cancellation = new Cancellation();
  const source = {
    async pull(controller: { enqueue(value: unknown): void; close(): void }): Promise<void> {
      const value = await receiver.recv({ signal: cancellation });
      if (value === undefined) controller.close();
      else controller.enqueue(value);
    },
    cancel(reason?: unknown): void {
      cancellation.abort(reason);
      receiver.close();
    },
  };
  return new Stream(source, { highWaterMark: options.highWaterMark ?? 0 }) as unknown as HostReadableStream<T>;
}

/** A signal that ends the one wait that a stream can be in. */
class Cancellation implements NonNullable<WaitOptions["signal"]> {
  aborted = false;
  reason: unknown = undefined;
  #listener: (() => void) | undefined = undefined;

  addEventListener(_type: "abort", listener: () => void): void {
    this.#listener = listener;
  }

  removeEventListener(): void {
    this.#listener = undefined;
  }

  abort(reason: unknown): void {
    this.aborted = true;
    this.reason = reason;
    this.#listener?.();
  }
}
