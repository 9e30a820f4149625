type DomExceptionClass = new (message: string, name: string) => Error;

/**
 * An error of the web's kind, `name` telling which: the engine's `DOMException` where it has one, else an `Error` with
 * that name.
 */
export function domException(message: string, name: string): Error {
  const known = (globalThis as { DOMException?: DomExceptionClass }).DOMException;
  if (known !== undefined) return new known(message, name);
  const error = new Error(message);
  error.name = name;
  return error;
}
