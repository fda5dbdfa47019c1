# traceback carets for binary operators
a, b, c = 1, "two", 3
print("start")  # expect: start
result = (a + c) * (a +
    b) - c
# raises: TypeError: unsupported operand type(s) for +: 'int' and 'str'
# traceback: Traceback (most recent call last):
# traceback:   File "traceback-carets-for-binary-operators.py", line 4, in <module>
# traceback:     result = (a + c) * (a +
# traceback:                         ~~^
# traceback:         b) - c
# traceback:         ~
# traceback: TypeError: unsupported operand type(s) for +: 'int' and 'str'
