import * as b from "../tree/build.js";
import type { Expression } from "../tree/expressions.js";
import type { Context } from "./context.js";

/** A global of JavaScript, also where the program has a name like it. */
export function globalName(name: "Array" | "Object", cx: Context): Expression {
  return cx.imports.isTaken(name) ? b.member(b.name("globalThis"), name) : b.name(name);
}
