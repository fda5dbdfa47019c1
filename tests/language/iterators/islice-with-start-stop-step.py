# islice with start stop step
from itertools import islice

print(list(islice(range(10), 3)), list(islice(range(10), 2, 6)), list(islice(range(10), 1, None, 3)), list(islice("abc", 0)), list(islice("abc", 5, 9)))
# expect: [0, 1, 2] [2, 3, 4, 5] [1, 4, 7] [] []
it = iter(range(10))
print(list(islice(it, 2)), list(islice(it, 1, 3)), list(it))  # expect: [0, 1] [3, 4] [5, 6, 7, 8, 9]
