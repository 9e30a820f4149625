import type { Constant } from "./ast.js";
import { bytesRepr, floatRepr, stringRepr } from "./python-repr.js";

/** What Python's `repr` gives for a literal. */
export function constantRepr(node: Constant): string {
  switch (node.literal) {
    case "int":
      return node.value.toString();
    case "float":
      return floatRepr(node.value);
    case "complex":
      return `${floatRepr(node.value).replace(/\.0$/, "")}j`;
    case "str":
      return stringRepr(node.value);
    case "bytes":
      return bytesRepr(node.value);
    case "bool":
      return node.value ? "True" : "False";
    case "None":
      return "None";
    case "Ellipsis":
      return "Ellipsis";
  }
}
