import { describe, expect, test } from "vitest";
import { parse } from "../src/index.js";

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const value = (source: string | Uint8Array): unknown => (parse(source).body.at(-1) as { value?: { value?: unknown } }).value?.value;

describe("decodeSource (PEP 263)", () => {
  test("bytes are UTF-8, with or without a byte order mark", () => {
    const text = new TextEncoder().encode("'é€\u{1f600}'");
    expect(value(text)).toBe("é€\u{1f600}");
    expect(value(Uint8Array.of(0xef, 0xbb, 0xbf, ...text))).toBe("é€\u{1f600}");
  });

  test("a cookie on the first or second line names latin-1 or ascii", () => {
    expect(value(bytes("# -*- coding: latin-1 -*-\n'\xe9'"))).toBe("é");
    expect(value(bytes("#!/usr/bin/python\n# vim: set fileencoding=iso-8859-1 :\n'\xe9'"))).toBe("é");
    expect(value(bytes("# coding: ascii\n'e'"))).toBe("e");
    expect(() => parse(bytes("# coding: ascii\n'\xe9'"))).toThrow("'ascii' codec can't decode byte 0xe9 in position 17");
  });

  test("a cookie behind code or on the third line means nothing", () => {
    expect(() => parse(bytes("x = 1\n# coding: latin-1\n'\xe9'"))).toThrow("Non-UTF-8 code starting with '\\xe9'");
    expect(() => parse(bytes("#\n#\n# coding: latin-1\n'\xe9'"))).toThrow("on line 4");
  });

  test("other encodings come from the option decode, or are refused", () => {
    const source = bytes("# coding: koi8-r\n'\xc1'");
    expect(() => parse(source)).toThrow("unknown encoding: koi8-r");
    const tree = parse(source, {
      decode: (all, encoding) => (encoding === "koi8-r" ? new TextDecoder("koi8-r").decode(all) : undefined),
    });
    expect(tree.body).toMatchObject([{ value: { value: "а" } }]);
  });

  test("a byte order mark with another cookie is refused", () => {
    expect(() => parse(bytes("\xef\xbb\xbf# coding: latin-1\n"))).toThrow("encoding problem: latin-1 with BOM");
  });

  test.each([
    ["a lone continuation byte", [0x27, 0x80, 0x27]],
    ["an overlong form", [0x27, 0xc0, 0xaf, 0x27]],
    ["a surrogate", [0x27, 0xed, 0xa0, 0x80, 0x27]],
    ["beyond Unicode", [0x27, 0xf4, 0x90, 0x80, 0x80, 0x27]],
    ["a cut sequence", [0x27, 0xe2, 0x82]],
  ])("UTF-8 that is not well-formed is refused: %s", (_, source) => {
    expect(() => parse(Uint8Array.from(source))).toThrow("Non-UTF-8 code starting with");
  });

  test("a null byte is refused", () => {
    expect(() => parse("x = '\0'")).toThrow("source code string cannot contain null bytes");
  });
});
