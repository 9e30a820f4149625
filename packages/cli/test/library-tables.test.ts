import * as asyncio from "@portalis/asyncio";
import * as python from "@portalis/python";
import { builtinExceptions, builtinFunctions, builtinMethods, libraryMethods, libraryModules } from "@portalis/translator";
import { expect, test } from "vitest";

// The translator believes its tables: what a program uses of them must be there at run time.

const runtimeNames: Readonly<Record<string, unknown>> = python;

/** Something of each type that has methods in the tables. */
const values: Readonly<Record<string, unknown>> = {
  str: "text",
  list: [],
  dict: python.D(),
  set: python.S(1),
  tuple: python.T(1),
};

test("built-in functions and exceptions exist in @portalis/python", () => {
  expect([...builtinFunctions.keys(), ...builtinExceptions].filter((name) => !(name in runtimeNames))).toEqual([]);
});

test.each([...builtinMethods])("methods of %s exist at run time", (type, methods) => {
  expect(values).toHaveProperty(type);
  expect([...methods.keys()].filter((name) => !python.hasattr(values[type], name))).toEqual([]);
});

test.each([...libraryModules].filter(([, { from }]) => from !== undefined))("names of module %s exist at run time", (name, module) => {
  const offered = [...module.functions.keys(), ...module.constants, ...module.exceptions.keys()];
  expect(offered.filter((member) => !(member in namespaceOf(name)))).toEqual([]);
});

test.each([...libraryMethods])("methods of %s exist at run time", (type, methods) => {
  const [module = "", name = ""] = type.split(".");
  const { prototype } = namespaceOf(module)[name] as { readonly prototype: object };
  expect([...methods.keys()].filter((method) => !(method in prototype))).toEqual([]);
});

function namespaceOf(module: string): Readonly<Record<string, unknown>> {
  // A name that TypeScript reserves has a `$` behind it.
  const namespace = module === "asyncio" ? asyncio : (runtimeNames[module] ?? runtimeNames[`${module}$`]);
  expect(namespace, `the namespace ${module}`).toBeTypeOf("object");
  return namespace as Readonly<Record<string, unknown>>;
}
