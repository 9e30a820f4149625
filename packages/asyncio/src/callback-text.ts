import { type Py, repr } from "@portalis/python";

/** How reprs and messages show a callback: `boom()`, `Job.run()`, else the repr of the object that is called. */
export function callbackText(callback: Py): string {
  if (typeof callback !== "function") return `${repr(callback)}()`;
  const name: Py = callback.$qualname ?? callback.$name ?? callback.name;
  return typeof name === "string" && name !== "" ? `${name}()` : "<lambda>()";
}
