# prefix and suffix tests
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


s = "hello"
print(s.startswith("he"), s.endswith("lo"), s.startswith(("x", "h")), s.endswith(()), s.startswith("l", 2), s.startswith("l", 2, 2), s.endswith("l", 0, 4))
# expect: True True True False True False True
print(s.startswith(""), s.startswith("", 6), "".endswith(""))  # expect: True False True
attempt(s.startswith, 1)  # expect: TypeError: startswith first arg must be str or a tuple of str, not int
attempt(s.startswith, ("he", 1))  # expect: True
attempt(s.endswith, ["lo"])  # expect: TypeError: endswith first arg must be str or a tuple of str, not list
