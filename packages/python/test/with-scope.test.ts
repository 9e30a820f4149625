import { asyncDef, asyncWithScope, classDef, PyObject, TypeError, ValueError, withScope, type Py } from "@portalis/python";
import { run, type Coroutine } from "@portalis/runtime";
import { expect, test } from "vitest";

class Manager extends PyObject {
  declare calls: string[];
  declare holds: boolean;

  override __init__(holds: boolean): null {
    this.calls = [];
    this.holds = holds;
    return null;
  }

  __enter__(): Py {
    this.calls.push("enter");
    return "value";
  }

  __exit__(type: Py): Py {
    this.calls.push(type === null ? "exit" : `exit ${String(type.$name)}`);
    return this.holds;
  }
}
classDef(Manager, "Manager", { __init__: "(holds)", __enter__: "()", __exit__: "(type, error, traceback)" });

function use(manager: Manager, body: () => void): void {
  const scope = withScope(manager);
  try {
    body();
  } catch (error) {
    scope.failed(error);
  } finally {
    scope.end();
  }
}

test("withScope() gives the value and calls the exit once at the end", () => {
  const manager = new Manager(false);
  expect(withScope(manager).value).toBe("value");
  use(manager, () => undefined);
  expect(manager.calls).toEqual(["enter", "enter", "exit"]);
});

test("withScope() calls the exit with the exception and raises it again", () => {
  const manager = new Manager(false);
  const raising = (): void => {
    throw new ValueError("x");
  };
  expect(() => use(manager, raising)).toThrow(ValueError);
  expect(manager.calls).toEqual(["enter", "exit ValueError"]);
});

test("withScope() lets the manager hold the exception back", () => {
  const manager = new Manager(true);
  use(manager, () => {
    throw new ValueError("x");
  });
  expect(manager.calls).toEqual(["enter", "exit ValueError"]);
});

test("withScope() refuses what is no context manager", () => {
  expect(() => withScope(5)).toThrow(TypeError);
});

class AsyncManager extends PyObject {
  static log: string[] = [];

  *__aenter__(): Coroutine<Py> {
    yield;
    return "async value";
  }

  *__aexit__(type: Py): Coroutine<Py> {
    yield;
    AsyncManager.log.push(type === null ? "exit" : `exit ${String(type.$name)}`);
    return true;
  }
}
classDef(AsyncManager, "AsyncManager", { __aenter__: "async ()", __aexit__: "async (type, error, traceback)" });

test("asyncWithScope() waits for enter and exit", async () => {
  function* body(fails: boolean): Coroutine<Py> {
    const scope = yield* asyncWithScope(new AsyncManager());
    try {
      if (fails) throw new ValueError("x");
    } catch (error) {
      yield* scope.failed(error);
    } finally {
      yield* scope.end();
    }
    return scope.value;
  }
  asyncDef(body, "body", "(fails)");
  expect(await run(body(false))).toBe("async value");
  expect(await run(body(true))).toBe("async value");
  expect(AsyncManager.log).toEqual(["exit", "exit ValueError"]);
});
