import type { ProgramHost } from "@portalis/runtime";
import { LineWriter } from "./line-writer.js";
import { ProgramExit } from "./program-exit.js";
import { programSink } from "./program-sink.js";

/**
 * What a program has of the page it runs in: the console for its output, line by line. Where the page is run as a program
 * (`runPage` of `@portalis/platform-browser/launch`), it has the standard streams, arguments, an environment and an exit
 * code, as a process does.
 */
export class BrowserProgram implements ProgramHost {
  readonly #sink = programSink();
  readonly #lines: Readonly<Record<"stdout" | "stderr", LineWriter>> = {
    stdout: new LineWriter((line) => console.log(line)),
    stderr: new LineWriter((line) => console.error(line)),
  };

  constructor() {
    if (this.#sink !== undefined || typeof addEventListener !== "function") return;
    // The last chance for a line that was never ended.
    addEventListener("pagehide", () => this.#flush());
  }

  /** Writes `text` as it is. The console takes whole lines: the rest is kept until its line ends, or the page does. */
  write(stream: "stdout" | "stderr", text: string): void {
    if (this.#sink !== undefined) this.#sink.write(stream, text);
    else this.#lines[stream].write(text);
  }

  /**
   * Ends the program, as far as a page can be ended from inside: nothing of what called this runs on.
   *
   * @throws ProgramExit always
   */
  exit(code: number): never {
    this.#flush();
    this.#sink?.exit(code);
    throw new ProgramExit(code);
  }

  /** The arguments the page was run with; none in an ordinary page. */
  args(): string[] {
    return [...(this.#sink?.args ?? [])];
  }

  /** The environment the page was run with; empty in an ordinary page. */
  env(): Record<string, string> {
    return { ...this.#sink?.env };
  }

  /** Shows an error that nobody handled, as the browser shows its own; the program goes on. */
  uncaught(error: unknown, text: string): void {
    if (error instanceof ProgramExit) return;
    if (this.#sink !== undefined) this.#sink.uncaught(text);
    else if (typeof reportError === "function") reportError(error);
    else console.error(text);
  }

  #flush(): void {
    this.#lines.stdout.flush();
    this.#lines.stderr.flush();
  }
}
