import { describe, expect, test } from "vitest";
import * as py from "../src/index.js";

type Py = py.Py;
const { call, callKw, classDef, getattr, invoke, PyObject, repr, setattr, str, superOf } = py;

class Animal extends PyObject {
  declare name: Py;
  static count: Py = 0;
  override __init__(name: Py): void {
    this.name = name;
  }
  speak(loud: Py = false): Py {
    return loud === true ? "!" : "...";
  }
  get size(): Py {
    return py.len(this.name);
  }
  set size(_value: Py) {
    this.name = "resized";
  }
  get fixed(): Py {
    return py.int(1);
  }
  static make(name: Py): Py {
    return call(this, name);
  }
  static helper(a: Py): Py {
    return py.mul(a, 2);
  }
}
classDef(Animal, "Animal", {
  count: "attribute",
  __init__: "(name)",
  speak: "(loud=)",
  size: "property",
  fixed: "property",
  make: "class (name)",
  helper: "static (a)",
});

class Dog extends Animal {
  override speak(loud: Py = false): Py {
    return py.add("wuff", super.speak(loud));
  }
}
classDef(Dog, "Dog", { speak: "(loud=)" });

describe("classes", () => {
  test("instances: attributes, methods and properties are found as in Python", () => {
    const dog = call(Dog, "Rex");
    expect(invoke(dog, "speak", true)).toBe("wuff!");
    expect(callKw(getattr(dog, "speak"), [], { loud: true })).toBe("wuff!");
    expect(getattr(dog, "size")).toBe(3);
    setattr(dog, "size", 5);
    expect(getattr(dog, "name")).toBe("resized");
    expect(() => setattr(dog, "fixed", 2)).toThrow("property 'fixed' of 'Dog' object has no setter");
    expect(() => getattr(dog, "wings")).toThrow("'Dog' object has no attribute 'wings'");
    expect(() => getattr(Dog, "wings")).toThrow("type object 'Dog' has no attribute 'wings'");
    expect(getattr(dog, "wings", 0)).toBe(0);
    expect(getattr(Dog, "speak")(dog)).toBe("wuff...");
    expect(invoke(superOf(Dog, dog), "speak")).toBe("...");
    expect(() => call(Dog)).toThrow("Animal.__init__() missing 1 required positional argument: 'name'");
    expect(() => invoke(dog, "speak", 1, 2)).toThrow("Dog.speak() takes from 1 to 2 positional arguments but 3 were given");
  });

  test("class attributes: read through instances and subclasses, written to the instance", () => {
    const dog = call(Dog, "Rex");
    expect(getattr(dog, "count")).toBe(0);
    Animal.count = 7;
    expect(getattr(dog, "count")).toBe(7);
    expect(getattr(Dog, "count")).toBe(7);
    setattr(dog, "count", 1);
    expect([getattr(dog, "count"), getattr(Animal, "count")]).toEqual([1, 7]);
    Animal.count = 0;
  });

  test("static and class methods: through the class, an instance and a subclass", () => {
    expect(getattr(Animal, "helper")(4)).toBe(8);
    expect(invoke(call(Animal, "x"), "helper", 4)).toBe(8);
    expect(py.type(invoke(Dog, "make", "y"))).toBe(Dog);
    expect(py.type(invoke(call(Dog, "x"), "make", "y"))).toBe(Dog);
  });

  test("names and reprs", () => {
    const dog = call(Dog, "Rex");
    expect(getattr(py.type(dog), "__name__")).toBe("Dog");
    expect(repr(Dog)).toBe("<class '__main__.Dog'>");
    expect(repr(dog)).toMatch(/^<__main__\.Dog object at 0x[0-9a-f]{12}>$/);
    expect(repr(getattr(dog, "speak"))).toMatch(/^<bound method Dog\.speak of <__main__\.Dog object at 0x/);
    expect(py.isinstance(dog, Animal) && py.issubclass(Dog, Animal) && !py.issubclass(Animal, Dog)).toBe(true);
    expect([repr(py.int), repr(py.ValueError), repr(py.len)]).toEqual(["<class 'int'>", "<class 'ValueError'>", "<built-in function len>"]);
  });

  test("special methods: operators, containers, calls, truth", () => {
    class Vector extends PyObject {
      declare items: Py;
      override __init__(...items: Py[]): void {
        this.items = items;
      }
      __add__(other: Py): Py {
        return other instanceof Vector
          ? new Vector(...this.items.map((item: Py, at: number) => py.add(item, other.items[at])))
          : py.NotImplemented;
      }
      __radd__(other: Py): Py {
        return other === 0 ? this : py.NotImplemented;
      }
      __eq__(other: Py): Py {
        return other instanceof Vector && py.eq(this.items, other.items);
      }
      __len__(): Py {
        return this.items.length;
      }
      __getitem__(index: Py): Py {
        return py.getitem(this.items, index);
      }
      __contains__(item: Py): Py {
        return py.contains(this.items, item);
      }
      __call__(factor: Py): Py {
        return new Vector(...this.items.map((item: Py) => py.mul(item, factor)));
      }
      __repr__(): Py {
        return py.add("Vector", repr(py.tuple(this.items)));
      }
      __lt__(other: Py): Py {
        return py.lt(this.items, other.items);
      }
      __bool__(): Py {
        return py.any(this.items);
      }
    }
    classDef(Vector, "Vector", { __call__: "(factor)", __add__: "(other)" });
    const v = new Vector(1, 2);
    expect(repr(py.add(v, new Vector(3, 4)))).toBe("Vector(4, 6)");
    expect(repr(py.sum([v, v]))).toBe("Vector(2, 4)");
    expect(() => py.add(v, 1)).toThrow("unsupported operand type(s) for +: 'Vector' and 'int'");
    expect([py.eq(v, new Vector(1, 2)), py.ne(v, 5), py.len(v), v[1], py.contains(v, 2)]).toEqual([true, true, 2, undefined, true]);
    expect(py.getitem(v, -1)).toBe(2);
    expect([...py.iter(v)]).toEqual([1, 2]);
    expect(repr(call(v, 10))).toBe("Vector(10, 20)");
    expect(repr(py.sorted([new Vector(2), new Vector(1)]))).toBe("[Vector(1,), Vector(2,)]");
    expect([py.truth(v), py.truth(new Vector(0))]).toEqual([true, false]);
    expect(() => py.hash(v)).toThrow("unhashable type: 'Vector'");
    expect(() => D({}, v)).toThrow("unhashable type: 'Vector'");
    expect(str(v)).toBe("Vector(1, 2)");
  });

  test("keys with __eq__ and __hash__: equal instances are one key", () => {
    class Point extends PyObject {
      declare x: Py;
      override __init__(x: Py): void {
        this.x = x;
      }
      __eq__(other: Py): Py {
        return other instanceof Point && this.x === other.x;
      }
      __hash__(): Py {
        return py.hash(py.T("point", this.x));
      }
    }
    classDef(Point, "Point", { __init__: "(x)" });
    const d = py.D([new Point(1), "a"], [new Point(2), "b"], [new Point(1), "c"]);
    expect([py.len(d), d.get(new Point(1)), d.get(new Point(3))]).toEqual([2, "c", null]);
    expect(py.contains(py.S(py.T(new Point(1), 5)), py.T(new Point(1), 5))).toBe(true);
    d.__delitem__(new Point(1));
    expect([...d.values()]).toEqual(["b"]);
  });

  test("__getattr__ and __setattr__ are asked", () => {
    class Loose extends PyObject {
      __getattr__(name: Py): Py {
        if (name === "nothing") throw new py.AttributeError(name);
        return py.add("no ", name);
      }
    }
    classDef(Loose, "Loose", { __getattr__: "(name)" });
    expect(getattr(new Loose(), "such")).toBe("no such");
    expect(py.hasattr(new Loose(), "nothing")).toBe(false);
  });

  test("abstract methods: the class cannot be made", () => {
    class Shape extends PyObject {
      area(): Py {
        return null;
      }
    }
    classDef(Shape, "Shape", { area: "abstract ()" });
    class Square extends Shape {
      override area(): Py {
        return 4;
      }
    }
    classDef(Square, "Square", { area: "()" });
    expect(() => call(Shape)).toThrow("Can't instantiate abstract class Shape without an implementation for abstract method 'area'");
    expect(invoke(call(Square), "area")).toBe(4);
  });
});

function D(_options: object, key: Py): Py {
  return py.D([key, 1]);
}

describe("dataclasses", () => {
  const { dataclassDef, field } = py;

  test("dataclassDef: init, repr, eq, order, factories, keyword-only fields", () => {
    class Item extends PyObject {
      __post_init__(): Py {
        this["checked"] = true;
        return null;
      }
    }
    classDef(Item, "Item", { __post_init__: "()" });
    dataclassDef(
      Item,
      [
        field("name"),
        field("price", { default: py.F(1) }),
        field("tags", { default_factory: py.list, compare: false }),
        field("k", { default: 0, kw_only: true, repr: false }),
      ],
      { order: true },
    );
    const a = call(Item, "a");
    const b = callKw(Item, ["a", 2], { k: 5 });
    expect(repr(a)).toBe("Item(name='a', price=1.0, tags=[])");
    expect([py.eq(a, call(Item, "a")), py.eq(a, b), py.lt(a, b), a.checked, b.k]).toEqual([true, false, true, true, 5]);
    expect(a.tags).not.toBe(call(Item, "a").tags);
    expect(() => call(Item)).toThrow("Item.__init__() missing 1 required positional argument: 'name'");
    expect(() => py.hash(a)).toThrow("unhashable type: 'Item'");
    expect(repr(py.dataclasses.asdict(b))).toBe("{'name': 'a', 'price': 2, 'tags': [], 'k': 5}");
    expect(repr(py.dataclasses.replace(a, { name: "z" }))).toBe("Item(name='z', price=1.0, tags=[])");
  });

  test("dataclassDef: frozen instances do not change and are hashable", () => {
    class Point extends PyObject {}
    classDef(Point, "Point");
    dataclassDef(Point, [field("x"), field("y")], { frozen: true });
    const p = call(Point, 1, 2);
    expect(() => setattr(p, "x", 5)).toThrow("cannot assign to field 'x'");
    expect(py.contains(py.S(p), call(Point, 1, 2))).toBe(true);
  });

  test("enumDef: members, aliases, lookup, iteration", () => {
    const { Enum, auto } = py.enum$;
    class Color extends Enum {
      static RED: Py = 1;
      static GREEN: Py = new auto();
      static CRIMSON: Py = 1;
    }
    classDef(Color, "Color", { RED: "attribute", GREEN: "attribute", CRIMSON: "attribute" });
    py.enumDef(Color, ["RED", "GREEN", "CRIMSON"]);
    expect([repr(Color.RED), str(Color.GREEN), Color.CRIMSON === Color.RED, call(Color, 2) === Color.GREEN]).toEqual([
      "<Color.RED: 1>",
      "Color.GREEN",
      true,
      true,
    ]);
    expect([...py.iter(Color)].map((member) => member.name)).toEqual(["RED", "GREEN"]);
    expect([py.len(Color), py.getitem(Color, "GREEN").value]).toEqual([2, 2]);
    expect(() => call(Color, 9)).toThrow("9 is not a valid Color");
  });
});
