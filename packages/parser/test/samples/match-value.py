match x:
    case 1 | -1 | 1.5 | -1j | 1 - 2j | 'a' | b'a' | a.b: pass
    case f.g.h: pass
