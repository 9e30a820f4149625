import { inspect } from "node:util";
import type { EncodedObject, EncodedProperties, EncodedValue } from "./encoded-value.js";
import { hide, namedClass } from "./named-class.js";

/**
 * Makes values again of what a page has sent, such that Node's `util.inspect` shows them as it would have shown the
 * originals: same contents, same class names, same circles. They are for showing and nothing else: functions do nothing,
 * classes have no methods.
 */
export function decodeValues(encoded: readonly EncodedValue[]): unknown[] {
  const decoder = new Decoder();
  return encoded.map((value) => decoder.value(value));
}

class Decoder {
  readonly #objects = new Map<number, object>();

  value(encoded: EncodedValue): unknown {
    if (typeof encoded !== "object" || encoded === null) return encoded;
    switch (encoded[0]) {
      case "undefined":
        return undefined;
      case "number":
        return Number(encoded[1]);
      case "bigint":
        return BigInt(encoded[1]);
      case "symbol":
        return symbolOf(encoded[1]);
      case "again":
        return this.#objects.get(encoded[1]);
      default:
        return this.#object(encoded);
    }
  }

  /** Notes each object before its contents are made: they may lead back to it. */
  #object(encoded: EncodedObject): object {
    const add = <T extends object>(object: T): T => {
      this.#objects.set(encoded[1], object);
      return object;
    };
    switch (encoded[0]) {
      case "function":
        return this.#withProperties(add(functionOf(encoded[2], encoded[3])), encoded[4]);
      case "error":
        return this.#error(add(new Error(encoded[4])), encoded);
      case "date":
        return add(new Date(encoded[2] ?? Number.NaN));
      case "regexp":
        return add(new RegExp(encoded[2], encoded[3]));
      case "unknown":
        return add({ [inspect.custom]: () => `${encoded[2]} { ${encoded[3]} }` });
      case "array": {
        const array = add(asType(new Array<unknown>(encoded[3]), encoded[2], Array));
        encoded[4].forEach((item, index) => {
          if (!isHole(item)) array[index] = this.value(item);
        });
        return this.#withProperties(array, encoded[5]);
      }
      case "map": {
        const map = add(asType(new Map<unknown, unknown>(), encoded[2], Map));
        for (const [key, value] of encoded[3]) map.set(this.value(key), this.value(value));
        return this.#withProperties(map, encoded[4]);
      }
      case "set": {
        const set = add(asType(new Set<unknown>(), encoded[2], Set));
        for (const member of encoded[3]) set.add(this.value(member));
        return this.#withProperties(set, encoded[4]);
      }
      case "numbers":
        return add(numbersOf(encoded[2], encoded[3]));
      case "object":
        return this.#withProperties(add(plainObject(encoded[2], encoded[3])), encoded[4]);
    }
  }

  #error(error: Error, [, , type, name, , stack, causes, properties]: Extract<EncodedObject, readonly ["error", ...unknown[]]>): Error {
    asType(error, type, Error);
    if (name !== type) hide(error, "name", name);
    hide(error, "stack", stack);
    for (const cause of causes) hide(error, "cause", this.value(cause));
    return this.#withProperties(error, properties);
  }

  #withProperties<T extends object>(object: T, properties: EncodedProperties): T {
    for (const [key, encoded] of properties) {
      const shown =
        typeof encoded === "object" && encoded?.[0] === "accessor" ? accessor(encoded[1], encoded[2]) : { value: this.value(encoded) };
      const name = typeof key === "string" ? key : symbolOf(key[1]);
      Object.defineProperty(object, name, { ...shown, enumerable: true, configurable: true });
    }
    return object;
  }
}

function isHole(item: EncodedValue | readonly ["hole"]): item is readonly ["hole"] {
  return typeof item === "object" && item?.[0] === "hole";
}

function symbolOf(description: string | null): symbol {
  return description === null ? Symbol() : Symbol(description);
}

function accessor(get: boolean, set: boolean): PropertyDescriptor {
  return { ...(get ? { get: () => undefined } : {}), ...(set ? { set: () => undefined } : {}) };
}

function asType<T extends object>(object: T, type: string, base: abstract new (...args: never[]) => object): T {
  return Object.setPrototypeOf(object, namedClass(type, base).prototype) as T;
}

function plainObject(type: string | null, tag: string | null): object {
  const prototype = type === null ? null : namedClass(type).prototype;
  if (tag === null) return Object.create(prototype) as object;
  const tagged = Object.create(prototype) as object; // the tag is a matter of the class: an own one is not shown as such
  hide(tagged, Symbol.toStringTag, tag);
  return Object.create(tagged) as object;
}

function functionOf(name: string, isClass: boolean): object {
  const made = isClass
    ? class {
        readonly shown = true;
      }
    : (): void => undefined;
  hide(made, "name", name);
  return made;
}

function numbersOf(type: string, numbers: readonly string[]): object {
  const constructors = globalThis as unknown as Record<string, (new (members: unknown[]) => object) | undefined>;
  const make = constructors[type] ?? Float64Array;
  return new make(numbers.map((text) => (type.startsWith("Big") ? BigInt(text) : Number(text))));
}
