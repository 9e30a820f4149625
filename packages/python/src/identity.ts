import type { Py } from "./py.js";

const identities = /* @__PURE__ */ new WeakMap<object, number>();
const primitives = /* @__PURE__ */ new Map<Py, number>();
let last = 0x1000;

/** A number that belongs to this object alone; equal primitives have the same one. It is what `id()` gives, and the hash of plain objects. */
export function identity(value: Py): number {
  const table: { get(key: Py): number | undefined; set(key: Py, id: number): unknown } =
    (typeof value === "object" && value !== null) || typeof value === "function" ? identities : primitives;
  let id = table.get(value);
  if (id === undefined) {
    last += 1;
    id = last;
    table.set(value, id);
  }
  return id;
}
