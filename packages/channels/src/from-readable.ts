import type { ReadAheadOptions } from "./from-async-iterable.js";
import { type PullResult, receiverOf } from "./pull-source.js";
import type { ReadableStreamLike } from "./readable-stream-like.js";
import type { Receiver } from "./receiver.js";
import type { Sendable } from "./sendable.js";

/**
 * A receiver of the chunks of a web stream, such as a response's body. The stream is locked from now on.
 *
 * - **Back-pressure**: it reads a chunk only when there is a place for it, at first at once.
 * - **Closing**: when the stream ends, so does the receiver. `close()` of the receiver cancels the stream; chunks read ahead can still be
 *   received.
 * - **Errors**: the stream's error is thrown by `recv()` after all chunks before it, and by every later `recv()`.
 * - **Cancel safety.** A cancelled `recv()` has taken nothing: a chunk that comes later is there for the next one.
 *
 * @throws RangeError unless `capacity` is a whole number of at least 1; TypeError when the stream is locked already
 * @example
 * ```ts
 * import { fromReadable } from "@portalis/channels";
 *
 * const rx = fromReadable<string>(new Blob(["text"]).stream().pipeThrough(new TextDecoderStream()));
 * [await rx.recv(), await rx.recv()]; // => ["text", undefined]
 * ```
 */
export function fromReadable<T extends Sendable>(stream: ReadableStreamLike<T>, { capacity = 1 }: ReadAheadOptions = {}): Receiver<T> {
  const reader = stream.getReader();
  return receiverOf<T>({ pull: () => reader.read() as PromiseLike<PullResult<T>>, stop: () => reader.cancel() }, capacity);
}
