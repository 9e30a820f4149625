import { PENDING, WaitOperation, type Waiter, WaitQueue } from "@portalis/runtime/kernel";
import { AsyncError, type WaitOptions } from "@portalis/runtime";

/** What someone wants of a readers-writer lock. */
export type Access = "read" | "write" | "upgradable";

/**
 * The readers-writer lock itself, apart from its public face.
 *
 * Invariants: a writer is alone; at most one upgradable reader; while an upgrade waits, nobody new comes in; while anyone waits in
 * `waiters`, the first one cannot come in.
 */
export class RwLockState<T> {
  value: T;
  /** Plain readers inside. */
  readers = 0;
  writing = false;
  upgradable = false;
  readonly waiters: WaitQueue = new WaitQueue();
  /** The one upgrade that may wait. It goes before all others: it is inside already. */
  readonly upgrades: WaitQueue = new WaitQueue();

  constructor(value: T) {
    this.value = value;
  }

  /** Goes in when that is possible now and nobody waits for it before. */
  enter(access: Access): boolean {
    if (!this.waiters.isEmpty || !this.#admits(access)) return false;
    this.#admit(access);
    return true;
  }

  leave(access: Access): void {
    if (access === "read") this.readers--;
    else if (access === "write") this.writing = false;
    else this.upgradable = false;
    this.serve();
  }

  /** Turns the upgradable reader into the writer when no other reader is left. */
  upgrade(): boolean {
    if (this.readers > 0) return false;
    this.upgradable = false;
    this.writing = true;
    return true;
  }

  /** Turns a stronger access into plain reading; whoever waits for room to read beside it is served. */
  downgrade(from: "write" | "upgradable", to: "read" | "upgradable"): void {
    if (from === "write") this.writing = false;
    else this.upgradable = false;
    this.#admit(to);
    this.serve();
  }

  /** Serves from the front and stops at the first who cannot come in: a waiting writer holds up the readers behind it. */
  serve(): void {
    const upgrade = this.upgrades.peek();
    if (upgrade !== undefined) {
      if (!this.upgrade()) return;
      this.upgrades.shift();
      upgrade.grant();
      return;
    }
    for (let first = this.waiters.peek(); first !== undefined; first = this.waiters.peek()) {
      const { access } = first.operation as AccessOperation<unknown, unknown>;
      if (!this.#admits(access)) return;
      this.#admit(access);
      this.waiters.shift();
      first.grant();
    }
  }

  #admits(access: Access): boolean {
    if (this.writing || !this.upgrades.isEmpty) return false;
    if (access === "read") return true;
    return !this.upgradable && (access === "upgradable" || this.readers === 0);
  }

  #admit(access: Access): void {
    if (access === "read") this.readers++;
    else if (access === "write") this.writing = true;
    else this.upgradable = true;
  }
}

/** Waits to come in, for one kind of access, and gives a guard of that kind. */
export class AccessOperation<T, Guard> extends WaitOperation<Guard> {
  readonly access: Access;
  readonly #state: RwLockState<T>;
  readonly #guard: (state: RwLockState<T>) => Guard;

  constructor(state: RwLockState<T>, access: Access, guard: (state: RwLockState<T>) => Guard, options?: WaitOptions) {
    super(options);
    this.#state = state;
    this.access = access;
    this.#guard = guard;
  }

  override attempt(): Guard | typeof PENDING {
    return this.#state.enter(this.access) ? this.#guard(this.#state) : PENDING;
  }

  override enqueue(waiter: Waiter): void {
    this.#state.waiters.push(waiter);
  }

  override complete(): Guard {
    return this.#guard(this.#state);
  }

  override giveBack(): void {
    this.#state.leave(this.access);
  }

  /** The one that left may have been a writer at the front that held up readers. */
  override abandoned(): void {
    this.#state.serve();
  }

  override describe(): string {
    return `AsyncRwLock.${this.access === "upgradable" ? "upgradableRead" : this.access}`;
  }
}

/** Waits until the upgradable reader is the only one inside. */
export class UpgradeOperation<T, Guard> extends WaitOperation<Guard> {
  readonly #state: RwLockState<T>;
  readonly #spend: () => void;
  readonly #guard: (state: RwLockState<T>) => Guard;

  /**
   * @param spend called when the upgrade is made: the upgradable guard has become the writer's
   * @param guard makes the writer's guard
   */
  constructor(state: RwLockState<T>, spend: () => void, guard: (state: RwLockState<T>) => Guard, options?: WaitOptions) {
    super(options);
    this.#state = state;
    this.#spend = spend;
    this.#guard = guard;
  }

  override attempt(): Guard | typeof PENDING {
    if (!this.#state.upgradable || !this.#state.upgrades.isEmpty) throw new AsyncError("Cannot upgrade: the guard was upgraded already.");
    return this.#state.upgrade() ? this.complete() : PENDING;
  }

  override enqueue(waiter: Waiter): void {
    this.#state.upgrades.push(waiter);
  }

  override complete(): Guard {
    this.#spend();
    return this.#guard(this.#state);
  }

  /** The upgradable guard is still the caller's: it goes back to reading. */
  override giveBack(): void {
    this.#state.downgrade("write", "upgradable");
  }

  override abandoned(): void {
    this.#state.serve();
  }

  override describe(): string {
    return "UpgradableGuard.upgrade";
  }
}
