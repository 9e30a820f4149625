import type { ClassInfo } from "../analyze/class-info.js";
import type { FunctionInfo } from "../analyze/function-info.js";

/** Whether a class redefines a member of its base in a way that TypeScript does not let pass, while Python does. */
export function hasShapeConflict(info: ClassInfo): boolean {
  const { base } = info;
  if (base === undefined) return false;
  for (const [name, method] of info.methods) {
    const inherited = base.findMethod(name);
    if (inherited !== undefined && differs(method, inherited)) return true;
    if (
      base.findProperty(name) !== undefined ||
      base.lineage.some((relative) => relative.attributes.has(name) || relative.established.has(name))
    )
      return true;
  }
  for (const name of info.properties.keys()) {
    if (
      base.findMethod(name) !== undefined ||
      base.lineage.some((relative) => relative.attributes.has(name) || relative.established.has(name))
    )
      return true;
  }
  return [...info.attributes].some((name) => base.findMethod(name) !== undefined || base.findProperty(name) !== undefined);
}

/** More parameters that must be given, or another kind of method. */
function differs(method: FunctionInfo, inherited: FunctionInfo): boolean {
  if (method.role !== inherited.role) return true;
  if (method.isEmittedGenerator !== inherited.isEmittedGenerator) return true;
  const needed = method.parameters.filter((parameter) => parameter.initial === undefined).length;
  return needed > inherited.parameters.length || method.parameters.some((parameter) => parameter.kind === "keyword-only");
}
