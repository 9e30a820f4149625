import { format } from "./format.js";
import { inspect, type InspectOptions } from "./inspect.js";
import { table } from "./table.js";

/** Writes text as it is, no newline added. */
export type Write = (stream: "stdout" | "stderr", text: string) => void;

/** The web's `console` as Node prints it. */
export interface Console {
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  debug(...values: unknown[]): void;
  error(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  trace(...values: unknown[]): void;
  assert(condition?: unknown, ...values: unknown[]): void;
  dir(value: unknown, options?: InspectOptions): void;
  table(rows: unknown): void;
  count(label?: string): void;
  countReset(label?: string): void;
  group(...values: unknown[]): void;
  groupCollapsed(...values: unknown[]): void;
  groupEnd(): void;
  time(label?: string): void;
  timeLog(label?: string, ...values: unknown[]): void;
  timeEnd(label?: string): void;
}

/**
 * Makes a `console`: `log`, `info`, `debug`, `dir`, `table`, `count` and `time...` on stdout, `error`, `warn`, `trace` and
 * `assert` on stderr. Each call is one write.
 *
 * @param write where the text goes
 * @param now a monotonic clock in milliseconds, for `console.time`
 */
export function createConsole(write: Write, now: () => number): Console {
  let indentation = "";
  const counts = new Map<string, number>();
  const starts = new Map<string, number>();
  const print = (stream: "stdout" | "stderr", text: string): void => {
    write(stream, `${indentation === "" ? text : indentation + text.replaceAll("\n", `\n${indentation}`)}\n`);
  };
  const out = (...values: unknown[]): void => {
    print("stdout", format(values));
  };
  const err = (...values: unknown[]): void => {
    print("stderr", format(values));
  };
  const group = (...values: unknown[]): void => {
    if (values.length > 0) out(...values);
    indentation += "  ";
  };
  const timeLog = (label = "default", ...values: unknown[]): void => {
    const start = starts.get(label);
    if (start === undefined) err(`Warning: No such label '${label}' for console.timeLog()`);
    else out(`${label}: ${(now() - start).toFixed(3)}ms`, ...values);
  };
  return {
    log: out,
    info: out,
    debug: out,
    error: err,
    warn: err,
    trace: (...values) => {
      const stack = new Error().stack ?? "";
      const frames = stack.split("\n").filter((line) => /^\s+at /.test(line));
      print("stderr", [`Trace${values.length > 0 ? `: ${format(values)}` : ""}`, ...frames.slice(1)].join("\n"));
    },
    assert: (condition, ...values) => {
      if (condition) return;
      const [first, ...others] = values;
      if (values.length === 0) err("Assertion failed");
      else err(`Assertion failed: ${String(first)}`, ...others);
    },
    dir: (value, options) => {
      print("stdout", inspect(value, options));
    },
    table: (rows) => {
      const text = table(rows);
      if (text === undefined) out(rows);
      else print("stdout", text);
    },
    count: (label = "default") => {
      const count = (counts.get(label) ?? 0) + 1;
      counts.set(label, count);
      out(`${label}: ${count}`);
    },
    countReset: (label = "default") => {
      if (!counts.delete(label)) err(`Warning: Count for '${label}' does not exist`);
    },
    group,
    groupCollapsed: group,
    groupEnd: () => {
      indentation = indentation.slice(2);
    },
    time: (label = "default") => {
      if (starts.has(label)) err(`Warning: Label '${label}' already exists for console.time()`);
      else starts.set(label, now());
    },
    timeLog,
    timeEnd: (label = "default") => {
      timeLog(label);
      starts.delete(label);
    },
  };
}
