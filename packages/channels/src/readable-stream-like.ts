/** As much of the web's `ReadableStream` as the adapters need. Every real one is one. */
export interface ReadableStreamLike<T> {
  getReader(): ReaderLike<unknown>;
  /** Never called: its parameter is where the type of the chunks can be read off, since `getReader` is overloaded. */
  pipeTo?(destination: { getWriter(): { write(chunk?: T): unknown } }): unknown;
}

/** As much of a stream's default reader as the adapters need. */
export interface ReaderLike<T> {
  read(): PromiseLike<{ readonly done: boolean; readonly value?: T | undefined }>;
  cancel(reason?: unknown): PromiseLike<unknown>;
  releaseLock(): void;
}

/** The constructor of the web's `ReadableStream`, as far as `toReadable` uses it. */
export type ReadableStreamConstructorLike = new (
  source: {
    pull(controller: { enqueue(value: unknown): void; close(): void }): PromiseLike<void>;
    cancel(reason?: unknown): void;
  },
  strategy: { readonly highWaterMark: number },
) => ReadableStreamLike<unknown>;

/** The host's own `ReadableStream` where the program is compiled with its type (DOM, Node), else {@link ReadableStreamLike}. */
export type HostReadableStream<T> = typeof globalThis extends {
  ReadableStream: { prototype: infer Stream extends ReadableStreamLike<unknown> };
}
  ? Stream
  : ReadableStreamLike<T>;
