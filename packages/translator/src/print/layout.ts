import type { Origin } from "../tree/expressions.js";
import type { Doc } from "./doc.js";

/** A place of the output that comes from a place of the source. Lines and columns of the output count from 0. */
export interface Mapping {
  readonly line: number;
  readonly column: number;
  readonly place: Origin;
}

/** Printed text and where its pieces come from. */
export interface Layout {
  readonly text: string;
  readonly mappings: readonly Mapping[];
}

interface Item {
  readonly depth: number;
  readonly flat: boolean;
  readonly doc: Doc;
}

const indentation = "  ";

/** Lays a document out within the width. Iterative, so that depth of nesting costs no stack. */
export function layout(doc: Doc, width: number): Layout {
  const out: string[] = [];
  const mappings: Mapping[] = [];
  let line = 0;
  let column = 0;
  const stack: Item[] = [{ depth: 0, flat: false, doc }];
  const breaksAlways = forcedBreaks(doc);
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    const { depth, flat } = item;
    const current = item.doc;
    if (typeof current === "string") {
      out.push(current);
      column += current.length;
      continue;
    }
    switch (current.kind) {
      case "concat":
        for (let index = current.parts.length - 1; index >= 0; index--) stack.push({ depth, flat, doc: current.parts[index] ?? "" });
        break;
      case "indent":
        stack.push({ depth: depth + 1, flat, doc: current.content });
        break;
      case "group": {
        const fitting = flat || (!breaksAlways.has(current) && fits(current.content, width - column, stack));
        stack.push({ depth, flat: fitting, doc: current.content });
        break;
      }
      case "ifBroken":
        stack.push({ depth, flat, doc: flat ? current.flat : current.broken });
        break;
      case "origin":
        mappings.push({ line, column, place: current.place });
        break;
      case "line":
      case "hardline":
        if (current.kind === "line" && flat) {
          out.push(current.flat);
          column += current.flat.length;
        } else {
          trimEnd(out);
          out.push("\n", indentation.repeat(depth));
          line++;
          column = depth * indentation.length;
        }
        break;
    }
  }
  trimEnd(out);
  return { text: out.join(""), mappings };
}

/** Takes the indentation of an empty line away. */
function trimEnd(out: string[]): void {
  const last = out.at(-1);
  if (last !== undefined && last !== "\n" && last.trim() === "") out.pop();
}

/** A group and the groups around it. */
interface Enclosing {
  readonly group: Doc;
  readonly outer: Enclosing | undefined;
}

/** Groups that contain a hard line break anywhere. */
function forcedBreaks(doc: Doc): Set<Doc> {
  const forced = new Set<Doc>();
  const stack: { readonly doc: Doc; readonly within: Enclosing | undefined }[] = [{ doc, within: undefined }];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    const { doc: current, within } = item;
    if (typeof current === "string") continue;
    if (current.kind === "hardline") {
      for (let outer = within; outer !== undefined && !forced.has(outer.group); outer = outer.outer) forced.add(outer.group);
    } else if (current.kind === "concat") {
      for (const part of current.parts) stack.push({ doc: part, within });
    } else if (current.kind === "indent") {
      stack.push({ doc: current.content, within });
    } else if (current.kind === "group") {
      stack.push({ doc: current.content, within: { group: current, outer: within } });
    } else if (current.kind === "ifBroken") {
      stack.push({ doc: current.broken, within }, { doc: current.flat, within });
    }
  }
  return forced;
}

/** Whether the content and what follows it up to the next possible line break fit into the room. */
function fits(content: Doc, room: number, rest: readonly Item[]): boolean {
  let left = room;
  let next = rest.length - 1;
  const stack: { readonly flat: boolean; readonly doc: Doc }[] = [{ flat: true, doc: content }];
  for (;;) {
    let item = stack.pop();
    if (item === undefined) {
      const following = rest[next--];
      if (following === undefined) return true;
      item = following;
    }
    const { flat, doc } = item;
    if (typeof doc === "string") {
      left -= doc.length;
      if (left < 0) return false;
      continue;
    }
    switch (doc.kind) {
      case "concat":
        for (let index = doc.parts.length - 1; index >= 0; index--) stack.push({ flat, doc: doc.parts[index] ?? "" });
        break;
      case "indent":
      case "group":
        stack.push({ flat, doc: doc.content });
        break;
      case "ifBroken":
        stack.push({ flat, doc: flat ? doc.flat : doc.broken });
        break;
      case "line":
        if (!flat) return true;
        left -= doc.flat.length;
        break;
      case "hardline":
        return true;
      case "origin":
        break;
    }
  }
}
