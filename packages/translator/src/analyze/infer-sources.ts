import type * as py from "@portalis/parser";
import type { Inference } from "./infer.js";
import { operatorType } from "./infer-operators.js";
import { moduleMemberType } from "./infer.js";
import type { Source } from "./scope.js";
import { libraryModules } from "../library/modules.js";
import { joinTypes, never, simpleType, unknown, type PyType } from "./types.js";

/** The type of what a binding gives its name. */
export function sourceType(source: Source, inference: Inference): PyType {
  switch (source.from) {
    case "expression":
      return inference.typeOf(source.expression);
    case "item":
      return source.asynchronous ? unknown : itemType(source.of, inference);
    case "part": {
      if (source.starred) return simpleType("list");
      const whole = sourceType(source.of, inference);
      if (whole.kind === "never") return never;
      return whole.kind === "tuple" && whole.items?.length === source.count ? (whole.items[source.index] ?? unknown) : unknown;
    }
    case "augmented": {
      const { target, op, value } = source.statement;
      return operatorType(op, target.type === "Subscript" ? unknown : inference.typeOf(target), inference.typeOf(value), value);
    }
    case "function":
      return source.info.hasDecorators ? unknown : { kind: "function", info: source.info };
    case "class":
      return source.info.isDecorated ? unknown : { kind: "class", info: source.info };
    case "import":
      return importedType(source.module, source.name);
    case "parameter":
      return parameterType(source.info, source.index, inference);
    case "enter":
      return enteredType(source.manager, source.asynchronous, inference);
    case "exception":
      return caughtType(source.type, inference);
    case "nothing":
      return never;
    case "unknown":
      return unknown;
  }
}

function itemType(of: Source, inference: Inference): PyType {
  if (of.from !== "expression") return unknown;
  const { expression } = of;
  const iterable = inference.typeOf(expression);
  switch (iterable.kind) {
    case "never":
      return never;
    case "range":
      return simpleType("int");
    case "str":
      return iterable;
    case "bytes":
      return simpleType("int");
    case "tuple":
      return iterable.items === undefined ? unknown : iterable.items.reduce(joinTypes, never);
    case "rows": {
      const isEnumerate = expression.type === "Call" && expression.func.type === "Name" && expression.func.id === "enumerate";
      const start = isEnumerate ? (expression.args[1] ?? expression.keywords[0]?.value) : undefined;
      const counts = isEnumerate && (start === undefined || inference.typeOf(start).kind === "int");
      return { kind: "tuple", items: [counts ? simpleType("int") : unknown, ...Array.from({ length: iterable.width - 1 }, () => unknown)] };
    }
    default:
      return unknown;
  }
}

function importedType(module: string, name: string | undefined): PyType {
  if (!libraryModules.has(module)) return unknown;
  return name === undefined ? { kind: "module", name: module } : moduleMemberType(module, name);
}

function parameterType(info: Extract<Source, { from: "parameter" }>["info"], index: number, inference: Inference): PyType {
  if (index < 0) {
    if (info.owner === undefined) return unknown;
    return info.role === "class" ? { kind: "class", info: info.owner } : { kind: "instance", info: info.owner };
  }
  const parameter = info.parameters[index];
  switch (parameter?.kind) {
    case "rest":
      return { kind: "tuple", items: undefined };
    case "keywords":
      return simpleType("dict");
    case undefined:
      return unknown;
    default: {
      const given = inference.facts.parameterType(info, index);
      return parameter?.initial === undefined ? given : joinTypes(given, inference.typeOf(parameter.initial));
    }
  }
}

function enteredType(manager: py.Expr, asynchronous: boolean, inference: Inference): PyType {
  const type = inference.typeOf(manager);
  if (type.kind === "never") return never;
  if (asynchronous && type.kind === "library" && (type.name === "asyncio.TaskGroup" || type.name === "asyncio.Timeout")) return type;
  if (type.kind !== "instance") return unknown;
  const method = type.info.findMethod(asynchronous ? "__aenter__" : "__enter__");
  return method === undefined || method.hasDecorators || type.info.family.length > 1 ? unknown : inference.facts.resultType(method);
}

function caughtType(type: py.Expr | undefined, inference: Inference): PyType {
  if (type === undefined) return unknown;
  const caught = inference.typeOf(type);
  if (caught.kind === "exceptionClass") return { kind: "exception", name: caught.name };
  if (caught.kind === "class") return { kind: "instance", info: caught.info };
  return caught.kind === "never" ? never : unknown;
}
