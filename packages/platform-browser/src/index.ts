/**
 * Portalis Async in browsers. Importing this package installs it: `runtime()` then runs on {@link BrowserPlatform}.
 *
 * - {@link BrowserPlatform}: turns between the page's own tasks and frames, one native timer, the page's monotonic clock
 * - {@link BrowserProgram}: output to the console, or to whoever runs the page
 * - {@link ProgramExit}: what ends a program in a page
 *
 * Programs are run in headless browsers by `@portalis/platform-browser/launch`, from Node.
 *
 * @module
 */
import "./install.js";

export { BrowserPlatform } from "./browser-platform.js";
export { BrowserProgram } from "./browser-program.js";
export { PROGRAM_SINK, type ProgramSink } from "./program-sink.js";
export { ProgramExit } from "./program-exit.js";
