import type * as py from "@portalis/parser";
import type { ClassInfo } from "../../analyze/class-info.js";
import type { FunctionInfo } from "../../analyze/function-info.js";
import { signatureText } from "../../analyze/function-info.js";
import { basesOf, importOf } from "../../analyze/link-classes.js";
import { diagnosticCodes } from "../../diagnostic-codes.js";
import { identifier, privateName, propertyName } from "../../names.js";
import * as b from "../../tree/build.js";
import type { Expression, Property } from "../../tree/expressions.js";
import type { ClassMember, Statement } from "../../tree/statements.js";
import type { Context } from "../context.js";
import { emitExpression } from "../expression.js";
import { docstringOf, emitFunctionParts } from "../function-body.js";
import { className, emitExceptionClass } from "../library-names.js";
import { namedType } from "../../tree/types.js";
import { anything } from "../type-nodes.js";
import { hasShapeConflict } from "../class-shape.js";
import { fieldMembers } from "../class-fields.js";
import { emitDataclass } from "./dataclass.js";

/** Methods with a meaning for the making of classes and objects that the translation does not keep. */
const refusedMethods = new Set([
  "__new__",
  "__init_subclass__",
  "__set_name__",
  "__class_getitem__",
  "__get__",
  "__set__",
  "__delete__",
  "__del__",
  "__prepare__",
  "__instancecheck__",
  "__subclasscheck__",
]);

/** `class name(base): body`: a class declaration and its registration. */
export function emitClass(node: py.ClassDef, cx: Context): Statement[] {
  const info = cx.program.classOf.get(node);
  if (info === undefined) return [];
  refuseFeatures(node, info, cx);
  const name = className(info, cx);
  const before: Statement[] = [];
  const members: ClassMember[] = [];
  const registered: Property[] = [];
  const after: Statement[] = [];
  const enumMembers: Expression[] = [];
  for (const statement of node.body) emitMember(statement, info, { before, members, registered, after, enumMembers }, cx);
  const doc = docstringOf(node.body);
  if (doc !== undefined && cx.module.analysis.uses.looseAttributes.has("__doc__")) {
    members.unshift({ kind: "staticField", name: "__doc__", type: namedType("string"), initial: b.text(doc) });
    registered.unshift({ name: "__doc__", value: b.text("attribute") });
  }
  const fields = fieldMembers(info, cx);
  const declared = [
    ...fields,
    ...members.map((member, index) => (index === 0 && fields.length > 0 ? { ...member, spaced: true } : member)),
  ];
  const isPlaced = name === identifier(info.name);
  const declaration: Statement = {
    kind: "class",
    name,
    exported: isPlaced && cx.frame.kind === "module" && !node.name.startsWith("_"),
    base: emitBase(info, cx),
    members: declared,
    doc,
    origin: node,
  };
  const registration = b.evaluate(
    cx.callHelper("classDef", [b.name(name), b.text(info.qualname), ...(registered.length > 0 ? [b.object(registered)] : [])], node),
  );
  const enumeration = info.isEnum ? [b.evaluate(cx.callHelper("enumDef", [b.name(name), b.array(enumMembers)]), node)] : [];
  const statements = [...before, declaration, registration, ...enumeration, ...emitDataclass(info, name, cx), ...after];
  const decorators = node.decorator_list.filter((decorator) => !isDataclassDecorator(decorator, info, cx) && !isTypeOnly(decorator, cx));
  const value = decorators.reduceRight<Expression>(
    (inner, decorator) => cx.callHelper("call", [emitExpression(decorator, cx), inner], decorator),
    b.name(name),
  );
  if (isPlaced) return decorators.length === 0 ? statements : [...statements, b.evaluate(value, node)];
  const target = b.name(identifier(node.name));
  const declares = cx.module.placement.declares(node);
  if (declares === undefined) return [...statements, b.evaluate(b.assign(target, value), node)];
  const isExported = cx.frame.kind === "module" && !node.name.startsWith("_");
  return [
    ...statements,
    { kind: "variable", constant: declares === "const", exported: isExported, target, type: anything(cx), initial: value, origin: node },
  ];
}

interface Parts {
  readonly before: Statement[];
  readonly members: ClassMember[];
  readonly registered: Property[];
  readonly after: Statement[];
  /** Names of the members of an enumeration. */
  readonly enumMembers: Expression[];
}

function emitMember(statement: py.Stmt, info: ClassInfo, parts: Parts, cx: Context): void {
  switch (statement.type) {
    case "FunctionDef":
    case "AsyncFunctionDef": {
      const method = cx.program.functionOf.get(statement);
      if (method !== undefined) emitMethod(method, info, parts, cx);
      return;
    }
    case "Assign":
      for (const target of statement.targets) {
        if (target.type === "Name") emitClassAttribute(target, statement.value, info, parts, cx);
        else cx.refuse(diagnosticCodes.class, target, "this assignment in a class body", "assign to one name");
      }
      return;
    case "AnnAssign":
      if (statement.value === null || info.dataclass?.fields.some((field) => field.node === statement)) return;
      if (statement.target.type === "Name") emitClassAttribute(statement.target, statement.value, info, parts, cx);
      return;
    case "Pass":
      return;
    case "Expr":
      if (statement.value.type === "Constant") return;
  }
  cx.refuse(diagnosticCodes.class, statement, "this statement in a class body", "move it out of the class");
}

function emitClassAttribute(target: py.Name, value: py.Expr, info: ClassInfo, parts: Parts, cx: Context): void {
  if (target.id === "__slots__") return;
  const name = propertyName(privateName(target.id, info.name));
  if (value.type === "Name" && info.methods.has(value.id) && cx.program.variableOf.get(value)?.scope.classInfo === info) {
    const cls = b.name(className(info, cx));
    parts.after.push(
      b.evaluate(cx.callHelper("setattr", [cls, b.text(target.id), cx.callHelper("getattr", [cls, b.text(value.id)])]), target),
    );
    return;
  }
  if (parts.registered.some((property) => property.name === name)) {
    cx.refuse(diagnosticCodes.class, target, `'${target.id}' assigned twice in a class body`);
    return;
  }
  parts.members.push({ kind: "staticField", name, type: anything(cx), initial: emitExpression(value, cx), origin: target });
  parts.registered.push({ name, value: b.text("attribute") });
  if (info.isEnum && !target.id.startsWith("_")) parts.enumMembers.push(b.text(name));
}

function emitMethod(method: FunctionInfo, info: ClassInfo, parts: Parts, cx: Context): void {
  if (method.role === "deleter") {
    cx.refuse(diagnosticCodes.class, method.node, "a deleter of a property");
    return;
  }
  if (refusedMethods.has(method.name)) cx.refuse(diagnosticCodes.class, method.node, `the special method '${method.name}'`);
  const name = propertyName(privateName(method.name, info.name));
  const emitted = emitFunctionParts(method, cx);
  const modifier =
    method.role === "static" || method.role === "class"
      ? "static"
      : method.role === "property"
        ? "get"
        : method.role === "setter"
          ? "set"
          : "";
  const returnType = modifier === "set" ? undefined : emitted.returnType;
  const isFirst = parts.members.length === 0;
  const { parameters, body, generator, doc } = emitted;
  parts.before.push(...emitted.before);
  parts.members.push({
    kind: "method",
    name,
    modifier,
    generator,
    parameters,
    returnType,
    body,
    doc,
    spaced: !isFirst,
    origin: method.node,
  });
  if (modifier !== "set") parts.registered.push({ name, value: b.text(memberText(method)) });
  const decorated = method.appliedDecorators.reduceRight<Expression>(
    (inner, decorator) => cx.callHelper("call", [emitExpression(decorator, cx), inner], decorator),
    cx.callHelper("getattr", [b.name(className(info, cx)), b.text(method.name)]),
  );
  if (method.hasDecorators)
    parts.after.push(b.evaluate(cx.callHelper("setattr", [b.name(className(info, cx)), b.text(method.name), decorated])));
}

/** Kind and signature of a member: `"async (self, n=)"`, `"property"`. */
function memberText(method: FunctionInfo): string {
  const words: string[] = [];
  if (method.decorators.some(isAbstractMethod)) words.push("abstract");
  if (method.role === "property") return [...words, "property"].join(" ");
  if (method.role === "static" || method.role === "class") words.push(method.role);
  if (method.isAsync) words.push(method.isGenerator ? "asyncgen" : "async");
  else if (method.isGenerator) words.push("generator");
  else if (method.isColoured) words.push("async");
  return [...words, signatureText(method.parameters)].join(" ");
}

function isAbstractMethod(decorator: py.Expr): boolean {
  return (
    (decorator.type === "Name" && decorator.id === "abstractmethod") ||
    (decorator.type === "Attribute" && decorator.attr === "abstractmethod")
  );
}

function emitBase(info: ClassInfo, cx: Context): Expression {
  if (info.exceptionBase !== undefined) return emitExceptionClass(info.exceptionBase, cx);
  if (info.isEnum) return b.member(cx.imports.module("enum"), "Enum");
  if (info.base === undefined) return cx.helper("PyObject");
  const [base] = basesOf(info.node);
  const value = base === undefined ? b.name(info.base.name) : emitExpression(base.type === "Subscript" ? base.value : base, cx);
  return hasShapeConflict(info) ? b.cast(value, cx.imports.type("PyClass")) : value;
}

/** A decorator that says something to type checkers only. */
function isTypeOnly(decorator: py.Expr, cx: Context): boolean {
  return importOf(decorator, cx.program)?.module === "typing";
}

function isDataclassDecorator(decorator: py.Expr, info: ClassInfo, cx: Context): boolean {
  if (info.dataclass === undefined) return false;
  const named = decorator.type === "Call" ? decorator.func : decorator;
  const type = cx.typeOf(named);
  return type.kind === "member"
    ? type.name === "dataclass"
    : (named.type === "Name" && named.id === "dataclass") || (named.type === "Attribute" && named.attr === "dataclass");
}

function refuseFeatures(node: py.ClassDef, info: ClassInfo, cx: Context): void {
  const bases = basesOf(node);
  if (bases.length > 1) cx.refuse(diagnosticCodes.class, bases[1] ?? node, "a class with several bases");
  else if (info.hasUnknownBase && info.base === undefined)
    cx.refuse(
      diagnosticCodes.class,
      bases[0] ?? node,
      "this base of a class",
      "derive from a class of the program or from a built-in exception",
    );
  for (const keyword of node.keywords) {
    const isAbstract =
      keyword.arg === "metaclass" &&
      ((keyword.value.type === "Name" && keyword.value.id === "ABCMeta") ||
        (keyword.value.type === "Attribute" && keyword.value.attr === "ABCMeta"));
    if (!isAbstract) cx.refuse(diagnosticCodes.class, keyword, "a keyword in the head of a class");
  }
}
