import type { Coroutine, Operation, WaitOptions } from "@portalis/runtime";

/** One waiting method of a primitive, brought to where it has to wait. */
export interface WaitCase {
  /** The symbol: `AsyncMutex.lock`. */
  readonly name: string;
  make(): Coroutine<Wait>;
}

/** A wait and what ends it. Calls of `grant` are not lost: what nobody waits for is there for the next one who asks. */
export interface Wait {
  /** Asks once more. */
  op(options?: WaitOptions): Operation<unknown>;
  /** Makes room for one. */
  grant(): void;
  /** How many wait. */
  waiting(): number;
  /** A grant that meets a cancellation is used up by contract: a barrier has opened. */
  readonly usesUp?: boolean;
  /** Gives back what was granted, and tells it as plain data. */
  finish(value: unknown): unknown;
}

/** A wait for something that is held, described by `what` and given back by its `release()`. */
export function heldWait(what: string, parts: Omit<Wait, "finish" | "usesUp">): Wait {
  const finish = (value: unknown): string => {
    (value as { release(): void }).release();
    return what;
  };
  return { ...parts, finish };
}

/** A wait for a plain value. */
export function valueWait(parts: Omit<Wait, "finish" | "usesUp">): Wait {
  return { ...parts, finish: (value) => value };
}
