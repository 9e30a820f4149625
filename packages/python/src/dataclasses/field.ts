import type { Py } from "../py.js";

/** Options of a field of a dataclass, as Python's `dataclasses.field` has them. */
export interface FieldOptions {
  readonly default?: Py;
  readonly default_factory?: Py;
  readonly init?: boolean;
  readonly repr?: boolean;
  readonly compare?: boolean;
  readonly hash?: boolean | null;
  readonly kw_only?: boolean;
  readonly metadata?: Py;
}

/** A field of a dataclass. */
export interface Field extends FieldOptions {
  readonly name: string;
}

/** Describes a field for {@link dataclassDef}: `x: int = 0` is `field("x", { default: 0 })`. */
export function field(name: string, options: FieldOptions = {}): Field {
  return { ...options, name };
}
