import { describe, expect, it } from "vitest";
import { TextDecoder as GuestDecoder } from "../../src/globals/text-decoder.js";
import { TextEncoder as GuestEncoder } from "../../src/globals/text-encoder.js";

const TEXTS = ["", "plain", "é€😀", "\ud800", "\udc00x", "a\ud83d", "\ufeffbom", "\u0000\u007f\u0080\u07ff\u0800\uffff\u{10000}\u{10ffff}"];

/** Byte strings of all kinds of damage, the same in every run. */
function* randomBytes(): Generator<Uint8Array> {
  const pieces = [0x41, 0x7f, 0x80, 0xbf, 0xc0, 0xc2, 0xdf, 0xe0, 0xe2, 0xed, 0xef, 0xf0, 0xf4, 0xf5, 0xff, 0xa0, 0x9f, 0x90, 0x8f, 0xbb];
  let state = 7;
  for (let i = 0; i < 4_000; i++) {
    yield Uint8Array.from({ length: i % 9 }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return pieces[(state >>> 16) % pieces.length] ?? 0;
    });
  }
}

describe("TextEncoder", () => {
  it.each(TEXTS)("encodes %j as the host's own", (text) => {
    expect(new GuestEncoder().encode(text)).toEqual(new TextEncoder().encode(text));
  });

  it("encodeInto() stops before a character that does not fit", () => {
    for (let room = 0; room < 14; room++) {
      const ours = new Uint8Array(room);
      const theirs = new Uint8Array(room);
      expect(new GuestEncoder().encodeInto("aé€😀b", ours)).toEqual(new TextEncoder().encodeInto("aé€😀b", theirs));
      expect(ours).toEqual(theirs);
    }
  });

  it("encodes nothing for no argument", () => {
    expect(new GuestEncoder().encode().length).toBe(0);
    expect(new GuestEncoder().encoding).toBe("utf-8");
  });
});

describe("TextDecoder", () => {
  it("decodes 4000 damaged byte strings as the host's own, whole and cut in two", () => {
    for (const bytes of randomBytes()) {
      expect(new GuestDecoder().decode(bytes)).toBe(new TextDecoder().decode(bytes));
      const ours = new GuestDecoder();
      const theirs = new TextDecoder();
      const cut = bytes.length >> 1;
      const pieces = [bytes.subarray(0, cut), bytes.subarray(cut)] as const;
      expect(ours.decode(pieces[0], { stream: true })).toBe(theirs.decode(pieces[0], { stream: true }));
      expect(ours.decode(pieces[1], { stream: true })).toBe(theirs.decode(pieces[1], { stream: true }));
      expect(ours.decode()).toBe(theirs.decode());
    }
  });

  it("throws a TypeError on malformed input when it is fatal, and is fit for use afterwards", () => {
    const decoder = new GuestDecoder("utf8", { fatal: true });
    expect(decoder.fatal).toBe(true);
    expect(() => decoder.decode(Uint8Array.of(0xff))).toThrow(TypeError);
    expect(() => decoder.decode(Uint8Array.of(0xe2, 0x82))).toThrow(TypeError);
    expect(decoder.decode(Uint8Array.of(0xe2, 0x82, 0xac))).toBe("€");
  });

  it("leaves the byte order mark out unless it is told to keep it", () => {
    const bytes = new TextEncoder().encode("\ufeffx");
    expect(new GuestDecoder().decode(bytes)).toBe("x");
    expect(new GuestDecoder("utf-8", { ignoreBOM: true }).decode(bytes)).toBe("\ufeffx");
  });

  it("takes buffers and any view of them", () => {
    const { buffer } = Uint8Array.of(0x61, 0x62, 0x63);
    expect(new GuestDecoder().decode(buffer)).toBe("abc");
    expect(new GuestDecoder().decode(new DataView(buffer, 1, 1))).toBe("b");
    expect(() => new GuestDecoder().decode("text" as never)).toThrow(TypeError);
  });

  it("refuses other encodings and names the one it knows", () => {
    expect(() => new GuestDecoder("latin1")).toThrow(/only utf-8/);
  });

  it("decodes long text without using up the stack", () => {
    const text = "añ😀".repeat(100_000);
    expect(new GuestDecoder().decode(new TextEncoder().encode(text))).toBe(text);
  });
});
