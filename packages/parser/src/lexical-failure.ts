/**
 * Thrown inside the lexer and turned into the stream's `problem` by it; users never see it.
 *
 * `at` is the offset behind the last character read, which is where CPython points. `from` and `to` name a range instead.
 */
export class LexicalFailure extends Error {
  override readonly name = "LexicalFailure";
  readonly at: number;
  readonly from: number | undefined;
  readonly to: number | undefined;

  readonly parserEnd: number | undefined;

  constructor(message: string, at: number, from?: number, to?: number, parserEnd?: number) {
    super(message);
    this.at = at;
    this.from = from;
    this.to = to;
    this.parserEnd = parserEnd;
  }
}
