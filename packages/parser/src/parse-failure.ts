/**
 * The parser cannot go on at the token `index`. It never leaves `parse`, which asks the diagnosis for the message that
 * CPython has for the mistake.
 */
export class ParseFailure extends Error {
  override readonly name = "ParseFailure";
  readonly index: number;
  /** Whether the nesting is too deep, rather than the syntax wrong. */
  readonly tooDeep: boolean;

  constructor(index: number, tooDeep = false) {
    super("invalid syntax");
    this.index = index;
    this.tooDeep = tooDeep;
  }
}
