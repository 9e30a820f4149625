import type { AnyNode, CallExpression, Class, Expression, Literal, StaticBlock } from "acorn";
import { loadPeer } from "./peer-packages.js";
import { nodesOf } from "./syntax-nodes.js";

/** `__name(value, "name")`, which esbuild writes to keep a name. */
type NameCall = CallExpression & { arguments: [Expression, Literal & { value: string }] };

/**
 * Makes a bundle of esbuild's (`keepNames`) fit to be put into a component. Lines stay where they are.
 *
 * - Calls of `__name(value, "name")` go where the engine infers that very name by itself. What stays are the names that
 *   bundling changed (two modules with a class of the same name), so that `constructor.name` reads as in the source,
 *   without a call for every function that is made.
 * - Comments go, and the paths under which lazily loaded modules are kept lose what lies outside the program: they would
 *   tell where it was built, and the same program built elsewhere would be another component.
 *
 * @param code the bundle, a script
 */
export async function tidyBundle(code: string): Promise<string> {
  const { parse } = await loadPeer("Building a component", "acorn", () => import("acorn"));
  const { default: MagicString } = await loadPeer("Building a component", "magic-string", () => import("magic-string"));
  const text = new MagicString(code);
  const remove = (start: number, end: number): void => {
    const lines = code.slice(start, end).replace(/[^\n]/g, "");
    if (lines === "") text.remove(start, end);
    else text.update(start, end, lines);
  };
  const program = parse(code, {
    ecmaVersion: "latest",
    sourceType: "script",
    onComment: (_isBlock, _text, start, end) => {
      remove(start, end);
    },
  });
  for (const node of nodesOf(program)) {
    const key = lazyModuleKey(node);
    if (key !== undefined) text.update(key.start, key.end, JSON.stringify(neutralPath(key.value)));

    const [value, name] = inferred(node) ?? [];
    if (value !== undefined && isNameCall(value) && value.arguments[1].value === name && takesName(value.arguments[0])) {
      remove(value.start, value.arguments[0].start);
      remove(value.arguments[0].end, value.end);
    } else if (value?.type === "ClassExpression" && name !== undefined && !value.id) {
      const block = nameBlock(value, name);
      if (block !== undefined) remove(block.start, block.end);
    } else if ((node.type === "ClassExpression" || node.type === "ClassDeclaration") && node.id) {
      const block = nameBlock(node, node.id.name);
      if (block !== undefined) remove(block.start, block.end);
    } else if (node.type === "ExpressionStatement" && isNameCall(node.expression)) {
      const [target, literal] = node.expression.arguments; // after function f() {}: __name(f, "f");
      if (target.type === "Identifier" && target.name === literal.value) remove(node.start, node.end);
    }
  }
  return text.toString();
}

/** The path in `__esm({ "path"() { ... } })` and `__commonJS({ "path"(exports, module) { ... } })`. */
function lazyModuleKey(node: AnyNode): (Literal & { value: string }) | undefined {
  if (node.type !== "CallExpression" || node.callee.type !== "Identifier") return undefined;
  if (node.callee.name !== "__esm" && node.callee.name !== "__commonJS") return undefined;
  const [modules] = node.arguments;
  const [property] = modules?.type === "ObjectExpression" ? modules.properties : [];
  if (property?.type !== "Property" || property.key.type !== "Literal" || typeof property.key.value !== "string") return undefined;
  return property.key as Literal & { value: string };
}

/** A module's path relative to the program: from `node_modules` on for packages, the bare name for what lies outside. */
function neutralPath(path: string): string {
  const packages = path.lastIndexOf("node_modules/");
  if (packages >= 0) return path.slice(packages);
  return path.startsWith("..") ? path.slice(path.lastIndexOf("/") + 1) : path;
}

/** The value that `node` gives a name to, and that name: `f = value`, `{ f: value }` and the like. */
function inferred(node: AnyNode): readonly [AnyNode, string] | undefined {
  switch (node.type) {
    case "VariableDeclarator":
      if (node.init && node.id.type === "Identifier") return [node.init, node.id.name];
      break;
    case "AssignmentExpression":
      if (node.operator === "=" && node.left.type === "Identifier") return [node.right, node.left.name];
      break;
    case "AssignmentPattern":
      if (node.left.type === "Identifier") return [node.right, node.left.name];
      break;
    case "Property":
    case "PropertyDefinition":
      if (!node.value || node.computed) break;
      if (node.key.type === "Identifier") return [node.value, node.key.name];
      if (node.key.type === "Literal" && typeof node.key.value === "string") return [node.value, node.key.value];
  }
  return undefined;
}

function isNameCall(node: AnyNode): node is NameCall {
  if (node.type !== "CallExpression" || node.callee.type !== "Identifier" || node.callee.name !== "__name") return false;
  const literal = node.arguments[1];
  return literal?.type === "Literal" && typeof literal.value === "string";
}

/** Whether `value` is of a kind that takes the name of what it is assigned to. */
function takesName(value: Expression): boolean {
  if (value.type === "ArrowFunctionExpression") return true;
  return (value.type === "FunctionExpression" || value.type === "ClassExpression") && !value.id;
}

/** The block `static { __name(this, "name"); }` of a class, if it has one with that name. */
function nameBlock(node: Class, name: string): StaticBlock | undefined {
  const [first] = node.body.body;
  if (first?.type !== "StaticBlock") return undefined;
  const [statement] = first.body;
  if (first.body.length !== 1 || statement?.type !== "ExpressionStatement" || !isNameCall(statement.expression)) return undefined;
  const [target, literal] = statement.expression.arguments;
  return target.type === "ThisExpression" && literal.value === name ? first : undefined;
}
