/** A browser was started and did not come up, or ended on its own. */
export class BrowserStartError extends Error {
  readonly code = "ERR_BROWSER_START";
  /** The executable. */
  readonly path: string;

  static {
    BrowserStartError.prototype.name = "BrowserStartError";
  }

  /**
   * @param path the executable
   * @param reason what happened, as the end of a sentence
   * @param said the last that the browser wrote to stderr
   */
  constructor(path: string, reason: string, said = "", options?: ErrorOptions) {
    super(`Cannot use the browser ${path}: ${reason}${said === "" ? "" : `\n${said}`}`, options);
    this.path = path;
  }
}
