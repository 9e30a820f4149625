import type * as py from "@portalis/parser";
import type { ClassInfo } from "./class-info.js";
import type { FunctionInfo, FunctionNode } from "./function-info.js";
import type { Scope, Source, Variable } from "./scope.js";

/** A store to an attribute: `target.attr = ...`. */
export interface AttributeStore {
  readonly target: py.Attribute;
  readonly scope: Scope;
  readonly source: Source;
  readonly statement: py.Node;
}

/** A program after its names are bound: what all later passes ask. */
export interface Program {
  readonly tree: py.Module;
  readonly module: Scope;
  readonly functions: readonly FunctionInfo[];
  readonly classes: readonly ClassInfo[];
  /** The scope that a function, class or comprehension opens. */
  readonly scopeOf: ReadonlyMap<py.Node, Scope>;
  readonly functionOf: ReadonlyMap<FunctionNode, FunctionInfo>;
  readonly classOf: ReadonlyMap<py.ClassDef, ClassInfo>;
  /** The scope in which an expression's names are looked up, for names, attributes and calls. */
  readonly scopeAt: ReadonlyMap<py.Node, Scope>;
  /** The variable behind each use of a name; built-in and unknown names are missing. */
  readonly variableOf: ReadonlyMap<py.Node, Variable>;
  readonly attributeStores: readonly AttributeStore[];
  /** Where a statement begins in the order of {@link Reference}s. */
  readonly orderOf: ReadonlyMap<py.Stmt, number>;
}
