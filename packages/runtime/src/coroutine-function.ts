import { CoroutineFrame } from "./coroutine-frame.js";
import { generatorPrototype } from "./generator-methods.js";
import { kernel } from "./kernel-state.js";
import { RuntimeError } from "./runtime-error.js";
import type { Coroutine } from "./suspension.js";

/** How the coroutine objects of a function behave where languages differ. */
export interface CoroutineBehaviour {
  /** Makes the error for a coroutine that is awaited, or started as a task, a second time. Default: a {@link RuntimeError}. */
  reused?(coroutine: Coroutine<unknown>): unknown;
  /** How deep coroutines may await each other. Default: no limit. */
  readonly maxDepth?: number;
  /** Makes the error for one level more. Default: a `RangeError`. */
  tooDeep?(depth: number): unknown;
}

export type CoroutineState = "created" | "running" | "suspended" | "closed";

/** The frame of a coroutine object that was used, `null` before. Plain generators have no such property. */
const frameKey = Symbol.for("@portalis/runtime/frame");

interface CoroutineObject extends Coroutine<unknown> {
  [frameKey]: CoroutineFrame | null;
  readonly [behaviourKey]: CoroutineBehaviour | undefined;
}

const behaviourKey = Symbol.for("@portalis/runtime/behaviour");
/** On the prototype of a coroutine function: the function, for its name. */
const functionKey = Symbol.for("@portalis/runtime/function");

const prototypes = new WeakMap<CoroutineBehaviour, object>();
let defaultPrototype: object | undefined;

/**
 * The object from which the prototypes of all coroutine functions of this behaviour inherit. A language's own methods of coroutines may be
 * put there.
 */
export function coroutinePrototype(behaviour?: CoroutineBehaviour): object {
  if (behaviour === undefined) return (defaultPrototype ??= createPrototype(undefined));
  let prototype = prototypes.get(behaviour);
  if (prototype === undefined) {
    prototype = createPrototype(behaviour);
    prototypes.set(behaviour, prototype);
  }
  return prototype;
}

function createPrototype(behaviour: CoroutineBehaviour | undefined): object {
  return Object.create(generatorPrototype, {
    [frameKey]: { value: null, writable: true },
    [behaviourKey]: { value: behaviour },
    [Symbol.iterator]: {
      value(this: CoroutineObject): CoroutineFrame {
        return claimCoroutine(this);
      },
      writable: true,
      configurable: true,
    },
  }) as object;
}

/**
 * Makes the generators that `fn` returns *coroutine objects*: `yield* fn()` reads the same and costs the same, but each one has a frame of
 * its own on the task, so that a task suspended at any depth is resumed in constant time and the native stack stays flat.
 *
 * @param fn a generator function; it is changed (its prototype) and returned
 * @param behaviour what happens on a second await and at great depth
 *
 * @example
 * ```ts
 * const countDown = coroutineFunction(function* countDown(n: number): Coroutine<number> {
 *   yield;
 *   return n === 0 ? 0 : 1 + (yield* countDown(n - 1));
 * });
 * spawn(countDown(100_000)); // no stack overflow, no quadratic time
 * ```
 */
export function coroutineFunction<F extends (...args: never[]) => Coroutine<unknown>>(fn: F, behaviour?: CoroutineBehaviour): F {
  const prototype: unknown = fn.prototype;
  if (typeof prototype !== "object" || prototype === null) {
    throw new TypeError("Cannot make coroutine objects of this function: it is not a generator function. Write function*.");
  }
  Object.setPrototypeOf(prototype, coroutinePrototype(behaviour));
  Object.defineProperty(prototype, functionKey, { value: fn, configurable: true });
  return fn;
}

/** Whether `value` is a coroutine object: a generator of a function that went through {@link coroutineFunction}. */
export function isCoroutineObject(value: unknown): value is Coroutine<unknown> {
  return typeof value === "object" && value !== null && (value as Partial<CoroutineObject>)[frameKey] !== undefined;
}

/** The name of the function that a coroutine object came from, for dumps. */
export function coroutineName(coroutine: Coroutine<unknown>): string | undefined {
  const fn = (coroutine as { readonly [functionKey]?: { readonly name: string } })[functionKey];
  return fn === undefined || fn.name === "" ? undefined : fn.name;
}

/**
 * Marks a coroutine object as used and gives its frame.
 *
 * @throws what the behaviour says when it was used before
 */
export function claimCoroutine(coroutine: Coroutine<unknown>): CoroutineFrame {
  const object = coroutine as CoroutineObject;
  const behaviour = object[behaviourKey];
  if (object[frameKey] !== null) {
    const error: unknown = behaviour?.reused?.(coroutine);
    if (error !== undefined) throw error as Error;
    throw new RuntimeError("Cannot await a coroutine twice: it was used already. Call its function again.");
  }
  const frame = new CoroutineFrame(coroutine, behaviour);
  object[frameKey] = frame;
  return frame;
}

/** In which state a coroutine object is. `running` includes that another coroutine runs which it awaits. */
export function coroutineState(coroutine: Coroutine<unknown>): CoroutineState {
  const frame = (coroutine as CoroutineObject)[frameKey];
  if (frame === null) return "created";
  if (frame.isClosed) return "closed";
  return frame.task !== undefined && frame.task === kernel.current ? "running" : "suspended";
}
