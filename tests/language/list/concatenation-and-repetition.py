# concatenation and repetition
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


a = [1, 2]
print(a + [3], a * 2, 2 * a, a * 0, a * -1, [[]] * 2, [None] * 3)
# expect: [1, 2, 3] [1, 2, 1, 2] [1, 2, 1, 2] [] [] [[], []] [None, None, None]
b = a
b += [9]
print(a, a is b)  # expect: [1, 2, 9] True
b = b + [10]
print(a, b)  # expect: [1, 2, 9] [1, 2, 9, 10]
c = [0]
c *= 4
print(c)  # expect: [0, 0, 0, 0]
attempt(lambda: [1] + (2,))  # expect: TypeError: can only concatenate list (not "tuple") to list
attempt(lambda: [1] + 5)  # expect: TypeError: can only concatenate list (not "int") to list
attempt(lambda: [1] * "a")  # expect: TypeError: can't multiply sequence by non-int of type 'str'
attempt(lambda: [1] * [2])  # expect: TypeError: can't multiply sequence by non-int of type 'list'
