# functions of modules that are written in C do not become methods
import functools
import operator
import os
import struct
import time
from dataclasses import dataclass
from typing import Callable


class Rule:
    combine = operator.add
    fold = functools.reduce
    clock = time.monotonic
    write = struct.pack
    path = os.fspath
    size = len

    def own(self):
        return type(self).__name__


rule = Rule()
print(rule.combine(1, 2), Rule.combine(3, 4))  # expect: 3 7
print(rule.fold(operator.mul, [1, 2, 3]))  # expect: 6
print(rule.clock() > 0)  # expect: True
print(rule.write("<h", 258))  # expect: b'\x02\x01'
print(rule.path("here"), rule.size("four"))  # expect: here 4
print(rule.own())  # expect: Rule


@dataclass
class Step:
    apply: Callable = operator.neg


print(Step().apply(5), Step(operator.abs).apply(-6))  # expect: -5 6


def plain(self, x):
    return (type(self).__name__, x)


class Other(Rule):
    combine = plain


print(Other().combine(1))  # expect: ('Other', 1)
