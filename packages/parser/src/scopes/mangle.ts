/** `__name` inside `class C` is `_C__name`: Python's private names. Names that end in `__` or have dots stay. */
export function mangle(name: string, className: string | undefined): string {
  if (className === undefined || !name.startsWith("__") || name.endsWith("__") || name.includes(".")) return name;
  const stripped = className.replace(/^_+/, "");
  return stripped === "" ? name : `_${stripped}${name}`;
}
