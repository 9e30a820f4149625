/** Where the values of a channel or queue lie between the two sides. It decides which one is next. */
export interface Buffer<T> {
  readonly size: number;
  push(value: T): void;
  /** Takes the next value out. There must be one. */
  shift(): T;
  /** Drops all but the next `count` values. */
  keep(count: number): void;
}
