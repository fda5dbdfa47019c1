# unexpected and repeated keywords
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


def f(a, b=1): pass
def pos(a, b, /): pass
def posd(a, b=1, /, c=2): pass
def rest(a, **kw): pass


attempt(lambda: f(1, c=2))  # expect: TypeError: f() got an unexpected keyword argument 'c'
attempt(lambda: f(1, a=2))  # expect: TypeError: f() got multiple values for argument 'a'
attempt(lambda: f(a=1, **{"a": 2}))
# expect: TypeError: __main__.f() got multiple values for keyword argument 'a'
attempt(lambda: f(1, **{"b": 1, "zz": 2}))  # expect: TypeError: f() got an unexpected keyword argument 'zz'
attempt(lambda: pos(1, b=2))
# expect: TypeError: pos() got some positional-only arguments passed as keyword arguments: 'b'
attempt(lambda: pos(a=1, b=2))
# expect: TypeError: pos() got some positional-only arguments passed as keyword arguments: 'a, b'
attempt(lambda: posd(1, b=2))
# expect: TypeError: posd() got some positional-only arguments passed as keyword arguments: 'b'
attempt(lambda: posd(a=1))
# expect: TypeError: posd() got some positional-only arguments passed as keyword arguments: 'a'
attempt(lambda: rest(1, a=2))  # expect: TypeError: rest() got multiple values for argument 'a'
attempt(lambda: rest(**{1: 2}))  # expect: TypeError: keywords must be strings
attempt(lambda: f(**{"x": 1}, **{"x": 2}))
# expect: TypeError: __main__.f() got multiple values for keyword argument 'x'
attempt(lambda: f(bb=1))  # expect: TypeError: f() got an unexpected keyword argument 'bb'. Did you mean 'b'?
