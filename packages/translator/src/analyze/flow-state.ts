import type { Variable } from "./scope.js";

/** A loop on the way: the states in which it is left by `break`. */
export interface Loop {
  readonly breaks: FlowState[];
}

/** Which variables are proven to be assigned at a point of the program; everything, where the point cannot be reached. */
export class FlowState {
  private assigned: Set<Variable> | "all" = new Set();
  /** Variables that were unassigned on the way here, at any time. */
  private readonly lost = new Set<Variable>();

  copy(): FlowState {
    const copy = new FlowState();
    copy.assigned = this.assigned === "all" ? "all" : new Set(this.assigned);
    for (const variable of this.lost) copy.lost.add(variable);
    return copy;
  }

  has(variable: Variable): boolean {
    return this.assigned === "all" || this.assigned.has(variable);
  }

  assign(variable: Variable): void {
    if (this.assigned !== "all") this.assigned.add(variable);
  }

  unassign(variable: Variable): void {
    if (this.assigned !== "all") this.assigned.delete(variable);
    this.lost.add(variable);
  }

  /** The point cannot be reached. */
  end(): void {
    this.assigned = "all";
  }

  /** What holds here and there: two ways come together. */
  join(other: FlowState): void {
    for (const variable of other.lost) this.lost.add(variable);
    if (other.assigned === "all") return;
    if (this.assigned === "all") {
      this.assigned = new Set(other.assigned);
      return;
    }
    for (const variable of this.assigned) if (!other.assigned.has(variable)) this.assigned.delete(variable);
  }

  /** Takes away what was unassigned at some time on another way that began here; whether that is anything new. */
  forget(other: FlowState): boolean {
    let changed = false;
    for (const variable of other.lost) {
      this.lost.add(variable);
      if (this.assigned !== "all" && this.assigned.delete(variable)) changed = true;
    }
    return changed;
  }

  /** What changed between two states changes here too: `finally` has run. */
  change(from: FlowState, to: FlowState): void {
    for (const variable of to.lost) this.lost.add(variable);
    if (to.assigned === "all") this.assigned = "all";
    if (this.assigned === "all" || to.assigned === "all") return;
    for (const variable of to.assigned) if (!from.has(variable)) this.assigned.add(variable);
    for (const variable of from.assigned === "all" ? [] : from.assigned) if (!to.has(variable)) this.assigned.delete(variable);
  }

  set(other: FlowState): void {
    const copy = other.copy();
    this.assigned = copy.assigned;
    for (const variable of copy.lost) this.lost.add(variable);
  }
}
