const reserved = new Set(
  (
    "constructor prototype then toString valueOf toJSON toLocaleString hasOwnProperty isPrototypeOf propertyIsEnumerable __proto__ " +
    "__defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__"
  ).split(" "),
);

/** The JavaScript property that holds a Python attribute: names that JavaScript's machinery uses get a trailing `$`. */
export function propertyName(name: string): string {
  return reserved.has(name) ? `${name}$` : name;
}

/** The Python attribute that a JavaScript property holds; the inverse of {@link propertyName}. */
export function attributeName(property: string): string {
  return property.endsWith("$") ? property.slice(0, -1) : property;
}
