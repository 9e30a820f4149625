/** The browser refused a command, or ended before it answered. */
export class BrowserCommandError extends Error {
  readonly code = "ERR_BROWSER_COMMAND";
  /** The DevTools method that was called. */
  readonly method: string;

  static {
    BrowserCommandError.prototype.name = "BrowserCommandError";
  }

  constructor(method: string, reason: string) {
    super(`Cannot run ${method} in the browser: ${reason}`);
    this.method = method;
  }
}
