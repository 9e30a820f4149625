from a import b
from . import a
from .... import a as b
from ..a.b import (c, d as e,)
from a import *
from .a import b, c
