/**
 * Python's names as JavaScript's names.
 *
 * A name that JavaScript reserves, or that would touch the machinery of its objects, gets a trailing `$`.
 * Python's names cannot contain `$`, so the mapping is reversible and names with `$` are free for the translator.
 */

const reservedIdentifiers = new Set(
  (
    "abstract any arguments as async await boolean break case catch class const constructor continue debugger declare default delete do else enum eval " +
    "export extends false finally for function get if implements import in infer Infinity instanceof interface is keyof let module namespace NaN never new null " +
    "number object of package private protected public readonly require return set static string super switch symbol this throw true try type typeof " +
    "undefined unique unknown using var void while with yield globalThis"
  ).split(" "),
);

/** Words that TypeScript only treats specially in types or in front of declarations: fine as names of variables. */
const contextual = new Set(
  "abstract any as async boolean constructor declare get infer is keyof module namespace never number object of readonly require set string symbol type unique unknown using".split(
    " ",
  ),
);

const reservedProperties = new Set(
  (
    "constructor prototype then toString valueOf toJSON toLocaleString hasOwnProperty isPrototypeOf propertyIsEnumerable __proto__ " +
    "__defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__"
  ).split(" "),
);

/** The JavaScript identifier for a Python variable, function or class. */
export function identifier(name: string): string {
  return reservedIdentifiers.has(name) && !contextual.has(name) ? `${name}$` : name;
}

/** The JavaScript property name for a Python attribute or method. The runtime has the same rule. */
export function propertyName(name: string): string {
  return reservedProperties.has(name) ? `${name}$` : name;
}

/** The Python name behind a JavaScript name made by {@link identifier} or {@link propertyName}. */
export function pythonName(name: string): string {
  return name.endsWith("$") ? name.slice(0, -1) : name;
}

/** Python's renaming of private names inside a class: `__x` in class `C` is `_C__x`. */
export function privateName(name: string, className: string | undefined): string {
  if (className === undefined || !name.startsWith("__") || name.endsWith("__") || name.includes(".")) return name;
  const stripped = className.replace(/^_+/, "");
  return stripped === "" ? name : `_${stripped}${name}`;
}
