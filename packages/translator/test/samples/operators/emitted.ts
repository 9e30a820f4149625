import {
  AttributeError,
  B,
  type Coroutine,
  D,
  F,
  IndexError,
  KeyError,
  type Py,
  S,
  T,
  TypeError,
  ValueError,
  ZeroDivisionError,
  abs,
  add,
  all,
  any,
  ascii,
  bin,
  bitand,
  bitor,
  bitxor,
  bool,
  caught,
  chr,
  contains,
  delitem,
  divmod,
  entries,
  eq,
  f,
  float,
  floordiv,
  fmt,
  frozenset,
  getattr,
  getitem,
  gt,
  hash,
  hex,
  iadd,
  int,
  invert,
  invoke,
  isinstance,
  iter,
  len,
  list,
  lshift,
  lt,
  max,
  min,
  mod,
  mul,
  neg,
  oct,
  ord,
  pow,
  print,
  program,
  range,
  repr,
  reversed,
  round,
  rshift,
  set,
  setitem,
  slice,
  sorted,
  str,
  sub,
  sum,
  truediv,
  truth,
  tuple,
  type,
} from "@portalis/python";

await program(function* (): Coroutine<void> {
  let $t: Py, $t2: Py;
  print(
    floordiv(7, 2),
    floordiv(-7, 2),
    mod(7, -3),
    mod(-7, 3),
    truediv(7, 2),
    truediv(6, 3),
    pow(2, 10),
    pow(2, -1),
    pow(2, 0.5),
    pow(10, 20),
    floordiv(7.5, 2),
    mod(7.5, 2),
  );
  print(
    add(1, true),
    add(true, true),
    mul(3, "ab"),
    mul([1], 3),
    add(T(1, 2), T(3)),
    add("a", "b"),
    bitand(5, 3),
    bitor(5, 3),
    bitxor(5, 3),
    invert(5),
    lshift(1, 70),
    rshift(lshift(1, 3), 1),
  );
  print(
    F(1),
    2.5,
    F(10000000000000000),
    0.00001,
    neg(F(0)),
    add(0.1, 0.2),
    float("inf"),
    float("nan"),
    truediv(1, 3),
    F(100),
    F(1e+22),
    123456789.123,
  );
  print(
    eq(1, F(1)),
    eq(1, true),
    eq("1", 1),
    eq([1], [F(1)]),
    lt(T(1, 2), T(1, 3)),
    lt("a", "b"),
    eq(null, null),
    eq([], T()),
  );
  print(
    int("42"),
    int(3.9),
    int(-3.9),
    float("1.5"),
    str(F(1)),
    bool(""),
    bool("0"),
    int("ff", 16),
    round(2.5),
    round(3.14159, 2),
    abs(-3),
  );
  print(divmod(7, 2), divmod(-7, 2), pow(2, 10), pow(3, 4, 5), min(3, 1, 2), max([4, 5]), sum([1, 2], 10));
  const s: string = "Hello, World";
  print(
    getitem(s, 0),
    getitem(s, -1),
    getitem(s, slice(1, 4)),
    getitem(s, slice(null, null, -1)),
    getitem(s, slice(null, 5)),
    getitem(s, slice(7, null)),
    str.upper(s),
    str.find(s, "o"),
    str.replace(s, "l", "L"),
    str.split(s, ", "),
    contains(s, "o"),
    len(s),
  );
  print(
    str.join("-", ["a", "b"]),
    str.strip("  x "),
    str.startswith("abc", "a"),
    str.split("a,b,,c", ","),
    str.center("x", 5, "*"),
    str.zfill("5", 3),
    mod("%s is %d", T("a", 3)),
  );
  print(
    false ? str.format("{} {name} {0}", 1, { name: "n" }) : "skip",
    mul("abc", 0) === "",
    str.encode("a\tb\n"),
    add(B("ab"), B("c")),
  );
  const xs: Py[] = [3, 1, 2];
  list.append(xs, 4);
  list.extend(xs, [5, 6]);
  list.insert(xs, 0, 0);
  list.remove(xs, 3);
  print(
    xs,
    list.pop(xs),
    list.pop(xs, 0),
    list.index(xs, 2),
    list.count(xs, 1),
    sorted(xs, { reverse: true }),
    getitem(xs, slice(1, 3)),
    getitem(xs, -1),
  );
  list.sort(xs, { key: (v: Py) => neg(v) });
  const $v: Py = [9, 9, 9];
  setitem(xs, slice(0, 2), $v);
  delitem(xs, 0);
  list.reverse(xs);
  print(xs, getitem(xs, slice(null, null, 2)), list(reversed(xs)), add(xs, [1]), [...xs, ...iter("ab")]);
  const d = D(["a", 1], ["b", 2]);
  setitem(d, "c", 3);
  invoke(d, "update", D(["d", 4]));
  setitem(d, "a", iadd(getitem(d, "a"), 10));
  print(
    d,
    d.get("z"),
    d.get("z", 0),
    list(d),
    list(d.values()),
    list(d.items()),
    contains(d, "a"),
    len(d),
    d.pop("b"),
    d.setdefault("e", 5),
  );
  delitem(d, "c");
  print(d, D(...entries(d), ["x", 1]), D(["a", 1], ["b", 2]), D([1, "a"], [F(1), "b"], [true, "c"]));
  const st = S(1, 2, 3);
  st.add(2);
  st.discard(9);
  print(
    st,
    bitor(st, S(4)),
    bitand(st, S(1, 2)),
    sub(st, S(1)),
    bitxor(st, S(3, 4)),
    contains(st, 2),
    sorted(st),
    frozenset([1]),
    set(),
  );
  const t = T(1, "a", null);
  print(t, getitem(t, 0), T(1), T(), len(t), tuple.index(t, "a"), mul(t, 2));
  let x: Py = 10;
  x = add(x, 5);
  x = sub(x, 3);
  x = mul(x, 2);
  x = floordiv(x, 5);
  x = pow(x, 2);
  x = mod(x, 7);
  x = lshift(x, 3);
  x = bitor(x, 1);
  print(x);
  const [name, value, width]: Py[] = ["n", 3.14159, 10];
  print(
    f`${name}=${fmt(value, ".2f")}|${fmt(value, f`${width}.1f`)}|${fmt(repr(name), ">5")}|value=${repr(
      value,
    )}|1 + 1 = ${repr(add(1, 1))}|${"q"}|{}|${fmt(1000000, ",")}|${fmt(255, "#x")}|${fmt(0.25, ".1%")}|${fmt(
      -5,
      "+d",
    )}|${fmt("c", "^5")}|${fmt(3, "05d")}`,
  );
  print(f`${add("nested ", f`${name}`)}`, f`${str([1, 2])}`, f`${null}`, f`${true}`, f`${getitem(d, "a")}`);
  print(
    truth($t = truth($t2 = gt(10, 5)) ? "yes" : $t2) ? $t : "no",
    !truth([]),
    null === null,
    !contains([1, 2], 3),
    Object.is([], []),
  );
  print(
    type(1),
    type("a"),
    type(F(1)),
    type([]),
    type(null),
    type(true),
    isinstance(1, T(int, str)),
    isinstance(true, int),
  );
  print(ord("a"), chr(98), hex(255), bin(5), oct(8), repr("it's"), repr("a\"b"), ascii("é"), hash(1) === hash(F(1)));
  print(...[1, 2, 3], { sep: "-", end: "!\n" });
  print([1, [2, D(["k", T(3)])]], D(["a", [1]]), T("x"));
  print(
    list(range(5)),
    list(range(5, 0, -2)),
    range(3),
    len(range(10)),
    contains(range(5), 3),
    getitem(range(10), slice(2, 5)),
  );
  let i: Py = 0;
  for (i of range(3)) {}
  print(i, all([]), any([]), Array.from(range(3), (i) => i), i);
  try {
    add(1, "a");
  } catch ($e) {
    const e = caught($e);
    if (e instanceof TypeError) {
      print(e);
    } else {
      throw $e;
    }
  }
  try {
    getitem([1], 5);
  } catch ($e) {
    const e = caught($e);
    if (e instanceof IndexError) {
      print(e);
    } else {
      throw $e;
    }
  }
  try {
    getitem(D(), "k");
  } catch ($e) {
    const e = caught($e);
    if (e instanceof KeyError) {
      print(e);
    } else {
      throw $e;
    }
  }
  try {
    int("x");
  } catch ($e) {
    const e = caught($e);
    if (e instanceof ValueError) {
      print(e);
    } else {
      throw $e;
    }
  }
  try {
    getattr(null, "foo");
  } catch ($e) {
    const e = caught($e);
    if (e instanceof AttributeError) {
      print(e);
    } else {
      throw $e;
    }
  }
  try {
    truediv(1, 0);
  } catch ($e) {
    const e = caught($e);
    if (e instanceof ZeroDivisionError) {
      print(e);
    } else {
      throw $e;
    }
  }
  try {
    len(5);
  } catch ($e) {
    const e = caught($e);
    if (e instanceof TypeError) {
      print(e);
    } else {
      throw $e;
    }
  }
});
