/**
 * Runs programs as WebAssembly components on WASI 0.2, where the program owns the event loop.
 *
 * - {@link createWasiPlatform}: the platform of `@portalis/runtime`, made from injected WASI interfaces
 * - {@link runProgram}, {@link installGlobals}: the start of a component; `buildComponent` of
 *   `@portalis/platform-wasi/build` generates the calls
 * - {@link programArguments}, {@link programEnvironment}, {@link exitProgram}: what a program has of its process
 *
 * @module
 */
export { installGlobals, type GlobalsInterfaces } from "./globals/install-globals.js";
export { exitProgram, programArguments, programEnvironment } from "./program-environment.js";
export { runProgram } from "./run-program.js";
export type { OutputStream, Pollable, WasiInterfaces, WasiU64 } from "./wasi-interfaces.js";
export { createWasiPlatform, WasiPlatform } from "./wasi-platform.js";
