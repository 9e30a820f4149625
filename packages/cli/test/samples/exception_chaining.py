class ConfigError(Exception):
    pass


def read(settings, key):
    try:
        return settings[key]
    except KeyError as error:
        raise ConfigError(f"missing setting {key}") from error


try:
    read({}, "port")
except ConfigError as error:
    print(error, "| cause:", repr(error.__cause__), "| context is cause:", error.__context__ is error.__cause__)

try:
    try:
        {}["a"]
    except KeyError:
        raise ValueError("while handling")
except ValueError as error:
    print(repr(error.__context__), error.__cause__, error.__suppress_context__)

try:
    try:
        {}["a"]
    except KeyError:
        raise ValueError("alone") from None
except ValueError as error:
    print(error.__cause__, error.__suppress_context__)


def reraise():
    try:
        raise OSError("disk")
    except OSError as error:
        print("first:", error)
        raise


try:
    reraise()
except OSError as error:
    print("second:", error)

try:
    error
except NameError:
    print("error is unbound after the except clause")

try:
    try:
        raise TypeError("inner")
    finally:
        print("cleaning")
except TypeError as e:
    print("outer:", e)
