# wrong lengths
# python: 3.14
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


def un2(v):
    a, b = v


def star(v):
    a, b, *c = v


def un3(v):
    a, (b, c) = v


attempt(un2, [1])  # expect: ValueError: not enough values to unpack (expected 2, got 1)
attempt(un2, [1, 2, 3])  # expect: ValueError: too many values to unpack (expected 2, got 3)
attempt(un2, (1,))  # expect: ValueError: not enough values to unpack (expected 2, got 1)
attempt(un2, (1, 2, 3))  # expect: ValueError: too many values to unpack (expected 2, got 3)
attempt(un2, "abc")  # expect: ValueError: too many values to unpack (expected 2)
attempt(un2, range(5))  # expect: ValueError: too many values to unpack (expected 2)
attempt(un2, {1: 1})  # expect: ValueError: not enough values to unpack (expected 2, got 1)
attempt(un2, {1: 1, 2: 2, 3: 3})  # expect: ValueError: too many values to unpack (expected 2, got 3)
attempt(un2, (i for i in range(3)))  # expect: ValueError: too many values to unpack (expected 2)
attempt(un2, 5)  # expect: TypeError: cannot unpack non-iterable int object
attempt(un2, None)  # expect: TypeError: cannot unpack non-iterable NoneType object
attempt(star, [1])  # expect: ValueError: not enough values to unpack (expected at least 2, got 1)
attempt(star, (i for i in range(1)))
# expect: ValueError: not enough values to unpack (expected at least 2, got 1)
attempt(un3, (1, 2))  # expect: TypeError: cannot unpack non-iterable int object
