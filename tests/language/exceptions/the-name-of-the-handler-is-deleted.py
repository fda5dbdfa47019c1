# the name of the handler is deleted
try:
    raise ValueError("x")
except ValueError as e:
    print(e)  # expect: x
try:
    e
except NameError as err:
    print(err)  # expect: name 'e' is not defined
e = "old"
try:
    1 / 0
except ZeroDivisionError as e:
    pass
print("e" in globals())  # expect: False


def f():
    try:
        1 / 0
    except ZeroDivisionError as e:
        del e
    try:
        return e
    except UnboundLocalError as x:
        return str(x)


print(f())  # expect: cannot access local variable 'e' where it is not associated with a value
