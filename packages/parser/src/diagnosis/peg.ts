import { END, ERROR, FSTRING_END, FSTRING_MIDDLE, FSTRING_START, INDENT, DEDENT, NAME, NEWLINE, NUMBER, STRING } from "../token-kinds.js";
import { DOUBLE_STAR_EQUAL, VERTICAL_BAR_EQUAL, NOT_EQUAL, keywords, operators } from "../token-kinds.js";
import type { TokenStream } from "../token-stream.js";
import type { Alternative, Piece, Rule } from "./grammar-text.js";
import { LexicalStop, raise } from "./mistakes.js";
import type { PegNode } from "./peg-node.js";

/**
 * How many rules may be open at once, about 25 brackets deep: what fits well into the native stack. Deeper, the diagnosis
 * gives up and the message is "invalid syntax".
 */
const MAX_OPEN_RULES = 600;

const softKeywords = ["_", "case", "match", "type"];

const tokenClasses: ReadonlyMap<string, number> = new Map([
  ["NAME", NAME],
  ["NUMBER", NUMBER],
  ["STRING", STRING],
  ["NEWLINE", NEWLINE],
  ["INDENT", INDENT],
  ["DEDENT", DEDENT],
  ["END", END],
  ["FSTART", FSTRING_START],
  ["FMIDDLE", FSTRING_MIDDLE],
  ["FEND", FSTRING_END],
]);

/** Thrown when rules nest too deep for the diagnosis. */
export class TooDeep extends Error {
  override readonly name = "TooDeep";
}

/** Marks a match that forbids the other alternatives and failed. */
const cutOff = Symbol("cut off");

/**
 * Matches the tokens from one statement on against a parsing expression grammar.
 *
 * A mistake ends it by an exception; otherwise `furthest` tells how far it has looked.
 */
export class PegParser {
  readonly stream: TokenStream;
  readonly #rules: ReadonlyMap<string, Rule>;
  readonly #memo = new Map<string, { node: PegNode | undefined; next: number }>();
  /** The index of the first token of the statement at fault. */
  readonly start: number;
  position: number;
  /** The index of the furthest token that has been looked at. */
  furthest: number;
  /** Whether mistakes are looked for: the second pass. */
  diagnosing = false;
  #open = 0;
  #trial = false;

  constructor(stream: TokenStream, rules: ReadonlyMap<string, Rule>, start: number) {
    this.stream = stream;
    this.#rules = rules;
    this.start = start;
    this.position = start;
    this.furthest = start;
  }

  /** Tries to match a rule at the position; on success the position is behind it. */
  rule(name: string): PegNode | undefined {
    if (name.startsWith("bad") && !this.diagnosing) return undefined;
    const rule = this.#rules.get(name);
    if (rule === undefined) throw new Error(`Match a rule: there is none named ${name}`);
    const start = this.position;
    const key = `${name} ${start}${this.#trial ? "?" : rule.shared ? "" : this.diagnosing ? "+" : "-"}`;
    const known = this.#memo.get(key);
    if (known !== undefined) {
      this.position = known.next;
      return known.node;
    }
    if (++this.#open > MAX_OPEN_RULES) throw new TooDeep();
    const { diagnosing } = this;
    const trial = this.#trial;
    if (name === "plain_expression") this.diagnosing = false;
    else if (name === "trial_expression") this.#trial = true;
    const node = this.#choice(rule.alternatives);
    this.diagnosing = diagnosing;
    this.#trial = trial;
    this.#open--;
    this.#memo.set(key, { node, next: this.position });
    return node;
  }

  /** Forgets what has been matched: the second pass must meet the mistakes again. */
  restart(diagnosing: boolean): void {
    this.#memo.clear();
    this.position = this.start;
    this.diagnosing = diagnosing;
    this.#open = 0;
  }

  #choice(alternatives: readonly Alternative[]): PegNode | undefined {
    const start = this.position;
    for (const alternative of alternatives) {
      if (alternative.mistake !== undefined && !this.diagnosing && !alwaysChecked.has(alternative.mistake.place)) continue;
      const node = this.#sequence(alternative);
      if (typeof node === "object") return node;
      this.position = start;
      if (node === cutOff) return undefined;
    }
    return undefined;
  }

  #sequence({ parts, node: type, mistake }: Alternative): PegNode | undefined | typeof cutOff {
    const from = this.position;
    const items: PegNode[] = [];
    const labels = new Map<string, PegNode>();
    let cut = false;
    for (const { label, piece } of parts) {
      if (piece.type === "cut") {
        cut = true;
        continue;
      }
      const node = this.#piece(piece);
      if (node === undefined) return cut ? cutOff : undefined;
      if (piece.type === "look") continue;
      items.push(node);
      if (label !== undefined) labels.set(label, node);
    }
    if (mistake !== undefined) {
      raise(this, mistake, labels);
      if (!alwaysChecked.has(mistake.place)) return undefined;
    }
    const value = labels.get("v");
    if (value !== undefined) return value;
    const [only] = items;
    if (type === "Primary") return primaryNode(items, from, this.position);
    if (type === undefined && items.length === 1 && only !== undefined) return only;
    return { type: type ?? "", from, to: this.position, items };
  }

  #piece(piece: Piece): PegNode | undefined {
    switch (piece.type) {
      case "token":
        return this.#token(kindOf(piece.text), piece.text);
      case "forced": {
        const token = this.#token(kindOf(piece.text), piece.text);
        if (token === undefined) raise(this, { place: "next", labels: [], text: `expected '${piece.text}'` }, new Map());
        return token;
      }
      case "soft":
        return this.kindAt(this.position) === NAME && this.stream.textAt(this.position) === piece.word ? this.#take() : undefined;
      case "name":
        return this.#named(piece.name);
      case "choice":
        return this.#choice(piece.alternatives);
      case "repeat":
        return this.#repeat(piece.piece, piece.kind);
      case "look": {
        const start = this.position;
        const found = this.#piece(piece.piece) !== undefined;
        this.position = start;
        return found === piece.positive ? { type: "", from: start, to: start, items: [] } : undefined;
      }
      case "cut":
        return undefined;
    }
  }

  #named(name: string): PegNode | undefined {
    const kind = tokenClasses.get(name);
    if (kind !== undefined) return this.#token(kind, name);
    if (name === name.toLowerCase()) return this.rule(name);
    const here = this.kindAt(this.position);
    const text = (): string => this.stream.textAt(this.position);
    switch (name) {
      case "AUGMENTED":
        return here >= VERTICAL_BAR_EQUAL && here <= DOUBLE_STAR_EQUAL ? this.#take() : undefined;
      case "NOTEQUAL":
        return here === NOT_EQUAL && text() === "!=" ? this.#take() : undefined;
      case "SOFT":
        // CPython 3.13 compares only as many letters as the name has: `c` and `ma` count as soft keywords.
        return here === NAME && softKeywords.some((word) => word.startsWith(text())) ? this.#take() : undefined;
      default:
        throw new Error(`Match a token: there is no kind named ${name}`);
    }
  }

  #repeat(piece: Piece, kind: "?" | "*" | "+" | "%"): PegNode | undefined {
    const from = this.position;
    const items: PegNode[] = [];
    for (;;) {
      const before = this.position;
      if (kind === "%" && items.length > 0 && this.#token(kindOf(","), ",") === undefined) break;
      const node = this.#piece(piece);
      if (node === undefined) {
        this.position = before;
        break;
      }
      items.push(node);
      if (kind === "?") break;
    }
    if (items.length === 0 && (kind === "+" || kind === "%")) return undefined;
    return { type: "", from, to: this.position, items };
  }

  #token(kind: number, _text: string): PegNode | undefined {
    return this.kindAt(this.position) === kind ? this.#take() : undefined;
  }

  #take(): PegNode {
    const from = this.position++;
    return { type: "token", from, to: from + 1, items: [] };
  }

  /** Looks at a token. Where the lexer stopped, that is what is wrong. */
  kindAt(index: number): number {
    if (index > this.furthest) this.furthest = index;
    const kind = this.stream.kindAt(index);
    if (kind === ERROR) throw new LexicalStop();
    return kind;
  }
}

/** Mistakes that CPython's first pass finds too. */
const alwaysChecked: ReadonlySet<string> = new Set(["real", "imaginary", "conversion", "adjacent", "mixed"]);

/** An atom with suffixes: what the last suffix makes of it. */
function primaryNode([atom, suffixes]: readonly PegNode[], from: number, to: number): PegNode | undefined {
  const last = suffixes?.items.at(-1);
  return last === undefined ? atom : { type: last.type, from, to, items: [] };
}

function kindOf(text: string): number {
  return operators.get(text) ?? keywords.get(text) ?? -1;
}
