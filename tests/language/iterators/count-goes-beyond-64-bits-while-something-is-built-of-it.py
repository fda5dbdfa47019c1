# count() goes beyond 64 bits while a container is built of it
from collections import deque
from itertools import count, islice


def ten(start=2**63 - 6, step=1):
    return islice(count(start, step), 10)


print(list(ten())[-2:])  # expect: [9223372036854775810, 9223372036854775811]
print(sum(ten()), max(ten()), len(set(ten())), len(dict.fromkeys(ten())), sorted(ten(), reverse=True)[0])
# expect: 92233720368547758065 9223372036854775811 10 10 9223372036854775811
print(deque(ten(), 1), list(zip(ten(), ten(-(2**63) + 3, -1)))[-1])
# expect: deque([9223372036854775811], maxlen=1) (9223372036854775811, -9223372036854775814)
print([*ten(step=2**62)][-1], *ten(2**63 - 2, 2**64))
# expect: 50728546202701266938 9223372036854775806 27670116110564327422 46116860184273879038 64563604257983430654 83010348331692982270 101457092405402533886 119903836479112085502 138350580552821637118 156797324626531188734 175244068700240740350
