/**
 * The umbrella inside a WASI component: the same names as everywhere. The platform needs the component's own imports, so it is not installed
 * here but by the start of the component, which `@portalis/platform-wasi/build` puts in front of the program.
 *
 * @module
 */
export * from "./index.js";
