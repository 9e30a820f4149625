/** What may be awaited: a task in a slot, or a fresh coroutine of a procedure. */
export type Target = readonly ["slot", number] | readonly ["proc", number];

/** A statement of a random program. The same interpreter exists in Python and in TypeScript; each logs what happened and in which iteration. */
export type Statement =
  | readonly ["sleep", number]
  | readonly ["spawn", number, number]
  | readonly ["call", number]
  | readonly ["await", Target]
  | readonly ["cancel", number, string | null]
  | readonly ["cancel_self"]
  | readonly ["uncancel"]
  | readonly ["gather", readonly Target[], boolean]
  | readonly ["wait", readonly number[], number | null, string]
  | readonly ["wait_for", Target, number | null]
  | readonly ["shield", Target]
  | readonly ["as_completed", readonly Target[], number | null]
  | readonly ["timeout", number | null, readonly Statement[]]
  | readonly ["reschedule", number | null]
  | readonly ["group", readonly Statement[]]
  | readonly ["group_spawn", number]
  | readonly ["lock", number, readonly Statement[]]
  | readonly ["semaphore", number, readonly Statement[]]
  | readonly ["event_wait", number]
  | readonly ["event_set", number]
  | readonly ["event_clear", number]
  | readonly ["put", number, number]
  | readonly ["put_nowait", number, number]
  | readonly ["get", number]
  | readonly ["get_nowait", number]
  | readonly ["task_done", number]
  | readonly ["join", number]
  | readonly ["shutdown", number, boolean]
  | readonly ["condition_wait", number]
  | readonly ["condition_notify", number, number]
  | readonly ["barrier", number]
  | readonly ["future_wait", number]
  | readonly ["future_set", number, number]
  | readonly ["future_fail", number]
  | readonly ["future_cancel", number]
  | readonly ["soon", number]
  | readonly ["later", number, number]
  | readonly ["hold_gather", number, readonly Target[], boolean]
  | readonly ["hold_shield", number, Target]
  | readonly ["on_done", number, number]
  | readonly ["cancel_soon", number]
  | readonly ["cancel_later", number, number]
  | readonly ["acquire", "lock" | "semaphore", number]
  | readonly ["release", "lock" | "semaphore", number]
  | readonly ["condition_wait_for", number, number]
  | readonly ["raise", string]
  | readonly ["try", readonly Statement[], "cancel" | "error" | "all" | "none", readonly Statement[], readonly Statement[]];

/** A random program: procedures that main starts as tasks, one after the other; main then sleeps and ends, and the run cleans up. */
export interface Program {
  readonly procedures: readonly (readonly Statement[])[];
  /** Which procedures main starts. */
  readonly main: readonly number[];
  /** How long main sleeps. */
  readonly end: number;
}
