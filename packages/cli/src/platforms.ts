/** The platforms a program can run on. */
export const platforms = ["node", "browser", "wasi"] as const;

/** One of {@link platforms}. */
export type PlatformName = (typeof platforms)[number];
