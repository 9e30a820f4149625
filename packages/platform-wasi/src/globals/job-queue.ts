/** Jobs done are cut off the front of the queue once there are this many of them and they are the larger half. */
const COMPACT_AT = 4_096;

/**
 * The queue of microtasks of a program whose engine never runs its own.
 *
 * Jobs run in the order in which they were added, each to its end, until none is left; a job added by a job runs in
 * the same {@link JobQueue.drain}, as the microtasks of the web do.
 *
 * @example
 * ```ts
 * const queue = new JobQueue();
 * queue.push(() => queue.push(() => order.push("second")));
 * queue.drain(); // true: something ran
 * ```
 */
export class JobQueue {
  #jobs: ((() => void) | undefined)[] = [];
  #head = 0;

  /** How many jobs wait. */
  get size(): number {
    return this.#jobs.length - this.#head;
  }

  /** Adds a job at the end. A job must not throw: what may throw is caught by whoever adds it. */
  push(job: () => void): void {
    this.#jobs.push(job);
  }

  /**
   * Runs jobs until none is left.
   *
   * @returns whether any ran
   */
  drain(): boolean {
    if (this.#head === this.#jobs.length) return false;
    while (this.#head < this.#jobs.length) {
      const job = this.#jobs[this.#head];
      this.#jobs[this.#head++] = undefined;
      if (this.#head >= COMPACT_AT && this.#head * 2 >= this.#jobs.length) {
        this.#jobs = this.#jobs.slice(this.#head);
        this.#head = 0;
      }
      job?.();
    }
    this.#jobs.length = 0;
    this.#head = 0;
    return true;
  }
}

/** The program's one queue: promises and `queueMicrotask` add to it, the platform's `checkpoint()` drains it. */
export const jobs: JobQueue = new JobQueue();
