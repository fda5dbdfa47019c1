# adding and removing
# python: 3.14
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


s = {1}
s.add(2)
s.add(2)
s.remove(1)
print(s, s.pop(), s)  # expect: set() 2 set()
attempt(s.pop)  # expect: KeyError: 'pop from an empty set'
attempt(s.remove, 7)  # expect: KeyError: 7
attempt(s.remove, "k")  # expect: KeyError: 'k'
attempt(s.add, [])  # expect: TypeError: cannot use 'list' as a set element (unhashable type: 'list')
attempt(lambda: {[]})  # expect: TypeError: cannot use 'list' as a set element (unhashable type: 'list')
attempt(lambda: [] in {1})  # expect: TypeError: cannot use 'list' as a set element (unhashable type: 'list')
attempt(lambda: {1} | [2])  # expect: TypeError: unsupported operand type(s) for |: 'set' and 'list'
attempt(lambda: {1} - 5)  # expect: TypeError: unsupported operand type(s) for -: 'set' and 'int'
attempt(lambda: {1} < [1])  # expect: TypeError: '<' not supported between instances of 'set' and 'list'
attempt(hash, set())  # expect: TypeError: unhashable type: 'set'
attempt(set, 5)  # expect: TypeError: 'int' object is not iterable
attempt(lambda: {1} + {2})  # expect: TypeError: unsupported operand type(s) for +: 'set' and 'set'
