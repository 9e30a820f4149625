import { domException } from "./dom-exception.js";

const ERRORS: Readonly<Record<string, ErrorConstructor>> = {
  EvalError,
  RangeError,
  ReferenceError,
  SyntaxError,
  TypeError,
  URIError,
};

type ViewClass = new (buffer: ArrayBufferLike, byteOffset: number, length?: number) => ArrayBufferView;

/**
 * The web's `structuredClone` for what exists here: primitives and their boxes, plain objects, arrays, `Date`,
 * `RegExp`, `Map`, `Set`, errors, array buffers and their views, in any nesting and with cycles. Depth costs no stack.
 *
 * @throws DOMException `DataCloneError` for functions, symbols, promises, weak collections, and for a transfer list,
 *   since there is nobody to transfer to
 */
export function structuredClone<T>(value: T, options: { transfer?: readonly unknown[] } = {}): T {
  if (options.transfer !== undefined && options.transfer.length > 0) {
    throw domException("structuredClone cannot transfer on WASI: leave the transfer list out", "DataCloneError");
  }
  return new Cloner().clone(value) as T;
}

class Cloner {
  readonly #copies = new Map<object, object>();
  /** Filling a copy with the copies of its parts waits here, so that depth does not become recursion. */
  readonly #later: (() => void)[] = [];

  clone(value: unknown): unknown {
    const copy = this.#shell(value);
    for (let fill = this.#later.pop(); fill !== undefined; fill = this.#later.pop()) fill();
    return copy;
  }

  /** The copy of `value`, its parts still to come. */
  #shell(value: unknown): unknown {
    if (typeof value === "function") throw uncloneable(value.name === "" ? "a function" : value.name);
    if (typeof value === "symbol") throw uncloneable(String(value));
    if (typeof value !== "object" || value === null) return value;
    const known = this.#copies.get(value);
    if (known !== undefined) return known;
    const copy = this.#copy(value);
    this.#copies.set(value, copy);
    return copy;
  }

  #copy(value: object): object {
    if (Array.isArray(value)) {
      const copy: unknown[] = new Array<unknown>(value.length);
      this.#fill(value, copy);
      return copy;
    }
    switch (Object.prototype.toString.call(value).slice(8, -1)) {
      case "Date":
        return new Date((value as Date).getTime());
      case "RegExp":
        return new RegExp((value as RegExp).source, (value as RegExp).flags);
      case "Number":
      case "String":
      case "Boolean":
      case "BigInt":
        return Object((value as { valueOf(): unknown }).valueOf()) as object;
      case "ArrayBuffer":
        return (value as ArrayBuffer).slice(0);
    }
    if (ArrayBuffer.isView(value)) return this.#view(value);
    if (value instanceof Map) {
      const copy = new Map<unknown, unknown>();
      const entries = [...(value as Map<unknown, unknown>)];
      this.#later.push(() => {
        for (const [key, entry] of entries) copy.set(this.#shell(key), this.#shell(entry));
      });
      return copy;
    }
    if (value instanceof Set) {
      const copy = new Set<unknown>();
      const entries = [...(value as Set<unknown>)];
      this.#later.push(() => {
        for (const entry of entries) copy.add(this.#shell(entry));
      });
      return copy;
    }
    if (value instanceof Error) return this.#error(value);
    if (value instanceof WeakMap || value instanceof WeakSet || value instanceof WeakRef || value instanceof globalThis.Promise) {
      throw uncloneable(Object.prototype.toString.call(value));
    }
    const copy = {};
    this.#fill(value, copy);
    return copy;
  }

  #fill(from: object, to: object): void {
    this.#later.push(() => {
      for (const key of Object.keys(from)) {
        Object.defineProperty(to, key, {
          value: this.#shell((from as Record<string, unknown>)[key]),
          writable: true,
          enumerable: true,
          configurable: true,
        });
      }
    });
  }

  #view(value: ArrayBufferView): object {
    const buffer = this.#shell(value.buffer) as ArrayBuffer;
    const View = value.constructor as ViewClass;
    const length = value instanceof DataView ? value.byteLength : (value as Uint8Array).length;
    return new View(buffer, value.byteOffset, length);
  }

  #error(value: Error): Error {
    const Class = ERRORS[value.name] ?? Error;
    const made = new Class(value.message);
    for (const key of ["message", "stack"] as const) {
      Object.defineProperty(made, key, { value: value[key], writable: true, enumerable: false, configurable: true });
    }
    if ("cause" in value) {
      this.#later.push(() => {
        Object.defineProperty(made, "cause", {
          value: this.#shell(value.cause),
          writable: true,
          enumerable: false,
          configurable: true,
        });
      });
    }
    return made;
  }
}

function uncloneable(what: string): Error {
  return domException(`${what} could not be cloned`, "DataCloneError");
}
