/**
 * Builds programs into WebAssembly components and runs them. For Node only; the tools it uses are optional packages.
 *
 * - {@link buildComponent}: TypeScript in, `program.wasm` out
 * - {@link transpileComponent}, {@link runComponent}: run it on Node
 * - {@link wrapEntry}, {@link guardRecursion}: what is done to the modules of a program, for modules that are no files
 * - {@link findWasmtime}, {@link runOnWasmtime}: run it on Wasmtime, where there is one
 *
 * @module
 */
export { BuildError, type SourceLocation } from "./build-error.js";
export { buildComponent, type BuildComponentOptions, type BuiltComponent, type ProgramEntry } from "./build-component.js";
export type { ProgramOptions, ProgramResult } from "./child-program.js";
export { guardRecursion } from "./guard-recursion.js";
export { MissingPackageError } from "./missing-package-error.js";
export { runComponent } from "./run-component.js";
export { transpileComponent, type TranspileComponentOptions, type TranspiledComponent } from "./transpile-component.js";
export { findWasmtime, runOnWasmtime, type Wasmtime } from "./wasmtime.js";
export { wrapEntry, type WrappedEntry } from "./wrap-entry.js";
