import { MissingPackageError } from "./missing-package-error.js";

/** The optional packages and the versions the build was tested with. */
const VERSIONS = {
  acorn: "8.19.0",
  esbuild: "0.28.2",
  "magic-string": "1.4.5",
  "componentize-qjs": "0.4.5",
  "@bytecodealliance/jco-transpile": "0.15.0",
  "@bytecodealliance/preview2-shim": "0.26.1",
} as const;

export type PeerPackage = keyof typeof VERSIONS;

/** The version of an optional package that the build was tested with. */
export function testedVersion(name: PeerPackage): string {
  return VERSIONS[name];
}

/**
 * Loads an optional package.
 *
 * @param step what needs it, for the message ("Building a component")
 * @param name the package
 * @param load the import itself, written out by the caller so that it is typed
 * @throws MissingPackageError when the package is not installed
 */
export async function loadPeer<T>(step: string, name: PeerPackage, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (isMissing(error, name)) throw new MissingPackageError(step, name, VERSIONS[name], error);
    throw error;
  }
}

/** Whether `error` says that `name` itself, not something it needs, was not found. */
export function isMissing(error: unknown, name: string): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return (code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND") && String(message).includes(name);
}
