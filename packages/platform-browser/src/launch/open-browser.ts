import type { BrowserBinary } from "./browser-binary.js";
import { BrowserNotFoundError } from "./browser-not-found-error.js";
import { BrowserProcess } from "./browser-process.js";
import { BrowserSession } from "./browser-session.js";
import { DevtoolsPipe } from "./devtools-pipe.js";
import { findBrowser } from "./find-browser.js";

/** How long a browser may take to answer for the first time. */
const START_LIMIT = 60_000;

/** What {@link openBrowser} may be told. */
export interface OpenBrowserOptions {
  /** The browser; by default what {@link findBrowser} finds. */
  readonly binary?: BrowserBinary;
  /** Further arguments for the browser itself, such as `--js-flags=--max-old-space-size=200`. */
  readonly browserArgs?: readonly string[];
}

/**
 * Starts a headless browser that runs programs. Close it when it is no longer needed: an open one keeps this process
 * alive.
 *
 * @throws BrowserNotFoundError when there is no browser
 * @throws BrowserStartError when it does not come up
 *
 * @example
 * ```ts
 * const browser = await openBrowser();
 * try {
 *   const { stdout } = await browser.run({ bundle: "console.log(navigator.userAgent)" });
 * } finally {
 *   await browser.close();
 * }
 * ```
 */
export async function openBrowser(options: OpenBrowserOptions = {}): Promise<BrowserSession> {
  const binary = options.binary ?? (await findBrowser());
  if (binary === undefined) throw new BrowserNotFoundError();
  const browser = await BrowserProcess.start(binary, "about:blank", options.browserArgs);
  const devtools = new DevtoolsPipe(browser.commands, browser.answers);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(browser.failure(`it did not answer within ${String(START_LIMIT / 1_000)} s`));
    }, START_LIMIT);
  });
  const ended = browser.exited.then((code) => {
    throw browser.failure(`it ended with code ${String(code)}`);
  });
  try {
    await Promise.race([devtools.call("Target.setDiscoverTargets", { discover: true }).catch(() => ended), ended, late]);
  } catch (error) {
    await browser.close();
    throw error;
  } finally {
    clearTimeout(timer);
    ended.catch(() => undefined);
  }
  return new BrowserSession(browser, devtools);
}
