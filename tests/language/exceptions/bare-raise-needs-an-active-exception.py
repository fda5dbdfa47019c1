# bare raise needs an active exception
def reraise():
    raise


try:
    reraise()
except RuntimeError as e:
    print(e)  # expect: No active exception to reraise
try:
    try:
        1 / 0
    except ZeroDivisionError:
        reraise()
except ZeroDivisionError as e:
    print("again", e)  # expect: again division by zero
