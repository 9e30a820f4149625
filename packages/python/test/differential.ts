import { readFileSync } from "node:fs";
import * as py from "../src/index.js";

const named = py as unknown as Record<string, py.Py>;

/** A value as `scripts/record.py` encodes it. */
export function decode(value: any): py.Py {
  if (value === null || typeof value !== "object") return value;
  const [[kind, body]] = Object.entries(value) as [[string, any]];
  switch (kind) {
    case "i":
      return BigInt(body);
    case "f":
      return py.float(body);
    case "l":
      return body.map(decode);
    case "t":
      return py.tupleOf(body.map(decode));
    case "d":
      return py.Dict.from(body.map((pair: any[]) => pair.map(decode)));
    case "s":
      return py.set(body.map(decode));
    case "z":
      return py.frozenset(body.map(decode));
    case "b":
      return py.B(body);
    case "r":
      return new py.Range(body[0], body[1], body[2]);
    case "c":
      return new py.Slice(body[0], body[1], body[2]);
    case "y":
      return named[body];
    default:
      throw new Error(`unknown encoding: ${kind}`);
  }
}

/** The cases of one file. */
export function casesOf(name: string): any {
  return JSON.parse(readFileSync(new URL(`expected/${name}.json`, import.meta.url), "utf8"));
}

/** The repr of the result, or "!" and the last line of the error. */
export function outcome(run: () => py.Py): string {
  try {
    return py.repr(run());
  } catch (error) {
    const exception = py.caught(error);
    // What JavaScript threw itself is a fault of the package, not an answer.
    if (exception !== error) throw error;
    return `!${py.className(exception.constructor)}: ${py.str(exception)}`;
  }
}

/** Runs one case. */
export function replay(kind: string, args: any[], keywords: any): string {
  const [how = "", name = ""] = kind.split(":");
  const kw = (): Record<string, py.Py> => Object.fromEntries([...decode(keywords).items()]);
  switch (how) {
    case "op":
      return outcome(() => named[name](...args.map(decode)));
    case "call":
      return outcome(() => {
        const result = keywords === undefined ? py.call(named[name], ...args.map(decode)) : py.callKw(named[name], args.map(decode), kw());
        return name === "reversed" ? py.list(result) : result;
      });
    case "method": {
      const [receiver, ...rest] = args.map(decode);
      return outcome(() => py.invoke(receiver, name, ...rest));
    }
    case "state": {
      const [receiver, ...rest] = args.map(decode);
      const result = outcome(() => (keywords === undefined ? py.invoke(receiver, name, ...rest) : py.invokeKw(receiver, name, rest, kw())));
      return `${result} | ${py.repr(receiver)}`;
    }
    case "set": {
      const [receiver, key, value] = args.map(decode);
      return outcome(() => {
        py.setitem(receiver, key, value);
        return receiver;
      });
    }
    case "del": {
      const [receiver, key] = args.map(decode);
      return outcome(() => {
        py.delitem(receiver, key);
        return receiver;
      });
    }
    case "format": {
      const [text, positional, options] = args.map(decode);
      return outcome(() => py.invokeKw(text, "format", positional, Object.fromEntries([...options.items()])));
    }
    case "bits": {
      const view = new DataView(new ArrayBuffer(8));
      view.setBigUint64(0, BigInt(`0x${args[0] as string}`));
      return py.repr(py.F(view.getFloat64(0)));
    }
    case "math":
      return outcome(() => (py.math as unknown as Record<string, py.Py>)[name](...args.map(decode)));
    case "error": {
      const error = new named[args[0]](...args[1].map(decode));
      return `${py.className(error.constructor)}|${py.str(error)}|${py.repr(error)}|${py.repr(error.args)}`;
    }
    case "subclass":
      return outcome(() => py.issubclass(named[args[0]], named[args[1]]));
    case "bind":
      return outcome(() => bindAndCall(name, args));
    default:
      throw new Error(`unknown case: ${kind}`);
  }
}

/** Calls a function of a signature that returns its arguments in order. */
function bindAndCall(name: string, args: any[]): py.Py {
  const signature = args[0] as string;
  const defaults = Object.fromEntries([...decode(args[1]).items()]) as Record<string, py.Py>;
  const parts = signature
    .slice(1, -1)
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "" && part !== "/");
  const star = parts.findIndex((part) => part.startsWith("*") && !part.startsWith("**"));
  const positional = parts.slice(0, star < 0 ? parts.length : star).filter((part) => !part.startsWith("**"));
  const only = star < 0 ? [] : parts.slice(star + 1).filter((part) => !part.startsWith("**"));
  const bare = (part: string): string => part.replace("=", "");
  const body = (...given: py.Py[]): py.Py => {
    const values = positional.map((part, index) => given[index] ?? defaults[bare(part)]);
    let at = positional.length;
    if (star >= 0 && parts[star] !== "*") values.push(given[at++]);
    if (only.length > 0) {
      const object = given[at++];
      values.push(...only.map((part) => object[bare(part)] ?? defaults[bare(part)]));
    }
    if (parts.some((part) => part.startsWith("**"))) values.push(given[at]);
    return values;
  };
  const keywords = Object.fromEntries([...decode(args[3]).items()]) as Record<string, py.Py>;
  if (name === "f") return py.callKw(py.def(body, "f", signature), decode(args[2]), keywords);
  class C extends py.PyObject {
    m(...given: py.Py[]): py.Py {
      return body(...given);
    }
  }
  py.classDef(C, "C", { m: signature });
  return py.invokeKw(new C(), "m", decode(args[2]), keywords);
}
