/**
 * The umbrella on Node: the same names as everywhere, on `@portalis/platform-node`.
 *
 * @module
 */
import "@portalis/platform-node";

export * from "./index.js";
