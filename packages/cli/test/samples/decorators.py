calls = []


def traced(function):
    def wrapper(*args, **kwargs):
        calls.append((function.__name__, args, kwargs))
        return function(*args, **kwargs)

    return wrapper


def repeat(times):
    def decorate(function):
        def wrapper(*args):
            return [function(*args) for _ in range(times)]

        return wrapper

    return decorate


@traced
def area(width, height=1):
    return width * height


@repeat(times=3)
@traced
def ping(host):
    return f"pong from {host}"


print(area(3, height=4), area(5))
print(ping("localhost"))
for name, args, kwargs in calls:
    print(name, args, kwargs)
