/**
 * Starts headless browsers from Node: for `portalis run --on browser`, for tests in a real browser, for demos.
 *
 * - {@link findBrowser}: the browser of this machine, or the one an npm package carries
 * - {@link runPage}, {@link openBrowser}: run programs as pages and get stdout, stderr and the exit code
 * - {@link launchBrowser}: one browser with one page and no protocol
 *
 * @module
 */
export type { BrowserBinary } from "./browser-binary.js";
export { BrowserCommandError } from "./browser-command-error.js";
export { BrowserNotFoundError } from "./browser-not-found-error.js";
export type { BrowserSession } from "./browser-session.js";
export { BrowserStartError } from "./browser-start-error.js";
export { findBrowser } from "./find-browser.js";
export { launchBrowser, type LaunchedBrowser, type LaunchOptions } from "./launch-browser.js";
export { openBrowser, type OpenBrowserOptions } from "./open-browser.js";
export { type PageOptions, type PageProgram, type PageResult, STRICT_CONTENT_SECURITY_POLICY } from "./page-program.js";
export { PageTimeoutError } from "./page-timeout-error.js";
export { runPage } from "./run-page.js";
