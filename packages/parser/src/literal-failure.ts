/** A literal that is lexically whole but has no value: a bad escape, mixed bytes and text. It never leaves `parse`. */
export class LiteralFailure extends Error {
  override readonly name = "LiteralFailure";
  /** The index of the token at fault. */
  readonly index: number;
  /** Whether CPython points at that token; otherwise it points at the token it has read last. */
  readonly exact: boolean;

  constructor(message: string, index: number, exact = false) {
    super(message);
    this.index = index;
    this.exact = exact;
  }
}
