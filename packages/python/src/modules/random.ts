import { nativeDef } from "../calls/def.js";
import type { Py } from "../py.js";
import { Random } from "./random/generator.js";

export { Random };

let shared: Random | undefined;

/** The generator behind the functions of the module; it is made when it is first used. */
function generator(): Random {
  return (shared ??= new Random());
}

type Method = (...args: Py[]) => Py;

/** A method of the shared generator as a function. */
function forward(name: string, signature: string): Method {
  nativeDef((Random.prototype as Py)[name], `Random.${name}`, signature);
  return nativeDef((...args: Py[]): Py => (generator() as Py)[name](...args), name, signature);
}

export const seed: Method = /* @__PURE__ */ forward("seed", "(a=, version=)");
export const random: Method = /* @__PURE__ */ forward("random", "()");
export const getrandbits: Method = /* @__PURE__ */ forward("getrandbits", "(k, /)");
export const randrange: Method = /* @__PURE__ */ forward("randrange", "(start, stop=, step=)");
export const randint: Method = /* @__PURE__ */ forward("randint", "(a, b)");
export const choice: Method = /* @__PURE__ */ forward("choice", "(seq)");
export const shuffle: Method = /* @__PURE__ */ forward("shuffle", "(x)");
export const sample: Method = /* @__PURE__ */ forward("sample", "(population, k, *, counts=)");
export const choices: Method = /* @__PURE__ */ forward("choices", "(population, weights=, *, cum_weights=, k=)");
export const uniform: Method = /* @__PURE__ */ forward("uniform", "(a, b)");
export const triangular: Method = /* @__PURE__ */ forward("triangular", "(low=, high=, mode=)");
export const gauss: Method = /* @__PURE__ */ forward("gauss", "(mu=, sigma=)");
export const normalvariate: Method = /* @__PURE__ */ forward("normalvariate", "(mu=, sigma=)");
export const expovariate: Method = /* @__PURE__ */ forward("expovariate", "(lambd=)");
export const randbytes: Method = /* @__PURE__ */ forward("randbytes", "(n)");
export const getstate: Method = /* @__PURE__ */ forward("getstate", "()");
export const setstate: Method = /* @__PURE__ */ forward("setstate", "(state)");
