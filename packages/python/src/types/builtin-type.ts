import type { Py } from "../py.js";

/** What a built-in type knows about itself besides how to convert to it. */
export interface TypeParts<M extends object> {
  readonly name: string;
  /** Whether a value is an instance: what `isinstance` asks. */
  readonly check: (value: Py) => boolean;
  /** Methods as functions that take the receiver first: `str.upper(s)`. */
  readonly methods?: M;
  /** The built-in type it derives from. */
  readonly base?: () => Py;
}

/** A built-in type: a conversion function that is also the type as a value, with its methods as functions. */
export type BuiltinType<F, M extends object> = F &
  M & {
    readonly $builtin: true;
    readonly $name: string;
    readonly $module: string;
    readonly $check: (value: Py) => boolean;
    readonly $methods: Readonly<Record<string, Py>>;
    readonly $base: (() => Py) | undefined;
  };

/** Makes a built-in type of a conversion function. */
export function builtinType<F, M extends object = object>(convert: F, parts: TypeParts<M>): BuiltinType<F, M> {
  const methods = parts.methods ?? {};
  return Object.assign(convert as object, methods, {
    $builtin: true,
    $name: parts.name,
    $module: "builtins",
    $check: parts.check,
    $methods: Object.assign(Object.create(null) as object, methods),
    $base: parts.base,
  }) as BuiltinType<F, M>;
}
