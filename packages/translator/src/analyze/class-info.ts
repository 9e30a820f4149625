import type * as py from "@portalis/parser";
import type { FunctionInfo } from "./function-info.js";
import type { Scope, Variable } from "./scope.js";

/** What the translator knows of a class. */
export class ClassInfo {
  readonly node: py.ClassDef;
  readonly name: string;
  readonly qualname: string;
  readonly scope: Scope;
  /** Methods, static and class methods by name; properties are in {@link properties}. */
  readonly methods: Map<string, FunctionInfo>;
  readonly properties: Map<string, { getter: FunctionInfo; setter: FunctionInfo | undefined }>;
  /** Names that the class body assigns. */
  readonly attributes: Set<string>;
  /** The base when it is a class of the same module. */
  base: ClassInfo | undefined;
  /** The base when it is a built-in exception. */
  exceptionBase: string | undefined;
  /** An enumeration. */
  isEnum = false;
  /** The base cannot be seen through. */
  hasUnknownBase = false;
  readonly subclasses: ClassInfo[] = [];
  /** Options and fields of a dataclass. */
  dataclass: DataclassInfo | undefined;
  /** A decorator may replace it by something else. */
  isDecorated = false;
  /** It is used other than by calling it, subclassing it or naming it as a type. */
  escapes = false;
  variable: Variable | undefined;

  constructor(node: py.ClassDef, qualname: string, scope: Scope) {
    this.node = node;
    this.name = node.name;
    this.qualname = qualname;
    this.scope = scope;
    this.methods = new Map();
    this.properties = new Map();
    this.attributes = new Set();
    this.established = new Set();
  }

  /** The class and its bases within the module, nearest first. */
  get lineage(): readonly ClassInfo[] {
    const lineage: ClassInfo[] = [this];
    for (let info = this.base; info !== undefined && !lineage.includes(info); info = info.base) lineage.push(info);
    return lineage;
  }

  /** The class and everything derived from it. */
  get family(): readonly ClassInfo[] {
    return [this, ...this.subclasses.flatMap((info) => info.family)];
  }

  /** The topmost class of the module that it derives from. */
  get root(): ClassInfo {
    return this.lineage.at(-1) ?? this;
  }

  /** The method of this name, its own or an inherited one. */
  findMethod(name: string): FunctionInfo | undefined {
    for (const info of this.lineage) {
      const method = info.methods.get(name);
      if (method !== undefined) return method;
      if (info.attributes.has(name) || info.properties.has(name)) return undefined;
    }
    return undefined;
  }

  /** The property of this name, its own or an inherited one. */
  findProperty(name: string): { getter: FunctionInfo; setter: FunctionInfo | undefined } | undefined {
    for (const info of this.lineage) {
      const property = info.properties.get(name);
      if (property !== undefined) return property;
      if (info.attributes.has(name) || info.methods.has(name)) return undefined;
    }
    return undefined;
  }

  /** Attributes that every instance has once its `__init__` is through; the pass over classes finds them. */
  readonly established: Set<string>;

  /** Whether every instance of the class, or of one derived from it, has the attribute whenever it can be seen. */
  isEstablished(name: string): boolean {
    return this.family.every((info) => info.established.has(name));
  }

  /** A special method of this name is in the class, its bases or what derives from it. */
  familyDefines(name: string): boolean {
    return this.root.family.some((info) => info.methods.has(name));
  }

  /** The built-in exception that it derives from in the end. */
  get exceptionRoot(): string | undefined {
    return this.root.exceptionBase;
  }
}

/** A dataclass: its options and its own fields in order. */
export interface DataclassInfo {
  readonly options: readonly py.Keyword[];
  readonly fields: readonly DataclassField[];
}

/** One field of a dataclass. */
export interface DataclassField {
  readonly name: string;
  readonly initial: py.Expr | undefined;
  readonly node: py.AnnAssign;
}
