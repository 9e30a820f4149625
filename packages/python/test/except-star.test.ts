import { exceptStar, ExceptionGroup, KeyError, OSError, repr, RuntimeError, ValueError, type StarHandlers } from "@portalis/python";
import { describe, expect, test } from "vitest";

function thrownBy(action: () => void): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
}

function handle(error: unknown, clauses: (x: StarHandlers) => void): string {
  const x = exceptStar(error);
  clauses(x);
  const thrown = thrownBy(() => x.finish());
  return thrown === undefined ? "nothing" : repr(thrown);
}

describe("exceptStar()", () => {
  test("gives each clause its part and raises what is left", () => {
    const parts: string[] = [];
    const group = new ExceptionGroup("g", [new ValueError(1), new OSError(2)]);
    const end = handle(group, (x) => {
      if (x.match(ValueError)) parts.push(repr(x.group));
      if (x.match(KeyError)) parts.push("never");
    });
    expect(parts).toEqual(["ExceptionGroup('g', [ValueError(1)])"]);
    expect(end).toBe("ExceptionGroup('g', [OSError(2)])");
  });

  test("wraps an exception that is no group", () => {
    const end = handle(new ValueError("naked"), (x) => {
      expect(x.match(ValueError)).toBe(true);
      expect(repr(x.group)).toBe("ExceptionGroup('', (ValueError('naked'),))");
    });
    expect(end).toBe("nothing");
  });

  test("raises what clauses raise with what is left", () => {
    const group = new ExceptionGroup("g", [new KeyError(2), new OSError(3)]);
    const end = handle(group, (x) => {
      if (x.match(KeyError)) x.raised(new RuntimeError("r"));
    });
    expect(end).toBe("ExceptionGroup('', [RuntimeError('r'), ExceptionGroup('g', [OSError(3)])])");
  });

  test("joins a part that is raised again with the rest", () => {
    const group = new ExceptionGroup("g", [new ValueError(1), new OSError(2)]);
    const end = handle(group, (x) => {
      if (x.match(ValueError)) x.raised(x.group);
    });
    expect(end).toBe("ExceptionGroup('g', [ValueError(1), OSError(2)])");
  });
});
