import { access, constants } from "node:fs/promises";
import { resolve } from "node:path";
import type { BrowserBinary } from "./browser-binary.js";
import { BrowserNotFoundError } from "./browser-not-found-error.js";
import { findNpmChromium } from "./npm-chromium.js";
import { findSystemBrowser } from "./system-browser.js";

/**
 * Finds a browser that {@link launchBrowser} and {@link openBrowser} can start, in this order: the executable that
 * `CHROME_PATH` names, one installed on the system, the one that the npm package `@sparticuz/chromium` carries. The
 * last is unpacked at its first use, into `node_modules/.cache`, which takes some seconds.
 *
 * @returns `undefined` when there is none
 * @throws BrowserNotFoundError when `CHROME_PATH` is set and is no executable: a mistake must not pass unnoticed
 *
 * @example
 * ```ts
 * const browser = await findBrowser();
 * console.log(browser === undefined ? "no browser" : browser.path);
 * ```
 */
export async function findBrowser(): Promise<BrowserBinary | undefined> {
  const named = process.env["CHROME_PATH"];
  if (named !== undefined && named !== "") return namedBrowser(resolve(named));
  return (await findSystemBrowser()) ?? (await findNpmChromium());
}

async function namedBrowser(path: string): Promise<BrowserBinary> {
  try {
    await access(path, constants.X_OK);
  } catch (cause) {
    throw new BrowserNotFoundError(`CHROME_PATH names ${path}, which is no executable`, { cause });
  }
  return { path, origin: "CHROME_PATH", env: {} };
}
