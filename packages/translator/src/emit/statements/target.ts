import type * as py from "@portalis/parser";
import { attributeName } from "../../analyze/callee.js";
import { allNodes } from "../../analyze/children.js";
import { functionScope } from "../../analyze/scope.js";
import { diagnosticCodes } from "../../diagnostic-codes.js";
import { identifier, propertyName } from "../../names.js";
import * as b from "../../tree/build.js";
import type { Expression } from "../../tree/expressions.js";
import type { Statement } from "../../tree/statements.js";
import { arrayType, namedType, type TypeNode } from "../../tree/types.js";
import { hasShapeConflict } from "../class-shape.js";
import type { Context } from "../context.js";
import { emitExpression } from "../expression.js";
import { className } from "../library-names.js";
import { isQuiet, isSteady } from "../simple.js";
import { anything, typeNode, variableTypeNode } from "../type-nodes.js";

/** A name that is assigned, as the left side of JavaScript's `=`. */
export function emitNameTarget(node: py.Name, cx: Context): Expression {
  const variable = cx.program.variableOf.get(node);
  if (variable === undefined) return b.name(identifier(node.id));
  if (variable.scope.kind === "class" && variable.scope.classInfo !== undefined) {
    return b.member(b.name(className(variable.scope.classInfo, cx)), propertyName(variable.name), node);
  }
  if (variable.bindings.some((binding) => binding.kind === "import")) {
    cx.refuse(diagnosticCodes.names, node, `assigning to the imported name '${node.id}'`, "use another name");
  }
  return b.name(identifier(variable.name), node);
}

/** Gives an emitted value to a target; names are declared where it is their place. */
export function assignTo(target: py.Expr, value: Expression, cx: Context, origin?: py.Stmt): Statement[] {
  switch (target.type) {
    case "Name":
      return [assignName(target, value, cx, origin)];
    case "Attribute":
      return [b.evaluate(attributeStore(target, emitExpression(target.value, cx), value, cx), origin)];
    case "Subscript":
      if (target.value.type === "Attribute" && target.value.attr === "__dict__") {
        cx.refuse(diagnosticCodes.names, target, "changing attributes through '__dict__'", "use setattr");
      }
      return [b.evaluate(cx.callHelper("setitem", [emitExpression(target.value, cx), emitExpression(target.slice, cx), value]), origin)];
    case "Tuple":
    case "List":
      return unpackTo(target.elts, unpacked(target.elts, value, cx), cx, origin);
    default:
      cx.refuse(diagnosticCodes.statement, target, "assignment to this target");
      return [];
  }
}

function assignName(target: py.Name, value: Expression, cx: Context, origin: py.Stmt | undefined): Statement {
  const name = emitNameTarget(target, cx);
  const declares = cx.module.placement.declares(target);
  if (declares === undefined) return b.evaluate(b.assign(name, value), origin);
  const isModule = cx.frame.kind === "module" && cx.frame.scope.kind === "module";
  return {
    kind: "variable",
    constant: declares === "const",
    exported: isModule && !target.id.startsWith("_"),
    target: name,
    type: declaredType(target, value, declares, cx),
    initial: value,
    origin,
  };
}

/** A type for a declaration: where TypeScript would find too narrow a one, or none. */
function declaredType(target: py.Name, value: Expression, declares: "const" | "let", cx: Context): TypeNode | undefined {
  const variable = cx.program.variableOf.get(target);
  const type = variable === undefined ? undefined : cx.inference.facts.variableType(variable);
  if (variable?.bindings.some((binding) => binding.kind === "delete" || binding.kind === "except")) return anything(cx);
  if (type?.kind === "list") return arrayType(anything(cx));
  if (declares === "let") return type === undefined ? anything(cx) : variableTypeNode(type, cx);
  switch (value.kind) {
    case "call":
    case "new":
    case "template":
    case "yield":
    case "name":
    case "arrow":
    case "member":
    case "index":
      return undefined;
    case "number":
      return namedType("number");
    case "string":
      return namedType("string");
    default:
      return type?.kind === "str" ? typeNode(type, cx) : anything(cx);
  }
}

/** `obj.name = value`, directly where nothing can come between. */
export function attributeStore(target: py.Attribute, object: Expression, value: Expression, cx: Context): Expression {
  const name = attributeName(target, cx.inference);
  if (isDirectStore(target, name, cx)) return b.assign(b.member(object, propertyName(name), target), value);
  return cx.callHelper("setattr", [object, b.text(name), value], target);
}

function isDirectStore(target: py.Attribute, name: string, cx: Context): boolean {
  const receiver = cx.typeOf(target.value);
  if (receiver.kind === "class") {
    const { info: cls } = receiver;
    return cls.attributes.has(name) && cls.established.has(name) && cls.dataclass === undefined && !cls.lineage.some(hasShapeConflict);
  }
  if (receiver.kind !== "instance") return false;
  const { info } = receiver;
  if (
    info.familyDefines("__setattr__") ||
    info.root.family.some((relative) => relative.hasUnknownBase || relative.dataclass?.options.some((option) => option.arg === "frozen"))
  )
    return false;
  return info.root.family.every((relative) => {
    if (relative.methods.has(name)) return false;
    const property = relative.properties.get(name);
    return property === undefined || property.setter !== undefined;
  });
}

/** Whether a target's own parts may be evaluated before the value: nothing that the value does can change them. */
export function mayComeFirst(target: py.Expr, value: py.Expr, cx: Context): boolean {
  if (target.type === "Name") return true;
  if (target.type !== "Attribute" && target.type !== "Subscript") return false;
  const parts = target.type === "Attribute" ? [target.value] : [target.value, target.slice];
  if (isQuiet(value, cx) && parts.every((part) => isQuiet(part, cx))) return true;
  const assignsNames = [...allNodes(value)].some((node) => node.type === "NamedExpr");
  return parts.every((part) => isSteady(part, cx) || (part.type === "Name" && !assignsNames && isOwn(part, cx)));
}

/** Whether only the code of this very function assigns a name. */
function isOwn(node: py.Name, cx: Context): boolean {
  const variable = cx.program.variableOf.get(node);
  const scope = cx.program.scopeAt.get(node);
  if (variable === undefined || scope === undefined) return variable === undefined;
  if (cx.module.analysis.unproven.has(node)) return false;
  const here = functionScope(scope);
  return variable.bindings.every((binding) => functionScope(binding.scope) === here);
}

/** The items of a value, as many as there are targets. */
export function unpacked(targets: readonly py.Expr[], value: Expression, cx: Context): Expression {
  const starred = targets.findIndex((target) => target.type === "Starred");
  if (starred < 0) return cx.callHelper("unpack", [value, b.number(targets.length)]);
  return cx.callHelper("unpackStar", [value, b.number(starred), b.number(targets.length - starred - 1)]);
}

/** Gives the items of a JavaScript array to targets. */
export function unpackTo(targets: readonly py.Expr[], items: Expression, cx: Context, origin?: py.Stmt): Statement[] {
  const bare = targets.map((target) => (target.type === "Starred" ? target.value : target));
  const names = bare.filter((target) => target.type === "Name");
  if (names.length === bare.length && names.length > 0) {
    const kinds = new Set(names.map((name) => cx.module.placement.declares(name)));
    const pattern = b.array(names.map((name) => emitNameTarget(name, cx)));
    const [kind] = kinds;
    if (kinds.size === 1 && new Set(names.map((name) => name.id)).size === names.length) {
      if (kind === undefined) return [b.evaluate(b.assign(pattern, items), origin)];
      const type = items.kind === "array" ? arrayType(anything(cx)) : undefined;
      const isModule = cx.frame.kind === "module" && cx.frame.scope.kind === "module";
      return [{ kind: "variable", constant: kind === "const", exported: isModule, target: pattern, type, initial: items, origin }];
    }
  }
  const holder = b.name(cx.frame.freshName("$u"));
  const parts = bare.flatMap((target, index) => assignTo(target, { kind: "index", object: holder, key: b.number(index) }, cx));
  return [{ ...b.constant(holder, items, arrayType(anything(cx))), origin }, ...parts];
}
