/**
 * Runs programs as WebAssembly components on WASI 0.2, where the program owns the event loop.
 *
 * - {@link createWasiPlatform}: the platform of `@portalis/runtime`, made from injected WASI interfaces
 * - {@link runProgram}, {@link installGlobals}: the start of a component; `buildComponent` of
 *   `@portalis/platform-wasi/build` generates the calls
 * - {@link WasiProgram}: what a program has of its process, as `runtime().platform.program`
 *
 * @module
 */
export { installGlobals, type GlobalsInterfaces } from "./globals/install-globals.js";
export { runProgram } from "./run-program.js";
export type { OutputStream, Pollable, WasiInterfaces, WasiU64 } from "./wasi-interfaces.js";
export { createWasiPlatform, WasiPlatform } from "./wasi-platform.js";
export { WasiProgram } from "./wasi-program.js";
