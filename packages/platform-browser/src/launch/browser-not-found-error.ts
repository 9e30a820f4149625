/** There is no browser to start; the message has the three ways to get one. */
export class BrowserNotFoundError extends Error {
  readonly code = "ERR_BROWSER_NOT_FOUND";

  static {
    BrowserNotFoundError.prototype.name = "BrowserNotFoundError";
  }

  constructor(reason = "no Chromium or Chrome is installed", options?: ErrorOptions) {
    super(
      `Cannot start a browser: ${reason}. Set CHROME_PATH to an executable, install Chromium or Chrome, ` +
        "or (Linux x64) npm install --save-dev @sparticuz/chromium@147.0.0",
      options,
    );
  }
}
