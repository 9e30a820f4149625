import {
  type Coroutine,
  type Dict,
  Exception,
  F,
  type Py,
  PyObject,
  T as $T,
  type Tuple,
  add,
  call,
  callKw,
  caught,
  classDef,
  collections,
  dataclassDef,
  def,
  dict,
  enum$,
  enumDef,
  eq,
  f,
  field,
  functools,
  ge,
  getattr,
  getitem,
  gt,
  hash,
  heapq,
  invoke,
  invokeKw,
  isinstance,
  iter,
  itertools,
  keep,
  kwargs,
  le,
  len,
  list,
  lt,
  map,
  mul,
  ne,
  operator,
  pow,
  print,
  program,
  repr,
  setattr,
  slice,
  sorted,
  string,
  sub,
  truth,
  type,
  unpack,
} from "@portalis/python";

await program(function* (): Coroutine<void> {
  class Color extends enum$.Enum {
    static RED: Py = 1;
    static GREEN: Py = "g";
    static BLUE: Py = false ? new enum$.auto() : 3;

    pretty(): Py {
      return invoke(getattr(this, "name"), "title");
    }
  }
  classDef(Color, "Color", { RED: "attribute", GREEN: "attribute", BLUE: "attribute", pretty: "()" });
  enumDef(Color, ["RED", "GREEN", "BLUE"]);

  class Shape extends enum$.Enum {
    static SQUARE: Py = new enum$.auto();
    static CIRCLE: Py = new enum$.auto();
  }
  classDef(Shape, "Shape", { SQUARE: "attribute", CIRCLE: "attribute" });
  enumDef(Shape, ["SQUARE", "CIRCLE"]);

  class Stack extends PyObject {
    declare items: Py[];

    __init__(): void {
      this.items = [];
    }

    push(item: Py): null {
      list.append(this.items, item);
      return null;
    }

    pop(): Py {
      return this.items.length > 0 ? list.pop(this.items) : null;
    }
  }
  classDef(Stack, "Stack", { __init__: "()", push: "(item)", pop: "()" });

  class Item extends PyObject {
    total(n: Py): Py {
      return mul(this.price, n);
    }
  }
  classDef(Item, "Item", { total: "(n)" });
  dataclassDef(Item, [field("name"), field("price", { default: F(1) }), field("tags", { default_factory: list })]);

  class Version extends PyObject {}
  classDef(Version, "Version");
  dataclassDef(Version, [field("major"), field("minor", { default: 0 })], { order: true, frozen: true });

  class Sub extends Item {}
  classDef(Sub, "Sub");
  dataclassDef(Sub, [field("extra", { default: 5 })]);

  class Num extends PyObject {
    declare v: Py;

    __init__(v: Py): void {
      this.v = v;
    }

    __eq__(o: Py): Py {
      return eq(this.v, getattr(o, "v"));
    }

    __lt__(o: Py): Py {
      return lt(this.v, getattr(o, "v"));
    }
  }
  classDef(Num, "Num", { __init__: "(v)", __eq__: "(o)", __lt__: "(o)" });
  call(functools.total_ordering, Num);

  function traced(fn: Py): Py {
    const inner: Py = call(
      functools.wraps(fn),
      def(
        function (a: Tuple, k: Dict): Py {
          print("->", getattr(fn, "__name__"));
          return callKw(fn, [...a], kwargs(k));
        },
        "traced.<locals>.inner",
        "(*a, **k)",
      ),
    );

    return inner;
  }
  def(traced, "traced", "(fn)");

  const hello: Py = call(
    traced,
    def(
      function (name: Py, greeting: Py = "hi"): string {
        return f`${greeting} ${name}`;
      },
      "hello",
      "(name, greeting=)",
    ),
  );

  const fib: Py = call(
    functools.lru_cache(null),
    def(
      function (n: Py): Py {
        return truth(lt(n, 2)) ? n : add(call(fib, sub(n, 1)), call(fib, sub(n, 2)));
      },
      "fib",
      "(n)",
    ),
  );

  const Point = collections.namedtuple("Point", "x y");
  const Pair = collections.namedtuple("Pair", ["a", "b"], { defaults: [9] });

  print(
    Color.RED,
    getattr(Color.GREEN, "value"),
    getattr(Color.BLUE, "name"),
    call(Color, "g"),
    getitem(Color, "RED"),
    Array.from(keep(Color), (c) => getattr(c, "name")),
    invoke(Color.RED, "pretty"),
    Color.RED === call(Color, 1),
    eq(Color.RED, Color.GREEN),
  );
  print(
    getattr(Shape.SQUARE, "value"),
    getattr(Shape.CIRCLE, "value"),
    repr(Shape.CIRCLE),
    len(Shape),
    isinstance(Shape.CIRCLE, Shape),
  );
  const s = new Stack();
  s.push(1);
  print(s.pop(), s.pop());
  const i = callKw(Item, ["a"], { tags: ["t"] });
  const j = call(Item, "a", F(1), ["t"]);
  print(i, eq(i, j), i.total(3), call(Item, "z").tags, callKw(Sub, ["q"], { extra: 1 }));
  print(
    lt(new Version(1, 2), new Version(1, 3)),
    new Version(1),
    sorted([new Version(2), new Version(1, 5)]),
    hash(new Version(1)) === hash(new Version(1)),
  );
  try {
    const $v: Py = 5;
    setattr(new Version(1), "major", $v);
  } catch ($e) {
    const e = caught($e);
    if (e instanceof Exception) {
      print(getattr(type(e), "__name__"), e);
    } else {
      throw $e;
    }
  }
  print(le(new Num(1), new Num(2)), ge(new Num(3), new Num(2)), ne(new Num(1), new Num(1)));
  print(
    call(hello, "bob"),
    getattr(hello, "__name__"),
    call(fib, 50),
    gt(getattr(invoke(fib, "cache_info"), "hits"), 0),
  );
  const p = callKw(Point, [1], { y: 2 });
  print(p, getattr(p, "x"), getitem(p, 1), invokeKw(p, "_replace", [], { x: 5 }), call(Pair, 1), eq(p, $T(1, 2)));
  const [x, y] = unpack(p, 2);
  print(x, y);
  const c = new collections.Counter("mississippi");
  print(c.most_common(2), getitem(c, "z"), add(c, new collections.Counter("mm")));
  const d = new collections.defaultdict(list);
  invoke(getitem(d, "a"), "append", 1);
  invoke(getitem(d, "a"), "append", 2);
  print(d, dict(d), getitem(d, "zz"));
  const q = new collections.deque([1, 2, 3], 3);
  q.append(4);
  q.appendleft(0);
  print(q, q.popleft(), len(q), list(q), getitem(q, 0));
  const od = new collections.OrderedDict([$T("a", 1), $T("b", 2)]);
  od.move_to_end("a");
  print(od, list(od));
  print(
    functools.reduce(operator.add, [1, 2, 3], 10),
    call(functools.partial(pow, 2), 5),
    list(map(operator.itemgetter(1), [$T(1, 2), $T(3, 4)])),
  );
  print(
    list(itertools.chain([1], [2])),
    list(itertools.islice(itertools.count(5), 3)),
    getitem(list(itertools.product("ab", { repeat: 2 })), slice(null, 2)),
    getitem(getitem(list(itertools.groupby([1, 1, 2])), 0), 0),
  );
  for (const $i of iter(
    itertools.groupby(
      sorted(["apple", "avocado", "bean"], { key: (w: Py) => getitem(w, 0) }),
      (w: Py) => getitem(w, 0),
    ),
  )) {
    const [k, g] = unpack($i, 2);
    print(k, list(g));
  }
  const h: Py[] = [];
  for (const v of [5, 1, 4]) {
    heapq.heappush(h, v);
  }
  print(heapq.heappop(h), h, heapq.nlargest(1, [3, 9]), getitem(string.ascii_lowercase, slice(null, 3)));
});
