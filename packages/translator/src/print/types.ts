import type { TypeNode } from "../tree/types.js";

/** A type on one line. */
export function printType(type: TypeNode): string {
  switch (type.kind) {
    case "named":
      return type.typeArguments.length === 0 ? type.name : `${type.name}<${type.typeArguments.map(printType).join(", ")}>`;
    case "array":
      return `${printType(type.element)}[]`;
    case "object":
      return `{ ${type.members.map((member) => `${member.name}${member.optional ? "?" : ""}: ${printType(member.type)}`).join("; ")} }`;
  }
}
