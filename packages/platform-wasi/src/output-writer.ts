import { encodeUtf8 } from "./globals/utf8.js";
import type { OutputStream, WasiInterfaces } from "./wasi-interfaces.js";

/** A larger `blocking-write-and-flush` is a trap by the definition of `wasi:io/streams`. */
const CHUNK = 4_096;

/** Writes `text` as it is to one of the program's two output streams. */
export type WriteText = (stream: "stdout" | "stderr", text: string) => void;

/**
 * Makes the function that writes the program's output: UTF-8, in chunks of at most 4096 bytes, each flushed before it
 * returns, so that output and traps keep their order. Output that nobody reads any more (a closed pipe) is dropped.
 */
export function createWriter(interfaces: Pick<WasiInterfaces, "stdout" | "stderr">): WriteText {
  const open: { stdout?: OutputStream; stderr?: OutputStream } = {};
  const closed = { stdout: false, stderr: false };
  return (name, text) => {
    if (text === "" || closed[name]) return;
    const stream = (open[name] ??= name === "stdout" ? interfaces.stdout.getStdout() : interfaces.stderr.getStderr());
    const bytes = encodeUtf8(text);
    try {
      for (let at = 0; at < bytes.length; at += CHUNK) stream.blockingWriteAndFlush(bytes.slice(at, at + CHUNK));
    } catch {
      closed[name] = true;
    }
  };
}
