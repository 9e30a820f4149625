from collections import namedtuple

Token = namedtuple("Token", ["kind", "text", "pos"])
KEYWORDS = {"let", "print", "if", "else", "while", "fn", "return"}


class LexError(Exception):
    def __init__(self, message, pos):
        super().__init__(f"{message} at {pos}")
        self.pos = pos


def tokenize(source):
    i = 0
    n = len(source)
    while i < n:
        ch = source[i]
        if ch.isspace():
            i += 1
            continue
        if ch.isdigit():
            j = i
            while j < n and (source[j].isdigit() or source[j] == "."):
                j += 1
            yield Token("num", source[i:j], i)
            i = j
        elif ch.isalpha() or ch == "_":
            j = i
            while j < n and (source[j].isalnum() or source[j] == "_"):
                j += 1
            word = source[i:j]
            yield Token("kw" if word in KEYWORDS else "id", word, i)
            i = j
        elif source[i : i + 2] in ("==", "<=", ">=", "!="):
            yield Token("op", source[i : i + 2], i)
            i += 2
        elif ch in "+-*/()<>={};,":
            yield Token("op", ch, i)
            i += 1
        else:
            raise LexError(f"unexpected {ch!r}", i)
    yield Token("eof", "", n)


class Return(Exception):
    def __init__(self, value):
        self.value = value


class Env:
    def __init__(self, parent=None):
        self.vars = {}
        self.parent = parent

    def find(self, name):
        env = self
        while env is not None:
            if name in env.vars:
                return env
            env = env.parent
        raise NameError(f"undefined {name}")


class Parser:
    PREC = {"==": 1, "!=": 1, "<": 2, ">": 2, "<=": 2, ">=": 2, "+": 3, "-": 3, "*": 4, "/": 4}

    def __init__(self, source):
        self.tokens = list(tokenize(source))
        self.i = 0

    @property
    def cur(self):
        return self.tokens[self.i]

    def eat(self, text=None, kind=None):
        tok = self.cur
        if (text is not None and tok.text != text) or (kind and tok.kind != kind):
            raise SyntaxError(f"expected {text or kind}, got {tok.text!r}")
        self.i += 1
        return tok

    def program(self):
        out = []
        while self.cur.kind != "eof":
            out.append(self.statement())
        return out

    def block(self):
        self.eat("{")
        out = []
        while self.cur.text != "}":
            out.append(self.statement())
        self.eat("}")
        return out

    def statement(self):
        t = self.cur.text
        if t == "let":
            self.eat()
            name = self.eat(kind="id").text
            self.eat("=")
            value = self.expr()
            self.eat(";")
            return ("let", name, value)
        if t == "print":
            self.eat()
            value = self.expr()
            self.eat(";")
            return ("print", value)
        if t == "return":
            self.eat()
            value = self.expr()
            self.eat(";")
            return ("return", value)
        if t == "if":
            self.eat()
            cond = self.expr()
            then = self.block()
            other = []
            if self.cur.text == "else":
                self.eat()
                other = self.block()
            return ("if", cond, then, other)
        if t == "while":
            self.eat()
            return ("while", self.expr(), self.block())
        if t == "fn":
            self.eat()
            name = self.eat(kind="id").text
            self.eat("(")
            params = []
            while self.cur.text != ")":
                params.append(self.eat(kind="id").text)
                if self.cur.text == ",":
                    self.eat()
            self.eat(")")
            return ("fn", name, params, self.block())
        value = self.expr()
        if self.cur.text == "=" and value[0] == "var":
            self.eat()
            rhs = self.expr()
            self.eat(";")
            return ("set", value[1], rhs)
        self.eat(";")
        return ("expr", value)

    def expr(self, min_prec=1):
        left = self.unary()
        while (prec := self.PREC.get(self.cur.text, 0)) >= min_prec:
            op = self.eat().text
            right = self.expr(prec + 1)
            left = ("bin", op, left, right)
        return left

    def unary(self):
        if self.cur.text == "-":
            self.eat()
            return ("neg", self.unary())
        tok = self.eat()
        if tok.kind == "num":
            return ("num", float(tok.text) if "." in tok.text else int(tok.text))
        if tok.kind == "id":
            if self.cur.text == "(":
                self.eat()
                args = []
                while self.cur.text != ")":
                    args.append(self.expr())
                    if self.cur.text == ",":
                        self.eat()
                self.eat(")")
                return ("call", tok.text, args)
            return ("var", tok.text)
        if tok.text == "(":
            e = self.expr()
            self.eat(")")
            return e
        raise SyntaxError(f"bad token {tok}")


OPS = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
    "<=": lambda a, b: a <= b,
    ">=": lambda a, b: a >= b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
}


def evaluate(node, env):
    kind, *rest = node
    if kind == "num":
        return rest[0]
    if kind == "var":
        return env.find(rest[0]).vars[rest[0]]
    if kind == "neg":
        return -evaluate(rest[0], env)
    if kind == "bin":
        op, left, right = rest
        return OPS[op](evaluate(left, env), evaluate(right, env))
    if kind == "call":
        name, args = rest
        params, body, closure = env.find(name).vars[name]
        inner = Env(closure)
        for p, a in zip(params, args, strict=True):
            inner.vars[p] = evaluate(a, env)
        try:
            run(body, inner)
        except Return as r:
            return r.value
        return None
    raise TypeError(kind)


def run(stmts, env):
    for kind, *rest in stmts:
        if kind in ("let", "set"):
            target = env if kind == "let" else env.find(rest[0])
            target.vars[rest[0]] = evaluate(rest[1], env)
        elif kind == "print":
            print(evaluate(rest[0], env))
        elif kind == "if":
            run(rest[1] if evaluate(rest[0], env) else rest[2], env)
        elif kind == "while":
            while evaluate(rest[0], env):
                run(rest[1], env)
        elif kind == "fn":
            env.vars[rest[0]] = (rest[1], rest[2], env)
        elif kind == "return":
            raise Return(evaluate(rest[0], env))
        else:
            evaluate(rest[0], env)


SOURCE = """
let x = 3; let y = x * (2 + 1.5);
print y; print x / 2; print -x + 10;
fn fact(n) { if n <= 1 { return 1; } else { return n * fact(n - 1); } }
print fact(20); print fact(25);
let i = 0;
while i < 3 { print i == 1; i = i + 1; }
fn noop() { let q = 1; }
print noop();
"""

run(Parser(SOURCE).program(), Env())
for bad in ("let = 3;", "print z;", "let a = $;", "fact(1);"):
    try:
        run(Parser(bad).program(), Env())
    except (SyntaxError, NameError) as e:
        print(type(e).__name__, "-", e)
    except LexError as e:
        print("lex", e, e.pos)
