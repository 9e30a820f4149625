import type { Py } from "../py.js";
import { BaseException } from "./base-exception.js";
import { texts } from "./texts.js";

export { BaseException };

/** What programs catch: every built-in exception that is not a request to leave. */
export class Exception extends BaseException {
  static override $name = "Exception";
}

/** Python's `ArithmeticError`. */
export class ArithmeticError extends Exception {
  static override $name = "ArithmeticError";
}

/** Python's `AssertionError`. */
export class AssertionError extends Exception {
  static override $name = "AssertionError";
}

/** Python's `BufferError`. */
export class BufferError extends Exception {
  static override $name = "BufferError";
}

/** Python's `EOFError`. */
export class EOFError extends Exception {
  static override $name = "EOFError";
}

/** Python's `FloatingPointError`. */
export class FloatingPointError extends ArithmeticError {
  static override $name = "FloatingPointError";
}

/** Python's `GeneratorExit`. */
export class GeneratorExit extends BaseException {
  static override $name = "GeneratorExit";
}

/** Python's `LookupError`. */
export class LookupError extends Exception {
  static override $name = "LookupError";
}

/** Python's `IndexError`. */
export class IndexError extends LookupError {
  static override $name = "IndexError";
}

/** Python's `KeyboardInterrupt`. */
export class KeyboardInterrupt extends BaseException {
  static override $name = "KeyboardInterrupt";
}

/** Python's `MemoryError`. */
export class MemoryError extends Exception {
  static override $name = "MemoryError";
}

/** Python's `ImportError`. */
export class ImportError extends Exception {
  static override $name = "ImportError";
}

/** Python's `ModuleNotFoundError`. */
export class ModuleNotFoundError extends ImportError {
  static override $name = "ModuleNotFoundError";
}

/** Python's `RuntimeError`. */
export class RuntimeError extends Exception {
  static override $name = "RuntimeError";
}

/** Python's `NotImplementedError`. */
export class NotImplementedError extends RuntimeError {
  static override $name = "NotImplementedError";
}

/** Python's `OverflowError`. */
export class OverflowError extends ArithmeticError {
  static override $name = "OverflowError";
}

/** Python's `PythonFinalizationError`. */
export class PythonFinalizationError extends RuntimeError {
  static override $name = "PythonFinalizationError";
}

/** Python's `RecursionError`. */
export class RecursionError extends RuntimeError {
  static override $name = "RecursionError";
}

/** Python's `ReferenceError`. */
export class ReferenceError extends Exception {
  static override $name = "ReferenceError";
}

/** Python's `StopAsyncIteration`. */
export class StopAsyncIteration extends Exception {
  static override $name = "StopAsyncIteration";
}

/** Python's `SystemError`. */
export class SystemError extends Exception {
  static override $name = "SystemError";
}

/** Python's `TypeError`. */
export class TypeError extends Exception {
  static override $name = "TypeError";
}

/** Python's `NameError`. */
export class NameError extends Exception {
  static override $name = "NameError";
}

/** Python's `UnboundLocalError`. */
export class UnboundLocalError extends NameError {
  static override $name = "UnboundLocalError";
}

/** Python's `ValueError`. */
export class ValueError extends Exception {
  static override $name = "ValueError";
}

/** Python's `UnicodeError`. */
export class UnicodeError extends ValueError {
  static override $name = "UnicodeError";
}

/** Python's `ZeroDivisionError`. */
export class ZeroDivisionError extends ArithmeticError {
  static override $name = "ZeroDivisionError";
}

/** Python's `Warning`. */
export class Warning extends Exception {
  static override $name = "Warning";
}

/** Python's `DeprecationWarning`. */
export class DeprecationWarning extends Warning {
  static override $name = "DeprecationWarning";
}

/** Python's `RuntimeWarning`. */
export class RuntimeWarning extends Warning {
  static override $name = "RuntimeWarning";
}

/** Python's `UserWarning`. */
export class UserWarning extends Warning {
  static override $name = "UserWarning";
}

/** Python's `FutureWarning`. */
export class FutureWarning extends Warning {
  static override $name = "FutureWarning";
}

/** Python's `PendingDeprecationWarning`. */
export class PendingDeprecationWarning extends Warning {
  static override $name = "PendingDeprecationWarning";
}

/** Python's `SyntaxWarning`. */
export class SyntaxWarning extends Warning {
  static override $name = "SyntaxWarning";
}

/** Python's `ImportWarning`. */
export class ImportWarning extends Warning {
  static override $name = "ImportWarning";
}

/** Python's `UnicodeWarning`. */
export class UnicodeWarning extends Warning {
  static override $name = "UnicodeWarning";
}

/** Python's `BytesWarning`. */
export class BytesWarning extends Warning {
  static override $name = "BytesWarning";
}

/** Python's `ResourceWarning`. */
export class ResourceWarning extends Warning {
  static override $name = "ResourceWarning";
}

/** Python's `EncodingWarning`. */
export class EncodingWarning extends Warning {
  static override $name = "EncodingWarning";
}

/** Python's `KeyError`. */
export class KeyError extends LookupError {
  static override $name = "KeyError";

  /** A single argument is shown as its repr, so that an empty key can be seen. */
  override __str__(): string {
    return this.args.length === 1 ? texts.repr(this.args[0]) : super.__str__();
  }
}

/** Python's `StopIteration`. */
export class StopIteration extends Exception {
  static override $name = "StopIteration";

  /** What the generator returned. */
  declare value: Py;

  override __init__(...args: Py[]): Py {
    super.__init__(...args);
    this.value = args[0] ?? null;
    return null;
  }
}

/** Python's `SystemExit`. */
export class SystemExit extends BaseException {
  static override $name = "SystemExit";

  /** The exit status: None, an int, or anything else to print. */
  declare code: Py;

  override __init__(...args: Py[]): Py {
    super.__init__(...args);
    this.code = args.length === 0 ? null : args.length === 1 ? args[0] : this.args;
    return null;
  }
}

/** Python's `AttributeError`. */
export class AttributeError extends Exception {
  static override $name = "AttributeError";
}

/** Python's `SyntaxError`. */
export class SyntaxError extends Exception {
  static override $name = "SyntaxError";
}
