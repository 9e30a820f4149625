import { kernel } from "./kernel-state.js";
import type { Parking } from "./parking.js";
import type { GuestLoop, Platform } from "./platform.js";
import type { ReadyEntry } from "./ready-entry.js";
import { RuntimeError } from "./runtime-error.js";
import type { Runtime } from "./runtime.js";
import { noteSpawnSite } from "./spawn-sites.js";
import type { Task } from "./task.js";
import { type TaskEventListener, TaskEvents } from "./task-events.js";
import { TimerHeap } from "./timer-heap.js";
import { TurnClock } from "./turn-clock.js";
import { UnhandledErrors } from "./unhandled-errors.js";
import { Waiter } from "./waiter.js";

/** After how many steps the clock is looked at. */
const STEPS_PER_LOOK = 64;

const IDLE = 0;
/** Turns were asked for: a microtask or a deferred turn is on its way. */
const ENTERING = 1;
const RUNNING = 2;

const resolved = Promise.resolve();

/**
 * Runs what is ready, turn by turn.
 *
 * One turn is one iteration of asyncio's loop: timers that are due go to the end of the ready list, by deadline and then by creation; then
 * all that is in the list at this moment runs, first in, first out; what is made ready meanwhile waits for the next turn. A slice of time
 * may end in the middle of a turn; the turn is then finished before anything else is admitted.
 */
export class Scheduler implements Parking {
  readonly platform: Platform;
  readonly runtime: Runtime;
  /** For how many milliseconds turns run before the host gets its chance. */
  readonly slice: number;
  readonly unhandled: UnhandledErrors;
  /** Those who listen to what happens to tasks; `undefined` while nobody does. */
  events: TaskEvents | undefined = undefined;
  /** Measures turns, when the runtime debugs. */
  readonly turnClock: TurnClock | undefined;
  readonly #debug: boolean;
  readonly #hasTime: boolean;
  /** For simulators: called before each step with what is left of the current turn, in order; the entry at the index it returns runs next. */
  choose: ((turn: readonly ReadyEntry[]) => number) | undefined = undefined;
  /** How many turns have ended. */
  turns = 0;
  /** How many entries have run. */
  steps = 0;
  /** How many tasks have been started and have not ended. */
  live = 0;
  readonly #timers = new TimerHeap();
  #state = IDLE;
  #head: ReadyEntry | undefined = undefined;
  #tail: ReadyEntry | undefined = undefined;
  #ready = 0;
  /** The last entry of the current turn; `undefined` between turns. */
  #last: ReadyEntry | undefined = undefined;
  #inTurn = false;
  #paused = false;
  #turnEnd: (() => void)[] = [];
  #armedAt = Infinity;
  #firstLive: Task | undefined = undefined;
  #lastLive: Task | undefined = undefined;
  /** Steps until the clock is looked at, and when the host gets its chance: both last across entries by microtasks, which give it none. */
  #budget = STEPS_PER_LOOK;
  #sliceEnd = 0;
  readonly #drain = (): void => {
    if (this.#state !== RUNNING) this.#run(undefined);
  };
  readonly #resume = (): void => {
    this.#sliceEnd = 0;
    this.#drain();
  };
  readonly #wake = (): void => {
    this.#armedAt = Infinity;
    this.#sliceEnd = 0;
    if (this.#state === IDLE) this.#run(undefined);
  };

  constructor(runtime: Runtime, platform: Platform, slice: number) {
    this.runtime = runtime;
    this.platform = platform;
    this.slice = slice;
    this.unhandled = new UnhandledErrors(this);
    this.#debug = runtime.config.debug === true;
    this.turnClock = this.#debug ? new TurnClock(platform) : undefined;
    this.#hasTime = runtime.config.enableTime !== false;
  }

  /** The platform's monotonic clock, in milliseconds. */
  now(): number {
    return this.platform.now();
  }

  get readyCount(): number {
    return this.#ready;
  }

  get timerCount(): number {
    return this.#timers.size;
  }

  /** Whether a timer will ever fire. */
  get hasDeadline(): boolean {
    return this.#timers.nearest < Infinity;
  }

  /** Whether a turn is running. */
  get isRunning(): boolean {
    return this.#state === RUNNING;
  }

  /** Whether nothing is ready, nothing sleeps and no task is left. */
  get isFinished(): boolean {
    return this.#head === undefined && this.#timers.size === 0 && this.live === 0;
  }

  /** Appends `entry`, which is not in the list, to the ready list. */
  ready(entry: ReadyEntry): void {
    const tail = this.#tail;
    this.#tail = entry;
    this.#ready++;
    if (tail !== undefined) {
      tail.next = entry;
    } else {
      this.#head = entry;
      kernel.scheduler = this;
      if (this.#state === IDLE) this.#ask();
    }
  }

  /** Sets the timer of `entry`, which has none. `at` is in milliseconds of {@link Scheduler.now}; `Infinity` never comes. */
  addTimer(at: number, entry: ReadyEntry): void {
    this.requireTime();
    this.#timers.add(at, entry);
    if (this.#state === IDLE && at < this.#armedAt) this.#arm();
  }

  /** @throws RuntimeError in a runtime without timers */
  requireTime(): void {
    if (!this.#hasTime) throw new RuntimeError("Cannot set a timer: this runtime was made with enableTime: false. Make one without it.");
  }

  /** Takes the timer of `entry` back. Returns false when it had none. */
  removeTimer(entry: ReadyEntry): boolean {
    const removed = this.#timers.remove(entry);
    if (removed && this.#state === IDLE && this.#timers.size === 0) this.#arm();
    return removed;
  }

  /** Parks `waiter` until the clock says `at`. */
  parkUntil(at: number, waiter: Waiter): void {
    this.addTimer(at, waiter);
    waiter.parking = this;
  }

  /** Ends a park of {@link Scheduler.parkUntil} early. */
  remove(waiter: Waiter): void {
    waiter.parking = undefined;
    this.removeTimer(waiter);
  }

  /** Calls `fn` once at the end of the current turn; outside a turn, at the end of the next. */
  atTurnEnd(fn: () => void): void {
    this.#turnEnd.push(fn);
  }

  /** Ends the current turn after the entry that runs: what was still to run in it is the beginning of the next one. */
  cutTurn(): void {
    this.#last = undefined;
  }

  /** Leaves the loop after the current entry, so that promise jobs run before the next. */
  pause(): void {
    this.#paused = true;
  }

  /** Calls `listener` with all that happens to tasks. Returns what ends that. */
  listen(listener: TaskEventListener): () => void {
    const events = (this.events ??= new TaskEvents(this));
    // A function of its own, so that the same listener may be added twice.
    const added: TaskEventListener = (event) => listener(event);
    events.listeners.add(added);
    return () => {
      events.listeners.delete(added);
      if (events.listeners.size === 0 && this.events === events) this.events = undefined;
    };
  }

  /** Drops all timers, ends the waits that stand behind them with `error`, and forgets who listens to tasks. For the end of a runtime. */
  clear(error: unknown): void {
    for (let entry = this.#timers.takeDue(Infinity); entry !== undefined; entry = this.#timers.takeDue(Infinity)) {
      if (entry instanceof Waiter) entry.interrupt(error);
    }
    if (this.#state === IDLE) this.#arm();
    this.events = undefined;
  }

  /** A task begins to live: it is held until it ends. */
  enter(task: Task): void {
    if (this.#debug) noteSpawnSite(task);
    if (this.events !== undefined) this.events.emit("spawn", task, kernel.current);
    if (kernel.inherit !== undefined) kernel.inherit(kernel.current, task);
    task.previousLive = this.#lastLive;
    if (this.#lastLive === undefined) this.#firstLive = task;
    else this.#lastLive.nextLive = task;
    this.#lastLive = task;
    this.live++;
  }

  /** A task has ended, or is given up. */
  leave(task: Task): void {
    const { previousLive: previous, nextLive: next } = task;
    if (previous === undefined) this.#firstLive = next;
    else previous.nextLive = next;
    if (next === undefined) this.#lastLive = previous;
    else next.previousLive = previous;
    task.previousLive = undefined;
    task.nextLive = undefined;
    this.live--;
  }

  /** The tasks that have not ended, in the order in which they were started. */
  liveTasks(): Task[] {
    const tasks: Task[] = [];
    for (let task = this.#firstLive; task !== undefined; task = task.nextLive) tasks.push(task);
    return tasks;
  }

  /** Tells an error that nobody else will handle to those who listen, else to the platform. */
  report(error: unknown, task?: Task): void {
    this.unhandled.report(error, task);
  }

  /**
   * Runs turns and blocks in `guest` until `done()`, on a platform where the program owns the loop.
   *
   * @returns false when nothing can ever happen any more
   */
  block(guest: GuestLoop, done: () => boolean): boolean {
    for (;;) {
      this.#run(guest);
      if (done()) break;
      this.#state = RUNNING;
      const ran = guest.checkpoint();
      this.#state = IDLE;
      if (ran || this.#head !== undefined || this.#timers.nearest <= this.now()) continue;
      const { nearest } = this.#timers;
      this.#state = RUNNING;
      const waited = guest.park(nearest === Infinity ? undefined : nearest);
      this.#state = IDLE;
      if (!waited) {
        this.unhandled.reportAll();
        return false;
      }
    }
    if (this.#head !== undefined) this.#ask();
    if (this.isFinished) this.unhandled.reportAll();
    return true;
  }

  /** Asks for turns: they begin in a microtask. */
  #ask(): void {
    this.#state = ENTERING;
    void resolved.then(this.#drain);
  }

  #run(guest: GuestLoop | undefined): void {
    const outer = kernel.running;
    kernel.running = this;
    this.#state = RUNNING;
    let budget = this.#budget;
    const { turnClock } = this;
    if (this.#inTurn) turnClock?.resume();
    for (;;) {
      if (this.#last === undefined) {
        if (this.#inTurn) this.#endTurn();
        if (!this.#beginTurn()) break;
      }
      this.#step();
      if (this.#paused) {
        this.#paused = false;
        if (guest === undefined) {
          if (this.#head !== undefined) {
            if (this.#inTurn) turnClock?.pause();
            this.#budget = budget - 1;
            kernel.running = outer;
            this.#ask();
            return;
          }
        } else {
          break;
        }
      }
      if (--budget <= 0) {
        budget = STEPS_PER_LOOK;
        if (guest !== undefined) break;
        const now = this.platform.now();
        if (this.#sliceEnd === 0) {
          this.#sliceEnd = now + this.slice;
        } else if (now >= this.#sliceEnd) {
          if (this.#inTurn) turnClock?.pause();
          this.#budget = budget;
          kernel.running = outer;
          this.#state = ENTERING;
          this.platform.defer(this.#resume);
          return;
        }
      }
    }
    if (this.#inTurn) turnClock?.pause();
    this.#budget = budget;
    kernel.running = outer;
    this.#state = IDLE;
    if (guest === undefined) {
      this.#arm();
      if (this.isFinished) this.unhandled.reportSoon();
    }
  }

  /** Admits the timers that are due and takes the snapshot. Returns false when there is nothing to run. */
  #beginTurn(): boolean {
    const timers = this.#timers;
    if (timers.size > 0) {
      const now = this.platform.now();
      for (let entry = timers.takeDue(now); entry !== undefined; entry = timers.takeDue(now)) this.#expire(entry);
    }
    this.#last = this.#tail;
    this.#inTurn = this.#last !== undefined;
    if (this.#inTurn) this.turnClock?.resume();
    return this.#inTurn;
  }

  #expire(entry: ReadyEntry): void {
    try {
      entry.expire(this);
    } catch (error) {
      this.report(error);
    }
  }

  #endTurn(): void {
    this.#inTurn = false;
    this.turns++;
    this.turnClock?.end();
    if (this.#turnEnd.length === 0) return;
    const callbacks = this.#turnEnd;
    this.#turnEnd = [];
    for (const callback of callbacks) {
      try {
        callback();
      } catch (error) {
        this.report(error);
      }
    }
  }

  /** Moves the entry of the current turn that `choose` wants to the front of the list. */
  #bringForward(choose: (turn: readonly ReadyEntry[]) => number): void {
    const turn: ReadyEntry[] = [];
    for (let entry = this.#head; entry !== undefined; entry = entry.next) {
      turn.push(entry);
      if (entry === this.#last) break;
    }
    const index = choose(turn);
    const chosen = turn[index];
    const previous = turn[index - 1];
    if (chosen === undefined || previous === undefined) return;
    previous.next = chosen.next;
    if (chosen === this.#last) this.#last = previous;
    if (chosen === this.#tail) this.#tail = previous;
    chosen.next = this.#head;
    this.#head = chosen;
  }

  /** Runs the first entry of the list. */
  #step(): void {
    if (this.choose !== undefined) this.#bringForward(this.choose);
    const entry = this.#head as ReadyEntry;
    const { next } = entry;
    entry.next = undefined;
    this.#head = next;
    if (next === undefined) this.#tail = undefined;
    if (entry === this.#last) this.#last = undefined;
    this.#ready--;
    this.steps++;
    try {
      entry.run();
    } catch (error) {
      kernel.current = undefined;
      this.report(error);
    }
  }

  /** Sets the native timer to the nearest deadline. Only when nothing is ready: a busy loop looks at the clock anyway. */
  #arm(): void {
    const { nearest } = this.#timers;
    if (nearest === this.#armedAt) return;
    this.#armedAt = nearest;
    if (nearest === Infinity) this.platform.clearTimer();
    else this.platform.setTimer(nearest, this.#wake);
  }
}
