def run(make):
    try:
        try:
            raise make()
        except* ValueError as eg:
            print("V", repr(eg))
        except* (KeyError, TypeError) as eg:
            print("KT", [repr(e) for e in eg.exceptions])
            raise RuntimeError("from handler")
    except BaseException as e:
        print("out", repr(e), type(e).__name__)
        if isinstance(e, BaseExceptionGroup):
            print([repr(x) for x in e.exceptions])
    else:
        print("clean")

run(lambda: ExceptionGroup("g", [ValueError(1), ValueError(2)]))
run(lambda: ExceptionGroup("g", [ValueError(1), OSError(2)]))
run(lambda: ExceptionGroup("g", [ValueError(1), KeyError(2), OSError(3)]))
run(lambda: ValueError("naked"))
run(lambda: OSError("naked"))
run(lambda: KeyError("naked"))
def again():
    try:
        raise ExceptionGroup("g", [ValueError(1), OSError(2)])
    except* ValueError:
        raise
try:
    again()
except BaseException as e:
    print(repr(e))
def fl():
    for i in range(3):
        try:
            if i == 1:
                raise ExceptionGroup("x", [ValueError(i)])
        except* ValueError:
            print("handled", i)
        else:
            print("else", i)
        finally:
            print("fin", i)
fl()
