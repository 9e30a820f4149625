/**
 * Makes and starts a random program of promises of class `P`; what its handlers see goes into `log`, in the order in
 * which they run. The same seed is the same program, whatever the class.
 */
export function randomPromiseProgram(seed: number, P: PromiseConstructor, log: string[]): void {
  let state = seed * 2_654_435_761;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const pool: Promise<unknown>[] = [];
  const settlers: ((value: unknown) => void)[] = [];
  const pick = (): Promise<unknown> => pool[random(pool.length)] ?? P.resolve("none");
  /** Every promise has a reaction, so that the engine reports none of its rejections. */
  const add = (promise: Promise<unknown>): void => {
    pool.push(promise);
    promise.catch(() => undefined);
  };
  let names = 0;

  const note = (name: string, value: unknown): void => {
    const list = Array.isArray(value) ? value.length : "object";
    const shown = typeof value === "string" ? value : typeof value === "object" ? list : JSON.stringify(value);
    log.push(`${name}:${value instanceof Error ? value.name : shown}`);
  };
  const value = (): unknown => {
    switch (random(6)) {
      case 0:
        return pick();
      case 1:
        return { then: (resolve: (value: unknown) => void) => resolve(names) };
      case 2:
        return {
          then: () => {
            throw new TypeError("then");
          },
        };
      default:
        return random(100);
    }
  };
  const handler = (depth: number): ((value: unknown) => unknown) => {
    const name = `h${names++}`;
    const plan = random(8);
    return (seen) => {
      note(name, seen);
      if (plan === 0) throw new RangeError(name);
      if (plan <= 2 && depth > 0) grow(depth - 1);
      if (plan === 3) settlers.shift()?.(value());
      return plan < 5 ? value() : seen;
    };
  };
  function grow(depth: number): void {
    const steps = 1 + random(4);
    for (let i = 0; i < steps; i++) {
      switch (random(9)) {
        case 0:
          add(P.resolve(value()));
          break;
        case 1:
          add(P.reject(new SyntaxError("rejected")));
          break;
        case 2:
          add(new P((resolve) => settlers.push(resolve)));
          break;
        case 3:
          add(P.all([pick(), pick(), value()]));
          break;
        case 4:
          add(P.race([pick(), pick()]));
          break;
        case 5:
          add(P.allSettled([pick(), value()]));
          break;
        case 6:
          add(pick().finally(() => note("finally", names)));
          break;
        default:
          add(pick().then(handler(depth), handler(depth)));
      }
    }
  }
  for (let i = 0; i < 6; i++) grow(3);
  add(P.any([pick(), pick()]));
  for (const promise of pool) {
    const name = `end${names++}`;
    promise.then(
      (seen) => note(name, seen),
      (reason: unknown) => note(`${name}!`, reason),
    );
  }
  for (const settle of settlers) settle(random(10));
}
