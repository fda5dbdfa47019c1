# closures see the variable, not a copy of its value
def counter():
    n = 0
    def bump():
        nonlocal n
        n += 1
        return n
    return bump


c = counter()
print(c())  # expect: 1
print(c())  # expect: 2
for i in range(3):
    print(i, end=" " if i < 2 else "\n")
    print("x")
# expect: 0 x
# expect: 1 x
# expect: 2
# expect: x
del c
c()  # raises: NameError: name 'c' is not defined
