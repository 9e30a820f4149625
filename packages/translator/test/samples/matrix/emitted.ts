import {
  type Coroutine,
  D,
  F,
  type Py,
  type PyGenerator,
  PyObject,
  RuntimeError,
  T,
  type Tuple,
  ValueError,
  abs,
  add,
  bitand,
  call,
  caught,
  classDef,
  def,
  enumerate,
  eq,
  f as $f,
  floordiv,
  fmt,
  genexp,
  getattr,
  getitem,
  iadd,
  int,
  invert,
  irshift,
  isinstance,
  isub,
  keep,
  len,
  list,
  lt,
  math,
  matmul,
  mod,
  mul,
  ne,
  neg,
  pow,
  print,
  program,
  random,
  range,
  round,
  setitem,
  slice,
  sorted,
  str,
  sub,
  sum,
  truediv,
  truth,
  unpack,
  zip,
} from "@portalis/python";

export class Matrix extends PyObject {
  declare rows: Py[];
  declare n: Py;
  declare m: Py;

  __init__(rows: Py): void {
    this.rows = Array.from(keep(rows), (r) => list(r));
    const $u: Py[] = [len(this.rows), len(getitem(this.rows, 0))];
    this.n = $u[0];
    this.m = $u[1];
  }

  static identity(n: Py): Matrix {
    return new this(Array.from(range(n), (i) => Array.from(range(n), (j) => truth(i === j) ? 1 : 0)));
  }

  static zeros(n: Py, m: Py = null): Matrix {
    return new this(Array.from(range(n), (_) => mul([0], truth(m) ? m : n)));
  }

  __matmul__(other: Py): Matrix {
    const self = this;
    let i: Py, j: Py;
    if (truth(ne(self.m, getattr(other, "n")))) {
      throw new ValueError($f`shape mismatch: ${self.n}x${self.m} @ ${getattr(other, "n")}x${getattr(other, "m")}`);
    }
    const out = Matrix.zeros(self.n, getattr(other, "m"));
    for (i of range(self.n)) {
      for (j of range(getattr(other, "m"))) {
        const $v: Py = sum(
          genexp(
            function* ($0: Py): PyGenerator {
              for (const k of $0) {
                yield mul(getitem(self, T(i, k)), getitem(other, T(k, j)));
              }
              return null;
            },
            range(self.m),
          ),
        );
        setitem(out, T(i, j), $v);
      }
    }
    return out;
  }

  __getitem__(key: Py): Py {
    const [i, j] = unpack(key, 2);
    return getitem(getitem(this.rows, i), j);
  }

  __setitem__(key: Py, value: Py): null {
    const [i, j] = unpack(key, 2);
    const $v: Py = value;
    setitem(getitem(this.rows, i), j, $v);
    return null;
  }

  __pow__(k: Py): Py {
    let [result, base]: Py[] = [Matrix.identity(this.n), this];
    while (truth(k)) {
      if (truth(bitand(k, 1))) {
        result = matmul(result, base);
      }
      base = matmul(base, base);
      k = irshift(k, 1);
    }
    return result;
  }

  get T(): Matrix {
    return new Matrix(zip(...this.rows));
  }

  det(): Py {
    if (truth(this.n === 1)) {
      return getitem(this, T(0, 0));
    }
    let total: Py = 0;
    for (const c of range(this.n)) {
      const minor = new Matrix(
        Array.from(
          getitem(this.rows, slice(1, null)),
          (row) => add(getitem(row, slice(null, c)), getitem(row, slice(add(c, 1), null))),
        ),
      );
      total = iadd(total, mul(mul(pow(-1, c), getitem(this, T(0, c))), minor.det()));
    }
    return total;
  }

  __eq__(other: Py): Py {
    let $t: Py;
    return truth($t = isinstance(other, Matrix)) ? eq(this.rows, getattr(other, "rows")) : $t;
  }

  __repr__(): string {
    return add(
      add(
        "Matrix(",
        str.join("; ", Array.from(this.rows, (row) => str.join(" ", Array.from(keep(row), (v) => $f`${fmt(v, "g")}`)))),
      ),
      ")",
    );
  }
}
classDef(
  Matrix,
  "Matrix",
  {
    __init__: "(rows)",
    identity: "class (n)",
    zeros: "class (n, m=)",
    __matmul__: "(other)",
    __getitem__: "(key)",
    __setitem__: "(key, value)",
    __pow__: "(k)",
    T: "property",
    det: "()",
    __eq__: "(other)",
    __repr__: "()",
  },
);

export const fib = new Matrix([[1, 1], [1, 0]]);

await program(function* (): Coroutine<void> {
  print(pow(fib, 10), getitem(pow(fib, 90), T(0, 1)));
  print(eq(fib.T, fib), new Matrix([[1, 2, 3], [4, 5, 6]]).T, new Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 4]]).det());
  try {
    matmul(fib, new Matrix([[1, 2, 3]]));
  } catch ($e) {
    const e = caught($e);
    if (e instanceof ValueError) {
      print(e);
    } else {
      throw $e;
    }
  }
  print(
    math.sqrt(2),
    math.pi,
    math.floor(-2.5),
    math.ceil(2.1),
    math.gcd(12, 18),
    math.factorial(10),
    math.isclose(add(0.1, 0.2), 0.3),
    math.hypot(3, 4),
    math.log(8, 2),
    math.inf,
  );
  random.seed(42);
  print(random.random(), random.randint(1, 100), random.choice("abc"), random.sample(range(10), 3));
  const deck: Py[] = list(range(8));
  random.shuffle(deck);
  print(deck, round(random.gauss(0, 1), 6), random.uniform(1, 2));

  function primes(limit: Py): Py[] {
    const sieve: Py[] = mul([true], add(limit, 1));
    for (const p of range(2, add(int(pow(limit, 0.5)), 1))) {
      if (truth(getitem(sieve, p))) {
        const $v: Py = mul([false], len(range(mul(p, p), add(limit, 1), p)));
        setitem(sieve, slice(mul(p, p), null, p), $v);
      }
    }
    return (() => {
      const $r: Py[] = [];
      for (const $i of enumerate(sieve)) {
        const [i, is_p] = unpack($i, 2);
        if (truth(i >= 2) && truth(is_p)) {
          $r.push(i);
        }
      }
      return $r;
    })();
  }
  def(primes, "primes", "(limit)");

  print(primes(50), sum(primes(1000)));

  function newton(f: Py, df: Py, x: Py, tol: Py = 1e-12, max_iter: Py = 50): Tuple {
    for (const step of range(1, add(max_iter, 1))) {
      const fx = call(f, x);
      if (truth(lt(abs(fx), tol))) {
        return T(x, step);
      }
      x = isub(x, truediv(fx, call(df, x)));
    }
    throw new RuntimeError("no convergence");
  }
  def(newton, "newton", "(f, df, x, tol=, max_iter=)");

  const [root, steps] = newton(
    (x: Py) => sub(sub(pow(x, 3), mul(2, x)), 5),
    (x: Py) => sub(mul(3, pow(x, 2)), 2),
    F(2),
  );
  print($f`${fmt(root, ".10f")} in ${steps}`);
  const words: Py[] = str.split("the quick brown fox jumps over the lazy dog the end");
  const freq = D();
  for (const w of words) {
    setitem(freq, w, add(freq.get(w, 0), 1));
  }
  for (const $i of getitem(
    sorted(freq.items(), { key: (kv: Py) => T(neg(getitem(kv, 1)), getitem(kv, 0)) }),
    slice(null, 3),
  )) {
    const [word, count] = unpack($i, 2);
    print($f`${fmt(word, "<8")}|${fmt(count, ">3")}|${mul("*", count)}`);
  }
  const table: Py[] = Array.from(range(1, 4), (i) => Array.from(range(1, 5), (j) => $f`${fmt(mul(i, j), "3d")}`));
  print(str.join("\n", Array.from(table, (r) => str.join(" ", r))));
  let [a, b]: Py[] = [0, 1];
  while (truth(a < 100)) {
    print(a, { end: " " });
    [a, b] = [b, add(a, b)];
  }
  print();
  const hanoi: Py[] = [];

  function move(n: Py, src: string = "A", dst: string = "C", via: string = "B"): null {
    if (n !== 0) {
      move(sub(n, 1), src, via, dst);
      list.append(hanoi, $f`${src}${dst}`);
      move(sub(n, 1), via, dst, src);
    }
    return null;
  }
  def(move, "move", "(n, src=, dst=, via=)");

  move(3);
  print(
    hanoi,
    31,
    5,
    15,
    1000000,
    F(1000),
    mul(floordiv(5, 2), F(2)),
    mod(-5, 3),
    mod(pow(2, 100), 97),
    invert(0),
    add(true, 1),
  );
});
