# conditional annotations in a class
flag = True


class A:
    if flag:
        x: int = 1
    else:
        y: str = 2
    for _ in range(2):
        z: float


print(A.__annotations__)  # expect: {'x': <class 'int'>, 'z': <class 'float'>}
