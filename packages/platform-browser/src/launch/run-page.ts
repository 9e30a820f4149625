import { openBrowser, type OpenBrowserOptions } from "./open-browser.js";
import type { PageOptions, PageProgram, PageResult } from "./page-program.js";

/**
 * Runs one program as a page, in a browser that is started for it and ended with it. For several programs,
 * {@link openBrowser} starts the browser once.
 *
 * @param program an ES module with everything it needs in it, or a directory of modules
 * @returns what it printed and its exit code
 * @throws BrowserNotFoundError when there is no browser
 * @throws BrowserStartError when it does not come up, or ends on its own
 * @throws PageTimeoutError when the program does not end in time
 *
 * @example
 * ```ts
 * const { stdout, exitCode } = await runPage({ bundle: 'console.log("hello")' });
 * // stdout "hello\n", exitCode 0
 * ```
 */
export async function runPage(program: PageProgram, options: PageOptions & OpenBrowserOptions = {}): Promise<PageResult> {
  options.signal?.throwIfAborted();
  const browser = await openBrowser(options);
  try {
    return await browser.run(program, options);
  } finally {
    await browser.close();
  }
}
