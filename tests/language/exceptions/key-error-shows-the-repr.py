# key error shows the repr
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: {}["plain"])  # expect: KeyError: 'plain'
attempt(lambda: {}["it's"])  # expect: KeyError: "it's"
attempt(lambda: {}[""])  # expect: KeyError: ''
attempt(lambda: {}[("a", 1)])  # expect: KeyError: ('a', 1)
attempt(lambda: {}[1.5])  # expect: KeyError: 1.5
attempt(lambda: {}[None])  # expect: KeyError: None
print(str(KeyError("a\nb")), str(KeyError("a", "b")))  # expect: 'a\nb' ('a', 'b')
{}["uncaught"]  # raises: KeyError: 'uncaught'
