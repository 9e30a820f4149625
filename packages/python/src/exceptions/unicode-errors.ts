import type { Py } from "../py.js";
import { UnicodeError } from "./builtin-exceptions.js";

/** Python's `UnicodeDecodeError(encoding, object, start, end, reason)`. */
export class UnicodeDecodeError extends UnicodeError {
  static override $name = "UnicodeDecodeError";

  override __init__(...args: Py[]): Py {
    super.__init__(...args);
    [this["encoding"], this["object"], this["start"], this["end"], this["reason"]] = args;
    return null;
  }

  override __str__(): string {
    const { encoding, object, start, end, reason } = this as Py;
    if (end === start + 1) {
      const byte = (object[start] as number).toString(16).padStart(2, "0");
      return `'${encoding}' codec can't decode byte 0x${byte} in position ${start}: ${reason}`;
    }
    return `'${encoding}' codec can't decode bytes in position ${start}-${end - 1}: ${reason}`;
  }
}

/** Python's `UnicodeEncodeError(encoding, object, start, end, reason)`. */
export class UnicodeEncodeError extends UnicodeError {
  static override $name = "UnicodeEncodeError";

  override __init__(...args: Py[]): Py {
    super.__init__(...args);
    [this["encoding"], this["object"], this["start"], this["end"], this["reason"]] = args;
    return null;
  }

  override __str__(): string {
    const { encoding, object, start, end, reason } = this as Py;
    if (end === start + 1) {
      const point = [...(object as string)][start]?.codePointAt(0) ?? 0;
      const hex = point.toString(16);
      const escaped =
        point < 0x100 ? `\\x${hex.padStart(2, "0")}` : point < 0x10000 ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
      return `'${encoding}' codec can't encode character '${escaped}' in position ${start}: ${reason}`;
    }
    return `'${encoding}' codec can't encode characters in position ${start}-${end - 1}: ${reason}`;
  }
}
