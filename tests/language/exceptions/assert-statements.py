# assert statements
def check(x):
    assert x > 0, f"bad {x}"
    assert x < 100
    return x


print(check(5))  # expect: 5
for v in (-1, 100):
    try:
        check(v)
    except AssertionError as e:
        print(repr(e))
# expect: AssertionError('bad -1')
# expect: AssertionError()
try:
    assert [], ("a", "tuple")
except AssertionError as e:
    print(e.args)  # expect: (('a', 'tuple'),)
assert False, "the end"  # raises: AssertionError: the end
