# typing runtime behaviour
# python: 3.14
from typing import Any, Callable, ClassVar, Final, Generic, Literal, NamedTuple, NewType, Optional, Protocol, TypedDict, TypeVar, Union, cast, get_args, get_origin, get_type_hints, overload, runtime_checkable

print(Optional[int], Union[int, str], Callable[[int], str], Literal["a", 1], Any, ClassVar[int], get_origin(list[int]), get_args(dict[str, int]), cast(int, "x"), int | None)
# expect: int | None int | str typing.Callable[[int], str] typing.Literal['a', 1] typing.Any typing.ClassVar[int] <class 'list'> (<class 'str'>, <class 'int'>) x int | None
T = TypeVar("T")


class Box(Generic[T]):
    def __init__(self, v: T):
        self.v = v


print(Box[int](5).v, Box[int], T)  # expect: 5 __main__.Box[int] ~T


class N(NamedTuple):
    a: int
    b: str = "d"


print(N(1), N(1)._fields, N.__annotations__)
# expect: N(a=1, b='d') ('a', 'b') {'a': <class 'int'>, 'b': <class 'str'>}


class TD(TypedDict, total=False):
    k: int


print(TD(k=1), TD.__required_keys__, TD.__optional_keys__)  # expect: {'k': 1} frozenset() frozenset({'k'})


@runtime_checkable
class HasLen(Protocol):
    def __len__(self) -> int: ...


print(isinstance([], HasLen), isinstance(5, HasLen), get_type_hints(Box.__init__), NewType("Id", int)(5))
# expect: True False {'v': ~T} 5
