import type { Expression, FunctionParts, Located } from "./expressions.js";
import type { TypeNode } from "./types.js";

/** What every statement carries besides its content. */
export interface StatementParts extends Located {
  /** An empty line goes before this statement. */
  readonly spaced?: boolean | undefined;
  /** Text of a documentation comment before this statement. */
  readonly doc?: string | undefined;
}

/** A member of a class. */
export type ClassMember = StatementParts &
  (
    | { readonly kind: "field"; readonly name: string; readonly type: TypeNode }
    | { readonly kind: "staticField"; readonly name: string; readonly type: TypeNode; readonly initial: Expression | undefined }
    | ({
        readonly kind: "method";
        readonly name: string;
        readonly modifier: "" | "static" | "get" | "set";
        readonly generator: boolean;
      } & FunctionParts)
  );

/** One imported name: `add as $add`, `type Py`. */
export interface ImportSpecifier {
  readonly name: string;
  readonly alias: string;
  readonly typeOnly: boolean;
}

/** A statement of TypeScript, as far as translated programs need them. */
export type Statement = StatementParts &
  (
    | { readonly kind: "expression"; readonly value: Expression }
    | {
        readonly kind: "variable";
        readonly constant: boolean;
        readonly exported: boolean;
        readonly target: Expression;
        readonly type: TypeNode | undefined;
        readonly initial: Expression | undefined;
      }
    | { readonly kind: "variables"; readonly names: readonly string[]; readonly type: TypeNode }
    | ({ readonly kind: "function"; readonly name: string; readonly generator: boolean; readonly exported: boolean } & FunctionParts)
    | {
        readonly kind: "class";
        readonly name: string;
        readonly exported: boolean;
        readonly base: Expression | undefined;
        readonly members: readonly ClassMember[];
      }
    | { readonly kind: "block"; readonly label: string | undefined; readonly body: readonly Statement[] }
    | { readonly kind: "if"; readonly test: Expression; readonly then: readonly Statement[]; readonly otherwise: readonly Statement[] }
    | { readonly kind: "while"; readonly label: string | undefined; readonly test: Expression; readonly body: readonly Statement[] }
    | {
        readonly kind: "forOf";
        readonly label: string | undefined;
        readonly declaration: "const" | "";
        readonly target: Expression;
        readonly iterable: Expression;
        readonly body: readonly Statement[];
      }
    | {
        readonly kind: "try";
        readonly body: readonly Statement[];
        readonly handler: { readonly name: string; readonly body: readonly Statement[] } | undefined;
        readonly finalizer: readonly Statement[] | undefined;
      }
    | { readonly kind: "return"; readonly value: Expression | undefined }
    | { readonly kind: "throw"; readonly value: Expression }
    | { readonly kind: "break"; readonly label: string | undefined }
    | { readonly kind: "continue"; readonly label: string | undefined }
    /** `export {}`: what makes a file without imports a module. */
    | { readonly kind: "exportNothing" }
    | {
        readonly kind: "import";
        readonly module: string;
        readonly namespace: string | undefined;
        readonly names: readonly ImportSpecifier[];
      }
  );

/** A statement of one kind. */
export type StatementOf<Kind extends Statement["kind"]> = Extract<Statement, { readonly kind: Kind }>;
