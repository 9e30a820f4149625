import type { Py } from "../py.js";
import { isinstance } from "../builtins/isinstance.js";
import { T, Tuple } from "../types/tuple.js";
import type { BaseException } from "./base-exception.js";
import { TypeError } from "./builtin-exceptions.js";
import { caught } from "./caught.js";
import { BaseExceptionGroup, ExceptionGroup, isGroup } from "./exception-group.js";

/** The `except*` clauses of one `try` at work on one exception; made by {@link exceptStar}. */
export interface StarHandlers {
  /** The part that the last {@link match} found. */
  readonly group: Py;
  /** Whether something of what is left is of the type; that part is taken out and becomes {@link group}. */
  match(type: Py): boolean;
  /** Notes what a clause raised; the other clauses still run. */
  raised(error: unknown): void;
  /** Raises what no clause took together with what the clauses raised, if there is any. */
  finish(): void;
}

/**
 * Starts the `except*` clauses of a `try`, as PEP 654 has them: each clause that matches runs once with its part of the group,
 * what is left and what was raised goes on as a group.
 *
 * @example
 * ```ts
 * try {
 *   work();
 * } catch ($e) {
 *   const $x = exceptStar($e);
 *   if ($x.match(ValueError)) {
 *     try {
 *       print($x.group);
 *     } catch ($e2) {
 *       $x.raised($e2);
 *     }
 *   }
 *   $x.finish();
 * }
 * ```
 */
export function exceptStar($e: unknown): StarHandlers {
  return new Clauses(caught($e));
}

class Clauses implements StarHandlers {
  group: Py = null;
  private readonly original: BaseException;
  private rest: Py;
  private readonly matched: Py[] = [];
  private readonly raisedAgain: Py[] = [];
  private readonly raisedAnew: Py[] = [];

  constructor(original: BaseException) {
    this.original = original;
    this.rest = original;
  }

  match(type: Py): boolean {
    checkType(type);
    if (this.rest === null) return false;
    if (isGroup(this.rest)) {
      const [part, rest] = this.rest.split(type) as Tuple;
      if (part === null) return false;
      this.group = part;
      this.rest = rest;
    } else {
      if (!isinstance(this.rest, type)) return false;
      this.group = new BaseExceptionGroup("", T(this.rest));
      this.rest = null;
    }
    this.matched.push(this.group);
    return true;
  }

  raised(error: unknown): void {
    const exception = caught(error);
    if (this.matched.includes(exception)) this.raisedAgain.push(exception);
    else this.raisedAnew.push(exception);
  }

  finish(): void {
    const left = this.leftOver();
    const [only] = this.raisedAnew;
    if (only === undefined) {
      if (left !== null) throw left;
      return;
    }
    if (!isGroup(this.original)) throw only;
    throw new BaseExceptionGroup("", left === null ? this.raisedAnew : [...this.raisedAnew, left]);
  }

  /** What was raised again and what nobody took, in the shape of the original group. */
  private leftOver(): Py {
    if (!isGroup(this.original)) return this.raisedAgain[0] ?? this.rest;
    if (this.raisedAgain.length === 0) return this.rest;
    const leaves = new Set<Py>([...this.raisedAgain, ...(this.rest === null ? [] : [this.rest])].flatMap(leavesOf));
    return (this.original as Py).split((error: Py) => leaves.has(error))[0];
  }
}

function leavesOf(error: Py): Py[] {
  return isGroup(error) ? (error.exceptions as Py[]).flatMap(leavesOf) : [error];
}

function checkType(type: Py): void {
  const types: Py[] = type instanceof Tuple ? type : [type];
  if (types.some((each) => each === BaseExceptionGroup || each === ExceptionGroup)) {
    throw new TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.");
  }
}
