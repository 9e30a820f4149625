import type { ClassInfo } from "./class-info.js";
import type { FunctionInfo } from "./function-info.js";
import type { Program } from "./program.js";
import type { Variable } from "./scope.js";
import { boundType, joinTypes, never, sameType, unknown, type PyType } from "./types.js";

/**
 * What is known so far about the values of variables, attributes and results.
 * Every fact only ever widens, from `never` to `unknown`, which is why the search for them ends.
 */
export class Facts {
  private readonly variables = new Map<Variable, PyType>();
  private readonly attributes = new Map<ClassInfo, Map<string, PyType>>();
  private readonly results = new Map<FunctionInfo, PyType>();
  private readonly parameters = new Map<FunctionInfo, Map<number, PyType>>();
  /** Attribute names that are stored, by any receiver. */
  readonly storedAttributes: ReadonlySet<string>;
  /** Names of attributes are computed somewhere (`setattr`): nothing about attributes is certain. */
  readonly hasDynamicAttributes: boolean;
  /** Every comparison gives a bool, because no class of the program says otherwise. */
  comparesToBool = true;
  private changed = false;

  constructor(program: Program, dynamicAttributes: boolean) {
    this.hasDynamicAttributes = dynamicAttributes;
    this.storedAttributes = new Set(program.attributeStores.map((store) => store.target.attr));
  }

  /** Whether anything was learnt since the last call. */
  takeChanged(): boolean {
    const { changed } = this;
    this.changed = false;
    return changed;
  }

  /** The type of all values of a variable. */
  variableType(variable: Variable): PyType {
    return this.variables.get(variable) ?? never;
  }

  /** Widens the type of a variable. */
  learnVariable(variable: Variable, type: PyType): void {
    this.learn(this.variables, variable, type);
  }

  /** The type of an attribute of the instances of a class and its relatives. */
  attributeType(info: ClassInfo, name: string): PyType {
    return this.attributes.get(info.root)?.get(name) ?? (this.hasDynamicAttributes ? unknown : never);
  }

  /** Widens the type of an attribute. */
  learnAttribute(info: ClassInfo, name: string, type: PyType): void {
    let table = this.attributes.get(info.root);
    if (table === undefined) {
      table = new Map();
      this.attributes.set(info.root, table);
    }
    this.learn(table, name, this.hasDynamicAttributes ? unknown : type);
  }

  /** The type of what a function returns; for a coroutine, of what awaiting it gives. */
  resultType(info: FunctionInfo): PyType {
    return this.results.get(info) ?? never;
  }

  /** The type of what callers give for a parameter. */
  parameterType(info: FunctionInfo, index: number): PyType {
    return this.parameters.get(info)?.get(index) ?? never;
  }

  /** Widens the type of a parameter. */
  learnParameter(info: FunctionInfo, index: number, type: PyType): void {
    let table = this.parameters.get(info);
    if (table === undefined) {
      table = new Map();
      this.parameters.set(info, table);
    }
    this.learn(table, index, type);
  }

  /** Widens the type of a result. */
  learnResult(info: FunctionInfo, type: PyType): void {
    this.learn(this.results, info, type);
  }

  /** The names of attributes known for a class and its relatives. */
  attributeNames(info: ClassInfo): ReadonlySet<string> {
    return new Set(this.attributes.get(info.root)?.keys());
  }

  private learn<Key>(table: Map<Key, PyType>, key: Key, type: PyType): void {
    const before = table.get(key) ?? never;
    const after = boundType(joinTypes(before, type));
    if (table.has(key) && sameType(before, after)) return;
    table.set(key, after);
    this.changed = true;
  }
}
