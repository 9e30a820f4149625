import type * as py from "@portalis/parser";
import { diagnosticCodes } from "../../diagnostic-codes.js";
import { libraryModules } from "../../library/modules.js";
import type { Context } from "../context.js";

/** Imports become imports of the emitted module where their names are used; here they are only looked through. */
export function emitImport(node: py.Import | py.ImportFrom, cx: Context): void {
  if (node.type === "Import") {
    for (const alias of node.names)
      checkModule(alias.asname === null ? (alias.name.split(".", 1)[0] ?? alias.name) : alias.name, alias.name, alias, cx);
    return;
  }
  const module = ".".repeat(node.level) + (node.module ?? "");
  if (!checkModule(module, module, node, cx)) return;
  const library = libraryModules.get(module);
  if (library === undefined) return;
  for (const alias of node.names) {
    if (alias.name === "*") cx.refuse(diagnosticCodes.module, alias, `from ${module} import *`, "name what is imported");
    else if (!isOffered(module, alias.name))
      cx.refuse(diagnosticCodes.moduleName, alias, `${module}.${alias.name}`, library.hints.get(alias.name));
  }
}

function isOffered(module: string, name: string): boolean {
  const library = libraryModules.get(module);
  if (library === undefined) return false;
  return (
    library.functions.has(name) ||
    library.constants.has(name) ||
    library.exceptions.has(name) ||
    library.types === "all" ||
    library.types.has(name)
  );
}

function checkModule(module: string, written: string, node: py.LocatedNode, cx: Context): boolean {
  if (libraryModules.has(written) && (libraryModules.has(module) || libraryModules.get(written)?.from === undefined)) return true;
  cx.refuse(diagnosticCodes.module, node, `the module '${written}'`, module.startsWith(".") ? "a program is one file for now" : undefined);
  return false;
}
