import { isAbsolute, relative, sep } from "node:path";

/**
 * The `import.meta.url` of a module inside a component: its place relative to the program's entry module, so that the
 * component says nothing about the machine that built it.
 *
 * @param file the module's absolute path
 * @param root the directory of the entry module
 *
 * @example
 * ```ts
 * importMetaUrl("/home/me/app/lib/a.ts", "/home/me/app"); // "file:///lib/a.ts"
 * ```
 */
export function importMetaUrl(file: string, root: string): string {
  const parts = relative(root, file).split(sep);
  const modules = parts.lastIndexOf("node_modules");
  const inside = modules >= 0 ? parts.slice(modules) : parts.filter((part) => part !== "..");
  const path = isAbsolute(inside.join(sep)) ? inside.slice(1) : inside;
  return `file:///${path.map(encodeURIComponent).join("/")}`;
}
