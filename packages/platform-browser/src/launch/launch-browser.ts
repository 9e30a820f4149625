import type { BrowserBinary } from "./browser-binary.js";
import { BrowserProcess } from "./browser-process.js";

/** What {@link launchBrowser} may be told. */
export interface LaunchOptions {
  /** Further arguments for the browser, such as `--window-size=800,600`. */
  readonly args?: readonly string[];
}

/** A browser that was started with one page. */
export interface LaunchedBrowser {
  /**
   * Resolves when the browser has ended, for whatever reason, with its exit code (128 + n after signal n); the temporary
   * profile is removed by then. It never rejects.
   */
  readonly exited: Promise<number>;
  /** Kills the browser with all its processes and removes its profile. Closing it again changes nothing. */
  close(): Promise<void>;
}

/**
 * Starts a headless browser with one page and speaks no protocol with it: whoever serves the page hears from it.
 *
 * The browser has a fresh profile and its own process group, and it never outlives this process, not even when this
 * process is killed.
 *
 * @throws BrowserStartError when the executable cannot be run. A browser that starts and fails afterwards is seen by
 *   `exited`, and by the page that never asks for anything.
 *
 * @example
 * ```ts
 * const binary = await findBrowser();
 * if (binary !== undefined) {
 *   const browser = await launchBrowser(binary, "http://127.0.0.1:8080/");
 *   setTimeout(() => void browser.close(), 10_000);
 *   console.log("ended with", await browser.exited);
 * }
 * ```
 */
export async function launchBrowser(binary: BrowserBinary, url: string, options: LaunchOptions = {}): Promise<LaunchedBrowser> {
  const browser = await BrowserProcess.start(binary, url, options.args);
  return {
    exited: browser.exited,
    close() {
      return browser.close();
    },
  };
}
