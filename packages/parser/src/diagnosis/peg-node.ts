/** A stretch of tokens that a rule has matched. */
export interface PegNode {
  /** What it is (`"Name"`, `"Tuple"`, ...); `"token"` for a token, empty for parts that belong to the node around them. */
  readonly type: string;
  /** The index of its first token. */
  readonly from: number;
  /** The index after its last token. */
  readonly to: number;
  readonly items: readonly PegNode[];
}

/** The nodes inside a node, parts looked through, tokens left out. */
export function typedItems(node: PegNode): PegNode[] {
  const found: PegNode[] = [];
  for (const item of node.items) {
    if (item.type === "") found.push(...typedItems(item));
    else if (item.type !== "token") found.push(item);
  }
  return found;
}
