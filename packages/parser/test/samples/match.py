match x:
    case 1: pass
    case -1.5 | 2 + 3j | 'a' 'b' | b'c': pass
    case None | True | False: pass
    case a.b.c: pass
    case _: pass
match x, *y:
    case z if z > 1:
        pass
match(x)
match = {}
match[0] = match.a
