import type * as py from "@portalis/parser";
import { attributeName, calleeOf } from "./callee.js";
import type { ClassInfo } from "./class-info.js";
import { completes } from "./completes.js";
import type { Facts } from "./facts.js";
import type { FunctionInfo } from "./function-info.js";
import type { Inference } from "./infer.js";
import { sourceType } from "./infer-sources.js";
import type { Program } from "./program.js";
import type { Scope } from "./scope.js";
import { none, unknown, type PyType } from "./types.js";
import type { Uses } from "./uses.js";

const maximumRounds = 40;

/** Widens the facts about a program until nothing new is found. */
export function learnFacts(program: Program, uses: Uses, inference: Inference): void {
  const { facts } = inference;
  learnForeignCalls(program, uses, facts);
  for (let round = 0; ; round++) {
    inference.forget();
    for (const scope of scopesOf(program)) {
      for (const variable of scope.variables.values()) {
        for (const binding of variable.bindings)
          facts.learnVariable(variable, round < maximumRounds ? sourceType(binding.source, inference) : unknown);
      }
    }
    for (const store of program.attributeStores) learnStore(store.target, sourceType(store.source, inference), program, inference);
    for (const info of program.classes) learnClassAttributes(info, inference);
    for (const call of uses.calls) learnCall(call, program, inference);
    for (const [info, results] of uses.returns) {
      for (const result of results) facts.learnResult(info, result === undefined ? none : inference.typeOf(result));
      if (info.node.type !== "Lambda" && completes(info.node.body)) facts.learnResult(info, none);
    }
    if (!facts.takeChanged()) break;
  }
  inference.forget();
}

function scopesOf(program: Program): Iterable<Scope> {
  return new Set([program.module, ...program.scopeOf.values()]);
}

/** Parameters whose callers are not all known take anything. */
function learnForeignCalls(program: Program, uses: Uses, facts: Facts): void {
  for (const info of program.functions) {
    const isMethod = info.owner !== undefined;
    const isSpecial = info.name.startsWith("__") && info.name.endsWith("__");
    const classEscapes = isMethod && info.owner.root.family.some((relative) => relative.escapes);
    const isLoose = isMethod && (uses.looseAttributes.has(info.name) || uses.hasDynamicAttributes || info.role !== "method");
    const isForeign = info.escapes || (isSpecial && info.name !== "__init__") || (info.name === "__init__" && classEscapes) || isLoose;
    if (isForeign) info.parameters.forEach((_, index) => facts.learnParameter(info, index, unknown));
  }
}

function learnStore(target: py.Attribute, type: PyType, program: Program, inference: Inference): void {
  const receiver = inference.typeOf(target.value);
  const name = attributeName(target, inference);
  if (receiver.kind === "instance") inference.facts.learnAttribute(receiver.info, name, type);
  else if (receiver.kind !== "never") for (const info of program.classes) inference.facts.learnAttribute(info, name, type);
}

function learnClassAttributes(info: ClassInfo, inference: Inference): void {
  for (const name of info.attributes) {
    const variable = info.scope.variables.get(name);
    if (variable !== undefined)
      inference.facts.learnAttribute(info, name, info.dataclass === undefined ? inference.facts.variableType(variable) : unknown);
  }
  for (const field of info.dataclass?.fields ?? []) inference.facts.learnAttribute(info, field.name, unknown);
}

function learnCall(call: py.Call, program: Program, inference: Inference): void {
  const callee = calleeOf(call, inference);
  switch (callee.kind) {
    case "function":
      learnArguments(callee.info, call, inference);
      break;
    case "method":
      for (const info of overridesOf(callee.info)) learnArguments(info, call, inference);
      break;
    case "super":
      if (callee.info !== undefined) learnArguments(callee.info, call, inference);
      break;
    case "class": {
      const init = callee.info.findMethod("__init__");
      if (init !== undefined) learnArguments(init, call, inference);
      break;
    }
    case "unknownMethod":
      if (inference.typeOf(callee.receiver).kind === "never") break;
      for (const info of program.functions) {
        if (info.owner !== undefined && info.name === callee.name)
          info.parameters.forEach((_, index) => inference.facts.learnParameter(info, index, unknown));
      }
      break;
  }
}

/** A method and what overrides it. */
function overridesOf(info: FunctionInfo): FunctionInfo[] {
  return info.owner === undefined ? [info] : [info, ...info.owner.family.flatMap((relative) => relative.methods.get(info.name) ?? [])];
}

function learnArguments(info: FunctionInfo, call: py.Call, inference: Inference): void {
  const isPlain = call.args.every((argument) => argument.type !== "Starred") && call.keywords.every((keyword) => keyword.arg !== null);
  info.parameters.forEach((parameter, index) => {
    if (!isPlain) {
      inference.facts.learnParameter(info, index, unknown);
      return;
    }
    const positional = parameter.kind === "positional" || parameter.kind === "positional-only" ? call.args[index] : undefined;
    const given = positional ?? call.keywords.find((keyword) => keyword.arg === parameter.name)?.value;
    if (given !== undefined) inference.facts.learnParameter(info, index, inference.typeOf(given));
  });
}
