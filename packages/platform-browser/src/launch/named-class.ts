/** Something with a prototype: a class whose only use is its name. */
interface NamedClass {
  readonly prototype: object;
}

/** A class of that name, under `base` when there is one; `base` itself when that is its name. */
export function namedClass(name: string, base: abstract new (...args: never[]) => object = Object): NamedClass {
  if (base.name === name) return { prototype: base.prototype as object };
  const made = (): void => undefined;
  hide(made, "name", name);
  const prototype = Object.create(base.prototype as object) as object;
  hide(made, "prototype", prototype); // what tells Node that an object is one of this class
  hide(prototype, "constructor", made);
  return { prototype };
}

/** Sets a property that is not enumerable. */
export function hide(object: object, key: string | symbol, value: unknown): void {
  Object.defineProperty(object, key, { value, writable: true, enumerable: false, configurable: true });
}
