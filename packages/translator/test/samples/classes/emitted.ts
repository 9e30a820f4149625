import {
  AttributeError,
  type Coroutine,
  type Dict,
  Exception,
  IndexError,
  NotImplemented,
  type Py,
  type PyClass,
  type PyGenerator,
  PyObject,
  S,
  T,
  type Tuple,
  TypeError,
  add,
  bool,
  call,
  callKw,
  callable,
  caught,
  classDef,
  contains,
  eq,
  f,
  fmt,
  getattr,
  getitem,
  hasattr,
  hash,
  iadd,
  invoke,
  isinstance,
  issubclass,
  len,
  list,
  lt,
  mul,
  ne,
  neg,
  print,
  program,
  repr,
  setattr,
  setitem,
  sorted,
  str,
  truediv,
  truth,
  type,
  unpack,
} from "@portalis/python";

export class Animal extends PyObject {
  declare name: Py;
  declare sound: Py;

  static count: Py = 0;
  static registry: Py = [];

  __init__(name: Py, sound: Py = "..."): void {
    this.name = name;
    this.sound = sound;
    Animal.count = iadd(getattr(Animal, "count"), 1);
    invoke(this.registry, "append", name);
  }

  speak(): Py {
    return f`${this.name} says ${this.sound}`;
  }

  __repr__(): string {
    return f`${getattr(type(this), "__name__")}(${repr(this.name)})`;
  }

  __eq__(other: Py): Py {
    if (!isinstance(other, Animal)) {
      return NotImplemented;
    }
    return eq(this.name, getattr(other, "name"));
  }

  __hash__(): Py {
    return hash(this.name);
  }

  get loud(): Py {
    return invoke(this.sound, "upper");
  }

  set loud(value: Py) {
    this.sound = invoke(value, "lower");
  }

  static kinds(): Py[] {
    return ["dog", "cat"];
  }

  static make(name: Py): Py {
    return call(this, name);
  }
}
classDef(
  Animal,
  "Animal",
  {
    count: "attribute",
    registry: "attribute",
    __init__: "(name, sound=)",
    speak: "()",
    __repr__: "()",
    __eq__: "(other)",
    __hash__: "()",
    loud: "property",
    kinds: "static ()",
    make: "class (name)",
  },
);

export class Dog extends (Animal as PyClass) {
  declare breed: Py;
  declare age: Py;

  __init__(name: Py, breed: Py, { age = 1 }: { age?: Py }): void {
    super.__init__(name, "Woof");
    this.breed = breed;
    this.age = age;
  }

  speak(): Py {
    return add(super.speak(), "!");
  }

  static make(name: Py): Py {
    return new this(name, "mutt", { age: 3 });
  }
}
classDef(Dog, "Dog", { __init__: "(name, breed, *, age=)", speak: "()", make: "class (name)" });

export class Vec extends PyObject {
  declare x: Py;
  declare y: Py;

  __init__(x: Py, y: Py): void {
    this.x = x;
    this.y = y;
  }

  __add__(o: Py): Vec {
    return new Vec(add(this.x, getattr(o, "x")), add(this.y, getattr(o, "y")));
  }

  __mul__(k: Py): Vec {
    return new Vec(mul(this.x, k), mul(this.y, k));
  }

  __neg__(): Vec {
    return new Vec(neg(this.x), neg(this.y));
  }

  __bool__(): boolean {
    let $t: Py;
    return bool(truth($t = this.x) ? $t : this.y);
  }

  __len__(): Py {
    return 2;
  }

  __getitem__(i: Py): Py {
    return getitem(T(this.x, this.y), i);
  }

  __setitem__(i: Py, v: Py): null {
    if (truth(eq(i, 0))) {
      this.x = v;
    } else {
      this.y = v;
    }
    return null;
  }

  *__iter__(): PyGenerator {
    yield this.x;
    yield this.y;
    return null;
  }

  __contains__(v: Py): Py {
    let $t: Py;
    return truth($t = eq(v, this.x)) ? $t : eq(v, this.y);
  }

  __call__(args: Tuple, kw: Dict): Tuple {
    return T(args, kw);
  }

  __lt__(o: Py): Py {
    return lt(T(this.x, this.y), T(getattr(o, "x"), getattr(o, "y")));
  }

  __str__(): string {
    return f`<${this.x}, ${this.y}>`;
  }

  __format__(spec: Py): string {
    return f`vec:${spec}`;
  }

  __iadd__(o: Py): Vec {
    this.x = iadd(this.x, getattr(o, "x"));
    this.y = iadd(this.y, getattr(o, "y"));
    return this;
  }
}
classDef(
  Vec,
  "Vec",
  {
    __init__: "(x, y)",
    __add__: "(o)",
    __mul__: "(k)",
    __neg__: "()",
    __bool__: "()",
    __len__: "()",
    __getitem__: "(i)",
    __setitem__: "(i, v)",
    __iter__: "generator ()",
    __contains__: "(v)",
    __call__: "(*args, **kw)",
    __lt__: "(o)",
    __str__: "()",
    __format__: "(spec)",
    __iadd__: "(o)",
  },
);
setattr(Vec, "__rmul__", getattr(Vec, "__mul__"));

export class Lazy extends PyObject {
  __getattr__(name: Py): string {
    if (truth(invoke(name, "startswith", "no"))) {
      throw new AttributeError(f`no ${name}`);
    }
    return f`lazy ${name}`;
  }
}
classDef(Lazy, "Lazy", { __getattr__: "(name)" });

export class Node extends PyObject {
  declare value: Py;
  declare next: Py;

  __init__(value: Py, next: Py = null): void {
    this.value = value;
    this.next = next;
  }
}
classDef(Node, "Node", { __init__: "(value, next=)" });

export class Stack extends PyObject {
  declare _items: Py;

  __init__(): void {
    this._items = [];
  }

  push(item: Py): Stack {
    invoke(this._items, "append", item);
    return this;
  }

  pop(): Py {
    if (!truth(this._items)) {
      throw new IndexError("pop from empty stack");
    }
    return invoke(this._items, "pop");
  }

  __len__(): Py {
    return len(this._items);
  }
}
classDef(Stack, "Stack", { __init__: "()", push: "(item)", pop: "()", __len__: "()" });

export class Temp extends PyObject {
  declare _Temp__c: Py;

  static scale: Py = 2;

  __init__(c: Py): void {
    this._Temp__c = c;
  }

  get f(): Py {
    return add(truediv(mul(this._Temp__c, 9), 5), 32);
  }

  method(): Py {
    return this.scale;
  }
}
classDef(Temp, "Temp", { scale: "attribute", __init__: "(c)", f: "property", method: "()" });

export class AppError extends Exception {
  declare code: Py;

  __init__(code: Py, message: Py): void {
    super.__init__(message);
    this.code = code;
  }
}
classDef(AppError, "AppError", { __init__: "(code, message)" });

export class NotFound extends AppError {}
classDef(NotFound, "NotFound");

export const a = new Animal("Cat", "Meow");
export const d = new Dog("Rex", "lab", {});

await program(function* (): Coroutine<void> {
  print(invoke(a, "speak"), invoke(d, "speak"), a, d, d.age, d.breed);
  print(Animal.count, getattr(Dog, "count"), a.registry === d.registry, Animal.registry);
  print(eq(a, new Animal("Cat")), eq(a, d), ne(a, d), eq(a, 5), len(S(a, new Animal("Cat"))));
  a.loud = "PURR";
  print(
    a.loud,
    a.sound,
    invoke(Animal, "kinds"),
    invoke(d, "kinds"),
    getattr(invoke(Dog, "make", "Pup"), "age"),
    getattr(invoke(Animal, "make", "X"), "name"),
  );
  print(isinstance(d, Animal), issubclass(Dog, Animal), Object.is(type(d), Dog), getattr(type(d), "__name__"));
  let v: Py = new Vec(1, 2);
  const w = add(v, new Vec(3, 4));
  print(
    w,
    mul(2, w),
    mul(w, 2),
    neg(w),
    bool(new Vec(0, 0)),
    len(v),
    getitem(v, 1),
    list(v),
    contains(v, 2),
    callKw(v, [1], { k: 2 }),
    lt(v, w),
    f`${fmt(v, "abc")}`,
    f`${str(v)}`,
  );
  v = iadd(v, new Vec(10, 10));
  setitem(v, 0, 100);
  const [x, y] = unpack(v, 2);
  print(v, x, y, getitem(sorted([new Vec(3, 1), new Vec(1, 2)]), 0));
  const lazy = new Lazy();
  print(getattr(lazy, "anything"));
  try {
    getattr(lazy, "nothing");
  } catch ($e) {
    const e = caught($e);
    if (e instanceof AttributeError) {
      print("AttributeError", e);
    } else {
      throw $e;
    }
  }
  let n: Py = new Node(1, new Node(2, new Node(3)));
  let total: Py = 0;
  while (n !== null) {
    total = iadd(total, getattr(n, "value"));
    n = getattr(n, "next");
  }
  print(total);
  const s = new Stack();
  invoke(invoke(s, "push", 1), "push", 2);
  print(len(s), invoke(s, "pop"), invoke(s, "pop"));
  try {
    invoke(s, "pop");
  } catch ($e) {
    const e = caught($e);
    if (e instanceof IndexError) {
      print(e);
    } else {
      throw $e;
    }
  }
  const t = new Temp(100);
  print(t.f, invoke(t, "method"), Temp.scale);
  t.scale = 5;
  Temp.scale = 3;
  print(invoke(t, "method"), invoke(new Temp(0), "method"), hasattr(t, "__c"), t._Temp__c);
  try {
    throw new NotFound(404, "missing");
  } catch ($e) {
    const e = caught($e);
    if (e instanceof AppError) {
      print(getattr(type(e), "__name__"), e.code, e, getattr(e, "args"));
    } else {
      throw $e;
    }
  }
  const m = getattr(a, "speak");
  print(call(m), callable(m), getattr(a, "name"), getattr(a, "nope", "dflt"), hasattr(a, "nope"));
  setattr(a, "extra", 1);
  print(getattr(a, "extra"), false ? getattr(a, "__dict__") : "");
  try {
    call(Dog, "x");
  } catch ($e) {
    const e = caught($e);
    if (e instanceof TypeError) {
      print(e);
    } else {
      throw $e;
    }
  }
  try {
    invoke(a, "speak", 1);
  } catch ($e) {
    const e = caught($e);
    if (e instanceof TypeError) {
      print(e);
    } else {
      throw $e;
    }
  }
  try {
    invoke(a, "missing");
  } catch ($e) {
    const e = caught($e);
    if (e instanceof AttributeError) {
      print(e);
    } else {
      throw $e;
    }
  }
});
