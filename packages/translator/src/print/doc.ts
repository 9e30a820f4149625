import type { Origin } from "../tree/expressions.js";

/**
 * A document in the sense of Wadler's pretty printer: text with places where a line may end.
 * A group is printed on one line when it fits, otherwise all its own line breaks are taken.
 */
export type Doc =
  | string
  | { readonly kind: "concat"; readonly parts: readonly Doc[] }
  | { readonly kind: "indent"; readonly content: Doc }
  | { readonly kind: "group"; readonly content: Doc }
  | { readonly kind: "line"; readonly flat: "" | " " }
  | { readonly kind: "hardline" }
  | { readonly kind: "ifBroken"; readonly broken: Doc; readonly flat: Doc }
  | { readonly kind: "origin"; readonly place: Origin };

/** The parts one after the other. */
export function concat(...parts: Doc[]): Doc {
  return { kind: "concat", parts };
}

/** The content with its line breaks moved one level to the right. */
export function indent(content: Doc): Doc {
  return { kind: "indent", content };
}

/** On one line if it fits. */
export function group(content: Doc): Doc {
  return { kind: "group", content };
}

/** A space, or a line break in a group that does not fit. */
export const line: Doc = { kind: "line", flat: " " };

/** Nothing, or a line break in a group that does not fit. */
export const softline: Doc = { kind: "line", flat: "" };

/** A line break in any case; the groups around it do not fit on one line. */
export const hardline: Doc = { kind: "hardline" };

/** One thing in a group that was broken, another in one that fits. */
export function ifBroken(broken: Doc, flat: Doc): Doc {
  return { kind: "ifBroken", broken, flat };
}

/** Marks that what follows comes from this place of the Python source. */
export function origin(place: Origin | undefined): Doc {
  return place === undefined ? "" : { kind: "origin", place };
}

/** The documents with a separator between them. */
export function join(separator: Doc, docs: readonly Doc[]): Doc {
  return { kind: "concat", parts: docs.flatMap((doc, index) => (index === 0 ? [doc] : [separator, doc])) };
}

/** `(a, b)`: on one line, or one item per line with a trailing comma. */
export function enclosed(open: string, items: readonly Doc[], close: string, options: { padded?: boolean; comma?: boolean } = {}): Doc {
  if (items.length === 0) return open + close;
  const edge = options.padded === true ? line : softline;
  const comma = options.comma === false ? "" : ifBroken(",", "");
  return group(concat(open, indent(concat(edge, join(concat(",", line), items))), comma, edge, close));
}
