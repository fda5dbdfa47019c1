# typing.Union: what is equal stands once, texts become forward references, members without a hash are kept apart
import typing
from typing import Union


def show(function):
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: Union[int, "str"])  # expect: int | ForwardRef('str')
show(lambda: (int | str) | "x")  # expect: int | str | ForwardRef('x')
show(lambda: Union[int, 3])  # expect: int | 3
show(lambda: Union[()])  # expect: TypeError Cannot take a Union of no types.
show(lambda: int | list[int] | list[int] | None | None)  # expect: int | list[int] | None
show(lambda: Union[int])  # expect: <class 'int'>
show(lambda: Union[[], int])  # expect: [] | int
show(lambda: Union[typing.Any, int, typing.Any])  # expect: typing.Any | int
show(lambda: hash(int | str) == hash(str | int))  # expect: True
show(lambda: Union[int, typing.Annotated[int, []], typing.Annotated[int, []]])
# expect: int | typing.Annotated[int, []]
show(lambda: hash(Union[int, typing.Annotated[int, []]]))  # expect: TypeError unhashable type: 'list'
show(lambda: Union[int, typing.Annotated[int, []]] == Union[typing.Annotated[int, []], int])  # expect: True
show(lambda: Union[typing.Literal[1], typing.Literal[True]])
# expect: typing.Literal[1] | typing.Literal[True]
show(lambda: Union[typing.ClassVar, int])
# expect: TypeError Plain typing.ClassVar is not valid as type argument
show(lambda: (int | list[typing.TypeVar("T")])[str])  # expect: int | list[str]
show(lambda: (int | str)[int])  # expect: TypeError int | str is not a generic class
show(lambda: isinstance(1, int | list[int]))  # expect: True
show(lambda: isinstance("x", int | list[int]))
# expect: TypeError isinstance() argument 2 cannot be a parameterized generic
show(lambda: issubclass(bool, int | list[int]))  # expect: True


class Moody:
    hashable = False

    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return isinstance(other, Moody) and self.name == other.name

    def __hash__(self):
        if Moody.hashable:
            return 1
        raise TypeError("not now")


odd = Union[Moody("a"), Moody("b"), Moody("a")]
print(len(odd.__args__))  # expect: 2
show(lambda: hash(odd))  # expect: TypeError not now
Moody.hashable = True
show(lambda: hash(odd))  # expect: TypeError union contains 2 unhashable elements
print(odd == Union[Moody("b"), Moody("a")])  # expect: False
