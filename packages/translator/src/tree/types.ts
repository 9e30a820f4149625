/** TypeScript types, as far as translated programs need them. */
export type TypeNode =
  | { readonly kind: "named"; readonly name: string; readonly typeArguments: readonly TypeNode[] }
  | { readonly kind: "array"; readonly element: TypeNode }
  | { readonly kind: "object"; readonly members: readonly TypeMember[] };

/** One member of an object type: `limit?: Py`. */
export interface TypeMember {
  readonly name: string;
  readonly optional: boolean;
  readonly type: TypeNode;
}

/** A type by name: `Py`, `asyncio.Queue`, `Coroutine<string>`. */
export function namedType(name: string, ...typeArguments: TypeNode[]): TypeNode {
  return { kind: "named", name, typeArguments };
}

/** `element[]`. */
export function arrayType(element: TypeNode): TypeNode {
  return { kind: "array", element };
}

/** `{ limit?: Py; timeout: Py }`. */
export function objectType(members: readonly TypeMember[]): TypeNode {
  return { kind: "object", members };
}
