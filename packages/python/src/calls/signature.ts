/** The parameters of a function, read from text such as `(a, /, b, c=, *args, d, e=, **kw)`. */
export class Signature {
  /** Names of the positional parameters in order. */
  readonly positional: readonly string[];
  /** How many of them are positional only. */
  readonly positionalOnly: number;
  /** How many of them have no default. */
  readonly required: number;
  /** The name of `*args`. */
  readonly rest: string | undefined;
  /** Names of keyword-only parameters. */
  readonly keywordOnly: readonly string[];
  /** Those of them that have no default. */
  readonly requiredKeywords: readonly string[];
  /** The name of `**kw`. */
  readonly keywords: string | undefined;
  /** Only positional parameters: the arguments of a call are the arguments of the function. */
  readonly simple: boolean;

  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
    const positional: string[] = [];
    const keywordOnly: string[] = [];
    const requiredKeywords: string[] = [];
    let positionalOnly = 0;
    let required = 0;
    let rest: string | undefined;
    let keywords: string | undefined;
    let starred = false;
    for (const piece of text.slice(text.indexOf("(") + 1, text.lastIndexOf(")")).split(",")) {
      const part = piece.trim();
      if (part === "") continue;
      if (part === "/") positionalOnly = positional.length;
      else if (part === "*") starred = true;
      else if (part.startsWith("**")) keywords = part.slice(2);
      else if (part.startsWith("*")) {
        rest = part.slice(1);
        starred = true;
      } else {
        const optional = part.endsWith("=");
        const name = optional ? part.slice(0, -1) : part;
        if (starred) {
          keywordOnly.push(name);
          if (!optional) requiredKeywords.push(name);
        } else {
          positional.push(name);
          if (!optional) required = positional.length;
        }
      }
    }
    this.positional = positional;
    this.positionalOnly = positionalOnly;
    this.required = required;
    this.rest = rest;
    this.keywordOnly = keywordOnly;
    this.requiredKeywords = requiredKeywords;
    this.keywords = keywords;
    this.simple = rest === undefined && keywordOnly.length === 0 && keywords === undefined;
  }

  /** The same with a receiver in front: what a method takes when it is read from its type. */
  withReceiver(): Signature {
    const inner = this.#text.slice(1, -1);
    if (inner === "") return Signature.of("(self, /)");
    return Signature.of(inner.includes("/") ? `(self, ${inner})` : `(self, /, ${inner})`);
  }

  static readonly #read = new Map<string, Signature>();

  /** The signature that a text describes; equal texts give the same object. */
  static of(text: string): Signature {
    let signature = Signature.#read.get(text);
    if (signature === undefined) {
      signature = new Signature(text);
      Signature.#read.set(text, signature);
    }
    return signature;
  }
}
