import type { BrowserProcess } from "./browser-process.js";
import type { DevtoolsPipe } from "./devtools-pipe.js";
import { PageOutcome } from "./page-outcome.js";
import type { PageOptions, PageProgram, PageResult } from "./page-program.js";
import { PageServer } from "./page-server.js";

/** How long a page may take to close; one in an endless loop takes the longest. */
const CLOSE_LIMIT = 5_000;

/**
 * A running browser that runs programs as pages, one after the other or several at a time. Each program has an origin, a
 * storage and a process of its own, so that none sees or blocks another.
 */
export class BrowserSession {
  readonly #browser: BrowserProcess;
  readonly #devtools: DevtoolsPipe;

  /** Made by `openBrowser`. */
  constructor(browser: BrowserProcess, devtools: DevtoolsPipe) {
    this.#browser = browser;
    this.#devtools = devtools;
  }

  /**
   * Runs a program as a page until it ends: when its modules have run and no timer, no request and no worker is left that
   * could still do something, when it calls `exit`, or at an error that nothing catches.
   *
   * @returns what it printed and its exit code, that of a crash (134) included
   * @throws PageTimeoutError when it does not end in time; the page is gone by then
   * @throws BrowserStartError when the browser ends meanwhile
   */
  async run(program: PageProgram, options: PageOptions = {}): Promise<PageResult> {
    options.signal?.throwIfAborted();
    const outcome = new PageOutcome(options, (reason) => this.#browser.failure(reason));
    const server = await PageServer.start(program, options, outcome);
    try {
      return await this.#runPage(server.url, outcome);
    } catch (error) {
      outcome.failed(error);
      throw error;
    } finally {
      await server.close();
    }
  }

  /** Ends the browser and whatever runs in it. Closing it again changes nothing. */
  close(): Promise<void> {
    return this.#browser.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #runPage(url: string, outcome: PageOutcome): Promise<PageResult> {
    const { browserContextId } = (await this.#devtools.call("Target.createBrowserContext")) as { browserContextId: string };
    let page = "";
    const watches = [
      this.#devtools.on("Target.targetCrashed", (event) => {
        const { targetId, status } = event as { targetId: string; status: string };
        if (targetId === page) outcome.crashed(status);
      }),
      this.#devtools.on("Target.targetDestroyed", (event) => {
        if ((event as { targetId: string }).targetId === page) outcome.crashed("closed");
      }),
    ];
    void this.#browser.exited.then((code) => {
      outcome.failed(this.#browser.failure(`it ended with code ${String(code)} while a program was running`));
    });
    try {
      const target = (await this.#devtools.call("Target.createTarget", { url, browserContextId })) as { targetId: string };
      page = target.targetId;
      return await outcome.result;
    } finally {
      for (const watch of watches) watch[Symbol.dispose]();
      await this.#dispose(browserContextId);
    }
  }

  /** Closes all pages of a context. A browser that cannot do it, since a page blocks, is of no more use: it is ended. */
  async #dispose(browserContextId: string): Promise<void> {
    if (!this.#browser.alive) return;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<"late">((resolve) => {
      timer = setTimeout(resolve, CLOSE_LIMIT, "late");
    });
    const disposed = this.#devtools.call("Target.disposeBrowserContext", { browserContextId }).catch(() => undefined);
    if ((await Promise.race([disposed, late])) === "late") await this.#browser.close();
    clearTimeout(timer);
  }
}
