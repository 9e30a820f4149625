import type { Py } from "../py.js";
import { Tuple, tupleOf } from "../types/tuple.js";
import { Exception } from "./builtin-exceptions.js";
import { texts } from "./texts.js";

/**
 * Python's `OSError`. Made with an error number and a text, it is an instance of the subclass that belongs to the number.
 *
 * @example
 * ```ts
 * str(new OSError(2, "No such file or directory", "x.txt")); // "[Errno 2] No such file or directory: 'x.txt'"
 * ```
 */
export class OSError extends Exception {
  static override $name = "OSError";

  declare errno: Py;
  declare strerror: Py;
  declare filename: Py;

  constructor(...args: Py[]) {
    const subclass = new.target === OSError && args.length > 1 ? classOfNumber(args[0]) : undefined;
    if (subclass !== undefined) return new subclass(...args);
    super(...args);
  }

  override __init__(...args: Py[]): Py {
    this.args = args.length > 2 && args.length <= 5 ? tupleOf(args.slice(0, 2)) : tupleOf(args);
    const numbered = args.length >= 2 && args.length <= 5;
    this.errno = numbered ? args[0] : null;
    this.strerror = numbered ? args[1] : null;
    this.filename = (numbered ? args[2] : null) ?? null;
    return null;
  }

  override __str__(): string {
    if (this.filename !== null) return `[Errno ${texts.str(this.errno)}] ${texts.str(this.strerror)}: ${texts.repr(this.filename)}`;
    if (this.errno !== null && this.args instanceof Tuple && this.args.length === 2)
      return `[Errno ${texts.str(this.errno)}] ${texts.str(this.strerror)}`;
    return super.__str__();
  }
}

/** Python's `BlockingIOError`. */
export class BlockingIOError extends OSError {
  static override $name = "BlockingIOError";
}

/** Python's `ChildProcessError`. */
export class ChildProcessError extends OSError {
  static override $name = "ChildProcessError";
}

/** Python's `ConnectionError`. */
export class ConnectionError extends OSError {
  static override $name = "ConnectionError";
}

/** Python's `BrokenPipeError`. */
export class BrokenPipeError extends ConnectionError {
  static override $name = "BrokenPipeError";
}

/** Python's `ConnectionAbortedError`. */
export class ConnectionAbortedError extends ConnectionError {
  static override $name = "ConnectionAbortedError";
}

/** Python's `ConnectionRefusedError`. */
export class ConnectionRefusedError extends ConnectionError {
  static override $name = "ConnectionRefusedError";
}

/** Python's `ConnectionResetError`. */
export class ConnectionResetError extends ConnectionError {
  static override $name = "ConnectionResetError";
}

/** Python's `FileExistsError`. */
export class FileExistsError extends OSError {
  static override $name = "FileExistsError";
}

/** Python's `FileNotFoundError`. */
export class FileNotFoundError extends OSError {
  static override $name = "FileNotFoundError";
}

/** Python's `InterruptedError`. */
export class InterruptedError extends OSError {
  static override $name = "InterruptedError";
}

/** Python's `IsADirectoryError`. */
export class IsADirectoryError extends OSError {
  static override $name = "IsADirectoryError";
}

/** Python's `NotADirectoryError`. */
export class NotADirectoryError extends OSError {
  static override $name = "NotADirectoryError";
}

/** Python's `PermissionError`. */
export class PermissionError extends OSError {
  static override $name = "PermissionError";
}

/** Python's `ProcessLookupError`. */
export class ProcessLookupError extends OSError {
  static override $name = "ProcessLookupError";
}

/** Python's `TimeoutError`; `asyncio.TimeoutError` is the same class. */
export class TimeoutError extends OSError {
  static override $name = "TimeoutError";
}

/** Python's `IOError` and `EnvironmentError` are other names of `OSError`. */
export const IOError: typeof OSError = OSError;

/** The classes by the error numbers of Linux. */
function classOfNumber(errno: Py): (new (...args: Py[]) => OSError) | undefined {
  switch (errno) {
    case 1:
    case 13:
      return PermissionError;
    case 2:
      return FileNotFoundError;
    case 3:
      return ProcessLookupError;
    case 4:
      return InterruptedError;
    case 10:
      return ChildProcessError;
    case 11:
    case 114:
    case 115:
      return BlockingIOError;
    case 17:
      return FileExistsError;
    case 20:
      return NotADirectoryError;
    case 21:
      return IsADirectoryError;
    case 32:
    case 108:
      return BrokenPipeError;
    case 103:
      return ConnectionAbortedError;
    case 104:
      return ConnectionResetError;
    case 110:
      return TimeoutError;
    case 111:
      return ConnectionRefusedError;
    default:
      return undefined;
  }
}
