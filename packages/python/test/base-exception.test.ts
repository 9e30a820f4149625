import { expect, test } from "vitest";
// Only these: where a bundle holds no `str` and no `repr`, exceptions must still say what they are.
import { ValueError } from "../src/exceptions/builtin-exceptions.js";

test("BaseException.message is the text of the exception in a program without str() and repr()", () => {
  const error = new ValueError("boom");
  expect(error.message).toBe("boom");
  expect(String(error)).toBe("ValueError: boom");
});

test("BaseException.message of an exception within an exception ends", () => {
  expect(new ValueError(new ValueError("boom")).message).toBe("ValueError: boom");
});
