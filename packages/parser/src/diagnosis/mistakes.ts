import type { SyntaxErrorKind } from "../syntax-error.js";
import { DEDENT, END, INDENT, LBRACE, LBRACKET, LPAREN, NEWLINE, RBRACE, RBRACKET, RPAREN } from "../token-kinds.js";
import type { TokenStream } from "../token-stream.js";
import { expressionName, invalidTarget } from "./expression-names.js";
import type { PegParser } from "./peg.js";
import { typedItems, type PegNode } from "./peg-node.js";

/** The mistake of an alternative: how to find its place, from which labels, and the message. */
export interface Mistake {
  readonly place: string;
  readonly labels: readonly string[];
  readonly text: string;
}

/** A place as CPython reports it: lines from 1, offsets from 1 in code points, -1 and 0 where it has none. */
export interface Place {
  readonly lineno: number;
  readonly offset: number;
  readonly end_lineno: number;
  readonly end_offset: number;
}

/** A mistake with its place: what the diagnosis has found. */
export class Diagnosis extends Error {
  override readonly name = "Diagnosis";
  readonly kind: SyntaxErrorKind;
  readonly place: Place;

  constructor(kind: SyntaxErrorKind, message: string, place: Place) {
    super(message);
    this.kind = kind;
    this.place = place;
  }
}

/** The place where the lexer stopped has been reached. */
export class LexicalStop extends Error {
  override readonly name = "LexicalStop";
}

/** Throws the mistake, unless its place says on a closer look that it is none. */
export function raise(p: PegParser, { place, labels, text }: Mistake, values: ReadonlyMap<string, PegNode>): void {
  const { stream } = p;
  const [a, b] = labels.map((label) => values.get(label));
  const fail = (message: string, where: Place, kind: SyntaxErrorKind = "SyntaxError"): never => {
    throw new Diagnosis(kind, fillIn(message, a, stream), where);
  };
  switch (place) {
    case "last":
      return fail(text, lastPlace(stream, p.furthest));
    case "next":
      p.kindAt(p.position);
      return fail(text, tokenPlace(stream, p.position));
    case "indent":
      return fail(text, lastPlace(stream, p.furthest), "IndentationError");
  }
  if (a === undefined) return;
  switch (place) {
    case "at":
      return fail(text, rangePlace(stream, a, a));
    case "range":
      return fail(text, rangePlace(stream, a, b?.type === "" ? lastExpression(b) : (b ?? a)));
    case "from":
      return fail(text, openPlace(stream, a.from, p.furthest));
    case "key":
      return fail(text, keyPlace(stream, a));
    case "assign":
    case "loop":
    case "delete": {
      const invalid = invalidTarget(a, place, stream);
      if (invalid === undefined) return;
      throw new Diagnosis("SyntaxError", fillIn(text, invalid, stream), rangePlace(stream, invalid, invalid));
    }
    case "legacy":
      if (isLegacyStatement(a, stream) && b !== undefined) fail(text, rangePlace(stream, a, b));
      return;
    case "comma":
      if (b !== undefined && !isLegacyStatement(a, stream) && bracketDepth(stream, p.start, p.position - 1) > 0)
        fail(text, rangePlace(stream, a, b));
      return;
    case "generator": {
      const positional = typedItems(a).filter((item) => item.type === "Positional");
      const last = positional.at(-1);
      if (positional.length > 1 && last !== undefined && b !== undefined) fail(text, rangePlace(stream, last, lastExpression(b)));
      return;
    }
    case "arguments":
      return fail(typedItems(a).some((item) => item.type === "DoubleStarred") ? `${text} unpacking` : text, lastPlace(stream, p.furthest));
    case "bound":
      return fail(`cannot use ${b?.type === "Tuple" ? "constraints" : "bound"} with ${text}`, openPlace(stream, a.from, p.furthest));
    case "real":
      if (/j$/i.test(stream.textAt(a.from))) fail(text, rangePlace(stream, a, a));
      return;
    case "imaginary":
      if (!/j$/i.test(stream.textAt(a.from))) fail(text, rangePlace(stream, a, a));
      return;
    case "mixed":
      if (mixesBytes(stream, a)) fail(text, lastPlace(stream, p.furthest));
      return;
    case "adjacent":
      if (b !== undefined && stream.endAt(a.from) !== stream.startAt(b.from)) fail(text, rangePlace(stream, a, b));
      return;
    case "conversion":
      checkConversion(stream, a, text);
  }
}

/** `{a}` stands for what the expression is called, `{a.text}` for its text and `{line}` for the line it begins on. */
function fillIn(message: string, a: PegNode | undefined, stream: TokenStream): string {
  if (a === undefined) return message;
  return message.replace(/\{(a|a\.text|line)\}/g, (_, what: string) => {
    if (what === "line") return String(stream.lineAt(a.from));
    return what === "a" ? expressionName(a, stream) : stream.textAt(a.from);
  });
}

function checkConversion(stream: TokenStream, conversion: PegNode, text: string): void {
  if (conversion.from === conversion.to) return;
  const letter = { ...conversion, from: conversion.to - 1 };
  const name = stream.textAt(letter.from);
  if (["s", "r", "a"].includes(name)) return;
  throw new Diagnosis("SyntaxError", `${text} '${name}': expected 's', 'r', or 'a'`, rangePlace(stream, letter, letter));
}

/** Whether bytes and text stand side by side. */
function mixesBytes(stream: TokenStream, literals: PegNode): boolean {
  const isBytes = literals.items.map(({ type, from }) => type === "Literal" && /^r?b/i.test(stream.textAt(from)));
  return isBytes.includes(true) && isBytes.includes(false);
}

function isLegacyStatement(node: PegNode, stream: TokenStream): boolean {
  return node.to === node.from + 1 && ["print", "exec"].includes(stream.textAt(node.from));
}

/** The last expression of `for` clauses, whose closing parenthesis, if it has one, does not belong to it. */
function lastExpression(node: PegNode): PegNode {
  const last = typedItems(node).at(-1);
  return last ?? node;
}

/** How many brackets are open behind a token; none is where the statement begins. */
function bracketDepth(stream: TokenStream, start: number, index: number): number {
  let depth = 0;
  for (let at = start; at <= index; at++) {
    const kind = stream.kindAt(at);
    if (kind === LPAREN || kind === LBRACKET || kind === LBRACE) depth++;
    else if (kind === RPAREN || kind === RBRACKET || kind === RBRACE) depth--;
  }
  return depth;
}

/** Code points before a column. */
function width(stream: TokenStream, line: number, column: number): number {
  let count = 0;
  for (const _ of stream.lineText(line).slice(0, column)) count++;
  return count;
}

function isLayout(kind: number): boolean {
  return kind === INDENT || kind === DEDENT || kind === END;
}

function startOffset(stream: TokenStream, index: number): number {
  return width(stream, stream.lineAt(index), stream.columnAt(index)) + 1;
}

function endOffset(stream: TokenStream, index: number): number {
  const extra = stream.kindAt(index) === NEWLINE ? 2 : 1;
  return width(stream, stream.endLineAt(index), stream.endColumnAt(index)) + extra;
}

/** From the beginning of one node to the end of another. */
function rangePlace(stream: TokenStream, a: PegNode, b: PegNode): Place {
  const last = Math.max(b.to - 1, b.from);
  const lineno = stream.lineAt(a.from);
  const end_lineno = stream.endLineAt(last);
  // CPython converts the end column with the text of the first line, which cuts it off.
  const longest = lineno === end_lineno ? Infinity : Array.from(stream.lineText(lineno)).length + 1;
  const end_offset = Math.min(endOffset(stream, last), longest);
  return { lineno, offset: startOffset(stream, a.from), end_lineno, end_offset };
}

/** One token. Layout has no column: CPython's 0. */
export function tokenPlace(stream: TokenStream, index: number): Place {
  if (isLayout(stream.kindAt(index))) {
    const lineno = layoutLine(stream, index);
    return { lineno, offset: 0, end_lineno: lineno, end_offset: 0 };
  }
  return rangePlace(stream, { type: "", from: index, to: index + 1, items: [] }, { type: "", from: index, to: index + 1, items: [] });
}

/** The token read last: for layout, where the reading stands. */
export function lastPlace(stream: TokenStream, index: number): Place {
  const kind = stream.kindAt(index);
  if (!isLayout(kind)) return tokenPlace(stream, index);
  const lineno = layoutLine(stream, index);
  const offset = stream.startAt(index) >= stream.source.length ? Array.from(stream.lineText(lineno)).length + 1 : stream.columnAt(index);
  return { lineno, offset, end_lineno: lineno, end_offset: -1 };
}

/** The end of the file counts as the end of its last line. */
function layoutLine(stream: TokenStream, index: number): number {
  const line = stream.lineAt(index);
  return line > 1 && stream.startAt(index) >= stream.source.length ? line - 1 : line;
}

/** From a token to where the reading stands. */
function openPlace(stream: TokenStream, from: number, last: number): Place {
  return {
    lineno: stream.lineAt(from),
    offset: startOffset(stream, from),
    end_lineno: stream.endLineAt(last),
    end_offset: endOffset(stream, last) - 1,
  };
}

/** The last character of a dictionary key, or where CPython takes it to be in a key of several lines: on the first of them. */
function keyPlace(stream: TokenStream, a: PegNode): Place {
  const lineno = stream.lineAt(a.from);
  const offset = Math.min(endOffset(stream, a.to - 1) - 1, Array.from(stream.lineText(lineno)).length + 1);
  return { lineno, offset, end_lineno: stream.endLineAt(a.to - 1), end_offset: 0 };
}
