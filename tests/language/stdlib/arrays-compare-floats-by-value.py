# not a number is unequal to itself in an array too
from array import array

nan = float("nan")
for code in "fd":
    a = array(code, [1, nan])
    print(a == a, a != a, a == array(code, [1, nan]), array(code, [1.5]) == array(code, [1.5]), array(code) == array(code))
# expect: False True False True True
# expect: False True False True True
print(array("i", [1]) == array("f", [1]), array("i", [1]) != array("b", [2]), array("i") == [])
# expect: True True False
