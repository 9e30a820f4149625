import {
  AssertionError,
  type Coroutine,
  D,
  Exception,
  F,
  IndexError,
  KeyError,
  type Py,
  PyObject,
  RuntimeError,
  T,
  TypeError,
  ValueError,
  ZeroDivisionError,
  add,
  caught,
  classDef,
  contains,
  def,
  enumerate,
  eq,
  f,
  getattr,
  getitem,
  iadd,
  len,
  list,
  lt,
  print,
  program,
  raise,
  raiseFrom,
  range,
  repr,
  str,
  sub,
  truediv,
  truth,
  type,
  unpack,
  unpackStar,
  withScope,
} from "@portalis/python";

let n: Py;

export function find(xs: Py[], target: Py): null {
  $loop: {
    for (const [i, x] of enumerate(xs)) {
      if (eq(x, target)) {
        print("found at", i);
        break $loop;
      }
    }
    print("not found");
  }
  return null;
}
def(find, "find", "(xs, target)");

export function nested(): Py[] {
  const out: Py[] = [];
  for (const i of range(4)) {
    $loop: {
      for (const j of range(4)) {
        if (j === 2) {
          continue;
        }
        if (i === 2) {
          break $loop;
        }
        list.append(out, T(i, j));
      }
      list.append(out, f`row ${i}`);
      continue;
    }
    list.append(out, "broke");
  }
  return out;
}
def(nested, "nested", "()");

export function while_else(n: Py): string {
  $loop: {
    while (n > 0) {
      n = sub(n, 1);
      if (n === 3) {
        break $loop;
      }
    }
    return "ended";
  }
  return f`stopped at ${n}`;
}
def(while_else, "while_else", "(n)");

export function finally_flow(): string {
  for (const i of range(3)) {
    try {
      if (i === 0) {
        continue;
      }
      if (i === 1) {
        break;
      }
    } finally {
      print("finally", i);
    }
  }
  try {
    return "try";
  } finally {
    print("cleanup");
  }
}
def(finally_flow, "finally_flow", "()");

export function override(): Py {
  try {
    return 1;
  } finally {
    return 2;
  }
}
def(override, "override", "()");

export function try_else(x: Py): Py {
  let y: Py;
  try {
    try {
      y = truediv(10, x);
    } catch ($e) {
      const e = caught($e);
      if (e instanceof ZeroDivisionError) {
        print("caught", e);
        return null;
      } else {
        throw $e;
      }
    }
    print("else");
    return y;
  } finally {
    print("done");
  }
}
def(try_else, "try_else", "(x)");

export function else_not_guarded(): null {
  try {
    let $ok: Py = false;
    try {
      $ok = true;
    } catch ($e) {
      const $x = caught($e);
      if ($x instanceof ValueError) {
        print("wrong");
      } else {
        throw $e;
      }
    }
    if ($ok) {
      throw new ValueError("from else");
    }
  } catch ($e) {
    const e = caught($e);
    if (e instanceof ValueError) {
      print("outer", e);
    } else {
      throw $e;
    }
  }
  return null;
}
def(else_not_guarded, "else_not_guarded", "()");

export function reraise(): null {
  try {
    try {
      throw new KeyError("k");
    } catch ($e) {
      const $x = caught($e);
      if ($x instanceof KeyError) {
        print("first");
        throw $x;
      } else {
        throw $e;
      }
    }
  } catch ($e) {
    const e = caught($e);
    if (e instanceof KeyError) {
      print("second", repr(e));
    } else {
      throw $e;
    }
  }
  return null;
}
def(reraise, "reraise", "()");

export function chained(): null {
  try {
    try {
      truediv(1, 0);
    } catch ($e) {
      const e = caught($e);
      if (e instanceof ZeroDivisionError) {
        throw raiseFrom(new RuntimeError("wrapped"), e, e);
      } else {
        throw $e;
      }
    }
  } catch ($e) {
    const e = caught($e);
    if (e instanceof RuntimeError) {
      print(e, "|", repr(getattr(e, "__cause__")), getattr(e, "__suppress_context__"));
    } else {
      throw $e;
    }
  }
  try {
    try {
      getitem(D(), "a");
    } catch ($e) {
      const $x = caught($e);
      if ($x instanceof KeyError) {
        throw raise(new ValueError("during"), $x);
      } else {
        throw $e;
      }
    }
  } catch ($e) {
    const e = caught($e);
    if (e instanceof ValueError) {
      print(e, "|", repr(getattr(e, "__context__")), getattr(e, "__cause__"));
    } else {
      throw $e;
    }
  }
  return null;
}
def(chained, "chained", "()");

export function several(x: Py): string {
  try {
    if (x === 0) {
      throw new IndexError("i");
    }
    if (x === 1) {
      throw new KeyError("k");
    }
    if (x === 2) {
      throw new TypeError("t");
    }
    return "none";
  } catch ($e) {
    const e = caught($e);
    if (e instanceof IndexError || e instanceof KeyError) {
      return f`lookup ${getattr(type(e), "__name__")}`;
    } else if (e instanceof Exception) {
      return f`other ${e}`;
    } else {
      throw $e;
    }
  }
}
def(several, "several", "(x)");

export class Ctx extends PyObject {
  declare name: Py;
  declare swallow: Py;

  __init__(name: string, swallow: Py = false): void {
    this.name = name;
    this.swallow = swallow;
  }

  __enter__(): string {
    print("enter", this.name);
    return str.upper(this.name);
  }

  __exit__(exc_type: Py, exc: Py, tb: Py): boolean {
    print("exit", this.name, truth(exc_type) ? getattr(exc_type, "__name__") : null, exc);
    return this.swallow;
  }
}
classDef(Ctx, "Ctx", { __init__: "(name, swallow=)", __enter__: "()", __exit__: "(exc_type, exc, tb)" });

export function contexts(): null {
  const $w = withScope(new Ctx("a"));
  try {
    const a = $w.value;
    const $w2 = withScope(new Ctx("b", true));
    try {
      const b = $w2.value;
      print(a, b);
      throw new ValueError("inside");
    } catch ($e) {
      $w2.failed($e);
    } finally {
      $w2.end();
    }
  } catch ($e) {
    $w.failed($e);
  } finally {
    $w.end();
  }
  print("after");
  try {
    const $w3 = withScope(new Ctx("c"));
    try {
      throw new KeyError("through");
    } catch ($e) {
      $w3.failed($e);
    } finally {
      $w3.end();
    }
  } catch ($e) {
    const e = caught($e);
    if (e instanceof KeyError) {
      print("caught", e);
    } else {
      throw $e;
    }
  }
  for (const i of range(2)) {
    const $w4 = withScope(new Ctx(f`loop${i}`));
    try {
      if (i === 0) {
        continue;
      }
      break;
    } catch ($e) {
      $w4.failed($e);
    } finally {
      $w4.end();
    }
  }
  return null;
}
def(contexts, "contexts", "()");

export function asserts(x: Py): null {
  if (!(x > 0)) {
    throw new AssertionError(f`bad ${x}`);
  }
  if (!(x !== 0)) {
    throw new AssertionError();
  }
  return null;
}
def(asserts, "asserts", "(x)");

await program(function* (): Coroutine<void> {
  let $t: Py, $t2: Py, $t3: Py;
  find([1, 2, 3], 2);
  find([1, 2, 3], 9);
  print(nested());
  print(while_else(5), while_else(2));
  print(finally_flow(), override());
  print(try_else(2), try_else(0));
  else_not_guarded();
  reraise();
  chained();
  print(Array.from(range(4), (i) => several(i)));
  contexts();
  try {
    asserts(-1);
  } catch ($e) {
    const e = caught($e);
    if (e instanceof AssertionError) {
      print("assert", e);
    } else {
      throw $e;
    }
  }
  let x: Py = 5;
  x = x > 3 ? add(x, 1) : sub(x, 1);
  print(
    x,
    !(x !== 0),
    truth($t = truth($t2 = x) ? 0 : $t2) ? $t : "default",
    false ? null : truth($t3 = []) ? $t3 : "last",
    truth(1) ? "two" : 1,
  );
  const $v: Py = [1];
  let a: Py[] = $v;
  const b: Py[] = $v;
  const c: Py[] = $v;
  a = iadd(a, [2]);
  print(Object.is(b, c), c, !Object.is(a, b));
  const [first, rest] = unpackStar(range(5), 1, 0);
  const [init, last] = unpackStar("abc", 0, 1);
  const $u: Py[] = [T(1, 2), 3];
  const [p, q] = unpack($u[0], 2);
  const r = $u[1];
  const [head, mid, tail] = unpackStar([1, 2], 1, 1);
  print(first, rest, init, last, p, q, r, head, mid, tail);
  try {
    const [u, v] = unpack([1, 2, 3], 2);
  } catch ($e) {
    const e = caught($e);
    if (e instanceof ValueError) {
      print(e);
    } else {
      throw $e;
    }
  }
  try {
    const [u, v, w] = unpack(T(1, 2), 3);
  } catch ($e) {
    const e = caught($e);
    if (e instanceof ValueError) {
      print(e);
    } else {
      throw $e;
    }
  }
  while (true) {
    if ((n = len(rest)) === 0) {
      break;
    }
    list.pop(rest);
  }
  print(n);
  print(
    lt(1, 2) && lt(2, 3),
    lt(1, 3) && lt(3, 2),
    eq(1, F(1)) && eq(F(1), true),
    contains("abc", "a") && contains(["abc"], "abc"),
  );
});
