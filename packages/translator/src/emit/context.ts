import type * as py from "@portalis/parser";
import type { Analysis } from "../analyze/analyze.js";
import type { Inference } from "../analyze/infer.js";
import type { Placement } from "../analyze/placement.js";
import type { Program } from "../analyze/program.js";
import type { PyType } from "../analyze/types.js";
import type { DiagnosticCode } from "../diagnostic-codes.js";
import type { DiagnosticList } from "../diagnostics.js";
import * as b from "../tree/build.js";
import type { Expression } from "../tree/expressions.js";
import type { Frame } from "./frame.js";
import type { Imports } from "./imports.js";
import { placeOf } from "./place.js";

/** What all visitors of a module share. */
export interface ModuleState {
  readonly analysis: Analysis;
  readonly placement: Placement;
  readonly diagnostics: DiagnosticList;
  readonly imports: Imports;
  /** Host features that the program needs, for `capabilities`. */
  readonly capabilities: Set<string>;
  /** The order at which the part of the module begins that runs inside `program`. */
  readonly programStart: number;
}

/** What a visitor gets beside its node: the module and the function it is in. */
export class Context {
  readonly module: ModuleState;
  readonly frame: Frame;

  constructor(module: ModuleState, frame: Frame) {
    this.module = module;
    this.frame = frame;
  }

  get program(): Program {
    return this.module.analysis.program;
  }

  get inference(): Inference {
    return this.module.analysis.inference;
  }

  get imports(): Imports {
    return this.module.imports;
  }

  /** The same module, another function. */
  inside(frame: Frame): Context {
    return new Context(this.module, frame);
  }

  typeOf(node: py.Expr): PyType {
    return this.inference.typeOf(node);
  }

  /** A helper of `@portalis/python`. */
  helper(name: string): Expression {
    return this.imports.value(name);
  }

  /** A call of a helper of `@portalis/python`. */
  callHelper(name: string, args: readonly Expression[], origin?: py.Expr | py.Stmt): Expression {
    return b.call(this.helper(name), args, origin);
  }

  /** A variable that holds a value in the middle of an expression; declared at the top of the function. */
  temporary(): Expression {
    const name = this.frame.freshName("$t");
    this.frame.temporaries.push(name);
    return b.name(name);
  }

  /** Notes a refusal; the emission goes on so that all of them are found. */
  refuse(code: DiagnosticCode, node: py.LocatedNode, what: string, hint?: string): void {
    this.module.diagnostics.unsupported(code, placeOf(node), what, hint);
  }

  /** Notes a refusal and gives an expression to go on with. */
  refused(code: DiagnosticCode, node: py.LocatedNode, what: string, hint?: string): Expression {
    this.refuse(code, node, what, hint);
    return b.keyword("null");
  }
}
