import type * as py from "@portalis/parser";
import { calleeOf, methodAround, type Callee } from "../../analyze/callee.js";
import type { ClassInfo } from "../../analyze/class-info.js";
import { isBlockingCall } from "../../analyze/colour.js";
import type { FunctionInfo } from "../../analyze/function-info.js";
import { importOf } from "../../analyze/link-classes.js";
import { diagnosticCodes } from "../../diagnostic-codes.js";
import { identifier, propertyName } from "../../names.js";
import * as b from "../../tree/build.js";
import type { Expression } from "../../tree/expressions.js";
import { emitDynamicArguments, emitPositional, matchArguments, type CallParameter } from "../arguments.js";
import type { Context } from "../context.js";
import { emitExpression } from "../expression.js";
import { canWait } from "../frame.js";
import { className, emitExceptionClass } from "../library-names.js";
import { emitBuiltinCall, emitBuiltinMethodCall, emitLibraryCall, emitLibraryMethodCall } from "./library-call.js";

/** A call: direct where it is proven what is called and the arguments fit, otherwise through the helpers that look at run time. */
export function emitCall(node: py.Call, cx: Context): Expression {
  const cast = castValue(node, cx);
  if (cast !== undefined) return emitExpression(cast, cx);
  const value = emitCallee(node, calleeOf(node, cx.inference), cx);
  if (!isBlockingCall(node, cx.inference)) return value;
  if (canWait(cx.frame)) return b.yieldAll(value, node);
  return cx.refused(
    diagnosticCodes.blocking,
    node,
    "a call that waits, in a place that cannot wait",
    "call it from the module, from a plain function or from a coroutine",
  );
}

/** The value of `typing.cast(type, value)`, which does nothing at run time. */
function castValue(node: py.Call, cx: Context): py.Expr | undefined {
  const imported = importOf(node.func, cx.program);
  return imported?.module === "typing" && imported.name === "cast" && node.args.length === 2 ? node.args[1] : undefined;
}

function emitCallee(node: py.Call, callee: Callee, cx: Context): Expression {
  switch (callee.kind) {
    case "function":
      return emitDirect(callee.info.parameters, emitExpression(node.func, cx), node, cx) ?? emitUnknownCall(node, cx);
    case "method": {
      const target = b.member(emitExpression(callee.receiver, cx), propertyName(callee.info.name));
      return emitDirect(callee.info.parameters, target, node, cx) ?? emitInvoke(callee.receiver, callee.info.name, node, cx);
    }
    case "super":
      return emitSuperCall(callee.name, callee.info, node, cx);
    case "class":
      return emitConstruction(callee.info, node, cx);
    case "exception":
      return emitExceptionConstruction(callee.name, node, cx);
    case "library":
      return emitLibraryCall(callee.module, callee.name, callee.entry, node, cx);
    case "libraryMethod":
      return emitLibraryMethodCall(callee.receiver, callee.name, callee.entry, node, cx);
    case "builtin":
      return emitBuiltinCall(callee.name, callee.entry, node, cx);
    case "builtinMethod":
      return emitBuiltinMethodCall(callee.receiver, callee.type, callee.name, callee.entry, node, cx);
    case "unknownMethod":
      return emitInvoke(callee.receiver, callee.name, node, cx);
    case "unknown":
      return emitUnknownCall(node, cx);
  }
}

/** A call in the direct form: positional arguments, then `args`, then the keyword-only ones, then the other keywords. */
function emitDirect(parameters: FunctionInfo["parameters"], target: Expression, node: py.Call, cx: Context): Expression | undefined {
  const shapes = parameters.map(({ name, kind, initial }) => ({
    name,
    kind,
    optional: initial !== undefined || kind === "rest" || kind === "keywords",
  }));
  const matched = matchArguments(shapes, node, cx);
  if (matched === undefined) return undefined;
  const has = (kind: CallParameter["kind"]): boolean => shapes.some((shape) => shape.kind === kind);
  const isPlain = !has("rest") && !has("keyword-only") && !has("keywords");
  const args = emitPositional(matched.positional, cx, !isPlain);
  if (has("rest")) args.push(cx.callHelper("T", emitSpread(matched.rest, cx)));
  if (has("keyword-only")) args.push(b.object(matched.keywordOnly.map(({ name, value }) => ({ name, value: emitExpression(value, cx) }))));
  if (has("keywords"))
    args.push(
      cx.callHelper(
        "D",
        matched.keywords.map(({ name, value }) => b.array([b.text(name), emitExpression(value, cx)])),
      ),
    );
  return b.call(target, args, node);
}

function emitSpread(values: readonly py.Expr[], cx: Context): Expression[] {
  return values.map((value) =>
    value.type === "Starred" ? b.spread(cx.callHelper("iter", [emitExpression(value.value, cx)])) : emitExpression(value, cx),
  );
}

/** `call(f, a)` or `callKw(f, [a], { k: v })`. */
export function emitUnknownCall(node: py.Call, cx: Context): Expression {
  const func = emitExpression(node.func, cx);
  const { positional, keywords } = emitDynamicArguments(node, cx);
  return keywords === undefined
    ? cx.callHelper("call", [func, ...positional], node)
    : cx.callHelper("callKw", [func, b.array(positional), keywords], node);
}

/** Methods that change a dict: the `__dict__` of a translated object is a copy. */
const changingMethods = new Set(["update", "pop", "popitem", "clear", "setdefault"]);

/** `invoke(obj, "m", a)` or `invokeKw(obj, "m", [a], { k: v })`. */
export function emitInvoke(receiver: py.Expr, name: string, node: py.Call, cx: Context): Expression {
  if (receiver.type === "Attribute" && receiver.attr === "__dict__" && changingMethods.has(name)) {
    return cx.refused(diagnosticCodes.names, node, "changing attributes through '__dict__'", "use setattr");
  }
  return invocation(emitExpression(receiver, cx), name, node, cx);
}

function invocation(object: Expression, name: string, node: py.Call, cx: Context): Expression {
  const { positional, keywords } = emitDynamicArguments(node, cx);
  if (keywords === undefined) return cx.callHelper("invoke", [object, b.text(name), ...positional], node);
  return cx.callHelper("invokeKw", [object, b.text(name), b.array(positional), keywords], node);
}

function emitSuperCall(name: string, info: FunctionInfo | undefined, node: py.Call, cx: Context): Expression {
  const method = methodAround(node.func, cx.inference);
  if (method?.owner === undefined || method !== cx.frame.info) {
    return cx.refused(diagnosticCodes.class, node, "super() outside of the method's own code", "call it directly in the method");
  }
  const isDirect =
    info !== undefined ? info.role === method.role || info.role === "static" : name === "__init__" && method.role === "method";
  if (isDirect) {
    const target = b.member(b.keyword("super"), propertyName(name));
    if (info !== undefined) {
      const direct = emitDirect(info.parameters, target, node, cx);
      if (direct !== undefined) return direct;
    } else if (node.keywords.length === 0) return b.call(target, emitSpread(node.args, cx), node);
  }
  const receiver = method.receiver === undefined ? b.keyword("this") : b.name(identifier(method.receiver));
  const self = cx.frame.receiver === undefined ? receiver : b.keyword("this");
  return invocation(cx.callHelper("superOf", [b.name(className(method.owner, cx)), self]), name, node, cx);
}

function emitConstruction(info: ClassInfo, node: py.Call, cx: Context): Expression {
  const target = emitExpression(node.func, cx);
  if (info.hasUnknownBase || info.methods.has("__new__") || info.isDecorated || info.lineage.some((relative) => relative.isEnum))
    return emitUnknownCall(node, cx);
  const isExact = node.func.type !== "Name" || cx.program.variableOf.get(node.func) === info.variable;
  const init = info.findMethod("__init__");
  if (
    !isExact &&
    info.family.some((relative) => relative !== info && (relative.methods.has("__init__") || relative.dataclass !== undefined))
  )
    return emitUnknownCall(node, cx);
  if (info.lineage.some((relative) => relative.node.body.some(isAbstract))) return emitUnknownCall(node, cx);
  const parameters = constructorParameters(info, init);
  if (parameters === undefined) {
    if (info.exceptionRoot !== undefined && node.keywords.length === 0) return b.construct(target, emitSpread(node.args, cx), node);
    return emitUnknownCall(node, cx);
  }
  const direct = emitDirect(parameters, target, node, cx);
  if (direct?.kind !== "call") return emitUnknownCall(node, cx);
  return b.construct(target, direct.args, node);
}

/** What a class is called with; `undefined` if only run time knows. */
function constructorParameters(info: ClassInfo, init: FunctionInfo | undefined): FunctionInfo["parameters"] | undefined {
  for (const relative of info.lineage) {
    if (relative.methods.has("__init__")) return init?.hasDecorators === false ? init.parameters : undefined;
    if (relative.dataclass !== undefined) return dataclassParameters(info);
  }
  return info.exceptionRoot === undefined ? [] : undefined;
}

function dataclassParameters(info: ClassInfo): FunctionInfo["parameters"] | undefined {
  const fields = [...info.lineage].reverse().flatMap((relative) => relative.dataclass?.fields ?? []);
  const isPlain = fields.every((field) => field.initial === undefined || field.initial.type === "Constant");
  const options = info.lineage.flatMap((relative) => relative.dataclass?.options ?? []);
  const isKnown =
    info.lineage.every((relative) => relative.dataclass !== undefined) && new Set(fields.map((field) => field.name)).size === fields.length;
  if (!isPlain || !isKnown || options.some((option) => option.arg === "init" || option.arg === "kw_only")) return undefined;
  return fields.map((field) => ({ name: field.name, kind: "positional", node: undefined as never, initial: field.initial }));
}

function isAbstract(statement: py.Stmt): boolean {
  if (statement.type !== "FunctionDef" && statement.type !== "AsyncFunctionDef") return false;
  return statement.decorator_list.some(
    (decorator) =>
      (decorator.type === "Name" && decorator.id === "abstractmethod") ||
      (decorator.type === "Attribute" && decorator.attr === "abstractmethod"),
  );
}

function emitExceptionConstruction(name: string, node: py.Call, cx: Context): Expression {
  if (node.keywords.length > 0) return emitUnknownCall(node, cx);
  return b.construct(emitExceptionClass(name, cx), emitSpread(node.args, cx), node);
}
