import { NameError, UnboundLocalError } from "./exceptions/builtin-exceptions.js";

/**
 * The value of a local variable that may not have been assigned.
 *
 * @throws UnboundLocalError when it has not
 */
export function checked<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new UnboundLocalError(`cannot access local variable '${name}' where it is not associated with a value`);
  return value;
}

/**
 * The value of a module variable that may not have been assigned.
 *
 * @throws NameError when it has not
 */
export function checkedName<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new NameError(`name '${name}' is not defined`);
  return value;
}

/**
 * The value of a variable of an enclosing function that may not have been assigned.
 *
 * @throws NameError when it has not
 */
export function checkedFree<T>(value: T | undefined, name: string): T {
  if (value === undefined)
    throw new NameError(`cannot access free variable '${name}' where it is not associated with a value in enclosing scope`);
  return value;
}

/** A name that is bound nowhere: throws NameError. */
export function unbound(name: string): never {
  throw new NameError(`name '${name}' is not defined`);
}
