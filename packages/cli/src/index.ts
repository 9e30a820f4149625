/**
 * The `portalis` command as a library: what the command does, with the files and the streams of whoever calls it.
 *
 * - {@link main}: carries out a command line
 * - {@link buildProgram}: one program for one platform, into a directory
 * - {@link readProgram}, {@link translateProgram}, {@link bundleProgram}: the steps
 *
 * @module
 */
export { buildProgram, type BuildOptions } from "./build-program.js";
export { bundleProgram, type BundleOptions } from "./bundle-program.js";
export { CommandError } from "./command-error.js";
export { type CommandHost, processHost } from "./command-host.js";
export { exitCode } from "./exit-code.js";
export { main } from "./main.js";
export { type PlatformName, platforms } from "./platforms.js";
export { type FileModule, type ProgramModule, programModule, type TextModule } from "./program-module.js";
export { type ProgramFile, readProgram } from "./read-program.js";
export { translateProgram } from "./translate-program.js";
