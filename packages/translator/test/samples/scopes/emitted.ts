import {
  type Coroutine,
  D,
  type Dict,
  NameError,
  type Py,
  PyObject,
  T,
  type Tuple,
  UnboundLocalError,
  ValueError,
  add,
  call,
  caught,
  checked,
  checkedFree,
  classDef,
  def,
  f as $f,
  getattr,
  list as $list,
  lt,
  mul,
  print,
  program,
  range,
  setitem,
  str,
  type,
  unbound as $unbound,
} from "@portalis/python";

export const x: string = "global";

export function outer(): Tuple {
  let x: Py = "outer";

  function inner(): string {
    x = "inner";
    return x;
  }
  def(inner, "outer.<locals>.inner", "()");

  const before = x;
  inner();
  return T(before, x);
}
def(outer, "outer", "()");

export function use_global(): Py {
  counter = add(counter, 1);
  return counter;
}
def(use_global, "use_global", "()");

export let counter: Py = 10;

export function unbound(): Py {
  let y: Py;
  try {
    print(checked(y, "y"));
  } catch ($e) {
    const e = caught($e);
    if (e instanceof UnboundLocalError) {
      print("UnboundLocalError:", e);
    } else {
      throw $e;
    }
  }
  y = 1;
  return y;
}
def(unbound, "unbound", "()");

export function deleted(): Py {
  let z: Py;
  z = 1;
  z = undefined;
  try {
    return checked(z, "z");
  } catch ($e) {
    const e = caught($e);
    if (e instanceof UnboundLocalError) {
      return str(e);
    } else {
      throw $e;
    }
  }
}
def(deleted, "deleted", "()");

export function free(): Py {
  let late: Py;
  function inner(): Py {
    return checkedFree(late, "late");
  }
  def(inner, "free.<locals>.inner", "()");

  try {
    inner();
  } catch ($e) {
    const e = caught($e);
    if (e instanceof NameError) {
      print(getattr(type(e), "__name__"), e);
    } else {
      throw $e;
    }
  }
  late = 5;
  return inner();
}
def(free, "free", "()");

export function shadow_builtin(list: Py[]): Py[] {
  const len: number = 3;
  return Array.from(list, (_) => len);
}
def(shadow_builtin, "shadow_builtin", "(list)");

export function loops(): Tuple {
  let i: Py;
  const fs: Py[] = [];
  for (i of range(3)) {
    $list.append(fs, () => i);
  }
  const gs: Py[] = (($0: Py) => {
    let i: Py;
    const $r: Py[] = [];
    for (i of $0) {
      $r.push(() => i);
    }
    return $r;
  })(range(3));
  const hs: Py[] = Array.from(
    range(3),
    (i) => (($lambda_i: Py) => def((i: Py = $lambda_i) => i, "loops.<locals>.<lambda>", "(i=)"))(i),
  );
  return T(
    Array.from(fs, (f) => call(f)),
    Array.from(gs, (g) => call(g)),
    Array.from(hs, (h) => call(h)),
    checked(i, "i"),
  );
}
def(loops, "loops", "()");

export function after_loop(): Tuple {
  let k: Py, v: Py;
  for (k of range(3)) {
    v = mul(k, 2);
  }
  return T(checked(k, "k"), checked(v, "v"));
}
def(after_loop, "after_loop", "()");

export function conditional(flag: Py): string {
  let value: Py;
  if (flag) {
    value = "set";
  }
  try {
    return checked(value, "value");
  } catch ($e) {
    const $x = caught($e);
    if ($x instanceof UnboundLocalError) {
      return "unset";
    } else {
      throw $e;
    }
  }
}
def(conditional, "conditional", "(flag)");

export function comprehension_scope(): Tuple {
  let m: Py;
  const n: number = 5;
  const squares: Py[] = Array.from(range(3), (n) => mul(n, n));
  const last: Py[] = Array.from(range(4), (k) => m = k);
  return T(n, squares, last, checked(m, "m"));
}
def(comprehension_scope, "comprehension_scope", "()");

export function except_name(): Py {
  let e: Py;
  e = "kept";
  try {
    throw new ValueError("boom");
  } catch ($e) {
    const $x = caught($e);
    if ($x instanceof ValueError) {
      e = $x;
      try {} finally {
        e = undefined;
      }
    } else {
      throw $e;
    }
  }
  try {
    return checked(e, "e");
  } catch ($e) {
    const err = caught($e);
    if (err instanceof UnboundLocalError) {
      return $f`gone: ${err}`;
    } else {
      throw $e;
    }
  }
}
def(except_name, "except_name", "()");

const $defaults_box: Py = [];

export function defaults(item: Py, box: Py[] = $defaults_box): Py[] {
  $list.append(box, item);
  return box;
}
def(defaults, "defaults", "(item, box=)");

export function evaluation_order(): Tuple {
  let d: Py, $t: Py;
  const log: Py[] = [];

  function t(v: Py): Py {
    $list.append(log, v);
    return v;
  }
  def(t, "evaluation_order.<locals>.t", "(v)");

  function get(name: string): Dict {
    $list.append(log, name);
    return checkedFree(d, "d");
  }
  def(get, "evaluation_order.<locals>.get", "(name)");

  d = D();
  const $v: Py = t("val");
  setitem(get("obj"), t("key"), $v);
  const $u: Py[] = [0, [0, 0]];
  let i: Py = $u[0];
  const a: Py[] = $u[1];
  const $u2: Py[] = [1, 9];
  i = $u2[0];
  setitem(a, i, $u2[1]);
  const $u3: Py[] = [t(5), t(6)];
  setitem(a, t(0), $u3[0]);
  setitem(a, t(1), $u3[1]);
  lt(t(1), $t = t(0)) && lt($t, t(99));
  const d2 = D([t("k1"), t("v1")], [t("k2"), t("v2")]);
  return T(log, i, a, d, d2);
}
def(evaluation_order, "evaluation_order", "()");

export class C extends PyObject {
  static x: Py = "class";
  static y: Py = add(C.x, "!");

  get(): string {
    return x;
  }
}
classDef(C, "C", { x: "attribute", y: "attribute", get: "()" });

await program(function* (): Coroutine<void> {
  print(outer());
  print(use_global(), use_global(), counter);
  print(unbound());
  print(deleted());
  print(free());
  print(shadow_builtin([1, 2]));
  print(loops());
  print(after_loop());
  print(conditional(true), conditional(false));
  print(comprehension_scope());
  print(except_name());
  print(defaults(1), defaults(2), defaults(3, []));
  print(evaluation_order());
  print(C.x, C.y, new C().get());
  try {
    print($unbound("undefined_name"));
  } catch ($e) {
    const e = caught($e);
    if (e instanceof NameError) {
      print(e);
    } else {
      throw $e;
    }
  }
});
