import {
  type Coroutine,
  D,
  type Py,
  PyObject,
  add,
  call,
  checkedName,
  classDef,
  def,
  f as $f,
  getattr,
  getitem,
  mul,
  print,
  program as $program,
  range,
} from "@portalis/python";

let let$: Py, var$: Py;

export class Object extends PyObject {
  declare v: Py;

  __init__(v: Py): void {
    this.v = v;
  }
}
classDef(Object, "Object", { __init__: "(v)" });

export const Array: Py[] = [1, 2];
export const Dict = D(["k", 1]);
export const program: string = "p";
export const T: number = 3;
export const f = (x: Py) => $f`<${x}>`;

await $program(function* (): Coroutine<void> {
  print(
    globalThis.Array.from(Array, (x) => add(x, T)),
    globalThis.Object.is(new Object(1), new Object(1)),
    Dict,
    program,
    call(f, 5),
  );

  function then(constructor: Py, arguments$: Py, new$: Py = 1): string {
    const this$ = add(constructor, arguments$);
    const delete$ = mul(this$, new$);
    return $f`${this$} ${delete$}`;
  }
  def(then, "then", "(constructor, arguments, new=)");

  print(then(1, 2, 3));

  class Thenable extends PyObject {
    static then$: Py = 5;

    toString$(): string {
      return "custom";
    }

    valueOf$(): Py {
      return this.then$;
    }
  }
  classDef(Thenable, "Thenable", { then$: "attribute", toString$: "()", valueOf$: "()" });

  const t = new Thenable();
  t.constructor$ = "c";
  t.prototype$ = "p";
  print(t.toString$(), t.valueOf$(), getattr(t, "constructor"), t.then$, getattr(t, "prototype"));
  const undefined$: string = "u";
  const NaN$: string = "nan";
  print(undefined$, NaN$);
  const isMain = print;
  print("shadowed");
  for (let$ of range(2)) {
    var$ = let$;
  }
  print(checkedName(var$, "var"), checkedName(let$, "let"));
  const async_ = D(["await", 1]);
  print(getitem(async_, "await"));
});
