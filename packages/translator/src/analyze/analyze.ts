import type * as py from "@portalis/parser";
import { bindProgram } from "./bind.js";
import { allNodes } from "./children.js";
import { colourFunctions } from "./colour.js";
import { findEstablished } from "./established.js";
import { Facts } from "./facts.js";
import { findUnproven } from "./flow.js";
import { Inference } from "./infer.js";
import { learnFacts } from "./learn.js";
import { linkClasses } from "./link-classes.js";
import type { Program } from "./program.js";
import { collectUses, noteClassUses, type Uses } from "./uses.js";

/** All that is known about a program before a word of it is emitted. */
export interface Analysis {
  readonly program: Program;
  readonly uses: Uses;
  readonly inference: Inference;
  /** Reads of names that may not be assigned yet, or not any more. */
  readonly unproven: ReadonlySet<py.Node>;
}

/** Finds scopes, classes, types, coroutines and unproven reads, in this order. */
export function analyze(tree: py.Module): Analysis {
  const program = bindProgram(tree);
  linkClasses(program);
  noteClassUses(program);
  const uses = collectUses(program);
  findEstablished(program, deletedAttributes(tree));
  const facts = new Facts(program, uses.hasDynamicAttributes);
  facts.comparesToBool = !program.classes.some((info) => comparisons.some((name) => info.methods.has(name)));
  const inference = new Inference(program, facts);
  learnFacts(program, uses, inference);
  colourFunctions(uses, inference);
  return { program, uses, inference, unproven: findUnproven(program, inference) };
}

const comparisons = ["__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"];

function deletedAttributes(tree: py.Module): ReadonlySet<string> {
  const deleted = new Set<string>();
  for (const node of allNodes(tree)) if (node.type === "Attribute" && node.ctx === "Del") deleted.add(node.attr);
  return deleted;
}
