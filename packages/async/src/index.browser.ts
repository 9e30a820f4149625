/**
 * The umbrella in browsers: the same names as everywhere, on `@portalis/platform-browser`.
 *
 * @module
 */
import "@portalis/platform-browser";

export * from "./index.js";
