/** Starts `count` async workers and waits for all of them. */
export const workers = (count, work) => Promise.all(Array.from({ length: count }, (_, index) => work(index)));

/** The numbers below `n` that are worker `index`'s of `count`. */
export const share = (n, count, index) => Math.floor(n / count) + (index < n % count ? 1 : 0);
