import type { Py } from "../py.js";
import { Signature } from "./signature.js";

/** What {@link def} leaves on a function. */
export interface Marked {
  $name?: string;
  $qualname?: string;
  $signature?: Signature;
  /** 1 on methods: the receiver counts in messages. */
  $receiver?: number;
  /** A function of this package, not of a program. */
  $native?: boolean;
  /** The receiver of a bound method. */
  $self?: Py;
  /** The function that a bound method calls. */
  $function?: Py;
  /** The signature without the receiver, on functions of a built-in type that take it first. */
  $bare?: Signature;
  $class?: boolean;
  $builtin?: boolean;
}

/**
 * Gives a function its Python name and signature, so that calls made at run time can bind their arguments by it.
 *
 * Nothing is wrapped: the function is marked in place and returned. See the package's README for the order of parameters.
 *
 * @param signature `(a, /, b, c=, *args, d, e=, **kw)`: `=` marks a default
 *
 * @example
 * ```ts
 * function greet(name: Py, greeting: Py = "hello"): Py {
 *   return f`${greeting} ${name}`;
 * }
 * def(greet, "greet", "(name, greeting=)");
 * callKw(greet, ["Ann"], { greeting: "hi" }); // "hi Ann"
 * ```
 */
export function def<F>(f: F, name: string, signature: string): F {
  const marked = f as Marked;
  marked.$signature = Signature.of(signature);
  const dot = name.lastIndexOf(".");
  marked.$name = dot < 0 ? name : name.slice(dot + 1);
  if (dot >= 0) marked.$qualname = name;
  return f;
}

/** Marks a function of this package: dynamic calls pass `*args` as rest parameters and keywords in one trailing plain object. */
export function nativeDef<F>(f: F, name: string, signature: string, receiver?: number): F {
  def(f, name, signature);
  const marked = f as Marked;
  marked.$native = true;
  if (receiver !== undefined) marked.$receiver = receiver;
  return f;
}
