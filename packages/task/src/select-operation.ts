import { type Parking, PENDING, WaitOperation, Waiter } from "@portalis/runtime/kernel";

/** Which branch has won, and what it gave. */
export interface Selected {
  readonly index: number;
  readonly value: unknown;
}

/** What a branch hands to the one who selects. */
interface Grant {
  readonly index: number;
  readonly granted: unknown;
}

/** One branch in the wait list of its operation. */
class Branch extends Waiter {
  readonly #select: SelectOperation;
  readonly #index: number;

  constructor(select: SelectOperation, index: number, operation: WaitOperation<unknown>) {
    super();
    this.#select = select;
    this.#index = index;
    this.operation = operation;
  }

  override grant(value?: unknown): void {
    this.granted = true;
    this.operation?.unlink();
    this.#select.won({ index: this.#index, granted: value });
  }

  override fail(error: unknown): void {
    this.granted = true;
    this.operation?.unlink();
    this.#select.failed(error);
  }

  override interrupt(error: unknown): boolean {
    if (!this.withdraw()) return false;
    this.#select.failed(error);
    return true;
  }

  /** Takes the branch out of its list, as if it had never waited. */
  withdraw(): boolean {
    const { parking, operation } = this;
    if (parking === undefined) return false;
    parking.remove(this);
    this.parking = undefined;
    operation?.unlink();
    operation?.abandoned();
    return true;
  }

  override run(): void {
    // A branch is never in the ready list: the one who selects is.
  }
}

/**
 * Waits for the first of several operations. There is a waiter in each of their lists and no task behind it. The first grant takes all
 * others out of their lists at once, so that there is never a second one: the losers lose nothing.
 */
export class SelectOperation extends WaitOperation<Selected> implements Parking {
  readonly #operations: readonly WaitOperation<unknown>[];
  readonly #first: number;
  #branches: Branch[] = [];
  #waiter: Waiter | undefined = undefined;

  /** @param first the branch that is looked at first */
  constructor(operations: readonly WaitOperation<unknown>[], first: number) {
    super();
    this.#operations = operations;
    this.#first = first;
  }

  override attempt(): Selected | typeof PENDING {
    for (const [index, operation] of this.#inOrder()) {
      const value = operation.begin();
      if (value !== PENDING) return { index, value };
    }
    return PENDING;
  }

  override enqueue(waiter: Waiter): void {
    this.#waiter = waiter;
    waiter.parking = this;
    for (const [index, operation] of this.#inOrder()) {
      const branch = new Branch(this, index, operation);
      this.#branches.push(branch);
      operation.enqueue(branch);
      operation.watch(branch);
      if (waiter.parking !== this) return;
    }
  }

  override complete(granted: unknown): Selected {
    const { index, granted: value } = granted as Grant;
    return { index, value: this.#operation(index).complete(value) };
  }

  override giveBack(granted: unknown): void {
    const { index, granted: value } = granted as Grant;
    this.#operation(index).giveBack(value);
  }

  override describe(): string {
    return `the first of ${this.#operations.map((operation) => operation.describe()).join(", ")}`;
  }

  /** The wait was ended from outside. */
  remove(): void {
    this.#end();
  }

  won(grant: Grant): void {
    this.#end()?.grant(grant);
  }

  failed(error: unknown): void {
    this.#end()?.fail(error);
  }

  /** Takes all branches out of their lists, and the one who selects out of here. */
  #end(): Waiter | undefined {
    const waiter = this.#waiter;
    const branches = this.#branches;
    this.#waiter = undefined;
    this.#branches = [];
    if (waiter !== undefined) waiter.parking = undefined;
    for (const branch of branches) branch.withdraw();
    return waiter;
  }

  *#inOrder(): Generator<[number, WaitOperation<unknown>], void, undefined> {
    const count = this.#operations.length;
    for (let i = 0; i < count; i++) {
      const index = (this.#first + i) % count;
      yield [index, this.#operation(index)];
    }
  }

  #operation(index: number): WaitOperation<unknown> {
    return this.#operations[index] as WaitOperation<unknown>;
  }
}
