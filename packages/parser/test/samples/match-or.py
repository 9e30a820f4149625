match x:
    case 1 | 2 | [3, 4] | A(): pass
    case (1 | 2): pass
