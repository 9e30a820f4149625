match x:
    case {}: pass
    case {'a': 1, b.c: d, -1: _, None: e, **rest}: pass
    case {**rest}: pass
    case {'a' 'b': x, True: y,}: pass
