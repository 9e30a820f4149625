import * as asyncio from "@portalis/asyncio";
import {
  type Coroutine,
  D,
  type Dict,
  F,
  type Py,
  type PyGenerator,
  PyObject,
  RuntimeError,
  T,
  type Tuple,
  TypeError,
  add,
  asyncDef,
  aw,
  bool,
  call,
  caught,
  classDef,
  copy,
  def,
  eq,
  f,
  genexp,
  getattr,
  iadd,
  invoke,
  invokeKw,
  iter,
  len,
  list,
  map,
  mul,
  print,
  program,
  range,
  repr,
  setattr,
  setitem,
  truth,
  type,
  unpack,
  withScope,
} from "@portalis/python";

let m: Py;

export class P extends PyObject {
  declare x: Py;
  declare log: Py;

  static kind: Py = "base";

  __init__(x: Py): void {
    this.x = x;
    this.log = [];
  }

  clone(y: Py): Py {
    return invoke(this, "__class__", y);
  }

  grow(): Py {
    return call(type(this), mul(this.x, 2));
  }

  set(kw: Dict): P {
    Array.from(kw.items(), ([k, v]) => setattr(this, k, v));
    return this;
  }

  show(): Py {
    return f`${getattr(type(this), "__name__")}(${repr(this.x)})`;
  }

  static build(args: Tuple): Py {
    return make(this, T(...iter(args)));
  }

  get area(): Py {
    return 1;
  }
}
classDef(
  P,
  "P",
  {
    kind: "attribute",
    __init__: "(x)",
    clone: "(y)",
    grow: "()",
    set: "(**kw)",
    show: "()",
    build: "class (*args)",
    area: "property",
  },
);

export class Q extends P {
  declare z: Py;

  __init__(x: Py, z: Py = null): void {
    super.__init__(x);
    this.z = z;
  }

  get area(): Py {
    return add(this.x, 1);
  }

  show(): Py {
    return add(super.show(), f`:${this.z}`);
  }
}
classDef(Q, "Q", { __init__: "(x, z=)", area: "property", show: "()" });

export function make(cls: Py, args: Tuple): Py {
  return call(cls, ...args);
}
def(make, "make", "(cls, *args)");

export function check(x: Py): string {
  if (eq(x, 0)) {
    return "zero";
  }
  if (!truth(x)) {
    return "empty";
  }
  return "full";
}
def(check, "check", "(x)");

await program(function* (): Coroutine<void> {
  print(
    invoke(invoke(new P(1), "clone", "s"), "show"),
    invoke(invoke(new Q(2), "clone", "t"), "show"),
    invoke(invoke(new P(1), "grow"), "show"),
    invoke(invoke(new Q("ab"), "grow"), "show"),
  );
  print(
    invoke(invokeKw(new P(1), "set", [], { x: "dyn" }), "show"),
    invoke(invoke(P, "build", "b"), "show"),
    invoke(invoke(Q, "build", 1, 2), "show"),
    new P(3).area,
    new Q(3).area,
  );
  print(check(0), check(F(0)), check(""), check([]), check(false), check("x"), list(map(check, [1, null])));

  class Acc extends PyObject {
    declare items: Py;

    static total: Py = 0;

    __init__(): void {
      this.items = [];
    }

    add(n: Py): Py {
      this.total = iadd(this.total, n);
      Acc.total = add(Acc.total, 1);
      this.items = iadd(this.items, [n]);
      return this;
    }
  }
  classDef(Acc, "Acc", { total: "attribute", __init__: "()", add: "(n)" });

  const a = invoke(invoke(new Acc(), "add", 1), "add", 2.5);
  const b = copy.copy(a);
  invoke(getattr(b, "items"), "append", 9);
  print(
    getattr(a, "total"),
    Acc.total,
    new Acc().total,
    getattr(a, "items"),
    getattr(b, "items") === getattr(a, "items"),
  );
  const fn = getattr(a, "add");
  false ? call(fn, "x") : call(fn, 3);
  print(getattr(a, "total"), getattr(a, "items"));

  function swap(p: Py, q: Py): Tuple {
    [p, q] = [q, p];
    return T(p, q);
  }
  def(swap, "swap", "(p, q)");

  function pick(flag: Py): Py {
    let r: Py;
    if (truth(flag)) {
      r = 1;
    } else {
      r = "one";
    }
    return r;
  }
  def(pick, "pick", "(flag)");

  print(swap(1, "a"), eq(pick(true), 1), eq(pick(false), 1), add(pick(1), 1));
  const x: number = 5;

  function shadow(): Py {
    let x: Py = [];
    for (x of range(3)) {}
    return x;
  }
  def(shadow, "shadow", "()");

  print(shadow(), x);

  class Meta extends PyObject {
    declare _v: Py;

    __init__(): void {
      this._v = 0;
      this.v = 10;
    }

    get v(): Py {
      return this._v;
    }

    set v(value: Py) {
      this._v = mul(value, 2);
    }

    __enter__(): Py {
      this.v = iadd(this.v, 1);
      return this;
    }

    __exit__(a: Tuple): null {
      this.v = 0;
      return null;
    }
  }
  classDef(Meta, "Meta", { __init__: "()", v: "property", __enter__: "()", __exit__: "(*a)" });

  const $w = withScope(new Meta());
  try {
    m = $w.value;
    print(m.v, m._v);
  } catch ($e) {
    $w.failed($e);
  } finally {
    $w.end();
  }
  print(m.v);

  class Box extends PyObject {
    __init__(kw: Dict): void {
      for (const [k, v] of kw.items()) {
        setattr(this, k, v);
      }
    }

    __getattr__(name: Py): string {
      return f`<${name}>`;
    }

    __len__(): Py {
      return 0;
    }

    __bool__(): boolean {
      return true;
    }
  }
  classDef(Box, "Box", { __init__: "(**kw)", __getattr__: "(name)", __len__: "()", __bool__: "()" });

  const box = new Box(D(["a", 1]));
  print(getattr(box, "a"), getattr(box, "zz"), len(box), bool(box), truth(box) ? "yes" : "no");

  function* maybe(n: Py): Coroutine<Py> {
    if (n !== 0) {
      return n;
    }
    yield* asyncio.sleep(0);
    return null;
  }
  asyncDef(maybe, "maybe", "(n)");

  function* main(): Coroutine<null> {
    let $t: Py;
    let r: Py = yield* (function* (): Coroutine<Py> {
      const $r: Py[] = [];
      for (const i of range(3)) {
        $r.push(yield* maybe(i));
      }
      return $r;
    })();
    const s: Py = truth($t = yield* maybe(0)) ? $t : "default";
    const t = asyncio.ensure_future(maybe(7));
    const u = maybe(8);
    print(r, s, yield* aw(t), yield* aw(u));
    try {
      yield* aw(u);
    } catch ($e) {
      const e = caught($e);
      if (e instanceof RuntimeError) {
        print(e);
      } else {
        throw $e;
      }
    }
    try {
      yield* aw(5);
    } catch ($e) {
      const e = caught($e);
      if (e instanceof TypeError) {
        print(e);
      } else {
        throw $e;
      }
    }
    const gens = genexp(
      function* ($0: Py): PyGenerator {
        for (const i of $0) {
          yield maybe(i);
        }
        return null;
      },
      T(1, 0),
    );
    print(yield* asyncio.gather(...iter(gens)));
    function* inner(): Coroutine<Py> {
      r = "changed";
      return r;
    }
    asyncDef(inner, "main.<locals>.inner", "()");
    yield* inner();
    print(r);
    const results = D();
    function* fill(key: Py, delay: Py): Coroutine<null> {
      yield* asyncio.sleep(delay);
      setitem(results, key, len(results));
      return null;
    }
    asyncDef(fill, "main.<locals>.fill", "(key, delay)");
    yield* asyncio.gather(
      ...(() => {
        const $r: Py[] = [];
        for (const $i of [T("a", 0.02), T("b", 0.01)]) {
          const [k, d] = unpack($i, 2);
          $r.push(fill(k, d));
        }
        return $r;
      })(),
    );
    print(results);
    return null;
  }
  asyncDef(main, "main", "()");

  yield* asyncio.run(main());
});
