import type { EncodedValue } from "./encoded-value.js";

/** What a page posts to the server that serves it, in arrays and in order. */
export type PageRecord =
  /** Text as it is. */
  | readonly ["stdout" | "stderr", text: string]
  /** Values that were given to the console. */
  | readonly ["log" | "dir" | "table" | "uncaught", stream: "stdout" | "stderr", indentation: string, values: readonly EncodedValue[]]
  /** The program has ended with this code; nothing follows. */
  | readonly ["exit", code: number];
