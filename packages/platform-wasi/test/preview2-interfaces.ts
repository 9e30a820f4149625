import { clocks, io, random } from "@bytecodealliance/preview2-shim";
import type { WasiInterfaces } from "../src/index.js";

/** What a program that runs on {@link preview2Interfaces} has written, and how it ended. */
export interface Recorded {
  stdout: string;
  stderr: string;
  exitCode: number | undefined;
  /** The length of each write. */
  readonly writes: number[];
  /** How many pollables were made and not disposed. */
  pollables: number;
}

/** Thrown by the recorded `exit`, which must not return. */
export class Exited extends Error {}

/**
 * WASI as Node's shim implements it, clocks, polling and random numbers included; output and exit are recorded.
 */
export function preview2Interfaces(args: readonly string[] = []): { interfaces: WasiInterfaces; recorded: Recorded } {
  const recorded: Recorded = { stdout: "", stderr: "", exitCode: undefined, writes: [], pollables: 0 };
  const stream = (name: "stdout" | "stderr") => ({
    blockingWriteAndFlush(bytes: Uint8Array) {
      recorded.writes.push(bytes.length);
      recorded[name] += Buffer.from(bytes).toString("latin1");
    },
  });
  const interfaces: WasiInterfaces = {
    monotonicClock: {
      now: () => clocks.monotonicClock.now(),
      subscribeInstant: (when) => {
        const pollable = clocks.monotonicClock.subscribeInstant(when as bigint) as { [Symbol.dispose]?(): void };
        recorded.pollables++;
        return new Proxy(pollable, {
          get: (target, key) => {
            if (key !== Symbol.dispose) return Reflect.get(target, key, target) as unknown;
            return () => {
              recorded.pollables--;
              target[Symbol.dispose]?.();
            };
          },
        }) as never;
      },
    },
    wallClock: clocks.wallClock,
    // The shim knows its own pollables by their class, which is no part of the interface.
    poll: { poll: (list) => (io.poll.poll as (list: unknown[]) => Uint32Array)(list) },
    stdout: { getStdout: () => stream("stdout") },
    stderr: { getStderr: () => stream("stderr") },
    random: { getRandomBytes: (length) => random.random.getRandomBytes(length as bigint) },
    environment: { getArguments: () => ["program.wasm", ...args], getEnvironment: () => [["NAME", "value"]] },
    exit: {
      exitWithCode: (code) => {
        recorded.exitCode ??= code; // a host does not come back from here: the first is what counts
        throw new Exited();
      },
    },
  };
  return { interfaces, recorded };
}
