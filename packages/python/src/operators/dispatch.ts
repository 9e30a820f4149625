import { TypeError } from "../exceptions/builtin-exceptions.js";
import type { Py } from "../py.js";
import { NotImplemented } from "../singletons.js";
import { typeName } from "../types/type-name.js";

/** The names behind a binary operator. */
export interface OperatorNames {
  readonly symbol: string;
  readonly method: string;
  readonly reflected: string;
}

/**
 * A binary operator on operands of which at least one is an object with methods of its own: the left one's method, then the right one's reflected method.
 * The right one is asked first when its class derives from the left one's and it brings a reflected method of its own.
 *
 * @returns the result, or `undefined` when neither handles the other
 */
export function dispatch(names: OperatorNames, a: Py, b: Py): Py {
  const forward = methodOf(a, names.method);
  const reflected = methodOf(b, names.reflected);
  if (forward !== undefined && reflected !== undefined && reflectedFirst(a, b, names.reflected)) {
    const result: Py = reflected.call(b, a);
    if (result !== NotImplemented) return result;
    const second: Py = forward.call(a, b);
    return second === NotImplemented ? undefined : second;
  }
  if (forward !== undefined) {
    const result: Py = forward.call(a, b);
    if (result !== NotImplemented) return result;
  }
  if (reflected !== undefined && !(forward !== undefined && a.constructor === b.constructor)) {
    const result: Py = reflected.call(b, a);
    if (result !== NotImplemented) return result;
  }
  return undefined;
}

/** The complaint of a binary operator. */
export function unsupported(symbol: string, a: Py, b: Py): TypeError {
  return new TypeError(`unsupported operand type(s) for ${symbol}: '${typeName(a)}' and '${typeName(b)}'`);
}

/** A special method of an object; `undefined` for values whose class is JavaScript's own. */
export function methodOf(value: Py, name: string): Py {
  if (typeof value !== "object" || value === null) return undefined;
  const method: Py = value[name];
  return typeof method === "function" ? method : undefined;
}

function reflectedFirst(a: Py, b: Py, name: string): boolean {
  const left: Py = a.constructor;
  const right: Py = b.constructor;
  if (left === right || left === undefined || !(b instanceof left)) return false;
  return a[name] !== b[name];
}
