/** A WIT `u64`: some engines hand it over as a number, others as a bigint. */
export type WasiU64 = number | bigint;

/** A `wasi:io/poll` pollable: something that will become ready. It must be disposed. */
export interface Pollable {
  ready(): boolean;
  block(): void;
  [Symbol.dispose]?(): void;
}

/** A `wasi:io/streams` output stream. */
export interface OutputStream {
  blockingWriteAndFlush(contents: Uint8Array): void;
}

/**
 * The WASI 0.2 interfaces this platform stands on, named as JavaScript bindings name them. They are handed in, never
 * imported: in a component the generated entry passes what the engine binds, in tests the objects of
 * `@bytecodealliance/preview2-shim` or plain ones do.
 *
 * @example
 * ```ts
 * import { cli, clocks, io, random } from "@bytecodealliance/preview2-shim";
 * const interfaces: WasiInterfaces = {
 *   monotonicClock: clocks.monotonicClock, wallClock: clocks.wallClock, poll: io.poll, random: random.random,
 *   stdout: cli.stdout, stderr: cli.stderr, environment: cli.environment, exit: cli.exit,
 * };
 * ```
 */
export interface WasiInterfaces {
  /** `wasi:clocks/monotonic-clock`: instants in nanoseconds. */
  readonly monotonicClock: { now(): WasiU64; subscribeInstant(when: WasiU64): Pollable };
  /** `wasi:clocks/wall-clock`. */
  readonly wallClock: { now(): { readonly seconds: WasiU64; readonly nanoseconds: number } };
  /** `wasi:io/poll`: blocks until one of the list is ready and gives the places of those that are. */
  readonly poll: { poll(list: Pollable[]): Iterable<number> };
  /** `wasi:cli/stdout`. */
  readonly stdout: { getStdout(): OutputStream };
  /** `wasi:cli/stderr`. */
  readonly stderr: { getStderr(): OutputStream };
  /** `wasi:random/random`. */
  readonly random: { getRandomBytes(length: WasiU64): Uint8Array };
  /** `wasi:cli/environment`. */
  readonly environment: { getArguments(): string[]; getEnvironment(): [string, string][] };
  /** `wasi:cli/exit`: ends the program and does not return. */
  readonly exit: { exitWithCode(code: number): void };
}
