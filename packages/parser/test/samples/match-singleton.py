match x:
    case None: pass
    case (True | False): pass
