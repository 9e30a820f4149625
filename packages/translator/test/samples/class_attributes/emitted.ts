import { type Coroutine, type Py, PyObject, classDef, f, getattr, print, program, repr, type } from "@portalis/python";

export class Plugin extends PyObject {
  static name: Py = "base";
  static length: Py = 3;

  show(): string {
    return f`${this.name} ${this.length}`;
  }
}
classDef(Plugin, "Plugin", { name: "attribute", length: "attribute", show: "()" });

export class Sub extends Plugin {
  static name: Py = "sub";
}
classDef(Sub, "Sub", { name: "attribute" });

await program(function* (): Coroutine<void> {
  print(Plugin.name, Sub.name, new Plugin().show(), new Sub().show(), Sub.length);
  Sub.name = "changed";
  print(Sub.name, Plugin.name, new Sub().name);
  const s = new Sub();
  s.name = "own";
  print(s.name, Sub.name);

  class Plain extends Plugin {}
  classDef(Plain, "Plain");

  print(
    Plain.name,
    new Plain().name,
    getattr(Plain, "__name__"),
    getattr(type(new Plain()), "__name__"),
    new Plain().length,
    repr(Plain),
  );
});
