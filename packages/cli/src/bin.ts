import { processHost } from "./command-host.js";
import { exitCode } from "./exit-code.js";
import { main } from "./main.js";

// Whoever reads our output may stop reading, as `head` does: there is nothing more to say then.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    process.exit(error.code === "EPIPE" ? exitCode.success : exitCode.internal);
  });
}

const code = await main(process.argv.slice(2), processHost());
// Output to a pipe may still be under way. Once it is out, nothing that a tool left open keeps the process alive.
await Promise.all([process.stdout, process.stderr].map((stream) => new Promise((resolve) => stream.write("", resolve))));
process.exit(code);
