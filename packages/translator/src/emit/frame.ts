import type { FunctionInfo } from "../analyze/function-info.js";
import type { Scope } from "../analyze/scope.js";
import { numbered } from "./numbered.js";

/** What a JavaScript function is: which of `yield`, `yield*` and `return` mean what inside it. */
export type FrameKind = "module" | "plain" | "coroutine" | "generator" | "asyncGenerator";

/** A loop around a place: what `break` and `continue` do there. */
export interface LoopFrame {
  /** The label that `break` names: of a block around loop and `else`, or none. */
  readonly breakLabel: string | undefined;
}

/** One JavaScript function while its body is emitted. */
export class Frame {
  readonly kind: FrameKind;
  readonly scope: Scope;
  readonly info: FunctionInfo | undefined;
  /** Python's name of the receiver where it is `this` in JavaScript. */
  readonly receiver: string | undefined;
  readonly loops: LoopFrame[] = [];
  /** JavaScript names of the exceptions that are being handled, the innermost last. */
  readonly handled: string[] = [];
  /** Names that are declared at the top of the function. */
  readonly temporaries: string[] = [];
  private readonly counts = new Map<string, number>();

  constructor(parts: { kind: FrameKind; scope: Scope; info: FunctionInfo | undefined; receiver: string | undefined }) {
    this.kind = parts.kind;
    this.scope = parts.scope;
    this.info = parts.info;
    this.receiver = parts.receiver;
  }

  /** A name that nothing else in the function has: `$it`, `$it2`. */
  freshName(base: string): string {
    const count = (this.counts.get(base) ?? 0) + 1;
    this.counts.set(base, count);
    return numbered(base, count);
  }
}

/** Whether code of the frame may wait: it has a `yield*`. */
export function canWait(frame: Frame): boolean {
  return frame.kind === "coroutine" || frame.kind === "asyncGenerator";
}
