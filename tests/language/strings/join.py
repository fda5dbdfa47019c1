# join
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


print(",".join(["a", "b"]), "".join("xyz"), "-".join(()), "é".join(["a", "😀"]), ", ".join(str(i) for i in range(4)), "x".join(["only"]))
# expect: a,b xyz  aé😀 0, 1, 2, 3 only
attempt(",".join, ["a", 1])  # expect: TypeError: sequence item 1: expected str instance, int found
attempt(",".join, 5)  # expect: TypeError: can only join an iterable
attempt(",".join, [b"x"])  # expect: TypeError: sequence item 0: expected str instance, bytes found
print(",".join({"k": 1}), "".join(["ab"] * 3))  # expect: k ababab
