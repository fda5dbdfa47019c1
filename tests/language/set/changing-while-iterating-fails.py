# changing while iterating fails
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 100)
except RuntimeError as e:
    print(e)  # expect: Set changed size during iteration
