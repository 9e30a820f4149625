/** What a trap of the engine means and what to do about it; `undefined` for text that shows none. */
export declare function explainTrap(text: string): string | undefined;
