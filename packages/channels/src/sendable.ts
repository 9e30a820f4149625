/** What a channel can carry: everything but `undefined`, which `recv()` gives at the end. */
// eslint-disable-next-line @typescript-eslint/no-generated-empty-object-type -- "everything there is" is what is meant; a union of types would leave generic types out
export type Sendable = NonNullable<unknown> | null;

/** Throws a `TypeError` for `undefined`, which types alone do not keep out. */
export function checkSendable(value: unknown): void {
  if (value === undefined) throw new TypeError("Cannot send undefined: it marks the end of a channel. Send null instead.");
}
