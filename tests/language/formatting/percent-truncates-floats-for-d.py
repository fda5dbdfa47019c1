# percent truncates floats for d
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


print("%d %d" % (3.99, -3.99), "%d" % 10**25, "%d" % True, "%s" % None, "%x" % 2**70, "%i" % -0.5)
# expect: 3 -3 10000000000000000000000000 1 None 400000000000000000 0
attempt(lambda: "%d" % float("nan"))  # expect: ValueError: cannot convert float NaN to integer
attempt(lambda: "%d" % float("inf"))  # expect: OverflowError: cannot convert float infinity to integer
attempt(lambda: "%d" % 1j)  # expect: TypeError: %d format: a real number is required, not complex
