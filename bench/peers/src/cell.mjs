/** One library's work on one row, in a process of its own: `cell <library> <row> <n> <samples>`. Prints nanoseconds of CPU an operation. */
const [library, row, n, samples] = process.argv.slice(2);
const { work } = await import(`./${library}.mjs`);
const operations = Number(n);
let best = Infinity;
let checksum = await work[row](Math.ceil(operations / 10)); // warm
for (let sample = 0; sample < Number(samples); sample++) {
  const before = process.cpuUsage();
  checksum = await work[row](operations);
  const { user, system } = process.cpuUsage(before);
  best = Math.min(best, ((user + system) * 1_000) / operations);
}
process.stdout.write(JSON.stringify({ nanoseconds: best, checksum }));
