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
      if (typeof value === "object" && value !== null) return hasOwnText(value) ? String(value) : inspect(value, { depth: 0 });
      return typeof value === "bigint" || Object.is(value, -0) ? inspect(value) : String(value);
    case "d":
      return typeof value === "bigint" ? `${value}n` : typeof value === "object" ? "NaN" : inspect(Number(value));
    case "i":
      return typeof value === "bigint" ? `${value}n` : typeof value === "object" ? "NaN" : inspect(Number.parseInt(String(value), 10));
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

/** Whether `value` or its class says itself how it reads, rather than `Object.prototype` or `Error.prototype`. */
function hasOwnText(value: object): boolean {
  const toText = (value as { toString?: unknown }).toString;
  return typeof toText === "function" && toText !== Object.prototype.toString && toText !== Array.prototype.toString && !(value instanceof Date);
}

function json(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "undefined";
  } catch (error) {
    if (error instanceof TypeError) return "[Circular]";
    throw error;
  }
}
