import sys


def stop(code):
    try:
        sys.exit(code)
    finally:
        print("leaving with", code)


try:
    stop("message")
except SystemExit as error:
    print("SystemExit", error.code)
print("argv:", len(sys.argv))
stop(3)
