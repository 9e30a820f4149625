import { coroutineMarked } from "../iteration/coroutine.js";
import { asyncGenMarked } from "../iteration/async-generator.js";
import { generatorMarked } from "../iteration/generator.js";
import type { Py } from "../py.js";
import { attributeName } from "../names.js";
import { def, type Marked } from "./def.js";

/**
 * Completes a class of a program: its Python name, the signatures and kinds of its members.
 *
 * `members` maps JavaScript property names to a kind and a signature without the receiver: `"(a, b=)"` a method, `"async (a)"`, `"generator (a)"`,
 * `"asyncgen (a)"`, each of them with `static` or `class` in front; `"property"`; `"attribute"` for a class attribute (a static field).
 * `abstract` in front marks what a subclass must define.
 * Class attributes can be read through instances; assigning there makes an attribute of the instance. A class with `__eq__` and without `__hash__` is unhashable.
 *
 * @example
 * ```ts
 * class Job extends PyObject {
 *   static count: Py = 0;
 *   *run(n: Py): Coroutine<Py> {
 *     return mul(n, 2);
 *   }
 * }
 * classDef(Job, "Job", { count: "attribute", run: "async (n)" });
 * ```
 */
export function classDef<C>(cls: C, name: string, members: Readonly<Record<string, string>> = {}): C {
  const owner = cls as Py;
  const dot = name.lastIndexOf(".");
  define(owner, "$name", dot < 0 ? name : name.slice(dot + 1));
  if (dot >= 0) define(owner, "$qualname", name);
  if (!Object.hasOwn(owner as object, "$module")) define(owner, "$module", "__main__");
  // JavaScript gives every class these two of its own: they would hide a class attribute of the same name in a base.
  for (const own of ["name", "length"]) if (!Object.hasOwn(members, own)) Reflect.deleteProperty(owner as object, own);
  for (const [property, text] of Object.entries(members)) defineMember(owner, name, property, text);
  const { prototype } = owner;
  if (Object.hasOwn(prototype as object, "__eq__") && !Object.hasOwn(prototype as object, "__hash__")) define(prototype, "__hash__", null);
  return cls;
}

function defineMember(cls: Py, className: string, property: string, text: string): void {
  const open = text.indexOf("(");
  const words = (open < 0 ? text : text.slice(0, open)).trim().split(" ");
  if (words.includes("property")) {
    if (words.includes("abstract")) markAbstract(cls, property);
    return;
  }
  if (words.includes("attribute")) {
    classAttribute(cls, property);
    return;
  }
  const isStatic = words.includes("static");
  const isClass = words.includes("class");
  const method: Py = isStatic || isClass ? cls[property] : cls.prototype[property];
  def(method, `${className}.${attributeName(property)}`, text.slice(open));
  if (!isStatic) (method as Marked).$receiver = 1;
  if (words.includes("async")) coroutineMarked(method);
  if (words.includes("generator")) generatorMarked(method);
  if (words.includes("asyncgen")) asyncGenMarked(method);
  if (words.includes("abstract")) {
    method.$abstractMethod = true;
    markAbstract(cls, property);
  }
  if (isStatic) {
    method.$static = true;
    define(cls.prototype, property, method);
  }
  if (isClass) {
    method.$kind = "class";
    const forward: Py = function (this: Py, ...args: Py[]): Py {
      return this.constructor[property](...args);
    };
    define(cls.prototype, property, Object.assign(forward as object, method));
  }
}

/** A class attribute: read from the instance's class, written to the instance. */
function classAttribute(cls: Py, property: string): void {
  if (!Object.hasOwn(cls as object, "$attributeNames"))
    define(cls, "$attributeNames", new Set<string>(cls.$attributeNames as Set<string> | undefined));
  (cls.$attributeNames as Set<string>).add(property);
  Object.defineProperty(cls.prototype, property, {
    configurable: true,
    get(this: Py): Py {
      return this.constructor[property];
    },
    set(this: Py, value: Py) {
      Object.defineProperty(this, property, { value, writable: true, configurable: true, enumerable: true });
    },
  });
}

function markAbstract(cls: Py, property: string): void {
  if (!Object.hasOwn(cls as object, "$abstract")) define(cls, "$abstract", new Set<string>(cls.$abstract as Set<string> | undefined));
  (cls.$abstract as Set<string>).add(property);
}

function define(target: Py, key: string, value: Py): void {
  Object.defineProperty(target, key, { value, writable: true, configurable: true, enumerable: false });
}
