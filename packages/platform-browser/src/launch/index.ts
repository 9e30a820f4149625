/**
 * Starts headless browsers from Node: for `portalis run --on browser`, for tests in a real browser, for demos.
 *
 * - {@link findBrowser}: the browser of this machine, or the one an npm package carries
 * - {@link launchBrowser}: one browser with one page and no protocol
 * - {@link openBrowser}, {@link runPage}: run programs as pages and get stdout, stderr and the exit code
 *
 * @module
 */
export type { BrowserBinary } from "./browser-binary.js";
export { BrowserNotFoundError } from "./browser-not-found-error.js";
export { BrowserStartError } from "./browser-start-error.js";
export { findBrowser } from "./find-browser.js";
export { launchBrowser, type LaunchedBrowser, type LaunchOptions } from "./launch-browser.js";
