import { inColumns } from "./columns.js";
import { peekPromise } from "./promise.js";
import { quote } from "./quote.js";

/** How {@link inspect} prints. */
export interface InspectOptions {
  /** How many levels of nesting are shown; `null` for all. Default 2. */
  readonly depth?: number | null;
  /** How many members of a list are shown. Default 100. */
  readonly maxArrayLength?: number | null;
  /** How long a line may become. Default 80. */
  readonly breakLength?: number;
}

const MOST_CHARACTERS = 10_000;
/** A value with at most this many levels inside goes on one line when it fits. */
const LEVELS_ON_A_LINE = 3;
const MANY_ENTRIES = 6;
const PLAIN_KEY = /^[a-zA-Z_][a-zA-Z_0-9]*$/;
const INDEX = /^(0|[1-9][0-9]*)$/;
const custom: unique symbol = Symbol.for("nodejs.util.inspect.custom") as never;

type Keyed = Record<PropertyKey, unknown>;
/** What stands before the braces, the braces, the entries, and whether they are members of a list. */
interface Shape {
  readonly prefix: string;
  readonly open: string;
  readonly close: string;
  readonly entries: string[];
  readonly rest?: string[];
  readonly list?: boolean;
  readonly numeric?: boolean;
}

/**
 * The text that Node's `console.log` prints for `value`, so that a program prints the same on WASI: the same quotes,
 * line breaks, columns and limits (two levels deep, 100 members, 80 characters in a line).
 *
 * @example
 * ```ts
 * inspect({ a: [1, "x"], m: new Map([["k", undefined]]) }); // { a: [ 1, 'x' ], m: Map(1) { 'k' => undefined } }
 * ```
 */
export function inspect(value: unknown, options: InspectOptions = {}): string {
  const { depth = 2, maxArrayLength = 100, breakLength = 80 } = options;
  return new Inspector(depth ?? Infinity, maxArrayLength ?? Infinity, breakLength).show(value, 0);
}

class Inspector {
  #indentation = 0;
  /** The level of the value with parts begun last; with the level of an outer one it tells how deep that one goes. */
  #level = 0;
  readonly #path: object[] = [];
  readonly #references = new Map<object, number>();
  readonly #depth: number;
  readonly #mostItems: number;
  readonly #width: number;

  constructor(depth: number, mostItems: number, width: number) {
    this.#depth = depth;
    this.#mostItems = mostItems;
    this.#width = width;
  }

  show(value: unknown, level: number): string {
    if (typeof value === "string") return this.#string(value);
    if (typeof value === "bigint") return `${value}n`;
    if (Object.is(value, -0)) return "-0";
    if ((typeof value !== "object" && typeof value !== "function") || value === null) return String(value);
    const print = (value as Keyed)[custom];
    if (typeof print === "function") {
      const printed: unknown = print.call(value, this.#depth - level, { depth: this.#depth - level }, inspect);
      if (typeof printed === "string") return printed.replaceAll("\n", `\n${" ".repeat(this.#indentation)}`);
      if (printed !== value) return this.show(printed, level);
    }
    if (this.#path.includes(value)) {
      const known = this.#references.get(value) ?? this.#references.size + 1;
      this.#references.set(value, known);
      return `[Circular *${known}]`;
    }
    if (level > this.#depth && !isLeaf(value) && !isEmpty(value)) return `[${Array.isArray(value) ? "Array" : nameOf(value)}]`;
    return this.#object(value, level);
  }

  #string(text: string): string {
    const cut = text.length - MOST_CHARACTERS;
    const shown = cut > 0 ? text.slice(0, MOST_CHARACTERS) : text;
    const rest = cut > 0 ? `... ${cut} more character${cut > 1 ? "s" : ""}` : "";
    if (shown.length > 16 && shown.length > this.#width - this.#indentation - 4) {
      const lines = shown.split(/(?<=\n)/).map(quote);
      return lines.join(` +\n${" ".repeat(this.#indentation + 2)}`) + rest;
    }
    return quote(shown) + rest;
  }

  #object(value: object, level: number): string {
    this.#path.push(value);
    if (!isEmpty(value)) this.#level = level;
    const shape = this.#shape(value, level);
    this.#path.pop();
    const reference = this.#references.get(value);
    const mark = reference === undefined ? "" : `<ref *${reference}> `;
    const text = typeof shape === "string" ? mark + shape : this.#layOut({ ...shape, prefix: mark + shape.prefix }, level);
    return text;
  }

  /** A leaf as text, anything else as what it consists of. */
  #shape(value: object, level: number): Shape | string {
    const keys = keysOf(value);
    if (Array.isArray(value)) return this.#list(value, nameOf(value) === "Array" ? "" : sizedPrefix(value, value.length), level);
    if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
      const numbers = value as unknown as ArrayLike<unknown>;
      return this.#list(numbers, sizedPrefix(value, numbers.length), level);
    }
    if (value instanceof Map) {
      const entries = this.#inside(() =>
        [...(value as Map<unknown, unknown>)].map(([key, entry]) => `${this.show(key, level + 1)} => ${this.show(entry, level + 1)}`),
      );
      return {
        prefix: sizedPrefix(value, value.size),
        open: "{",
        close: "}",
        entries: [...entries, ...this.#properties(value, keys, level)],
      };
    }
    if (value instanceof Set) {
      const entries = this.#inside(() => [...(value as Set<unknown>)].map((entry) => this.show(entry, level + 1)));
      return {
        prefix: sizedPrefix(value, value.size),
        open: "{",
        close: "}",
        entries: [...entries, ...this.#properties(value, keys, level)],
      };
    }
    const head = this.#head(value, level);
    if (head !== undefined) {
      const own = keys.filter((key) => !isPartOfHead(value, key));
      const entries = this.#properties(value, own, level);
      if (value instanceof Error && "cause" in value && !own.includes("cause"))
        entries.push(`[cause]: ${this.#inside(() => this.show(value.cause, level + 1))}`);
      if (value instanceof Error && hasErrors(value) && !own.includes("errors"))
        entries.push(`[errors]: ${this.#inside(() => this.show(value.errors, level + 1))}`);
      return entries.length === 0 ? head : { prefix: `${head} `, open: "{", close: "}", entries };
    }
    const inner = this.#inner(value, level);
    const entries = [...inner, ...this.#properties(value, keys, level)];
    return { prefix: prefixOf(value), open: "{", close: "}", entries };
  }

  /** What stands for a value that is not a collection: a function, a date, an error. */
  #head(value: object, level: number): string | undefined {
    if (typeof value === "function") return functionHead(value as (...args: never) => unknown);
    if (value instanceof RegExp) return String(value);
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
    if (value instanceof Error) return this.#error(value, level);
    const boxed = boxedName(value);
    if (boxed !== undefined) {
      const primitive = (value as { valueOf(): unknown }).valueOf();
      return `[${boxed}: ${this.show(primitive, level)}]`;
    }
    return undefined;
  }

  #error(error: Error, level: number): string {
    const text = errorText(error);
    const bare = text.includes("\n    at ") ? text : `[${text}]`;
    return level === 0 && this.#indentation === 0 ? bare : bare.replaceAll("\n", `\n${" ".repeat(this.#indentation)}`);
  }

  /** Entries that are no properties: what a promise came to, the bytes of a buffer. */
  #inner(value: object, level: number): string[] {
    const promise = peekPromise(value);
    if (promise !== undefined) {
      if (promise.state === "pending") return ["<pending>"];
      const shown = this.#inside(() => this.show(promise.value, level + 1));
      return [promise.state === "rejected" ? `<rejected> ${shown}` : shown];
    }
    if (value instanceof WeakMap || value instanceof WeakSet) return ["<items unknown>"];
    if (value instanceof ArrayBuffer) {
      const bytes = Array.from(new Uint8Array(value, 0, Math.min(this.#mostItems, value.byteLength)), (byte) =>
        byte.toString(16).padStart(2, "0"),
      );
      const more = value.byteLength - bytes.length;
      const rest = more > 0 ? ` ... ${more} more byte${more > 1 ? "s" : ""}` : "";
      return [`[Uint8Contents]: <${bytes.join(" ")}${rest}>`, `byteLength: ${value.byteLength}`];
    }
    if (value instanceof DataView) {
      return [
        `byteLength: ${value.byteLength}`,
        `byteOffset: ${value.byteOffset}`,
        `buffer: ${this.#inside(() => this.show(value.buffer, level + 1))}`,
      ];
    }
    return [];
  }

  #list(items: ArrayLike<unknown>, prefix: string, level: number): Shape {
    const entries: string[] = [];
    let index = 0;
    this.#inside(() => {
      while (index < items.length && entries.length < this.#mostItems) {
        if (index in items) {
          entries.push(this.show(items[index], level + 1));
          index++;
          continue;
        }
        let next = index;
        while (next < items.length && !(next in items)) next++;
        entries.push(`<${next - index} empty item${next - index > 1 ? "s" : ""}>`);
        index = next;
      }
    });
    const more = items.length - index;
    const rest = more > 0 ? [`... ${more} more item${more > 1 ? "s" : ""}`] : [];
    const properties = this.#properties(
      items,
      keysOf(items).filter((key) => typeof key === "symbol" || !INDEX.test(key)),
      level,
    );
    const shown = entries.length + rest.length + properties.length;
    return {
      prefix,
      open: "[",
      close: "]",
      entries: [...entries, ...(rest.length === 0 ? properties : [])],
      rest: rest.length === 0 ? [] : [...rest, ...properties],
      list: true,
      numeric: Array.from({ length: shown }, (_unused, i) => typeof items[i]).every((type) => type === "number" || type === "bigint"),
    };
  }

  #properties(value: object, keys: readonly PropertyKey[], level: number): string[] {
    return keys.map((key) => {
      const name = typeof key === "symbol" ? `[${String(key)}]` : PLAIN_KEY.test(String(key)) ? String(key) : quote(String(key));
      const descriptor = Object.getOwnPropertyDescriptor(value, key);
      if (descriptor === undefined || "value" in descriptor) {
        return `${name}: ${this.#inside(() => this.show((value as Keyed)[key], level + 1))}`;
      }
      if (descriptor.get === undefined) return `${name}: [Setter]`;
      return `${name}: [Getter${descriptor.set === undefined ? "" : "/Setter"}]`;
    });
  }

  #inside<T>(body: () => T): T {
    this.#indentation += 2;
    const result = body();
    this.#indentation -= 2;
    return result;
  }

  /** One line if it is short and shallow, columns for long lists, else a line per entry. */
  #layOut(shape: Shape, level: number): string {
    const rest = shape.rest ?? [];
    let entries = [...shape.entries, ...rest];
    if (entries.length === 0) return `${shape.prefix}${shape.open}${shape.close}`;
    let inOneLine = true;
    if (shape.list === true && entries.length > MANY_ENTRIES) {
      const limits = { width: this.#width, indentation: this.#indentation };
      const rows = inColumns(shape.entries, rest, shape.numeric ?? false, limits);
      inOneLine = rows.length === entries.length;
      entries = rows;
    }
    const base = shape.prefix.trimEnd();
    if (inOneLine && this.#level - level < LEVELS_ON_A_LINE) {
      const length = entries.reduce(
        (sum, entry) => sum + entry.length,
        2 * entries.length + this.#indentation + shape.open.length + shape.prefix.length + 10,
      );
      const line = entries.join(", ");
      if (length <= this.#width && !line.includes("\n") && !base.includes("\n")) {
        return `${shape.prefix}${shape.open} ${line} ${shape.close}`;
      }
    }
    const newLine = `\n${" ".repeat(this.#indentation)}`;
    return `${shape.prefix}${shape.open}${newLine}  ${entries.join(`,${newLine}  `)}${newLine}${shape.close}`;
  }
}

/** Enumerable own keys, strings and then symbols. */
function keysOf(value: object): (string | symbol)[] {
  const symbols = Object.getOwnPropertySymbols(value).filter((key) => Object.prototype.propertyIsEnumerable.call(value, key));
  return [...Object.keys(value), ...symbols];
}

/** Whether there is nothing in `value` that a limit of depth could hide. */
function isEmpty(value: object): boolean {
  if (keysOf(value).some((key) => !isPartOfHead(value, key))) return false;
  if (Array.isArray(value)) return value.length === 0;
  if (value instanceof Map || value instanceof Set) return value.size === 0;
  return !ArrayBuffer.isView(value) && !(value instanceof ArrayBuffer) && peekPromise(value) === undefined;
}

function isLeaf(value: object): boolean {
  return (
    typeof value === "function" ||
    value instanceof Error ||
    value instanceof Date ||
    value instanceof RegExp ||
    boxedName(value) !== undefined
  );
}

function boxedName(value: object): string | undefined {
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  return ["Number", "String", "Boolean", "BigInt", "Symbol"].includes(tag) &&
    Symbol.toStringTag in value === (tag === "BigInt" || tag === "Symbol")
    ? tag
    : undefined;
}

function nameOf(value: object): string {
  for (let at: unknown = value; at !== null && at !== undefined; at = Object.getPrototypeOf(at)) {
    const own = Object.getOwnPropertyDescriptor(at, "constructor")?.value as unknown;
    if (typeof own === "function" && own.name !== "") return own.name;
  }
  return "Object: null prototype";
}

/** `Point `, `Object [Generator] `, `[Object: null prototype] `; nothing before a plain object. */
function prefixOf(value: object): string {
  const name = nameOf(value);
  const shownTag = tagOf(value, name);
  if (name === "Object" && shownTag === "") return "";
  return name === "Object: null prototype" ? `[${name}] ${shownTag}` : `${name} ${shownTag}`;
}

/** `Map(2) `, `Words(2) [Map] `. */
function sizedPrefix(value: object, size: number): string {
  const name = nameOf(value);
  return `${name === "Object: null prototype" ? `[${name}]` : name}(${size}) ${tagOf(value, name)}`;
}

function tagOf(value: object, name: string): string {
  const tag = (value as Keyed)[Symbol.toStringTag];
  return typeof tag === "string" && tag !== "" && tag !== name ? `[${tag}] ` : "";
}

function functionHead(value: (...args: never) => unknown): string {
  const source = Function.prototype.toString.call(value);
  if (/^class\b/.test(source)) {
    const parent = Object.getPrototypeOf(value) as { name?: string } | null;
    const extended = parent?.name === undefined || parent.name === "" ? "" : ` extends ${parent.name}`;
    return `[class ${value.name === "" ? "(anonymous)" : value.name}${extended}]`;
  }
  const kind = nameOf(value);
  return `[${kind}${value.name === "" ? " (anonymous)" : `: ${value.name}`}]`;
}

/** Properties that the text in front of the braces shows already. */
function isPartOfHead(value: object, key: string | symbol): boolean {
  if (value instanceof Error) return key === "stack" || key === "message";
  return value instanceof String && typeof key === "string" && INDEX.test(key);
}

function hasErrors(value: Error): value is Error & { errors: unknown } {
  return "errors" in value;
}

/**
 * `Name: message` and the stack below it. The engine of the component leaves the first line out of `stack`, others put
 * it in: here it is there once.
 */
export function errorText(error: Error): string {
  const name = typeof error.name === "string" && error.name !== "" ? error.name : "Error";
  const title = error.message === "" ? name : `${name}: ${error.message}`;
  const stack = typeof error.stack === "string" ? error.stack.trimEnd() : "";
  if (stack === "") return title;
  return /^\s+at /.test(stack) ? `${title}\n${stack}` : stack;
}
