import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** The TSDoc comment of every public method of a package's classes that gives an operation. */
function waitingMethods(name: string): [method: string, comment: string][] {
  const folder = new URL(`../../${name}/src/`, import.meta.url);
  return readdirSync(folder).flatMap((file) => {
    const text = readFileSync(new URL(file, folder), "utf8");
    const methods = text.matchAll(/(\/\*\*(?:(?!\*\/)[\s\S])*\*\/)\n {2}(\w+)(?:<\w+>)?\([^{]*?\): Operation</g);
    return [...methods].map(([, comment, method]): [string, string] => [`${name}/${file} ${method}`, comment!]);
  });
}

test("every waiting method of sync and channels says what cancelling, order and closing mean, what it throws, and shows an example", () => {
  const methods = [...waitingMethods("sync"), ...waitingMethods("channels")];
  const wanted = [/Cancel safety/, /\*\*Order\*\*/, /\*\*Closing\*\*/, /@throws/, /@example\n \s*\* ```ts\n \s*\* import /];
  const missing = methods.flatMap(([method, comment]) =>
    wanted.filter((part) => !part.test(comment)).map((part) => `${method}: ${part.source}`),
  );
  expect(missing).toEqual([]);
  expect(methods.length).toBeGreaterThan(30);
});
