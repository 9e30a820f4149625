import type * as py from "@portalis/parser";
import { privateName } from "../names.js";
import { childrenOf } from "./children.js";
import type { ClassInfo } from "./class-info.js";
import type { FunctionInfo } from "./function-info.js";
import type { Program } from "./program.js";

/**
 * Finds the attributes that every instance has before anybody else can see it: those that `__init__` stores at its top level,
 * up to the first statement that lets `self` out, and those of the class body. Reading them needs no check.
 */
export function findEstablished(program: Program, deletedAttributes: ReadonlySet<string>): void {
  const walked = new Map<ClassInfo, boolean>();
  const visit = (info: ClassInfo): boolean => {
    const known = walked.get(info);
    if (known !== undefined) return known;
    walked.set(info, false);
    const baseIsClean = info.base === undefined || visit(info.base);
    const isClean = establish(info, baseIsClean);
    for (const name of deletedAttributes) info.established.delete(name);
    walked.set(info, isClean);
    return isClean;
  };
  for (const info of program.classes) visit(info);
}

function establish(info: ClassInfo, baseIsClean: boolean): boolean {
  for (const statement of info.node.body) {
    if (statement.type === "Assign")
      for (const target of statement.targets) if (target.type === "Name") info.established.add(privateName(target.id, info.name));
    if (statement.type === "AnnAssign" && statement.value && statement.target.type === "Name")
      info.established.add(privateName(statement.target.id, info.name));
  }
  if (info.base !== undefined) for (const name of classBodyNames(info.base)) info.established.add(name);
  if (info.dataclass !== undefined) {
    for (const relative of info.lineage) for (const field of relative.dataclass?.fields ?? []) info.established.add(field.name);
    return true;
  }
  const init = info.methods.get("__init__");
  if (init === undefined) {
    for (const name of info.base?.established ?? []) info.established.add(name);
    return baseIsClean;
  }
  return init.node.type !== "Lambda" && init.receiver !== undefined && walkInit(info, init, init.node.body, baseIsClean);
}

/** Attributes of class bodies are there whatever `__init__` does. */
function classBodyNames(info: ClassInfo): string[] {
  return info.lineage.flatMap((relative) => [...relative.attributes].filter((name) => relative.established.has(name)));
}

/** Whether the whole `__init__` keeps `self` to itself. */
function walkInit(info: ClassInfo, init: FunctionInfo, body: readonly py.Stmt[], baseIsClean: boolean): boolean {
  const self = init.receiver ?? "";
  for (const statement of body) {
    if (isSuperInit(statement)) {
      for (const name of info.base?.established ?? []) info.established.add(name);
      if (!baseIsClean) return false;
      continue;
    }
    if (letsOut(statement, self, info)) return false;
    if (statement.type === "Assign") for (const target of statement.targets) note(target, self, info);
    else if (statement.type === "AnnAssign" && statement.value) note(statement.target, self, info);
    else if (statement.type === "Return" || statement.type === "Raise") return true;
  }
  return true;
}

function note(target: py.Expr, self: string, info: ClassInfo): void {
  if (target.type === "Attribute" && target.value.type === "Name" && target.value.id === self)
    info.established.add(privateName(target.attr, info.name));
  if (target.type === "Tuple" || target.type === "List") for (const element of target.elts) note(element, self, info);
}

function isSuperInit(statement: py.Stmt): boolean {
  if (statement.type !== "Expr" || statement.value.type !== "Call") return false;
  const { func, args } = statement.value;
  const isInit = func.type === "Attribute" && func.attr === "__init__" && func.value.type === "Call";
  return (
    isInit && func.value.func.type === "Name" && func.value.func.id === "super" && args.every((argument) => argument.type !== "Starred")
  );
}

/** Whether a statement uses `self` for anything but the attributes that it has by then, or returns early. */
function letsOut(statement: py.Stmt, self: string, info: ClassInfo): boolean {
  const stack: py.Node[] = [statement];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === "Name" && (node.id === self || node.id === "super")) return true;
    if (node.type === "Return" && node !== statement) return true;
    if (node.type === "Attribute" && node.value.type === "Name" && node.value.id === self) {
      if (node.ctx === "Store") continue;
      const name = privateName(node.attr, info.name);
      if (node.ctx === "Load" && info.established.has(name)) continue;
      return true;
    }
    stack.push(...childrenOf(node));
  }
  return false;
}
