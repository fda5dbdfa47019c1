# unhashable and identity
# python: 3.14
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(hash, [])  # expect: TypeError: unhashable type: 'list'
attempt(lambda: {[]: 1})  # expect: TypeError: cannot use 'list' as a dict key (unhashable type: 'list')
attempt(lambda: {[1]})  # expect: TypeError: cannot use 'list' as a set element (unhashable type: 'list')
nan = float("nan")
a = [nan]
print(nan in a, a.index(nan), a.count(nan), a == a[:], [float("nan")] == [float("nan")])
# expect: True 0 1 True False
