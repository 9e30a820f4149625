import type * as py from "@portalis/parser";
import { builtinExceptions } from "../library/builtins.js";
import { libraryModules } from "../library/modules.js";
import type { ClassInfo, DataclassField } from "./class-info.js";
import type { Program } from "./program.js";

/** Bases that say something to type checkers only, or nothing. */
const emptyBases = new Set(["object", "Generic", "Protocol", "ABC"]);

/** Finds the bases of classes, and which classes are dataclasses. */
export function linkClasses(program: Program): void {
  for (const info of program.classes) {
    const bases = basesOf(info.node);
    const [first] = bases;
    if (bases.length > 1) info.hasUnknownBase = true;
    else if (first !== undefined) linkBase(info, first, program);
    info.dataclass = dataclassOf(info, program);
    info.isDecorated = info.node.decorator_list.some((decorator) => !keepsClass(decorator, program));
  }
  for (const info of program.classes) {
    if (info.lineage.some((relative) => relative.hasUnknownBase)) info.hasUnknownBase = true;
  }
}

/** The bases that count at run time. */
export function basesOf(node: py.ClassDef): readonly py.Expr[] {
  return node.bases.filter((base) => {
    const named = base.type === "Subscript" ? base.value : base;
    const name = named.type === "Name" ? named.id : named.type === "Attribute" ? named.attr : "";
    return !emptyBases.has(name);
  });
}

function linkBase(info: ClassInfo, base: py.Expr, program: Program): void {
  const named = base.type === "Subscript" ? base.value : base;
  const imported = importOf(named, program);
  if (imported !== undefined) {
    if (imported.module === "enum" && imported.name === "Enum") {
      info.isEnum = true;
      return;
    }
    const exception = libraryModules.get(imported.module)?.exceptions.get(imported.name);
    if (exception === undefined) info.hasUnknownBase = true;
    else info.exceptionBase = builtinExceptions.has(exception) ? exception : `${imported.module}.${exception}`;
    return;
  }
  const variable = program.variableOf.get(named);
  const source = variable?.onlyBinding?.source;
  if (source?.from === "class" && source.info !== info) {
    info.base = source.info;
    source.info.subclasses.push(info);
  } else if (named.type === "Name" && variable === undefined && builtinExceptions.has(named.id)) info.exceptionBase = named.id;
  else info.hasUnknownBase = true;
}

/** The name of a module that an expression means: `dataclass` after `from dataclasses import dataclass`, or `dataclasses.dataclass`. */
export function importOf(node: py.Expr, program: Program): { readonly module: string; readonly name: string } | undefined {
  if (node.type === "Name") {
    const source = program.variableOf.get(node)?.onlyBinding?.source;
    return source?.from === "import" && source.name !== undefined ? { module: source.module, name: source.name } : undefined;
  }
  if (node.type !== "Attribute" || node.value.type !== "Name") return undefined;
  const source = program.variableOf.get(node.value)?.onlyBinding?.source;
  return source?.from === "import" && source.name === undefined ? { module: source.module, name: node.attr } : undefined;
}

/** Decorators of the library that give the class back. */
const keepingDecorators = new Set([
  "dataclasses.dataclass",
  "functools.total_ordering",
  "enum.unique",
  "typing.final",
  "typing.runtime_checkable",
]);

/** Whether a decorator changes the class at most, but gives no other. */
function keepsClass(decorator: py.Expr, program: Program): boolean {
  const imported = importOf(decorator.type === "Call" ? decorator.func : decorator, program);
  return imported !== undefined && keepingDecorators.has(`${imported.module}.${imported.name}`);
}

function dataclassOf(info: ClassInfo, program: Program): ClassInfo["dataclass"] {
  for (const decorator of info.node.decorator_list) {
    const named = decorator.type === "Call" ? decorator.func : decorator;
    const imported = importOf(named, program);
    if (imported?.module !== "dataclasses" || imported.name !== "dataclass") continue;
    const fields: DataclassField[] = [];
    for (const statement of info.node.body) {
      if (statement.type !== "AnnAssign" || statement.target.type !== "Name" || isClassVar(statement.annotation)) continue;
      fields.push({ name: statement.target.id, initial: statement.value ?? undefined, node: statement });
    }
    return { options: decorator.type === "Call" ? decorator.keywords : [], fields };
  }
  return undefined;
}

function isClassVar(annotation: py.Expr): boolean {
  const named = annotation.type === "Subscript" ? annotation.value : annotation;
  if (named.type === "Constant") return typeof named.value === "string" && named.value.includes("ClassVar");
  return (named.type === "Name" && named.id === "ClassVar") || (named.type === "Attribute" && named.attr === "ClassVar");
}
