import { TypeError } from "../exceptions/builtin-exceptions.js";
import type { Py } from "../py.js";
import { Dict } from "../types/dict.js";
import { tupleOf } from "../types/tuple.js";
import type { Signature } from "./signature.js";

/** How a function is called, as {@link bind} needs it. */
export interface Binding {
  /** The name that error messages show: `f`, `C.method`. */
  readonly name: string;
  /** 1 for methods: CPython counts the receiver in its messages. */
  readonly receiver: number;
  /** A function of this package: it takes `*args` as rest parameters and keywords in one trailing object. */
  readonly native: boolean;
}

/**
 * The arguments in the order in which the JavaScript function takes them.
 *
 * A program's function takes its positional parameters, then a tuple for `*args`, an object for keyword-only parameters, a dict for `**kw`, each where it has it.
 * @throws TypeError with CPython's text where the arguments do not fit
 */
export function bind(
  signature: Signature,
  binding: Binding,
  args: readonly Py[],
  keywords: Readonly<Record<string, Py>> | undefined,
): Py[] {
  const { positional, rest, keywordOnly } = signature;
  const bound: Py[] = args.slice(0, positional.length);
  const extra = args.slice(positional.length);
  const only: Record<string, Py> = {};
  const others: [string, Py][] = [];
  const misplaced: string[] = [];

  if (keywords !== undefined) {
    for (const [name, value] of Object.entries(keywords)) {
      const index = positional.indexOf(name);
      if (index >= signature.positionalOnly) {
        if (index < args.length) throw new TypeError(`${binding.name}() got multiple values for argument '${name}'`);
        bound[index] = value;
      } else if (keywordOnly.includes(name)) only[name] = value;
      else if (signature.keywords !== undefined) others.push([name, value]);
      else if (index >= 0) misplaced.push(name);
      else {
        const wrong = Object.keys(keywords).filter((each) => positional.slice(0, signature.positionalOnly).includes(each));
        if (wrong.length > 0) throw positionalOnly(binding.name, wrong);
        throw new TypeError(`${binding.name}() got an unexpected keyword argument '${name}'`);
      }
    }
  }
  if (misplaced.length > 0) throw positionalOnly(binding.name, misplaced);
  if (binding.native && signature.simple) checkNative(signature, binding.name, args.length, keywords);
  if (extra.length > 0 && rest === undefined) throw tooMany(signature, binding, args.length, Object.keys(only).length);
  const missing = positional.slice(0, signature.required).filter((_, index) => bound[index] === undefined);
  if (missing.length > 0) throw missingArguments(binding.name, "positional", missing);
  const missingOnly = signature.requiredKeywords.filter((name) => only[name] === undefined);
  if (missingOnly.length > 0) throw missingArguments(binding.name, "keyword-only", missingOnly);

  for (let index = 0; index < bound.length; index++) if (!(index in bound)) bound[index] = undefined;
  if (binding.native) {
    bound.push(...extra);
    if (Object.keys(only).length > 0 || others.length > 0) {
      if (rest === undefined) while (bound.length < positional.length) bound.push(undefined);
      bound.push({ ...only, ...Object.fromEntries(others) });
    }
    return bound;
  }
  if (signature.simple) return bound;
  while (bound.length < positional.length) bound.push(undefined);
  if (rest !== undefined) bound.push(tupleOf(extra));
  if (keywordOnly.length > 0) bound.push(only);
  if (signature.keywords !== undefined) bound.push(Dict.from(others));
  return bound;
}

function positionalOnly(name: string, misplaced: readonly string[]): TypeError {
  return new TypeError(`${name}() got some positional-only arguments passed as keyword arguments: '${misplaced.join(", ")}'`);
}

/** Functions that CPython has in C complain in their own words. */
function checkNative(signature: Signature, name: string, given: number, keywords: Readonly<Record<string, Py>> | undefined): void {
  if (keywords !== undefined || given === signature.positional.length) return;
  const { length } = signature.positional;
  if (length === 0) throw new TypeError(`${name}() takes no arguments (${given} given)`);
  if (signature.positionalOnly < length) return;
  const short = name.slice(name.lastIndexOf(".") + 1);
  if (length === 1 && signature.required === 1) throw new TypeError(`${name}() takes exactly one argument (${given} given)`);
  if (given < signature.required) {
    const least = signature.required;
    throw new TypeError(`${short} expected ${least === length ? "" : "at least "}${least} argument${least === 1 ? "" : "s"}, got ${given}`);
  }
  if (given > length)
    throw new TypeError(
      `${short} expected ${signature.required === length ? "" : "at most "}${length} argument${length === 1 ? "" : "s"}, got ${given}`,
    );
}

function tooMany(signature: Signature, binding: Binding, given: number, keywordsGiven: number): TypeError {
  const { positional, required } = signature;
  const most = positional.length + binding.receiver;
  const least = required + binding.receiver;
  const takes = most === least ? String(most) : `from ${least} to ${most}`;
  const plural = most === 1 && most === least ? "" : "s";
  const count = given + binding.receiver;
  const also =
    keywordsGiven === 0
      ? ""
      : ` positional argument${count === 1 ? "" : "s"} (and ${keywordsGiven} keyword-only argument${keywordsGiven === 1 ? "" : "s"})`;
  const were = count === 1 && keywordsGiven === 0 ? "was" : "were";
  return new TypeError(`${binding.name}() takes ${takes} positional argument${plural} but ${count}${also} ${were} given`);
}

function missingArguments(name: string, kind: string, missing: readonly string[]): TypeError {
  const quoted = missing.map((parameter) => `'${parameter}'`);
  const last = quoted.pop() ?? "";
  const list = quoted.length === 0 ? last : quoted.length === 1 ? `${quoted[0]} and ${last}` : `${quoted.join(", ")}, and ${last}`;
  return new TypeError(`${name}() missing ${missing.length} required ${kind} argument${missing.length === 1 ? "" : "s"}: ${list}`);
}
