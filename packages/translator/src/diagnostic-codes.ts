/** The codes of diagnostics: stable, one per kind of refusal. Searchable in the documentation. */
export const diagnosticCodes = {
  /** The source is not Python: the message is CPython's where it is known. */
  syntax: "PY2TS1001",
  /** A statement that is not translated yet. */
  statement: "PY2TS2001",
  /** An expression that is not translated yet. */
  expression: "PY2TS2002",
  /** A module that has no counterpart yet. */
  module: "PY2TS2003",
  /** A name of a known module that is not offered yet. */
  moduleName: "PY2TS2004",
  /** A built-in function or name that is not offered yet. */
  builtin: "PY2TS2005",
  /** A keyword or an argument of a library function that is not offered. */
  argument: "PY2TS2006",
  /** A class feature that is not translated yet. */
  class: "PY2TS2007",
  /** A decorator whose meaning is not known. */
  decorator: "PY2TS2008",
  /** Use of names that needs the interpreter's own dictionaries. */
  names: "PY2TS2009",
  /** A call that blocks the thread, in a place that cannot wait. */
  blocking: "PY2TS3001",
  /** Nested too deeply for a translation with a bounded stack. */
  nesting: "PY2TS4001",
  /** Larger than the translator accepts. */
  size: "PY2TS4002",
  /** A fault of the translator itself. */
  internal: "PY2TS9001",
} as const;

/** One of the codes. */
export type DiagnosticCode = (typeof diagnosticCodes)[keyof typeof diagnosticCodes];
