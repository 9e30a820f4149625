type X = int
type Y[T] = list[T]
type Z[T: int = str, *Ts = *tuple[int], **P = [int]] = T
type = 1
type(x)
