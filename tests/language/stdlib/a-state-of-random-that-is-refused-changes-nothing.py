import random
r = random.Random(7)
state = r.getstate()
for words in ((1,) * 624 + (625,), (1,) * 624 + (-1,)):
    try:
        r.setstate((3, words, None))
    except ValueError as e:
        print(type(e).__name__, e)
    print(r.getstate() == state)
# expect: ValueError invalid state
# expect: True
# expect: ValueError invalid state
# expect: True
