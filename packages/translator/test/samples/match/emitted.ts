import {
  B,
  type Coroutine,
  D,
  F,
  type Py,
  PyObject,
  S,
  T,
  checkedName,
  classDef,
  def,
  eq,
  f,
  float,
  getattr,
  gt,
  int,
  invoke,
  isinstance,
  lt,
  matchClass,
  matchMapping,
  matchSequence,
  print,
  program,
  range,
  str,
} from "@portalis/python";

let y: Py;

export class Point extends PyObject {
  declare x: Py;
  declare y: Py;

  static __match_args__: Py = T("x", "y");

  __init__(x: Py, y: Py): void {
    this.x = x;
    this.y = y;
  }
}
classDef(Point, "Point", { __match_args__: "attribute", __init__: "(x, y)" });

export class Color extends PyObject {
  static RED: Py = 1;
  static BLUE: Py = 2;
}
classDef(Color, "Color", { RED: "attribute", BLUE: "attribute" });

export function describe(v: Py): Py {
  let n: Py,
    x: Py,
    y: Py,
    $t: Py,
    $t2: Py,
    $t3: Py,
    $t4: Py,
    $t5: Py,
    $t6: Py,
    $t7: Py,
    $t8: Py,
    $t9: Py,
    $t10: Py,
    $t11: Py,
    $t12: Py;
  if (v === true) {
    return "true";
  } else if (eq(v, 0) || eq(v, 1)) {
    return "zero or one";
  } else if (v === null) {
    return "none";
  } else if (($t = matchClass(v, int, 1, [])) !== undefined && (n = $t[0], true) && gt(n, 100)) {
    return f`big ${n}`;
  } else if (isinstance(v, str)) {
    const s: Py = v;
    return f`str ${s}`;
  } else if (matchSequence(v, 0) !== undefined) {
    return "empty";
  } else if (($t2 = matchSequence(v, 1)) !== undefined) {
    x = $t2[0];
    return f`one ${x}`;
  } else if (($t3 = matchSequence(v, 1, true)) !== undefined && eq($t3[0], 1)) {
    const rest: Py = $t3.slice(1);
    return f`starts with 1: ${rest}`;
  } else if (($t4 = matchSequence(v, 2)) !== undefined) {
    const a: Py = $t4[0];
    const b: Py = $t4[1];
    return f`pair ${a} ${b}`;
  } else if (($t5 = matchSequence(v, 2, true)) !== undefined) {
    const first: Py = $t5[0];
    const mid: Py = $t5.slice(1, -1);
    const last: Py = $t5.at(-1);
    return f`${first} ${mid} ${last}`;
  } else if (($t6 = matchMapping(v, ["type", "x"], true)) !== undefined && eq($t6[0], "point")) {
    x = $t6[1];
    const rest: Py = $t6[2];
    return f`mapping ${x} ${rest}`;
  } else if (($t7 = matchMapping(v, ["k"])) !== undefined && (eq($t7[0], 1) || eq($t7[0], 2))) {
    const k: Py = $t7[0];
    return f`k ${k}`;
  } else if (($t8 = matchClass(v, Point, 1, ["y"])) !== undefined && eq($t8[0], 0) && eq($t8[1], 0)) {
    return "origin";
  } else if (($t9 = matchClass(v, Point, 0, ["x", "y"])) !== undefined && eq($t9[0], 0) && ($t10 = $t9[1], true) ||
    ($t11 = matchClass(v, Point, 0, ["x", "y"])) !== undefined && eq($t11[1], 0) && ($t10 = $t11[0], true)) {
    let yy: Py = $t10;
    return f`axis ${yy}`;
  } else if (($t12 = matchClass(v, Point, 2, [])) !== undefined &&
    (x = $t12[0], true) &&
    (y = $t12[1], true) &&
    eq(x, y)) {
    return f`diagonal ${x}`;
  } else if (eq(v, Color.BLUE)) {
    return "blue";
  } else if (isinstance(v, float)) {
    return "float";
  } else {
    return "other";
  }
  return null;
}
def(describe, "describe", "(v)");

await program(function* (): Coroutine<void> {
  for (const v of T(
    true,
    F(1),
    0,
    null,
    200,
    50,
    "hi",
    [],
    [5],
    [1, 2, 3],
    T(7, 8),
    [4, 5, 6, 7],
    D(["type", "point"], ["x", 1], ["z", 2]),
    D(["k", 2]),
    D(["k", 3]),
    new Point(0, 0),
    new Point(0, 3),
    new Point(4, 0),
    new Point(2, 2),
    new Point(1, 2),
    2,
    2.5,
    range(2),
    B("ab"),
    S(1, 2),
  )) {
    print(describe(v));
  }

  function loop(cmds: Py[]): null {
    let $t: Py, $t2: Py, $t3: Py;
    for (const cmd of cmds) {
      const $s = invoke(cmd, "split");
      if (($t = matchSequence($s, 2)) !== undefined && eq($t[0], "go") && (eq($t[1], "north") || eq($t[1], "south"))) {
        const d: Py = $t[1];
        print("going", d);
      } else if (($t2 = matchSequence($s, 2)) !== undefined && eq($t2[0], "go")) {
        const other: Py = $t2[1];
        print("cannot go", other);
        continue;
      } else if (($t3 = matchSequence($s, 1)) !== undefined && eq($t3[0], "quit")) {
        print("bye");
        break;
      }
      print("ok");
    }
    return null;
  }
  def(loop, "loop", "(cmds)");

  loop(["go north", "go up", "look", "quit", "go south"]);
  const x: number = 5;
  if ((y = x, true) && lt(y, 3)) {
    print("small");
  }
  print(checkedName(y, "y"));
});
