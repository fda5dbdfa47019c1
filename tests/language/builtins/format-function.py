# format function
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


print(format(3.14159, ".2f"), format(255, "x"), format("a", ">3"), format(None), format([1]), format(True, "d"))
# expect: 3.14 ff   a None [1] 1
attempt(format)  # expect: TypeError: format expected at least 1 argument, got 0
attempt(format, 1, 2)  # expect: TypeError: format() argument 2 must be str, not int
attempt(format, "a", "d")  # expect: ValueError: Unknown format code 'd' for object of type 'str'
