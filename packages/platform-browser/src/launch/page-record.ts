/** What a page posts to the server that serves it, in arrays and in order. */
export type PageRecord =
  | readonly ["stdout" | "stderr", string]
  /** The program has ended with this code; nothing follows. */
  | readonly ["exit", number];
