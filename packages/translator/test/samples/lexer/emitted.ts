import {
  type Coroutine,
  D,
  Exception,
  NameError,
  type Py,
  type PyGenerator,
  PyObject,
  S,
  SyntaxError,
  T,
  type Tuple,
  TypeError,
  add,
  call,
  caught,
  classDef,
  collections,
  contains,
  def,
  eq,
  f,
  float,
  ge,
  generatorDef,
  getattr,
  getitem,
  gt,
  int,
  iter,
  keep,
  le,
  len,
  list,
  lt,
  mul,
  ne,
  neg,
  print,
  program,
  repr,
  setitem,
  slice,
  str,
  sub,
  truediv,
  truth,
  type,
  unpack,
  unpackStar,
  zip,
} from "@portalis/python";

export const Token = collections.namedtuple("Token", ["kind", "text", "pos"]);
export const KEYWORDS = S("let", "print", "if", "else", "while", "fn", "return");

export class LexError extends Exception {
  declare pos: Py;

  __init__(message: string, pos: Py): void {
    super.__init__(f`${message} at ${pos}`);
    this.pos = pos;
  }
}
classDef(LexError, "LexError", { __init__: "(message, pos)" });

export function* tokenize(source: string): PyGenerator {
  let $t: Py;
  let i: Py = 0;
  const n = len(source);
  while (i < n) {
    const ch = getitem(source, i);
    if (str.isspace(ch)) {
      i = add(i, 1);
      continue;
    }
    if (str.isdigit(ch)) {
      let j: Py = i;
      while (j < n && (str.isdigit(getitem(source, j)) || getitem(source, j) === ".")) {
        j = add(j, 1);
      }
      yield call(Token, "num", getitem(source, slice(i, j)), i);
      i = j;
    } else if (str.isalpha(ch) || ch === "_") {
      let j: Py = i;
      while (j < n && (str.isalnum(getitem(source, j)) || getitem(source, j) === "_")) {
        j = add(j, 1);
      }
      const word = getitem(source, slice(i, j));
      yield call(Token, contains(KEYWORDS, word) ? "kw" : "id", word, i);
      i = j;
    } else if ($t = getitem(source, slice(i, add(i, 2))), contains(T("==", "<=", ">=", "!="), $t)) {
      yield call(Token, "op", getitem(source, slice(i, add(i, 2))), i);
      i = add(i, 2);
    } else if (contains("+-*/()<>={};,", ch)) {
      yield call(Token, "op", ch, i);
      i = add(i, 1);
    } else {
      throw new LexError(f`unexpected ${repr(ch)}`, i);
    }
  }
  yield call(Token, "eof", "", n);
  return null;
}
generatorDef(tokenize, "tokenize", "(source)");

export class Return extends Exception {
  declare value: Py;

  __init__(value: Py): void {
    this.value = value;
  }
}
classDef(Return, "Return", { __init__: "(value)" });

export class Env extends PyObject {
  declare vars: Py;
  declare parent: Py;

  __init__(parent: Py = null): void {
    this.vars = D();
    this.parent = parent;
  }

  find(name: Py): Py {
    let env: Py = this;
    while (env !== null) {
      if (contains(getattr(env, "vars"), name)) {
        return env;
      }
      env = getattr(env, "parent");
    }
    throw new NameError(f`undefined ${name}`);
  }
}
classDef(Env, "Env", { __init__: "(parent=)", find: "(name)" });

export class Parser extends PyObject {
  declare tokens: Py[];
  declare i: Py;

  static PREC: Py = D(
    ["==", 1],
    ["!=", 1],
    ["<", 2],
    [">", 2],
    ["<=", 2],
    [">=", 2],
    ["+", 3],
    ["-", 3],
    ["*", 4],
    ["/", 4],
  );

  __init__(source: string): void {
    this.tokens = list(tokenize(source));
    this.i = 0;
  }

  get cur(): Py {
    return getitem(this.tokens, this.i);
  }

  eat(text: Py = null, kind: Py = null): Py {
    const tok = this.cur;
    if (text !== null && ne(getattr(tok, "text"), text) || truth(kind) && ne(getattr(tok, "kind"), kind)) {
      throw new SyntaxError(f`expected ${truth(text) ? text : kind}, got ${repr(getattr(tok, "text"))}`);
    }
    this.i = add(this.i, 1);
    return tok;
  }

  program(): Py[] {
    const out: Py[] = [];
    while (ne(getattr(this.cur, "kind"), "eof")) {
      list.append(out, this.statement());
    }
    return out;
  }

  block(): Py[] {
    this.eat("{");
    const out: Py[] = [];
    while (ne(getattr(this.cur, "text"), "}")) {
      list.append(out, this.statement());
    }
    this.eat("}");
    return out;
  }

  statement(): Tuple {
    const t = getattr(this.cur, "text");
    if (eq(t, "let")) {
      this.eat();
      const name = getattr(this.eat(undefined, "id"), "text");
      this.eat("=");
      const value = this.expr();
      this.eat(";");
      return T("let", name, value);
    }
    if (eq(t, "print")) {
      this.eat();
      const value = this.expr();
      this.eat(";");
      return T("print", value);
    }
    if (eq(t, "return")) {
      this.eat();
      const value = this.expr();
      this.eat(";");
      return T("return", value);
    }
    if (eq(t, "if")) {
      this.eat();
      const cond = this.expr();
      const then: Py[] = this.block();
      let other: Py[] = [];
      if (eq(getattr(this.cur, "text"), "else")) {
        this.eat();
        other = this.block();
      }
      return T("if", cond, then, other);
    }
    if (eq(t, "while")) {
      this.eat();
      return T("while", this.expr(), this.block());
    }
    if (eq(t, "fn")) {
      this.eat();
      const name = getattr(this.eat(undefined, "id"), "text");
      this.eat("(");
      const params: Py[] = [];
      while (ne(getattr(this.cur, "text"), ")")) {
        list.append(params, getattr(this.eat(undefined, "id"), "text"));
        if (eq(getattr(this.cur, "text"), ",")) {
          this.eat();
        }
      }
      this.eat(")");
      return T("fn", name, params, this.block());
    }
    const value = this.expr();
    if (eq(getattr(this.cur, "text"), "=") && eq(getitem(value, 0), "var")) {
      this.eat();
      const rhs = this.expr();
      this.eat(";");
      return T("set", getitem(value, 1), rhs);
    }
    this.eat(";");
    return T("expr", value);
  }

  expr(min_prec: Py = 1): Tuple {
    let prec: Py;
    let left: Py = this.unary();
    while (ge(prec = this.PREC.get(getattr(this.cur, "text"), 0), min_prec)) {
      const op = getattr(this.eat(), "text");
      const right = this.expr(add(prec, 1));
      left = T("bin", op, left, right);
    }
    return left;
  }

  unary(): Tuple {
    if (eq(getattr(this.cur, "text"), "-")) {
      this.eat();
      return T("neg", this.unary());
    }
    const tok = this.eat();
    if (eq(getattr(tok, "kind"), "num")) {
      return T("num", contains(getattr(tok, "text"), ".") ? float(getattr(tok, "text")) : int(getattr(tok, "text")));
    }
    if (eq(getattr(tok, "kind"), "id")) {
      if (eq(getattr(this.cur, "text"), "(")) {
        this.eat();
        const args: Py[] = [];
        while (ne(getattr(this.cur, "text"), ")")) {
          list.append(args, this.expr());
          if (eq(getattr(this.cur, "text"), ",")) {
            this.eat();
          }
        }
        this.eat(")");
        return T("call", getattr(tok, "text"), args);
      }
      return T("var", getattr(tok, "text"));
    }
    if (eq(getattr(tok, "text"), "(")) {
      const e = this.expr();
      this.eat(")");
      return e;
    }
    throw new SyntaxError(f`bad token ${tok}`);
  }
}
classDef(
  Parser,
  "Parser",
  {
    PREC: "attribute",
    __init__: "(source)",
    cur: "property",
    eat: "(text=, kind=)",
    program: "()",
    block: "()",
    statement: "()",
    expr: "(min_prec=)",
    unary: "()",
  },
);

export const OPS = D(
  ["+", (a: Py, b: Py) => add(a, b)],
  ["-", (a: Py, b: Py) => sub(a, b)],
  ["*", (a: Py, b: Py) => mul(a, b)],
  ["/", (a: Py, b: Py) => truediv(a, b)],
  ["<", (a: Py, b: Py) => lt(a, b)],
  [">", (a: Py, b: Py) => gt(a, b)],
  ["<=", (a: Py, b: Py) => le(a, b)],
  [">=", (a: Py, b: Py) => ge(a, b)],
  ["==", (a: Py, b: Py) => eq(a, b)],
  ["!=", (a: Py, b: Py) => ne(a, b)],
);

export function evaluate(node: Py, env: Env): Py {
  const [kind, rest] = unpackStar(node, 1, 0);
  if (eq(kind, "num")) {
    return getitem(rest, 0);
  }
  if (eq(kind, "var")) {
    return getitem(getattr(env.find(getitem(rest, 0)), "vars"), getitem(rest, 0));
  }
  if (eq(kind, "neg")) {
    return neg(evaluate(getitem(rest, 0), env));
  }
  if (eq(kind, "bin")) {
    const [op, left, right] = unpack(rest, 3);
    return call(getitem(OPS, op), evaluate(left, env), evaluate(right, env));
  }
  if (eq(kind, "call")) {
    const [name, args] = unpack(rest, 2);
    const [params, body, closure] = unpack(getitem(getattr(env.find(name), "vars"), name), 3);
    const inner = new Env(closure);
    for (const $i of iter(zip(params, args, { strict: true }))) {
      const [p, a] = unpack($i, 2);
      setitem(inner.vars, p, evaluate(a, env));
    }
    try {
      run(body, inner);
    } catch ($e) {
      const r = caught($e);
      if (r instanceof Return) {
        return r.value;
      } else {
        throw $e;
      }
    }
    return null;
  }
  throw new TypeError(kind);
}
def(evaluate, "evaluate", "(node, env)");

export function run(stmts: Py, env: Env): null {
  for (const $i of keep(stmts)) {
    const [kind, rest] = unpackStar($i, 1, 0);
    if (contains(T("let", "set"), kind)) {
      const target: Py = eq(kind, "let") ? env : env.find(getitem(rest, 0));
      const $v: Py = evaluate(getitem(rest, 1), env);
      setitem(getattr(target, "vars"), getitem(rest, 0), $v);
    } else if (eq(kind, "print")) {
      print(evaluate(getitem(rest, 0), env));
    } else if (eq(kind, "if")) {
      run(truth(evaluate(getitem(rest, 0), env)) ? getitem(rest, 1) : getitem(rest, 2), env);
    } else if (eq(kind, "while")) {
      while (truth(evaluate(getitem(rest, 0), env))) {
        run(getitem(rest, 1), env);
      }
    } else if (eq(kind, "fn")) {
      const $v2: Py = T(getitem(rest, 1), getitem(rest, 2), env);
      setitem(env.vars, getitem(rest, 0), $v2);
    } else if (eq(kind, "return")) {
      throw new Return(evaluate(getitem(rest, 0), env));
    } else {
      evaluate(getitem(rest, 0), env);
    }
  }
  return null;
}
def(run, "run", "(stmts, env)");

export const SOURCE: string = "\nlet x = 3; let y = x * (2 + 1.5);\nprint y; print x / 2; print -x + 10;\nfn fact(n) { if n <= 1 { return 1; } else { return n * fact(n - 1); } }\nprint fact(20); print fact(25);\nlet i = 0;\nwhile i < 3 { print i == 1; i = i + 1; }\nfn noop() { let q = 1; }\nprint noop();\n";

await program(function* (): Coroutine<void> {
  run(new Parser(SOURCE).program(), new Env());
  for (const bad of T("let = 3;", "print z;", "let a = $;", "fact(1);")) {
    try {
      run(new Parser(bad).program(), new Env());
    } catch ($e) {
      const e = caught($e);
      if (e instanceof SyntaxError || e instanceof NameError) {
        print(getattr(type(e), "__name__"), "-", e);
      } else if (e instanceof LexError) {
        print("lex", e, e.pos);
      } else {
        throw $e;
      }
    }
  }
});
