import type * as py from "@portalis/parser";

/** Whether a value is a node of the syntax tree. */
export function isNode(value: unknown): value is py.Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** The nodes directly inside a node, in the order of the grammar's fields. */
export function childrenOf(node: py.Node): py.Node[] {
  const children: py.Node[] = [];
  for (const value of Object.values(node) as unknown[]) {
    if (isNode(value)) children.push(value);
    else if (Array.isArray(value)) for (const item of value as unknown[]) if (isNode(item)) children.push(item);
  }
  return children;
}

/** Nodes that open a function of their own: what is inside does not run where they stand. */
export function opensFunction(node: py.Node): boolean {
  return node.type === "FunctionDef" || node.type === "AsyncFunctionDef" || node.type === "Lambda";
}

/** Whether a node of one of the types is inside, not looking into functions. */
export function contains(node: py.Node, test: (node: py.Node) => boolean): boolean {
  const stack = [...childrenOf(node)];
  for (let current = stack.pop(); current !== undefined; current = stack.pop()) {
    if (test(current)) return true;
    if (!opensFunction(current)) stack.push(...childrenOf(current));
  }
  return false;
}

/** Every node inside and the node itself, also inside of functions, outer nodes first. */
export function* allNodes(root: py.Node): Generator<py.Node, void, undefined> {
  const stack: py.Node[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node;
    const children = childrenOf(node);
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child !== undefined) stack.push(child);
    }
  }
}
