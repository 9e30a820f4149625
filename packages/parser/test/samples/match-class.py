match x:
    case A(): pass
    case a.B(1, c, d=e, f=[g],): pass
    case A(b=1): pass
