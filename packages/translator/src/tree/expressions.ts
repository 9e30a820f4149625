import type { Statement } from "./statements.js";
import type { TypeNode } from "./types.js";

/** A place in the Python source: lines from 1, columns from 0 in UTF-16 units. Every node of the parser is one. */
export interface Origin {
  readonly lineno: number;
  readonly col_offset: number;
}

/** A node that knows where it comes from, for the source map. */
export interface Located {
  readonly origin?: Origin | undefined;
}

/** A parameter of a function: a name or a pattern, with its type and default. */
export interface Parameter {
  readonly target: Expression;
  readonly type?: TypeNode | undefined;
  readonly initial?: Expression | undefined;
  /** Written with `?`. */
  readonly optional?: boolean | undefined;
}

/** A property of an object literal or of an object pattern. */
export interface Property {
  readonly name: string;
  /** The value; in a pattern the name that is bound, or that name with a default. */
  readonly value: Expression;
}

/** What functions of every form share. */
export interface FunctionParts {
  readonly parameters: readonly Parameter[];
  readonly returnType?: TypeNode | undefined;
  readonly body: readonly Statement[];
}

/** An expression of TypeScript, as far as translated programs need them. */
export type Expression = Located &
  (
    | { readonly kind: "name"; readonly name: string }
    | { readonly kind: "string"; readonly value: string }
    | { readonly kind: "number"; readonly value: number }
    | { readonly kind: "bigint"; readonly value: bigint }
    | { readonly kind: "keyword"; readonly word: "null" | "true" | "false" | "undefined" | "this" | "super" | "import.meta" }
    | { readonly kind: "template"; readonly tag: Expression; readonly texts: readonly string[]; readonly holes: readonly Expression[] }
    | { readonly kind: "array"; readonly elements: readonly Expression[] }
    | { readonly kind: "object"; readonly properties: readonly Property[] }
    | { readonly kind: "spread"; readonly value: Expression }
    | { readonly kind: "call"; readonly callee: Expression; readonly args: readonly Expression[] }
    | { readonly kind: "new"; readonly callee: Expression; readonly args: readonly Expression[] }
    | { readonly kind: "member"; readonly object: Expression; readonly name: string }
    | { readonly kind: "index"; readonly object: Expression; readonly key: Expression }
    | { readonly kind: "unary"; readonly operator: "!" | "-"; readonly operand: Expression }
    | { readonly kind: "binary"; readonly operator: BinaryOperator; readonly left: Expression; readonly right: Expression }
    | { readonly kind: "conditional"; readonly test: Expression; readonly then: Expression; readonly otherwise: Expression }
    | { readonly kind: "assign"; readonly target: Expression; readonly value: Expression }
    | { readonly kind: "yield"; readonly delegate: boolean; readonly value: Expression | undefined }
    | { readonly kind: "await"; readonly value: Expression }
    | { readonly kind: "cast"; readonly value: Expression; readonly type: TypeNode }
    | { readonly kind: "arrow"; readonly parameters: readonly Parameter[]; readonly body: Expression | readonly Statement[] }
    | ({ readonly kind: "function"; readonly name: string | undefined; readonly generator: boolean } & FunctionParts)
  );

/** The binary operators in use; the helpers of the Python layer do the rest. */
export type BinaryOperator = "-" | "&&" | "||" | "===" | "!==" | "==" | "!=" | "<" | "<=" | ">" | ">=" | "instanceof" | ",";

/** An expression of one kind. */
export type ExpressionOf<Kind extends Expression["kind"]> = Extract<Expression, { readonly kind: Kind }>;
