import type { Node } from "../src/index.js";

/** Every node of a tree, parents before their children. */
export function nodesOf(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== "object" || value === null || !("type" in value)) return [];
  return [value as Node, ...Object.values(value).flatMap(nodesOf)];
}
