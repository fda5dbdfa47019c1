# float asks the special methods
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class Half:
    def __float__(self):
        return 0.5


class Index:
    def __index__(self):
        return 3


class Bad:
    def __float__(self):
        return 1


attempt(float, Half())  # expect: 0.5
attempt(float, Index())  # expect: 3.0
attempt(float, Bad())  # expect: TypeError: Bad.__float__ returned non-float (type int)
import math

print(math.sqrt(Half()) == math.sqrt(0.5), math.floor(Half()))  # expect: True 0
