# sort with cmp to key
from functools import cmp_to_key


def by_length_then_reverse(a, b):
    if len(a) != len(b):
        return len(a) - len(b)
    return (a < b) - (a > b)


print(sorted(["bb", "a", "cc", "b", "aaa"], key=cmp_to_key(by_length_then_reverse)))
# expect: ['b', 'a', 'cc', 'bb', 'aaa']
