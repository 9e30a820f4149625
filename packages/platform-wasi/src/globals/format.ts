import { inspect } from "./inspect.js";

/**
 * The text of one call of `console.log(...values)`, as Node makes it: a first string may hold `%s %d %i %f %j %o %O %c
 * %%`, each taking a value; what is left over follows after spaces, strings as they are.
 */
export function format(values: readonly unknown[]): string {
  const [first, ...others] = values;
  if (typeof first !== "string") return values.map(plain).join(" ");
  let next = 0;
  const text =
    others.length === 0
      ? first
      : first.replace(/%([sdifjoOc%])/g, (directive, kind: string) => {
          if (kind === "%") return "%";
          if (next >= others.length) return directive;
          return directed(kind, others[next++]);
        });
  return [text, ...others.slice(next).map(plain)].join(" ");
}

function plain(value: unknown): string {
  return typeof value === "string" ? value : inspect(value);
}

function directed(kind: string, value: unknown): string {
  switch (kind) {
    case "s":
      if (typeof value === "string") return value;
      if (typeof value === "object" && value !== null) return ownText(value) ?? inspect(value, { depth: 0 });
      return typeof value === "bigint" || Object.is(value, -0) ? inspect(value) : String(value);
    case "d":
      return typeof value === "bigint" ? `${value}n` : typeof value === "object" ? "NaN" : inspect(Number(value));
    case "i":
      return typeof value === "bigint" ? `${value}n` : typeof value === "object" ? "NaN" : inspect(Number.parseInt(value as string, 10));
    case "f":
      return typeof value === "symbol" ? "NaN" : inspect(Number.parseFloat(String(value)));
    case "j":
      return json(value);
    case "o":
      return inspect(value, { depth: 4 });
    case "O":
      return inspect(value);
    default:
      return ""; // %c: style sheets mean nothing here
  }
}

/** How `value` reads where it or its class says so itself, rather than `Object.prototype` or `Array.prototype`. */
function ownText(value: object): string | undefined {
  const { toString } = value as { toString?: unknown };
  if (typeof toString !== "function" || value instanceof Date) return undefined;
  if (toString === Object.prototype.toString || toString === Array.prototype.toString) return undefined;
  return String(toString.call(value));
}

/** Its declared type leaves out what it gives for `undefined`, functions and symbols. */
const stringify = JSON.stringify as (value: unknown) => string | undefined;

function json(value: unknown): string {
  try {
    return stringify(value) ?? "undefined";
  } catch (error) {
    if (error instanceof TypeError) return "[Circular]";
    throw error;
  }
}
