import { expect, test } from "vitest";
import { Fifo } from "../src/fifo.js";

test("Fifo: gives what came first, over many rounds", () => {
  const fifo = new Fifo<number>();
  let next = 0;
  let expected = 0;
  for (let round = 0; round < 200; round++) {
    for (let n = 0; n < round % 7; n++) fifo.append(next++);
    for (let n = 0; n < round % 6 && fifo.size > 0; n++) expect(fifo.popleft()).toBe(expected++);
    expect(fifo.size).toBe(next - expected);
  }
  expect(fifo.toArray()).toEqual(Array.from({ length: next - expected }, (_, n) => expected + n));
  while (fifo.size > 0) fifo.popleft();
  expect(fifo.popleft()).toBe(undefined);
});
