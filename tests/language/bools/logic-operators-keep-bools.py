# logic operators keep bools
for a in (False, True):
    for b in (False, True):
        print(a & b, a | b, a ^ b, a and b, a or b, not a)
# expect: False False False False False True
# expect: False True True False True True
# expect: False True True False True False
# expect: True True False True True False
print(True & 3, True | 2, type(True & True), type(True & 1))  # expect: 1 3 <class 'bool'> <class 'int'>
