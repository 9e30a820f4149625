import {
  type Coroutine,
  D,
  type Dict,
  GeneratorExit,
  type Py,
  type PyGenerator,
  S,
  StopIteration,
  T,
  type Tuple,
  TypeError,
  add as $add,
  any,
  call,
  callKw,
  caught,
  def,
  dict,
  enumerate,
  f as $f,
  filter,
  generatorDef,
  genexp,
  getattr,
  gt,
  iadd,
  invoke,
  keep,
  kwargs as $kwargs,
  len,
  list,
  map,
  max,
  mod,
  mul,
  next,
  pow,
  print,
  program,
  range,
  setitem,
  sorted,
  sub,
  sum,
  truth,
  unpack,
  yieldFrom,
  zip,
} from "@portalis/python";

export function f(a: Py, b: Py = 2, args: Tuple, { c, d = 4 }: { c: Py; d?: Py }, kw: Dict): Tuple {
  return T(a, b, args, c, d, kw);
}
def(f, "f", "(a, b=, *args, c, d=, **kw)");

export function pos(a: Py, b: Py, c: Py, { d = 0 }: { d?: Py }): Tuple {
  return T(a, b, c, d);
}
def(pos, "pos", "(a, b, /, c, *, d=)");

export function varargs(args: Tuple): Tuple {
  return args;
}
def(varargs, "varargs", "(*args)");

export function kwargs(kw: Dict): Dict {
  return kw;
}
def(kwargs, "kwargs", "(**kw)");

export function apply(fn: Py, args: Tuple, kw: Dict): Tuple {
  return callKw(fn, [...args], $kwargs(kw));
}
def(apply, "apply", "(fn, *args, **kw)");

export function make(n: Py): Py {
  const $add_y: Py = n;
  function add(x: Py, y: Py = $add_y): Py {
    return $add(x, y);
  }
  def(add, "make.<locals>.add", "(x, y=)");

  return add;
}
def(make, "make", "(n)");

export function deco(fn: Py): Py {
  function wrapper(args: Tuple, kw: Dict): Py {
    print("call", getattr(fn, "__name__"), args, kw);
    const result = callKw(fn, [...args], $kwargs(kw));
    print("->", result);
    return result;
  }
  def(wrapper, "deco.<locals>.wrapper", "(*args, **kw)");

  return wrapper;
}
def(deco, "deco", "(fn)");

export function repeat(times: Py): Py {
  function outer(fn: Py): Py {
    function inner(args: Tuple): Py[] {
      return Array.from(range(times), (_) => call(fn, ...args));
    }
    def(inner, "repeat.<locals>.outer.<locals>.inner", "(*args)");

    return inner;
  }
  def(outer, "repeat.<locals>.outer", "(fn)");

  return outer;
}
def(repeat, "repeat", "(times)");

export const add: Py = call(
  deco,
  def(
    function (a: Py, b: Py = 10): Py {
      return $add(a, b);
    },
    "add",
    "(a, b=)",
  ),
);

export const hi: Py = call(
  deco,
  call(
    repeat(3),
    def(
      function (name: Py): string {
        return $f`hi ${name}`;
      },
      "hi",
      "(name)",
    ),
  ),
);

export function fact(n: Py): Py {
  return n <= 1 ? 1 : mul(n, fact(sub(n, 1)));
}
def(fact, "fact", "(n)");

export function even(n: Py): boolean {
  return n === 0 || odd(sub(n, 1));
}
def(even, "even", "(n)");

export function odd(n: Py): boolean {
  return n !== 0 && even(sub(n, 1));
}
def(odd, "odd", "(n)");

export function* gen(n: Py): PyGenerator {
  let total: Py = 0;
  for (const i of range(n)) {
    const got = yield i;
    if (truth(got)) {
      total = iadd(total, got);
    }
  }
  return total;
}
generatorDef(gen, "gen", "(n)");

export function* chain(its: Tuple): PyGenerator {
  for (const it of its) {
    yield* yieldFrom(it);
  }
  return null;
}
generatorDef(chain, "chain", "(*its)");

export function* delegating(): PyGenerator {
  const r = yield* yieldFrom(gen(2));
  print("returned", r);
  yield "end";
  return null;
}
generatorDef(delegating, "delegating", "()");

export function* cleanup(): PyGenerator {
  try {
    yield 1;
    yield 2;
  } catch ($e) {
    const $x = caught($e);
    if ($x instanceof GeneratorExit) {
      print("closing");
      throw $x;
    } else {
      throw $e;
    }
  } finally {
    print("finally");
  }
  return null;
}
generatorDef(cleanup, "cleanup", "()");

await program(function* (): Coroutine<void> {
  print(
    f(1, undefined, T(), { c: 3 }, D()),
    f(1, 5, T(6, 7), { c: 8 }, D(["z", 9])),
    callKw(f, [...[1, 2]], $kwargs(D(["c", 3], ["q", 4]))),
  );
  print(
    pos(1, 2, 3, {}),
    pos(1, 2, 3, { d: 4 }),
    varargs(T()),
    varargs(T(1)),
    kwargs(D(["a", 1])),
    apply(f, T(1), D(["c", 2])),
  );
  print(make(5)(1), make(5)(1, 1));
  print(call(add, 1), callKw(add, [1], { b: 2 }));
  print(call(hi, "bob"));
  print(fact(25), even(10), odd(7));
  for (const bad of T(
    () => call(f, 1),
    () => call(f),
    () => callKw(pos, [1], { b: 2, c: 3 }),
    () => callKw(varargs, [], { a: 1 }),
    () => call(pos, 1, 2, 3, 4),
    () => call(fact),
  )) {
    try {
      call(bad);
    } catch ($e) {
      const e = caught($e);
      if (e instanceof TypeError) {
        print(e);
      } else {
        throw $e;
      }
    }
  }
  const g = gen(3);
  print(next(g), invoke(g, "send", 5), invoke(g, "send", 7));
  try {
    next(g);
  } catch ($e) {
    const e = caught($e);
    if (e instanceof StopIteration) {
      print("stop", getattr(e, "value"));
    } else {
      throw $e;
    }
  }
  print(
    list(
      chain(
        T(
          [1, 2],
          "ab",
          genexp(
            function* ($0: Py): PyGenerator {
              for (const x of $0) {
                yield mul(x, x);
              }
              return null;
            },
            range(3),
          ),
        ),
      ),
    ),
  );
  print(list(delegating()));
  for (const v of cleanup()) {
    print(v);
    break;
  }
  const c = cleanup();
  next(c);
  for (const v of keep(c)) {
    print("second", v);
    break;
  }
  print("still open");
  invoke(c, "close");
  print(
    sum(
      genexp(
        function* ($0: Py): PyGenerator {
          for (const i of $0) {
            yield i;
          }
          return null;
        },
        range(5),
      ),
    ),
    max(
      genexp(
        function* ($0: Py): PyGenerator {
          for (const w of $0) {
            yield T(len(w), w);
          }
          return null;
        },
        ["a", "bbb", "cc"],
      ),
    ),
    any(
      genexp(
        function* ($0: Py): PyGenerator {
          for (const x of $0) {
            yield gt(x, 2);
          }
          return null;
        },
        [1, 2, 3],
      ),
    ),
  );
  const sq = def((x: Py, y: Py = 2) => pow(x, y), "<lambda>", "(x, y=)");
  print(
    call(sq, 3),
    call(sq, 2, 3),
    callKw(sq, [], { y: 1, x: 9 }),
    callKw(def((a: Tuple, k: Dict) => T(a, k), "<lambda>", "(*a, **k)"), [1], { b: 2 }),
  );
  print(
    sorted(["b", "A", "c"], { key: (s: Py) => invoke(s, "lower") }),
    list(map((x: Py) => $add(x, 1), [1, 2])),
    list(filter(null, [0, 1, "", "a"])),
  );
  print(list(zip([1, 2, 3], "ab")), dict(zip("ab", [1, 2])), list(enumerate("ab", 1)));
  print(
    (() => {
      const $r = D();
      for (const $i of D(["a", 1]).items()) {
        const [k, v] = unpack($i, 2);
        setitem($r, k, v);
      }
      return $r;
    })(),
    (() => {
      const $r = S();
      for (const x of range(9)) {
        $r.add(mod(x, 3));
      }
      return $r;
    })(),
    (() => {
      const $r: Py[] = [];
      for (const i of range(3)) {
        if (i !== 0) {
          for (const j of range(i)) {
            $r.push(T(i, j));
          }
        }
      }
      return $r;
    })(),
  );
  print(Array.from(["ab", "cd"], (row) => Array.from(keep(row), (c) => c)));
});
