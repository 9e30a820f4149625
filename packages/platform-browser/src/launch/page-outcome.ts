import type { PageOptions, PageResult } from "./page-program.js";
import type { PageRecord } from "./page-record.js";
import type { PageListener } from "./page-server.js";
import { recordText } from "./record-text.js";
import { PageTimeoutError } from "./page-timeout-error.js";

/** How long a page may take until it asks for the program; a loaded machine needs seconds for it. */
const START_LIMIT = 60_000;
const DEFAULT_TIMEOUT = 60_000;
/** The longest delay a timer of Node takes. */
const LONGEST_DELAY = 2_147_483_647;
/** What a shell reports of a program that was aborted. */
const CRASHED = 134;

/** What becomes of one program in a page: output collected, one result, whichever way it ends. */
export class PageOutcome implements PageListener {
  /** The result, or the error that kept the program from having one. */
  readonly result: Promise<PageResult>;
  readonly #options: PageOptions;
  readonly #printed = { stdout: "", stderr: "" };
  #resolve: (result: PageResult) => void = () => undefined;
  #reject: (error: unknown) => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;
  #ended = false;

  /**
   * @param options of the run
   * @param notStarted makes the error for a page that never asked for the program
   */
  constructor(options: PageOptions, notStarted: (reason: string) => Error) {
    this.#options = options;
    this.result = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.result.catch(() => undefined); // whoever waits for it comes later
    this.#limit(START_LIMIT, () => notStarted(`it did not load the page within ${String(START_LIMIT / 1_000)} s`));
    options.signal?.addEventListener("abort", this.#abort);
  }

  started(): void {
    if (this.#ended) return;
    const { timeout = DEFAULT_TIMEOUT } = this.#options;
    this.#limit(timeout, () => new PageTimeoutError(timeout, this.#printed));
  }

  records(records: readonly PageRecord[]): void {
    for (const record of records) {
      if (this.#ended) return;
      if (record[0] === "exit") this.#finish(record[1]);
      else this.#print(record.length === 2 ? record[0] : record[1], recordText(record));
    }
  }

  /** The page's process has died. */
  crashed(reason: string): void {
    if (this.#ended) return;
    this.#print("stderr", `portalis: crash: the page's process ended (${reason}): out of memory, or killed\n`);
    this.#finish(CRASHED);
  }

  /** There will be no result. */
  failed(error: unknown): void {
    this.#end();
    this.#reject(error);
  }

  #print(stream: "stdout" | "stderr", text: string): void {
    this.#printed[stream] += text;
    this.#options.onOutput?.(stream, text);
  }

  #finish(exitCode: number): void {
    this.#end();
    this.#resolve({ ...this.#printed, exitCode });
  }

  #limit(ms: number, error: () => Error): void {
    clearTimeout(this.#timer);
    if (ms > LONGEST_DELAY) return; // no limit: not in this process's life
    this.#timer = setTimeout(() => {
      this.failed(error());
    }, ms);
  }

  #end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#options.signal?.removeEventListener("abort", this.#abort);
  }

  readonly #abort = (): void => {
    this.failed(this.#options.signal?.reason);
  };
}
