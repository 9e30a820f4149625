import { writeSync } from "node:fs";

/** How long to wait for the reader of a full pipe before trying again, in milliseconds. */
const PAUSE = 1;
const pause = new Int32Array(new SharedArrayBuffer(4));

/**
 * Writes all of `text` to a file descriptor before it returns. A full pipe makes it wait for the reader, as it makes any
 * program that does not take care.
 *
 * @returns false when there is no reader any more
 * @throws Error with the system's code when the text cannot be written for another reason, such as a full disk
 */
export function writeNow(descriptor: number, text: string): boolean {
  const bytes = Buffer.from(text, "utf8");
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EPIPE" || code === "EOF") return false;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(pause, 0, 0, PAUSE);
    }
  }
  return true;
}
