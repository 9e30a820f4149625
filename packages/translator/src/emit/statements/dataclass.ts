import type { ClassInfo, DataclassField } from "../../analyze/class-info.js";
import { importOf } from "../../analyze/link-classes.js";
import { diagnosticCodes } from "../../diagnostic-codes.js";
import * as b from "../../tree/build.js";
import type { Expression } from "../../tree/expressions.js";
import type { Statement } from "../../tree/statements.js";
import type { Context } from "../context.js";
import { emitExpression } from "../expression.js";

/** `dataclassDef(C, [field("x"), ...])` for a dataclass; nothing for other classes. */
export function emitDataclass(info: ClassInfo, name: string, cx: Context): Statement[] {
  const { dataclass } = info;
  if (dataclass === undefined) return [];
  const fields = dataclass.fields.map((field) => emitField(field, cx));
  const options = dataclass.options.map((option) => ({ name: option.arg ?? "", value: emitExpression(option.value, cx) }));
  return [b.evaluate(cx.callHelper("dataclassDef", [b.name(name), b.array(fields), ...(options.length > 0 ? [b.object(options)] : [])]))];
}

function emitField(field: DataclassField, cx: Context): Expression {
  const name = b.text(field.name);
  const { initial } = field;
  if (initial === undefined) return cx.callHelper("field", [name], field.node);
  const imported = initial.type === "Call" ? importOf(initial.func, cx.program) : undefined;
  if (initial.type !== "Call" || imported?.module !== "dataclasses" || imported.name !== "field") {
    return cx.callHelper("field", [name, b.object([{ name: "default", value: emitExpression(initial, cx) }])], field.node);
  }
  if (initial.args.length > 0 || initial.keywords.some((keyword) => keyword.arg === null))
    return cx.refused(diagnosticCodes.argument, initial, "these arguments of field()");
  const options = initial.keywords.map((keyword) => ({ name: keyword.arg ?? "", value: emitExpression(keyword.value, cx) }));
  return cx.callHelper("field", options.length === 0 ? [name] : [name, b.object(options)], field.node);
}
