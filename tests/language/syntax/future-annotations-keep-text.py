# future annotations keep text
from __future__ import annotations


def f(a: undefined_thing, b: 1 + 2 = 3, *c: "str") -> list[int]: pass


class A:
    x: Missing = 5
    y: dict[str, int | None]


print(f.__annotations__, A.__annotations__)
# expect: {'a': 'undefined_thing', 'b': '1 + 2', 'c': "'str'", 'return': 'list[int]'} {'x': 'Missing', 'y': 'dict[str, int | None]'}
