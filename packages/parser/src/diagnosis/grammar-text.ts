/** A piece of a rule, as the notation of `rules.ts` writes it. */
export type Piece =
  | { readonly type: "token"; readonly text: string }
  | { readonly type: "soft"; readonly word: string }
  | { readonly type: "name"; readonly name: string }
  | { readonly type: "choice"; readonly alternatives: readonly Alternative[] }
  | { readonly type: "repeat"; readonly piece: Piece; readonly kind: "?" | "*" | "+" | "%" }
  | { readonly type: "look"; readonly piece: Piece; readonly positive: boolean }
  | { readonly type: "forced"; readonly text: string }
  | { readonly type: "cut" };

/** One way to match a rule. */
export interface Alternative {
  readonly parts: readonly { readonly label: string | undefined; readonly piece: Piece }[];
  /** The type of its node. */
  readonly node: string | undefined;
  /** What to report if it matches. */
  readonly mistake: { readonly place: string; readonly labels: readonly string[]; readonly text: string } | undefined;
}

/** A named rule. */
export interface Rule {
  readonly name: string;
  readonly shared: boolean;
  readonly alternatives: readonly Alternative[];
}

const lexeme = /\s*(?:(=> *[^\n]*)|(->)|'([^']+)'|"([^"]+)"|(\w+)(?==(?![>=]))|(\w+)|(&&|[&!~?*+%()|=]))/y;

/** Reads the notation of `rules.ts`. */
export function readRules(text: string): Map<string, Rule> {
  const rules = new Map<string, Rule>();
  for (const source of text.trim().split(/\n(?=\w)/)) {
    const head = /^(\w+)(!?):/.exec(source);
    if (head === null) throw new Error(`Read the rule: no name before a colon in ${source.slice(0, 40)}`);
    const [all, name = "", shared] = head;
    rules.set(name, { name, shared: shared === "!", alternatives: new RuleReader(source.slice(all.length)).alternatives() });
  }
  return rules;
}

class RuleReader {
  readonly #text: string;
  #at = 0;
  #token: RegExpExecArray | null = null;

  constructor(text: string) {
    this.#text = text;
    this.#next();
  }

  alternatives(): Alternative[] {
    const alternatives = [this.#alternative()];
    while (this.#symbol() === "|") {
      this.#next();
      alternatives.push(this.#alternative());
    }
    return alternatives;
  }

  #next(): void {
    lexeme.lastIndex = this.#at;
    this.#token = lexeme.exec(this.#text);
    if (this.#token !== null) this.#at = lexeme.lastIndex;
  }

  #symbol(): string | undefined {
    return this.#token?.[7];
  }

  #alternative(): Alternative {
    const parts: { label: string | undefined; piece: Piece }[] = [];
    let node: string | undefined;
    let mistake: Alternative["mistake"];
    while (this.#token !== null && this.#symbol() !== "|" && this.#symbol() !== ")") {
      if (this.#token[1] !== undefined) {
        const [, place = "", labels = "", text = ""] = /^=> *(\w+)\(([\w,]*)\) *(.*)$/.exec(this.#token[1]) ?? [];
        mistake = { place, labels: labels === "" ? [] : labels.split(","), text };
        this.#next();
      } else if (this.#token[2] !== undefined) {
        this.#next();
        node = this.#token[6];
        this.#next();
      } else {
        let label: string | undefined;
        if (this.#token[5] !== undefined) {
          label = this.#token[5];
          this.#next();
          this.#next();
        }
        parts.push({ label, piece: this.#piece() });
      }
    }
    return { parts, node, mistake };
  }

  #piece(): Piece {
    const symbol = this.#symbol();
    if (symbol === "~") {
      this.#next();
      return { type: "cut" };
    }
    if (symbol === "&&") {
      this.#next();
      const text = this.#token?.[3] ?? "";
      this.#next();
      return { type: "forced", text };
    }
    if (symbol === "&" || symbol === "!") {
      this.#next();
      return { type: "look", piece: this.#piece(), positive: symbol === "&" };
    }
    let piece = this.#atom();
    for (let kind = this.#symbol(); kind === "?" || kind === "*" || kind === "+" || kind === "%"; kind = this.#symbol()) {
      piece = { type: "repeat", piece, kind };
      this.#next();
    }
    return piece;
  }

  #atom(): Piece {
    const token = this.#token;
    const [, , , text, word, , name] = token ?? [];
    this.#next();
    if (text !== undefined) return { type: "token", text };
    if (word !== undefined) return { type: "soft", word };
    if (name !== undefined) return { type: "name", name };
    const alternatives = this.alternatives();
    this.#next();
    return { type: "choice", alternatives };
  }
}
