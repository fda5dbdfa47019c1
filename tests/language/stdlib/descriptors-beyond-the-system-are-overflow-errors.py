# a number that no descriptor can have is an error of the program, not of the process
import os

for what in (
    lambda: os.fstat(10**300),
    lambda: os.fstat(2**31),
    lambda: os.close(10**300),
    lambda: os.read(-(10**300), 1),
):
    try:
        what()
    except (OverflowError, ValueError):
        print("refused")
    except OSError as e:
        print(type(e).__name__)
# expect: refused
# expect: refused
# expect: refused
# expect: refused
