/** What a channel can carry: everything but `undefined`, which `recv()` gives at the end. */
export type Sendable = string | number | boolean | bigint | symbol | object | null;

/** Throws a `TypeError` for `undefined`, which types alone do not keep out. */
export function checkSendable(value: unknown): void {
  if (value === undefined) throw new TypeError("Cannot send undefined: it marks the end of a channel. Send null instead.");
}
