# generic functions
def first[T](items: list[T]) -> T:
    return items[0]


def pair[K: int, *Ts, **P](k: K, *args: *Ts) -> tuple[K, *Ts]:
    return (k, *args)


print(first([5, 6]), first.__type_params__, pair(1, 2), [type(p).__name__ for p in pair.__type_params__], pair.__type_params__[0].__bound__)
# expect: 5 (T,) (1, 2) ['TypeVar', 'TypeVarTuple', 'ParamSpec'] <class 'int'>
print(first.__annotations__["return"] is first.__type_params__[0], first.__annotations__["items"])
# expect: True list[T]
