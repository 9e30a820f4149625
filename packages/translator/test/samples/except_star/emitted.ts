import {
  BaseException,
  BaseExceptionGroup,
  type Coroutine,
  ExceptionGroup,
  KeyError,
  OSError,
  type Py,
  RuntimeError,
  T,
  TypeError,
  ValueError,
  call,
  caught,
  def,
  exceptStar,
  getattr,
  isinstance,
  keep,
  print,
  program,
  raise,
  range,
  repr,
  type,
} from "@portalis/python";

export function run(make: Py): null {
  let $ok: Py = false;
  try {
    try {
      throw raise(call(make));
    } catch ($e) {
      const $x = exceptStar($e);
      if ($x.match(ValueError)) {
        try {
          const $g = $x.group;
          const eg: Py = $g;
          print("V", repr(eg));
        } catch ($e2) {
          $x.raised($e2);
        }
      }
      if ($x.match(T(KeyError, TypeError))) {
        try {
          const $g = $x.group;
          const eg: Py = $g;
          print("KT", Array.from(keep(getattr(eg, "exceptions")), (e) => repr(e)));
          throw raise(new RuntimeError("from handler"), $g);
        } catch ($e2) {
          $x.raised($e2);
        }
      }
      $x.finish();
    }
    $ok = true;
  } catch ($e) {
    const e = caught($e);
    if (e instanceof BaseException) {
      print("out", repr(e), getattr(type(e), "__name__"));
      if (isinstance(e, BaseExceptionGroup)) {
        print(Array.from(keep(getattr(e, "exceptions")), (x) => repr(x)));
      }
    } else {
      throw $e;
    }
  }
  if ($ok) {
    print("clean");
  }
  return null;
}
def(run, "run", "(make)");

await program(function* (): Coroutine<void> {
  run(() => new ExceptionGroup("g", [new ValueError(1), new ValueError(2)]));
  run(() => new ExceptionGroup("g", [new ValueError(1), new OSError(2)]));
  run(() => new ExceptionGroup("g", [new ValueError(1), new KeyError(2), new OSError(3)]));
  run(() => new ValueError("naked"));
  run(() => new OSError("naked"));
  run(() => new KeyError("naked"));
  function again(): Py {
    try {
      throw new ExceptionGroup("g", [new ValueError(1), new OSError(2)]);
    } catch ($e) {
      const $x = exceptStar($e);
      if ($x.match(ValueError)) {
        try {
          const $g = $x.group;
          throw $g;
        } catch ($e2) {
          $x.raised($e2);
        }
      }
      $x.finish();
    }
  }
  def(again, "again", "()");
  try {
    again();
  } catch ($e) {
    const e = caught($e);
    if (e instanceof BaseException) {
      print(repr(e));
    } else {
      throw $e;
    }
  }
  function fl(): null {
    for (const i of range(3)) {
      try {
        let $ok: Py = false;
        try {
          if (i === 1) {
            throw new ExceptionGroup("x", [new ValueError(i)]);
          }
          $ok = true;
        } catch ($e) {
          const $x = exceptStar($e);
          if ($x.match(ValueError)) {
            try {
              const $g = $x.group;
              print("handled", i);
            } catch ($e2) {
              $x.raised($e2);
            }
          }
          $x.finish();
        }
        if ($ok) {
          print("else", i);
        }
      } finally {
        print("fin", i);
      }
    }
    return null;
  }
  def(fl, "fl", "()");
  fl();
});
