/** A page did not end in time and was stopped; what it had printed until then is kept. */
export class PageTimeoutError extends Error {
  readonly code = "ERR_BROWSER_PAGE_TIMEOUT";
  /** The limit, in milliseconds. */
  readonly timeout: number;
  readonly stdout: string;
  readonly stderr: string;

  static {
    PageTimeoutError.prototype.name = "PageTimeoutError";
  }

  constructor(timeout: number, printed: { readonly stdout: string; readonly stderr: string }) {
    super(
      `Cannot wait for the program in the browser any longer: it has not ended within ${String(timeout)} ms. ` +
        "It waits for something that does not happen, loops without giving way, or needs a longer timeout",
    );
    this.timeout = timeout;
    this.stdout = printed.stdout;
    this.stderr = printed.stderr;
  }
}
