import type { ClassInfo } from "../analyze/class-info.js";
import { signatureText, type FunctionInfo } from "../analyze/function-info.js";

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

/** Kinds that optional parameters cannot reconcile. */
function differs(method: FunctionInfo, inherited: FunctionInfo): boolean {
  if (method.role !== inherited.role || kindOf(method) !== kindOf(inherited)) return true;
  return (isLong(method) || isLong(inherited)) && signatureText(method.parameters) !== signatureText(inherited.parameters);
}

function kindOf(info: FunctionInfo): string {
  return info.isEmittedGenerator ? `${info.isAsync} ${info.isGenerator}` : "plain";
}

/** It has parameters beyond the positional ones. */
export function isLong(info: FunctionInfo): boolean {
  return info.parameters.some(
    (parameter) => parameter.kind === "rest" || parameter.kind === "keyword-only" || parameter.kind === "keywords",
  );
}

/** Whether a method shares its name with one of a base or of a derived class: TypeScript compares the two. */
export function isShared(info: FunctionInfo): boolean {
  const { owner } = info;
  return owner?.root.family.some((relative) => relative !== owner && relative.methods.has(info.name)) === true;
}

/** How many positional parameters a caller of the method that is overridden may give: what is beyond them must be optional in TypeScript. */
export function inheritedCount(info: FunctionInfo): number {
  const inherited = info.owner?.base?.lineage.flatMap((relative) => relative.methods.get(info.name) ?? []) ?? [];
  return isLong(info) ? Infinity : Math.min(Infinity, ...inherited.map((method) => method.parameters.length));
}
