/**
 * Portalis Async on Node. Importing this package installs it: `runtime()` then runs on {@link NodePlatform}.
 *
 * - {@link NodePlatform}: turns between Node's own phases, one native timer, Node's monotonic clock
 * - {@link NodeProgram}: output that is written before `write` returns, arguments, environment, exit
 *
 * @module
 */
import "./install.js";

export { NodePlatform } from "./node-platform.js";
export { NodeProgram } from "./node-program.js";
