/** What the command's exit codes mean, beside those that a program ends with itself. */
export const exitCode = {
  /** Everything went well. */
  success: 0,
  /** The source is not Python or not TypeScript, or a program ended with an error that nothing caught. */
  failure: 1,
  /** The command line asks for something that does not exist: an option, a file, a browser. */
  usage: 2,
  /** The source is right, but uses what is not translated yet. */
  unsupported: 3,
  /** A fault of Portalis. */
  internal: 70,
  /** Ended by Ctrl-C: 128 and the number of the signal. */
  interrupted: 130,
} as const;
