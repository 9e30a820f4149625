/** The name of the first, second, ... of its kind: `$it`, `$it2`. */
export function numbered(base: string, count: number): string {
  return count === 1 ? base : `${base}${count}`;
}
