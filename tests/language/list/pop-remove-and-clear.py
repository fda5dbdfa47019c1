# pop remove and clear
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


a = [1, 2, 3, 2, 1]
print(a.pop(), a.pop(0), a.pop(-2), a)  # expect: 1 1 3 [2, 2]
a.remove(2)
print(a)  # expect: [2]
a.clear()
print(a)  # expect: []
attempt(a.pop)  # expect: IndexError: pop from empty list
attempt([1].pop, 5)  # expect: IndexError: pop index out of range
attempt([1].pop, -2)  # expect: IndexError: pop index out of range
attempt([1].remove, 9)  # expect: ValueError: list.remove(x): x not in list
attempt([1].pop, "x")  # expect: TypeError: 'str' object cannot be interpreted as an integer
attempt([1].pop, 1.0)  # expect: TypeError: 'float' object cannot be interpreted as an integer
