import type { CmpOperator, Operator } from "./ast.js";
import * as kind from "./token-kinds.js";

/** How tightly the operator of each token kind binds (`|` 1 to `*` 6); 0 for other tokens. `**` is not among them. */
export const binaryPrecedence: Uint8Array = new Uint8Array(256);

/** The node of a binary operator's token. */
export const binaryOperator: readonly Operator[] = (() => {
  const table: Operator[] = [];
  const rows: readonly (readonly [number, Operator, number])[] = [
    [kind.VERTICAL_BAR, "BitOr", 1],
    [kind.CIRCUMFLEX, "BitXor", 2],
    [kind.AMPERSAND, "BitAnd", 3],
    [kind.LEFT_SHIFT, "LShift", 4],
    [kind.RIGHT_SHIFT, "RShift", 4],
    [kind.PLUS, "Add", 5],
    [kind.MINUS, "Sub", 5],
    [kind.STAR, "Mult", 6],
    [kind.SLASH, "Div", 6],
    [kind.DOUBLE_SLASH, "FloorDiv", 6],
    [kind.PERCENT, "Mod", 6],
    [kind.AT, "MatMult", 6],
  ];
  for (const [token, operator, precedence] of rows) {
    table[token] = operator;
    binaryPrecedence[token] = precedence;
  }
  return table;
})();

/** The operator of an augmented assignment's token; undefined for other tokens. */
export function augmentedOperator(token: number): Operator | undefined {
  if (token === kind.DOUBLE_STAR_EQUAL) return "Pow";
  if (token < kind.VERTICAL_BAR_EQUAL || token > kind.AT_EQUAL) return undefined;
  return binaryOperator[token - kind.VERTICAL_BAR_EQUAL + kind.VERTICAL_BAR];
}

/** The comparison that begins with this token; `is` and `not` may go on to `is not` and `not in`. */
export function comparisonOperator(token: number): CmpOperator | undefined {
  switch (token) {
    case kind.LESS:
      return "Lt";
    case kind.GREATER:
      return "Gt";
    case kind.DOUBLE_EQUAL:
      return "Eq";
    case kind.NOT_EQUAL:
      return "NotEq";
    case kind.LESS_EQUAL:
      return "LtE";
    case kind.GREATER_EQUAL:
      return "GtE";
    case kind.K_IN:
      return "In";
    case kind.K_IS:
      return "Is";
    case kind.K_NOT:
      return "NotIn";
    default:
      return undefined;
  }
}
