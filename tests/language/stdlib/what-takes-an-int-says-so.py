# functions of os that take an int say what they got instead
import os

for call in (os.urandom, os.close):
    for value in (1.5, "1", None, [1]):
        try:
            call(value)
        except TypeError as error:
            print(call.__name__, type(error).__name__)
        except OSError:
            print(call.__name__, "OSError")
# expect: urandom TypeError
# expect: urandom TypeError
# expect: urandom TypeError
# expect: urandom TypeError
# expect: close TypeError
# expect: close TypeError
# expect: close TypeError
# expect: close TypeError
for value in (1.5, "a", None):
    try:
        os.urandom(value)
    except TypeError as error:
        print(error)
# expect: 'float' object cannot be interpreted as an integer
# expect: 'str' object cannot be interpreted as an integer
# expect: 'NoneType' object cannot be interpreted as an integer
try:
    os.urandom(-1)
except ValueError as error:
    print(error)  # expect: negative argument not allowed
print(os.urandom(0))  # expect: b''
