# equality ignores order
print({"a": 1, "b": 2} == {"b": 2, "a": 1}, {1: "x"} == {1.0: "x"}, {} == [], {"a": [1]} == {"a": [1]}, {"a": 1} != {"a": 2}, {"a": 1} == {"b": 1})
# expect: True True False True True False
try:
    {} < {}
except TypeError as e:
    print(e)  # expect: '<' not supported between instances of 'dict' and 'dict'
