import type * as py from "@portalis/parser";
import { attributeName } from "../../analyze/callee.js";
import { libraryModules } from "../../library/modules.js";
import { propertyName } from "../../names.js";
import { hasShapeConflict } from "../class-shape.js";
import * as b from "../../tree/build.js";
import type { Expression } from "../../tree/expressions.js";
import type { Context } from "../context.js";
import { emitExpression } from "../expression.js";
import { emitModuleMember } from "../library-names.js";

/** `value.attr`, read. */
export function emitAttribute(node: py.Attribute, cx: Context): Expression {
  const receiver = cx.typeOf(node.value);
  if (receiver.kind === "module" && libraryModules.has(receiver.name)) return emitModuleMember(receiver.name, node.attr, node, cx);
  const name = attributeName(node, cx.inference);
  const object = emitExpression(node.value, cx);
  if (isDirectRead(node, name, cx)) return b.member(object, propertyName(name), node);
  return cx.callHelper("getattr", [object, b.text(name)], node);
}

/** Whether reading a property of the JavaScript object is what Python does. */
export function isDirectRead(node: py.Attribute, name: string, cx: Context): boolean {
  const receiver = cx.typeOf(node.value);
  if (receiver.kind === "class") {
    const isAttribute = receiver.info.lineage.some(
      (info) => info.attributes.has(name) && info.established.has(name) && info.dataclass === undefined,
    );
    return (
      isAttribute &&
      !receiver.info.lineage.some(hasShapeConflict) &&
      receiver.info.findMethod(name) === undefined &&
      receiver.info.findProperty(name) === undefined
    );
  }
  if (receiver.kind !== "instance" || receiver.info.familyDefines("__getattribute__")) return false;
  const { info } = receiver;
  if (info.family.some((relative) => relative.hasUnknownBase)) return false;
  if (info.findProperty(name) !== undefined) return info.family.every((relative) => !relative.methods.has(name));
  return info.isEstablished(name) && info.family.every((relative) => relative.findMethod(name) === undefined);
}
