import type * as py from "@portalis/parser";

/** Whether an expression is `__name__ == "__main__"`. */
export function isMainTest(node: py.Expr): boolean {
  if (node.type !== "Compare" || node.ops.length !== 1 || node.ops[0] !== "Eq") return false;
  const [right] = node.comparators;
  const isName = (side: py.Expr | undefined): boolean => side?.type === "Name" && side.id === "__name__";
  const isText = (side: py.Expr | undefined): boolean => side?.type === "Constant" && side.value === "__main__";
  return (isName(node.left) && isText(right)) || (isText(node.left) && isName(right));
}
