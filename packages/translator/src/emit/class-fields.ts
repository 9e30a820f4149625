import type { ClassInfo } from "../analyze/class-info.js";
import { attributeName } from "../analyze/callee.js";
import { propertyName } from "../names.js";
import type { ClassMember } from "../tree/statements.js";
import type { Context } from "./context.js";
import { anything, variableTypeNode } from "./type-nodes.js";

/** `declare` members for the attributes that methods of the class give its instances. */
export function fieldMembers(info: ClassInfo, cx: Context): ClassMember[] {
  const names = new Set<string>();
  for (const field of info.dataclass?.fields ?? []) names.add(field.name);
  for (const store of cx.program.attributeStores) {
    const receiver = cx.typeOf(store.target.value);
    if (receiver.kind === "instance" && receiver.info === info && store.scope.className === info.name)
      names.add(attributeName(store.target, cx.inference));
  }
  const inherited = info.base?.lineage ?? [];
  const isTaken = (name: string): boolean =>
    info.attributes.has(name) ||
    info.findMethod(name) !== undefined ||
    info.findProperty(name) !== undefined ||
    inherited.some((relative) => declaresField(relative, name, cx));
  return [...names]
    .filter((name) => !isTaken(name) && (info.exceptionRoot === undefined || !exceptionMembers.has(name)))
    .map((name) => ({
      kind: "field",
      name: propertyName(name),
      type: info.dataclass === undefined ? variableTypeNode(cx.inference.facts.attributeType(info, name), cx) : anything(cx),
    }));
}

/** Names that exceptions of JavaScript and Python have anyway. */
const exceptionMembers = new Set(["args", "message", "name", "stack", "cause"]);

function declaresField(info: ClassInfo, name: string, cx: Context): boolean {
  return fieldMembers(info, cx).some((member) => member.kind === "field" && member.name === propertyName(name));
}
