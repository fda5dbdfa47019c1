# random distributions and errors
# python: 3.14
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


import random

r = random.Random(123)
print(r.expovariate(1), r.betavariate(2, 3), r.triangular(0, 1, 0.5), r.normalvariate(0, 1), r.lognormvariate(0, 1), r.randbytes(4), r.binomialvariate(10, 0.5), r.vonmisesvariate(0, 1), r.paretovariate(3), r.weibullvariate(1, 2), r.gammavariate(2, 1))
# expect: 0.053784393390292756 0.3066666391358093 0.13811890910067745 0.09299998647415351 2.0519198078678578 b'\xbd\xd4SV' 7 4.630591514215458 1.4429302345614778 0.36736989696287803 1.7022007137101507
attempt(random.choice, [])  # expect: IndexError: Cannot choose from an empty sequence
attempt(random.randint, 5, 1)  # expect: ValueError: empty range in randint(5, 1)
attempt(random.sample, [1], 2)  # expect: ValueError: Sample larger than population or is negative
attempt(random.randrange, 0)  # expect: ValueError: empty range for randrange()
attempt(random.randrange, 1.5)  # expect: TypeError: 'float' object cannot be interpreted as an integer
attempt(random.Random, [])
# expect: TypeError: The only supported seed types are:
# expect: None, int, float, str, bytes, and bytearray.
