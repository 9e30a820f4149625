import { Runtime, RuntimeError, type Work, withRuntime } from "@portalis/runtime";
import { type ReadyEntry, type Scheduler, Task } from "@portalis/runtime/kernel";
import type { Choices } from "./choices.js";
import { SimulatedPlatform } from "./simulated-platform.js";
import { settle } from "./virtual-clock.js";

/**
 * Where tasks were when they were cancelled: before their first step, parked, made ready but not resumed, in their cleanup after an earlier
 * cancellation, and with an earlier cancellation still on its way.
 */
export interface CancelPhases {
  unstarted: number;
  parked: number;
  granted: number;
  cleanup: number;
  again: number;
}

/** One run of the work under chosen order, with injected cancellations. */
export class Schedule<T> {
  readonly platform: SimulatedPlatform = new SimulatedPlatform({ autojump: false });
  /** The choices that were made where there was one. */
  readonly choices: number[] = [];
  readonly trace: string[] = [];
  cancels = 0;
  readonly #source: Choices;
  readonly #phases: CancelPhases;
  readonly #limit: number;
  readonly #traced: boolean;
  readonly #numbers = new Map<ReadyEntry, number>();
  /** Tasks that were cancelled, and whether they have run since. */
  readonly #cancelled = new Map<Task, boolean>();
  readonly #started = new Set<ReadyEntry>();
  #main: Task | undefined = undefined;
  #scheduler: Scheduler | undefined = undefined;

  constructor(source: Choices, limit: number, phases: CancelPhases, traced: boolean) {
    this.#source = source;
    this.#limit = limit;
    this.#phases = phases;
    this.#traced = traced;
  }

  /** @throws what the work throws, what nobody handled, and a {@link RuntimeError} for a deadlock */
  async run(work: Work<T>): Promise<T> {
    const rt = new Runtime({ platform: this.platform });
    const { scheduler } = rt;
    this.#scheduler = scheduler;
    const errors: unknown[] = [];
    rt.onUnhandledError((error) => errors.push(error));
    const replaced = withRuntime(rt);
    try {
      const main = new Task(scheduler, work);
      this.#main = main;
      main.observed = true;
      main.start();
      scheduler.choose = (turn) => this.#choose(turn);
      await this.#runUntil(rt, () => main.isFinished());
      scheduler.choose = undefined;
      for (const task of scheduler.liveTasks()) task.abort("the simulation has ended");
      await this.#runUntil(rt, () => scheduler.live === 0);
      if (main.status !== "completed") throw main.result;
      if (errors.length > 0) throw errors[0];
      return main.result as T;
    } finally {
      for (const task of scheduler.liveTasks()) task.abandon();
      replaced[Symbol.dispose]();
    }
  }

  async #runUntil(rt: Runtime, done: () => boolean): Promise<void> {
    const { scheduler } = rt;
    const guest = { park: (until: number | undefined): boolean => this.#park(until), checkpoint: (): boolean => false };
    for (;;) {
      const steps = scheduler.steps;
      if (scheduler.block(guest, done)) return;
      // Promises may still bring something about.
      await settle();
      if (done()) return;
      if (scheduler.steps === steps && scheduler.readyCount === 0) {
        const waiting = rt.dump().map(({ id, name, waitingFor }) => `${name ?? `task ${id}`} waits for ${waitingFor ?? "something"}`);
        throw new RuntimeError(`Cannot go on: every task waits and nothing can wake one (a deadlock): ${waiting.join("; ")}.`);
      }
    }
  }

  /** Nothing is ready: somebody may be cancelled, else time goes on. */
  #park(until: number | undefined): boolean {
    const victims = this.#victims();
    if (victims.length > 0) {
      const choice = this.#pick([0], victims.length);
      if (choice > 0) {
        this.#cancel(victims[choice - 1] as Task);
        return true;
      }
    }
    if (until === undefined) return false;
    this.platform.clock.jump(until);
    if (this.#traced) this.trace.push(`time ${until}`);
    return true;
  }

  #choose(turn: readonly ReadyEntry[]): number {
    for (;;) {
      const victims = this.#victims();
      if (turn.length + victims.length === 1) return this.#runs(turn, 0);
      const choice = this.#pick(
        turn.map((entry) => this.#numberOf(entry)),
        victims.length,
      );
      if (choice < turn.length) return this.#runs(turn, choice);
      this.#cancel(victims[choice - turn.length] as Task);
    }
  }

  #pick(turn: readonly number[], cancels: number): number {
    const choice = this.#source.pick(turn, cancels);
    this.choices.push(choice);
    return choice;
  }

  #runs(turn: readonly ReadyEntry[], index: number): number {
    const entry = turn[index] as ReadyEntry;
    this.#started.add(entry);
    if (entry instanceof Task && this.#cancelled.has(entry)) this.#cancelled.set(entry, true);
    if (this.#traced) this.trace.push(this.#describe(entry));
    return index;
  }

  /** Who may be cancelled now: all tasks but the first. */
  #victims(): Task[] {
    const { cancels } = this;
    if (cancels >= this.#limit || this.#scheduler === undefined) return [];
    return this.#scheduler.liveTasks().filter((task) => task !== this.#main);
  }

  #cancel(task: Task): void {
    const phase = this.#phaseOf(task);
    this.cancels++;
    this.#phases[phase]++;
    this.#cancelled.set(task, false);
    if (this.#traced) this.trace.push(`cancel ${this.#describe(task)} (${phase})`);
    task.abort("injected");
  }

  #phaseOf(task: Task): keyof CancelPhases {
    const ranSince = this.#cancelled.get(task);
    if (ranSince !== undefined) return ranSince ? "cleanup" : "again";
    if (!this.#started.has(task)) return "unstarted";
    return task.activity === "waiting" ? "parked" : "granted";
  }

  #describe(entry: ReadyEntry): string {
    const name = entry instanceof Task ? (entry.name ?? (entry === this.#main ? "main" : "task")) : "callback";
    return `${name}#${this.#numberOf(entry)}`;
  }

  #numberOf(entry: ReadyEntry): number {
    let number = this.#numbers.get(entry);
    if (number === undefined) this.#numbers.set(entry, (number = this.#numbers.size));
    return number;
  }
}
