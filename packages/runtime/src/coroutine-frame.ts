import type { CoroutineBehaviour } from "./coroutine-function.js";
import { generatorNext, generatorReturn, generatorThrow } from "./generator-methods.js";
import { kernel } from "./kernel-state.js";
import { type Coroutine, DESCEND, type Suspension } from "./suspension.js";
import type { Task } from "./task.js";

/**
 * How many coroutine objects may run inside each other on the native stack before the stack is unwound to the scheduler. It bounds the
 * native depth whatever the depth of awaits is: an interpreter in a WASI component ends at about 300 native frames, uncatchably.
 */
const INLINE_LIMIT = 16;

const FRESH = 0;
const ACTIVE = 1;
const RETURNED = 2;
const THREW = 3;
const CLOSED = 4;
/** Driven by hand through `next` and `throw`, outside tasks. */
const DETACHED = 5;

/**
 * One awaited coroutine object: a link in the task's own stack of frames.
 *
 * `yield* child` asks the child for its iterator and gets its frame. The frame runs the child at once, on the native stack. If the child
 * ends without suspending, that was all. If it suspends, the frame stays the innermost of the task, and from then on the scheduler resumes
 * it directly, whatever the depth; when it has ended, the scheduler resumes the frame below, whose `yield*` asks here for the result.
 */
export class CoroutineFrame {
  /** The frame that awaits this one. `undefined` at the root of a task and when only plain generators are below. */
  parent: CoroutineFrame | undefined = undefined;
  /** How many coroutine objects there are from the root of the task to here, this one included. */
  depth = 1;
  /** The coroutine object. */
  readonly coroutine: Coroutine<unknown>;
  /** What the scheduler resumes when this frame has ended. `undefined` at the root of a task. */
  below: Coroutine<unknown> | undefined = undefined;
  task: Task | undefined = undefined;
  readonly #behaviour: CoroutineBehaviour | undefined;
  #phase = FRESH;
  #result: unknown = undefined;

  constructor(coroutine: Coroutine<unknown>, behaviour: CoroutineBehaviour | undefined) {
    this.coroutine = coroutine;
    this.#behaviour = behaviour;
  }

  /** Whether the coroutine has ended. */
  get isClosed(): boolean {
    return this.#phase >= RETURNED && this.#phase !== DETACHED;
  }

  /** Called by `yield*`: first to start the coroutine, then once more for its result. */
  next(value?: unknown): IteratorResult<Suspension, unknown> {
    switch (this.#phase) {
      case FRESH:
        return this.#start();
      case RETURNED:
        this.#phase = CLOSED;
        return { done: true, value: this.#result };
      case THREW:
        this.#phase = CLOSED;
        throw this.#result;
      case ACTIVE:
        this.#detach();
        return this.#resume(generatorNext, value);
      default:
        return this.#resume(generatorNext, value);
    }
  }

  /** Called by `yield*` only where somebody drives the coroutine by hand: the scheduler throws into the innermost frame itself. */
  throw(error: unknown): IteratorResult<Suspension, unknown> {
    if (this.#phase === ACTIVE) this.#detach();
    return this.#resume(generatorThrow, error);
  }

  return(value: unknown): IteratorResult<Suspension, unknown> {
    if (this.#phase === ACTIVE) this.#detach();
    return this.#resume(generatorReturn, value);
  }

  /** Makes this the root frame of `task`. */
  root(task: Task): void {
    this.task = task;
    this.#phase = ACTIVE;
    task.frame = this;
  }

  /** The coroutine has returned: keeps the value for the frame below. */
  returned(value: unknown): void {
    this.#phase = this.below === undefined ? CLOSED : RETURNED;
    this.#result = value;
  }

  /** The coroutine has thrown: keeps the error for the frame below. */
  threw(error: unknown): void {
    this.#phase = this.below === undefined ? CLOSED : THREW;
    this.#result = error;
  }

  #start(): IteratorResult<Suspension, unknown> {
    const task = kernel.current;
    if (task?.generator === undefined) {
      this.#phase = DETACHED;
      return this.#resume(generatorNext, undefined);
    }
    const parent = task.frame;
    if (parent !== undefined) this.depth = parent.depth + 1;
    const maxDepth = this.#behaviour?.maxDepth;
    if (maxDepth !== undefined && this.depth > maxDepth) {
      this.#phase = CLOSED;
      const error: unknown = this.#behaviour?.tooDeep?.(this.depth);
      if (error !== undefined) throw error as Error;
      throw new RangeError(`Coroutines await each other too deeply: more than ${maxDepth} levels.`);
    }
    this.task = task;
    this.parent = parent;
    this.below = task.generator;
    task.frame = this;
    task.generator = this.coroutine;
    this.#phase = ACTIVE;
    if (kernel.inline >= INLINE_LIMIT) return DESCEND;
    kernel.inline++;
    let result: IteratorResult<Suspension, unknown>;
    try {
      result = generatorNext.call(this.coroutine);
    } catch (error) {
      kernel.inline--;
      this.#leave(task);
      throw error;
    }
    kernel.inline--;
    if (result.done === true) this.#leave(task);
    return result;
  }

  #leave(task: Task): void {
    this.#phase = CLOSED;
    task.frame = this.parent;
    task.generator = this.below;
  }

  /** Takes this frame and those above it off the task's stack: they are driven by hand from here on. */
  #detach(): void {
    const { task } = this;
    this.#phase = DETACHED;
    if (task === undefined) return;
    for (let frame = task.frame; frame !== undefined && frame !== this; frame = frame.parent) frame.#phase = DETACHED;
    task.frame = this.parent;
    task.generator = this.below;
  }

  #resume(
    method: (this: Coroutine<unknown>, value: unknown) => IteratorResult<Suspension, unknown>,
    value: unknown,
  ): IteratorResult<Suspension, unknown> {
    let result: IteratorResult<Suspension, unknown>;
    try {
      result = method.call(this.coroutine, value);
    } catch (error) {
      this.#phase = CLOSED;
      throw error;
    }
    if (result.done === true) this.#phase = CLOSED;
    return result;
  }
}
