import asyncio
import math
import sys

asyncio.Runner()
math.foo()
print(math.bar, sys.exc_info())
from asyncio import nothing
