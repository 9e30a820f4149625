import { Console } from "node:console";
import { Writable } from "node:stream";
import { format, inspect } from "node:util";
import { decodeValues } from "./decode-values.js";
import type { PageRecord } from "./page-record.js";

/** The text that Node's console would have written. */
export function recordText(record: Exclude<PageRecord, readonly ["exit", number]>): string {
  if (record.length === 2) return record[1];
  const [kind, , indentation, encoded] = record;
  const values = decodeValues(encoded);
  const text = kind === "table" ? table(values[0]) : `${lineOf(kind, values)}\n`;
  return indentation === "" ? text : text.replace(/^(?=[^\n])/gm, indentation);
}

function lineOf(kind: "log" | "dir" | "uncaught", values: unknown[]): string {
  if (kind === "log") return format(...values);
  const [value] = values;
  if (kind === "dir") return inspect(value, { customInspect: false });
  // Inspection puts an error without a trace in brackets; here it is all there is to see.
  const bare = value instanceof Error && value.stack !== undefined && !/\n\s+at /.test(value.stack);
  return `Uncaught ${bare ? value.stack : inspect(value)}`;
}

function table(data: unknown): string {
  let text = "";
  const stdout = new Writable({
    decodeStrings: false,
    write(chunk: string, _encoding, done) {
      text += chunk;
      done();
    },
  });
  new Console({ stdout }).table(data);
  return text;
}
