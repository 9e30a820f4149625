import type { Marked } from "../calls/def.js";
import type { Py } from "../py.js";

/** What a built-in type knows about itself besides how to convert to it. */
export interface TypeParts<M extends object, S extends object = object> {
  readonly name: string;
  /** Whether a value is an instance: what `isinstance` asks. */
  readonly check: (value: Py) => boolean;
  /** Methods as functions that take the receiver first: `str.upper(s)`. */
  readonly methods?: M;
  /** Functions of the type itself: `dict.fromkeys`. */
  readonly statics?: S;
  /** The class of its instances, where it is one of this package. */
  readonly instance?: Py;
  /** The built-in type it derives from. */
  readonly base?: () => Py;
}

/** A built-in type: a conversion function that is also the type as a value, with its methods as functions. */
export type BuiltinType<F, M extends object, S extends object = object> = F &
  M &
  S & {
    readonly $builtin: true;
    readonly $name: string;
    readonly $module: string;
    readonly $check: (value: Py) => boolean;
    readonly $methods: Readonly<Record<string, Py>>;
    readonly $statics: Readonly<Record<string, Py>>;
    readonly $base: (() => Py) | undefined;
    readonly $instance: Py;
  };

/** Makes a built-in type of a conversion function. */
export function builtinType<F, M extends object = object, S extends object = object>(
  convert: F,
  parts: TypeParts<M, S>,
): BuiltinType<F, M, S> {
  const methods: object = parts.methods ?? {};
  for (const method of Object.values<Marked>(methods as Record<string, Marked>)) {
    const { $signature } = method;
    if ($signature === undefined || method.$bare !== undefined) continue;
    method.$bare = $signature;
    method.$signature = $signature.withReceiver();
  }
  return Object.assign(convert as object, methods, parts.statics, {
    $builtin: true,
    $name: parts.name,
    $module: "builtins",
    $check: parts.check,
    $methods: Object.assign(Object.create(null) as object, methods),
    $statics: Object.assign(Object.create(null) as object, parts.statics),
    $base: parts.base,
    $instance: parts.instance,
  }) as BuiltinType<F, M, S>;
}
