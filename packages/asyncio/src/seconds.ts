import { type Py, PyFloat, TypeError, typeName } from "@portalis/python";

/**
 * A Python number as JavaScript's: of seconds, of permits, of items.
 *
 * @throws TypeError for what is no number, with the text of the comparison that CPython's code would have made
 */
export function seconds(value: Py, compared = "<="): number {
  if (typeof value === "number") return value;
  if (value instanceof PyFloat) return value.value;
  if (typeof value === "bigint" || typeof value === "boolean") return Number(value);
  throw new TypeError(`'${compared}' not supported between instances of '${typeName(value)}' and 'int'`);
}
