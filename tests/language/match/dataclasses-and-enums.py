# dataclasses and enums
from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    A = 1
    B = 2


@dataclass
class Event:
    kind: Kind
    value: int = 0
    tags: tuple = ()


def f(e):
    match e:
        case Event(Kind.A, v) if v > 5:
            return "big A"
        case Event(Kind.A):
            return "A"
        case Event(Kind.B, tags=(first, *_)):
            return f"B {first}"
        case Event(value=v):
            return f"value {v}"


print(f(Event(Kind.A, 10)), f(Event(Kind.A)), f(Event(Kind.B, 1, ("x", "y"))), f(Event(Kind.B, 7)))
# expect: big A A B x value 7
