import type * as py from "@portalis/parser";
import { libraryModules } from "../library/modules.js";
import { importOf } from "./link-classes.js";
import type { Program } from "./program.js";

/** `T = TypeVar("T")`, `Handler = Callable[[int], str]`: only annotations use the name, and annotations are not emitted. */
export function isTypeOnly(node: py.Assign, program: Program): boolean {
  const [target] = node.targets;
  if (node.targets.length !== 1 || target?.type !== "Name") return false;
  if ((program.variableOf.get(target)?.reads.length ?? 0) > 0) return false;
  const root = node.value.type === "Call" ? node.value.func : node.value.type === "Subscript" ? node.value.value : undefined;
  if (root === undefined) return false;
  if (node.value.type === "Subscript" && root.type === "Name" && program.variableOf.get(root) === undefined) return true;
  const imported = importOf(root, program);
  const library = imported === undefined ? undefined : libraryModules.get(imported.module);
  return library?.types === "all" || (imported !== undefined && node.value.type === "Subscript");
}
