import process from "node:process";
import { isMainThread } from "node:worker_threads";
import type { ProgramHost } from "@portalis/runtime";
import { writeNow } from "./write-now.js";

/** What a program has of its process. */
export class NodeProgram implements ProgramHost {
  readonly #closed = { stdout: false, stderr: false };

  /**
   * Writes `text` as it is. It has been handed to the system when this returns, so that neither `exit` nor a crash loses
   * any of it: a stream of Node keeps what a full pipe does not take, and drops it when the process exits.
   *
   * Terminals and worker threads are left to Node's streams, which know their ways. Output that nobody reads any more is
   * dropped.
   */
  write(stream: "stdout" | "stderr", text: string): void {
    if (text === "" || this.#closed[stream]) return;
    const out = process[stream];
    if (!isMainThread || out.isTTY || out.writableLength > 0) {
      out.write(text);
      return;
    }
    if (!writeNow(stream === "stdout" ? 1 : 2, text)) this.#closed[stream] = true;
  }

  /** Ends the process with `code`. */
  exit(code: number): never {
    process.exit(code);
  }

  /** The arguments after the script's name. */
  args(): string[] {
    return process.argv.slice(2);
  }

  /** The environment of the process. */
  env(): Record<string, string> {
    return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
  }

  /** Writes `text` to stderr; the process goes on and will end with exit code 1, unless it already has another. */
  uncaught(_error: unknown, text: string): void {
    this.write("stderr", text.endsWith("\n") ? text : `${text}\n`);
    process.exitCode ??= 1;
  }

  /** Calls `listener` when the event loop has run dry (`beforeExit`), so that a deadlock is found before the process ends. */
  onDrained(listener: () => void): () => void {
    process.on("beforeExit", listener);
    return () => {
      process.off("beforeExit", listener);
    };
  }
}
