import type * as py from "@portalis/parser";
import { childrenOf } from "./analyze/children.js";

/** How deeply nodes may be nested: the visitors recurse, and a native stack must be enough for them everywhere. */
const maximumDepth = 400;

/** The first node with a position that is nested more deeply than the visitors can follow. */
export function tooDeep(tree: py.Module): py.Located | undefined {
  const stack: { readonly node: py.Node; readonly depth: number; readonly near: py.Located | undefined }[] = [
    { node: tree, depth: 0, near: undefined },
  ];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    const near = "lineno" in item.node ? item.node : item.near;
    if (item.depth > maximumDepth && near !== undefined) return near;
    for (const child of childrenOf(item.node)) stack.push({ node: child, depth: item.depth + 1, near });
  }
  return undefined;
}
