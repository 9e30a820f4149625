import type { Platform } from "./platform.js";
import type { Runtime } from "./runtime.js";
import type { RuntimeConfig } from "./runtime-config.js";
import type { Scheduler } from "./scheduler.js";
import type { Task } from "./task.js";
import type { TaskServices } from "./task-services.js";

/** What there is once in a process, however many copies of this package are loaded. */
export interface KernelState {
  /** The task whose step is running. */
  current: Task | undefined;
  /** The scheduler whose turn is running. */
  running: Scheduler | undefined;
  /** The scheduler that had something ready last: grants to light waiters go through its list, to keep one order. */
  scheduler: Scheduler | undefined;
  /** How many coroutine objects run inside each other on the native stack. */
  inline: number;
  /** The id of the next task. */
  nextTask: number;
  runtime: Runtime | undefined;
  config: RuntimeConfig | undefined;
  platform: Platform | undefined;
  /** Set when tasks are loaded. */
  services: TaskServices | undefined;
  /** Set when a task-local value is: gives a task that starts the values of the one that starts it. */
  inherit: ((parent: Task | undefined, child: Task) => void) | undefined;
  readonly suspend: object;
  readonly descend: object;
}

/** The version of the shape above. Copies that share it can share tasks. */
const key = Symbol.for("@portalis/runtime/1");

function* yieldOnce(token: object): Generator<object, void, unknown> {
  yield token;
}

function createState(): KernelState {
  return {
    current: undefined,
    running: undefined,
    scheduler: undefined,
    inline: 0,
    nextTask: 1,
    runtime: undefined,
    config: undefined,
    platform: undefined,
    services: undefined,
    inherit: undefined,
    // Results of real generators, so that the driver sees one shape of result object.
    suspend: yieldOnce(Object.freeze({ token: "suspend" })).next(),
    descend: yieldOnce(Object.freeze({ token: "descend" })).next(),
  };
}

const shared = globalThis as unknown as Record<symbol, KernelState | undefined>;

/** The state of this process. */
export const kernel: KernelState = (shared[key] ??= createState());
