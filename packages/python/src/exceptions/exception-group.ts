import { isinstance } from "../builtins/isinstance.js";
import type { Py } from "../py.js";
import { className } from "../class-name.js";
import { repr } from "../text/repr.js";
import { T, Tuple, tupleOf } from "../types/tuple.js";
import { BaseException } from "./base-exception.js";
import { Exception, TypeError, ValueError } from "./builtin-exceptions.js";

/**
 * Python's `BaseExceptionGroup(message, exceptions)`. A group of which every member is an `Exception` is an {@link ExceptionGroup}.
 *
 * `isinstance(group, BaseExceptionGroup)` holds for both; JavaScript's `instanceof` follows one base only, so use {@link isGroup} there.
 */
export class BaseExceptionGroup extends BaseException {
  static override $name = "BaseExceptionGroup";
  /** What `isinstance` asks. */
  static $check: (value: Py) => boolean = isGroup;

  /** The members. */
  declare exceptions: Tuple;

  constructor(...args: Py[]) {
    checkArguments(args, false);
    if (new.target === BaseExceptionGroup && (args[1] as Py[]).every((member) => member instanceof Exception)) {
      return new ExceptionGroup(...args) as Py;
    }
    super(...args);
  }

  override __init__(...args: Py[]): Py {
    this.args = tupleOf(args);
    this.message = args[0];
    this.exceptions = tupleOf(args[1] as Py[]);
    return null;
  }

  override __str__(): string {
    const count = this.exceptions.length;
    return `${this.message} (${count} sub-exception${count === 1 ? "" : "s"})`;
  }

  override __repr__(): string {
    return `${className(this.constructor)}(${repr(this.message)}, ${repr(this.args[1])})`;
  }

  /** A group of the same kind with other members. */
  derive(members: Py): Py {
    return new BaseExceptionGroup(this.message, members);
  }

  /** The members that match, as a group of the same shape, or None. */
  subgroup(condition: Py): Py {
    return this.split(condition)[0];
  }

  /** The group parted into what matches and what does not; each is a group of the same shape or None. */
  split(condition: Py): Tuple {
    const matches = matcher(condition);
    if (matches(this)) return T(this, null);
    const yes: Py[] = [];
    const no: Py[] = [];
    for (const member of this.exceptions) {
      if (isGroup(member)) {
        const [matched, rest] = member.split(condition) as Tuple;
        if (matched !== null) yes.push(matched);
        if (rest !== null) no.push(rest);
      } else if (matches(member)) yes.push(member);
      else no.push(member);
    }
    return T(partOf(this, yes), partOf(this, no));
  }
}

/** Python's `ExceptionGroup`: a group that `except Exception` catches. */
export class ExceptionGroup extends Exception {
  static override $name = "ExceptionGroup";

  /** The members. */
  declare exceptions: Tuple;

  static {
    const { constructor: _, ...methods } = Object.getOwnPropertyDescriptors(BaseExceptionGroup.prototype);
    Object.defineProperties(this.prototype, methods as PropertyDescriptorMap);
  }

  constructor(...args: Py[]) {
    checkArguments(args, true);
    super(...args);
  }
}

/** Whether a value is a group of exceptions, of either class. */
export function isGroup(value: Py): boolean {
  return value instanceof BaseExceptionGroup || value instanceof ExceptionGroup;
}

function partOf(group: Py, members: Py[]): Py {
  if (members.length === 0) return null;
  const part = group.derive(members);
  part.__cause__ = group.__cause__;
  part.__context__ = group.__context__;
  part.__suppress_context__ = group.__suppress_context__;
  if (Object.hasOwn(group as object, "__notes__")) part.__notes__ = [...(group.__notes__ as string[])];
  return part;
}

function matcher(condition: Py): (error: Py) => boolean {
  if (condition instanceof Tuple) return (error) => condition.some((cls: Py) => isinstance(error, cls));
  if (typeof condition !== "function")
    throw new TypeError("expected an exception type, a tuple of exception types, or a callable (other than a class)");
  return condition.$class === true ? (error) => isinstance(error, condition) : (error) => condition(error) as boolean;
}

function checkArguments(args: Py[], exceptionsOnly: boolean): void {
  if (args.length !== 2) throw new TypeError(`BaseExceptionGroup.__new__() takes exactly 2 arguments (${args.length} given)`);
  const [message, members] = args as [Py, Py];
  if (typeof message !== "string") throw new TypeError("argument 1 must be str, not something else");
  if (!Array.isArray(members)) throw new TypeError("second argument (exceptions) must be a sequence");
  if (members.length === 0) throw new ValueError("second argument (exceptions) must be a non-empty sequence");
  members.forEach((member: Py, index) => {
    if (!(member instanceof BaseException)) throw new ValueError(`Item ${index} of second argument (exceptions) is not an exception`);
    if (exceptionsOnly && !(member instanceof Exception)) throw new TypeError("Cannot nest BaseExceptions in an ExceptionGroup");
  });
}
