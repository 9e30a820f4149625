import type * as py from "@portalis/parser";
import { asyncioNumbers } from "../../library/asyncio.js";
import type { LibraryFunction } from "../../library/signature.js";
import { propertyName } from "../../names.js";
import * as b from "../../tree/build.js";
import type { Expression } from "../../tree/expressions.js";
import { emitPositional, matchArguments, type Matched } from "../arguments.js";
import type { Context } from "../context.js";
import { emitExpression } from "../expression.js";
import { emitModuleMember } from "../library-names.js";
import { emitInvoke, emitUnknownCall } from "./call.js";
import { emitWhole, waitsInside } from "./comprehension.js";
import { emitElements } from "./display.js";

/** Functions that use an iterable up before they do anything with its items. */
const wholeConsumers = new Set(["list", "tuple", "sorted"]);

/** `asyncio.sleep(1)`, `math.sqrt(x)`; classes of the library are made by `new`. */
export function emitLibraryCall(module: string, name: string, entry: LibraryFunction, node: py.Call, cx: Context): Expression {
  const matched = matchArguments(entry.parameters, node, cx);
  if (matched === undefined || (matched.keywords.length > 0 && matched.positional.includes(undefined))) return emitUnknownCall(node, cx);
  const target = emitModuleMember(module, name, node.func, cx);
  const args = libraryArguments(matched, entry, module === "asyncio", cx);
  return entry.isClass ? b.construct(target, args, node) : b.call(target, args, node);
}

/** `queue.put(x)` on an object of a library class. */
export function emitLibraryMethodCall(receiver: py.Expr, name: string, entry: LibraryFunction, node: py.Call, cx: Context): Expression {
  const matched = matchArguments(entry.parameters, node, cx);
  if (matched === undefined) return emitInvoke(receiver, name, node, cx);
  return b.call(b.member(emitExpression(receiver, cx), propertyName(name)), libraryArguments(matched, entry, true, cx), node);
}

/** `len(x)`, `print(a, { end: "" })`. */
export function emitBuiltinCall(name: string, entry: LibraryFunction, node: py.Call, cx: Context): Expression {
  const matched = matchArguments(entry.parameters, node, cx);
  if (matched === undefined) return emitUnknownCall(node, cx);
  if (name === "dict" && node.args.length === 0) {
    return cx.callHelper(
      "D",
      matched.keywords.map((keyword) => b.array([b.text(keyword.name), emitExpression(keyword.value, cx)])),
      node,
    );
  }
  const [only] = node.args;
  if (only?.type === "GeneratorExp" && wholeConsumers.has(name) && !waitsInside(only, cx)) {
    const items = emitWhole(only, cx);
    if (name === "list") return items;
    return b.call(cx.helper(name), [items, ...libraryArguments({ ...matched, positional: [] }, entry, false, cx)], node);
  }
  const args = libraryArguments(matched, entry, false, cx);
  return entry.isClass ? b.construct(cx.helper(name), args, node) : b.call(cx.helper(name), args, node);
}

/** `str.upper(s)`, `list.append(xs, v)`, `d.get(k)` on a proven built-in value. */
export function emitBuiltinMethodCall(
  receiver: py.Expr,
  type: string,
  name: string,
  entry: LibraryFunction,
  node: py.Call,
  cx: Context,
): Expression {
  const matched = matchArguments(entry.parameters, node, cx);
  if (matched === undefined) return emitInvoke(receiver, name, node, cx);
  const object = emitExpression(receiver, cx);
  const [only] = node.args;
  if (type === "str" && name === "join" && only?.type === "GeneratorExp" && !waitsInside(only, cx)) {
    return b.call(b.member(cx.helper("str"), "join"), [object, emitWhole(only, cx)], node);
  }
  const args = libraryArguments(matched, entry, false, cx);
  if (type === "dict" || type === "set") return b.call(b.member(object, propertyName(name)), args, node);
  return b.call(b.member(cx.helper(type), propertyName(name)), [object, ...args], node);
}

/** Arguments as library functions take them: positional, rest, and one plain object for the keywords. */
function libraryArguments(matched: Matched, entry: LibraryFunction, isAsyncio: boolean, cx: Context): Expression[] {
  const names = entry.parameters
    .filter((parameter) => parameter.kind === "positional" || parameter.kind === "positional-only")
    .map((parameter) => parameter.name);
  const keywords = [...matched.keywordOnly, ...matched.keywords];
  const hasMore = matched.rest.length > 0 || keywords.length > 0;
  const positional = isAsyncio ? matched.positional.map((value, index) => plainNumber(value, names[index] ?? "")) : matched.positional;
  const args = emitPositional(positional, cx, hasMore);
  args.push(...emitElements(matched.rest, cx));
  if (keywords.length > 0)
    args.push(
      b.object(
        keywords.map(({ name, value }) => ({ name, value: emitExpression(plainNumber(value, isAsyncio ? name : "") ?? value, cx) })),
      ),
    );
  return args;
}

/** Seconds and counts need no boxed float: `sleep(1.0)` is `sleep(1)`. */
function plainNumber(value: py.Expr | undefined, parameter: string): py.Expr | undefined {
  if (value?.type !== "Constant" || value.literal !== "float" || !asyncioNumbers.has(parameter)) return value;
  return Number.isSafeInteger(value.value) ? { ...value, literal: "int" } : value;
}
