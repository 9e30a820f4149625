match x:
    case 1 as a: pass
    case (1 | 2) as a, b: pass
    case [a as b]: pass
    case (a): pass
    case _: pass
