import type { Py } from "../py.js";
import type { Marked } from "./def.js";

/** A method with its receiver, as reading it from an instance gives: `m = obj.m; m()`. */
export function boundMethod(method: Py, receiver: Py): Py {
  const bound: Py = (...args: Py[]): Py => method.apply(receiver, args);
  copyMarks(bound, method);
  bound.$self = receiver;
  bound.$function = method;
  return bound;
}

/** A function of a built-in type with its receiver: `f = text.upper; f()`. */
export function boundNative(method: Py, receiver: Py, name: string): Py {
  const bound: Py = (...args: Py[]): Py => method(receiver, ...args);
  copyMarks(bound, method);
  if ((method as Marked).$bare !== undefined) bound.$signature = (method as Marked).$bare;
  bound.$name = name;
  bound.$native = true;
  bound.$self = receiver;
  bound.$function = method;
  return bound;
}

/** A method read from its class: a function that takes the receiver first. */
export function unboundMethod(method: Py): Py {
  let unbound: Py = method.$unbound;
  if (unbound === undefined) {
    unbound = (self: Py, ...args: Py[]): Py => method.apply(self, args);
    unbound.$name = (method as Marked).$name ?? method.name;
    unbound.$qualname = (method as Marked).$qualname;
    unbound.$native = true;
    unbound.$takesReceiver = method;
    method.$unbound = unbound;
  }
  return unbound;
}

function copyMarks(to: Marked, from: Marked & { name?: string }): void {
  const { $signature, $qualname, $receiver, $native } = from;
  to.$name = from.$name ?? from.name ?? "";
  if ($signature !== undefined) to.$signature = $signature;
  if ($qualname !== undefined) to.$qualname = $qualname;
  if ($receiver !== undefined) to.$receiver = $receiver;
  if ($native !== undefined) to.$native = $native;
  if ((from as Py).$kind !== undefined) (to as Py).$kind = (from as Py).$kind;
}
