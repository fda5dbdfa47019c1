# options sep end file flush
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


import io

print(1, 2, 3, sep=", ", end="!\n")  # expect: 1, 2, 3!
print("a", "b", sep="")  # expect: ab
print(1, 2, sep=None, end=None)  # expect: 1 2
out = io.StringIO()
print("to", "buffer", file=out, flush=True)
print(repr(out.getvalue()))  # expect: 'to buffer\n'
print()  # expect:
print(end="")
attempt(lambda: print(1, sep=2))  # expect: TypeError: sep must be None or a string, not int
attempt(lambda: print(1, end=2))  # expect: TypeError: end must be None or a string, not int
attempt(lambda: print(1, what=2))  # expect: TypeError: print() got an unexpected keyword argument 'what'
