/**
 * A build or run step needs an npm package that is not installed. These packages are optional, so that a program that
 * only runs on Node or in a browser does not carry them; the message has the command that adds them.
 */
export class MissingPackageError extends Error {
  readonly code = "ERR_WASI_MISSING_PACKAGE";
  /** The name of the package. */
  readonly package: string;

  static {
    MissingPackageError.prototype.name = "MissingPackageError";
  }

  constructor(step: string, name: string, version: string, cause: unknown) {
    super(`${step} needs the package "${name}", which is not installed: npm install --save-dev ${name}@${version}`, {
      cause,
    });
    this.package = name;
  }
}
