# os.urandom takes what is an index and refuses sizes that cannot be
import os
import random

print(len(os.urandom(0)), len(os.urandom(True)), len(os.urandom(33)))  # expect: 0 1 33
for size in -1, 2**70, 1.5, "a":
    try:
        os.urandom(size)
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__, e)
# expect: ValueError negative argument not allowed
# expect: OverflowError Python int too large to convert to C ssize_t
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError 'str' object cannot be interpreted as an integer
print(random.SystemRandom().getrandbits(0))  # expect: 0
