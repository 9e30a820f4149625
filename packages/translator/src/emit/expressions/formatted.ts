import type * as py from "@portalis/parser";
import { isPlainValue } from "../../analyze/types.js";
import * as b from "../../tree/build.js";
import type { Expression } from "../../tree/expressions.js";
import type { Context } from "../context.js";
import { emitExpression } from "../expression.js";

/** An f-string: a tagged template; the tag writes the values as `str` does. */
export function emitFormatted(node: py.JoinedStr, cx: Context): Expression {
  const texts: string[] = [""];
  const holes: Expression[] = [];
  for (const part of node.values) {
    if (part.type === "Constant") texts.push((texts.pop() ?? "") + String(part.value));
    else if (part.type === "FormattedValue") {
      holes.push(emitField(part, cx));
      texts.push("");
    }
  }
  if (holes.length === 0) return b.text(texts.join(""));
  return { kind: "template", tag: cx.helper("f"), texts, holes, origin: node };
}

/** `{value!r:spec}`. */
function emitField(node: py.FormattedValue, cx: Context): Expression {
  let value = emitExpression(node.value, cx);
  const isPlain = node.format_spec === null && isPlainValue(cx.typeOf(node.value));
  const conversion = node.conversion < 0 ? "" : String.fromCharCode(node.conversion);
  if (conversion === "r") value = cx.callHelper("repr", [value], node.value);
  else if (conversion === "a") value = cx.callHelper("ascii", [value], node.value);
  else if (conversion === "s" && !isPlain) value = cx.callHelper("str", [value], node.value);
  if (node.format_spec === null || node.format_spec.values.length === 0) return value;
  return cx.callHelper("fmt", [value, emitFormatted(node.format_spec, cx)], node.value);
}
