import type * as py from "@portalis/parser";
import { asyncioTypes } from "../library/asyncio.js";
import { builtinExceptions, builtinFunctions } from "../library/builtins.js";
import { libraryModules } from "../library/modules.js";
import { attributeName, calleeOf, isSuperCall, methodAround } from "./callee.js";
import type { Facts } from "./facts.js";
import type { FunctionInfo } from "./function-info.js";
import { binaryType, literalType, subscriptType, unaryType } from "./infer-operators.js";
import type { Program } from "./program.js";
import { joinTypes, never, simpleType, typeNamed, unknown, type PyType } from "./types.js";

/** Says what is proven about the value of an expression. */
export class Inference {
  readonly program: Program;
  readonly facts: Facts;
  private cache = new Map<py.Expr, PyType>();

  constructor(program: Program, facts: Facts) {
    this.program = program;
    this.facts = facts;
  }

  /** Forgets what was found: facts have widened. */
  forget(): void {
    this.cache = new Map();
  }

  /** The type of an expression's value. */
  typeOf(node: py.Expr): PyType {
    let type = this.cache.get(node);
    if (type === undefined) {
      type = this.find(node);
      this.cache.set(node, type);
    }
    return type;
  }

  private find(node: py.Expr): PyType {
    switch (node.type) {
      case "Constant":
        return literalType(node);
      case "JoinedStr":
        return simpleType("str");
      case "Name":
        return this.nameType(node);
      case "Attribute":
        return this.attributeType(node);
      case "Call":
        return this.callType(node);
      case "Await":
        return this.awaitedType(this.typeOf(node.value));
      case "BinOp":
        return binaryType(node, this.typeOf(node.left), this.typeOf(node.right));
      case "UnaryOp":
        return unaryType(node.op, this.typeOf(node.operand));
      case "Compare":
        return node.ops.every((op) => op === "Is" || op === "IsNot" || op === "In" || op === "NotIn") || this.facts.comparesToBool
          ? simpleType("bool")
          : unknown;
      case "BoolOp":
        return node.values.map((value) => this.typeOf(value)).reduce(joinTypes, never);
      case "IfExp":
        return joinTypes(this.typeOf(node.body), this.typeOf(node.orelse));
      case "NamedExpr":
        return this.typeOf(node.value);
      case "List":
      case "ListComp":
        return simpleType("list");
      case "Dict":
      case "DictComp":
        return simpleType("dict");
      case "Set":
      case "SetComp":
        return simpleType("set");
      case "GeneratorExp":
        return simpleType("generator");
      case "Tuple":
        return {
          kind: "tuple",
          items: node.elts.some((element) => element.type === "Starred") ? undefined : node.elts.map((element) => this.typeOf(element)),
        };
      case "Subscript":
        return this.isGenericClass(node.value) ? this.typeOf(node.value) : subscriptType(node, this.typeOf(node.value), this);
      default:
        return unknown;
    }
  }

  /** Whether subscripting a class only names its type arguments: `Stack[int]()`. */
  isGenericClass(node: py.Expr): boolean {
    const type = this.typeOf(node);
    if (type.kind !== "class") return false;
    return type.info.lineage.every((info) => !info.methods.has("__class_getitem__") && !info.isEnum && !info.hasUnknownBase);
  }

  private nameType(node: py.Name): PyType {
    const variable = this.program.variableOf.get(node);
    if (variable !== undefined) return this.facts.variableType(variable);
    if (builtinExceptions.has(node.id)) return { kind: "exceptionClass", name: node.id };
    if (builtinFunctions.has(node.id)) return { kind: "builtin", name: node.id };
    return unknown;
  }

  private attributeType(node: py.Attribute): PyType {
    const receiver = this.typeOf(node.value);
    const name = attributeName(node, this);
    switch (receiver.kind) {
      case "never":
        return never;
      case "module":
        return moduleMemberType(receiver.name, name);
      case "instance": {
        const property = receiver.info.findProperty(name);
        if (property !== undefined) return receiver.info.family.length > 1 ? unknown : this.facts.resultType(property.getter);
        if (receiver.info.family.some((info) => info.properties.has(name) || info.findMethod(name) !== undefined)) return unknown;
        return receiver.info.isEstablished(name) ? this.facts.attributeType(receiver.info, name) : unknown;
      }
      default:
        return unknown;
    }
  }

  private callType(node: py.Call): PyType {
    if (isSuperCall(node)) return methodAround(node, this) === undefined ? unknown : simpleType("super");
    const callee = calleeOf(node, this);
    switch (callee.kind) {
      case "function":
      case "method":
        return this.invocationType(callee.info);
      case "super":
        return callee.info === undefined ? unknown : this.invocationType(callee.info);
      case "class":
        return { kind: "instance", info: callee.info };
      case "exception":
        return { kind: "exception", name: callee.name };
      case "library":
      case "libraryMethod":
      case "builtin":
      case "builtinMethod": {
        const result = callee.entry.result.startsWith("@") ? this.awaitedArgument(node) : typeNamed(callee.entry.result);
        return callee.entry.waits ? { kind: "coroutine", result } : result;
      }
      case "unknown":
        return this.typeOf(node.func).kind === "never" ? never : unknown;
      case "unknownMethod":
        return this.typeOf(callee.receiver).kind === "never" ? never : unknown;
    }
  }

  /** What calling a function of the program gives. */
  private invocationType(info: FunctionInfo): PyType {
    if (info.hasDecorators) return unknown;
    if (info.isAsync && info.isGenerator) return simpleType("asyncGenerator");
    if (info.isAsync) return { kind: "coroutine", result: this.facts.resultType(info) };
    if (info.isGenerator) return simpleType("generator");
    return this.facts.resultType(info);
  }

  /** What awaiting the first argument gives. */
  private awaitedArgument(node: py.Call): PyType {
    const [first] = node.args;
    return first === undefined || first.type === "Starred" ? unknown : this.awaitedType(this.typeOf(first));
  }

  private awaitedType(type: PyType): PyType {
    if (type.kind === "never") return never;
    return type.kind === "coroutine" ? type.result : unknown;
  }
}

/** The type of a name of a module. */
export function moduleMemberType(module: string, name: string): PyType {
  const library = libraryModules.get(module);
  if (library === undefined) return unknown;
  const exception = library.exceptions.get(name);
  if (exception !== undefined)
    return { kind: "exceptionClass", name: builtinExceptions.has(exception) ? exception : `${module}.${exception}` };
  if (library.functions.has(name)) return { kind: "member", module, name };
  if (module === "asyncio" && asyncioTypes.has(name)) return { kind: "member", module, name };
  return unknown;
}
