# generic classes
class Stack[T]:
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, x: T) -> None:
        self.items.append(x)

    def pop(self) -> T:
        return self.items.pop()

    def convert[U](self, f) -> "Stack[U]":
        s = Stack()
        for i in self.items:
            s.push(f(i))
        return s


s = Stack[int]()
s.push(1)
s.push(2)
print(s.convert(str).items, Stack.__type_params__, Stack[int], Stack.__orig_bases__, type(s).__name__, Stack[int].__args__, s.__orig_class__)
# expect: ['1', '2'] (T,) __main__.Stack[int] (typing.Generic[T],) Stack (<class 'int'>,) __main__.Stack[int]


class Sub(Stack[str]):
    pass


print(Sub.__orig_bases__, Sub().pop.__name__, issubclass(Sub, Stack))
# expect: (__main__.Stack[str],) pop True
