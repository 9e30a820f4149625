/**
 * Python in, readable TypeScript out: {@link translate} a program, {@link formatDiagnostics} where it is refused.
 *
 * @module
 */
export { translate } from "./translate.js";
export type { Translation, TranslateOptions, TranslationStats } from "./translate.js";
export { exitCodeOf, formatDiagnostics } from "./diagnostics.js";
export type { Diagnostic, DiagnosticCategory, Place } from "./diagnostics.js";
export { diagnosticCodes } from "./diagnostic-codes.js";
export type { DiagnosticCode } from "./diagnostic-codes.js";
export type { SourceMap } from "./print/source-map.js";
export { builtinExceptions, builtinFunctions } from "./library/builtins.js";
export { builtinMethods } from "./library/methods.js";
export { libraryMethods, libraryModules } from "./library/modules.js";
export type { LibraryModule } from "./library/module.js";
export type { LibraryFunction, LibraryParameter } from "./library/signature.js";
export type { ParameterKind } from "./analyze/function-info.js";
