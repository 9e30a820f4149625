/** The type of a value of which there is exactly one. */
export class Singleton {
  readonly $text: string;
  readonly $type: string;

  constructor(text: string, type: string) {
    this.$text = text;
    this.$type = type;
  }

  __repr__(): string {
    return this.$text;
  }
}

/** What an operator method returns for operands that it does not handle. */
export const NotImplemented: Singleton = /* @__PURE__ */ new Singleton("NotImplemented", "NotImplementedType");

/** Python's `...`. */
export const Ellipsis: Singleton = /* @__PURE__ */ new Singleton("Ellipsis", "ellipsis");
