import { repr } from "@portalis/python";
import type { ReadyEntry } from "@portalis/runtime/kernel";
import { callbackText } from "./callback-text.js";
import { Completion } from "./completion.js";
import { Handle } from "./events.js";
import type { Future } from "./futures.js";
import { shortRepr } from "./short-repr.js";

/** The parts of a future's repr: state, result or exception, callbacks. */
export function futureInfo(future: Future): string[] {
  const info = [future._state.toLowerCase()];
  if (future._state === "FINISHED") {
    info.push(future._exception === null ? `result=${shortRepr(future._result)}` : `exception=${repr(future._exception)}`);
  }
  const entries = future._entries();
  if (entries.length > 0) info.push(`cb=[${callbacks(entries)}]`);
  return info;
}

function callbacks(entries: readonly ReadyEntry[]): string {
  const texts = entries.map(entryText);
  const [first = "", second = ""] = texts;
  if (texts.length === 1) return first;
  if (texts.length === 2) return `${first}, ${second}`;
  return `${first}, <${texts.length - 2} more>, ${texts.at(-1) ?? ""}`;
}

function entryText(entry: ReadyEntry): string {
  if (entry instanceof Handle) return callbackText(entry._callback);
  return entry instanceof Completion ? entry.label : "Task.task_wakeup()";
}
