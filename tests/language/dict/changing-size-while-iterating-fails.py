# changing size while iterating fails
d = {1: 1, 2: 2}
try:
    for k in d:
        d[k + 10] = 0
except RuntimeError as e:
    print(e)  # expect: dictionary changed size during iteration
d = {1: 1, 2: 2, 3: 3}
try:
    for k in d:
        del d[k]
except RuntimeError as e:
    print(e)  # expect: dictionary changed size during iteration
d = {1: 1, 2: 2}
for k in d:
    d[k] += 10
print(d)  # expect: {1: 11, 2: 12}
d = {1: 1, 2: 2}
try:
    for k, v in d.items():
        del d[k]
        d[k + 5] = v
except RuntimeError as e:
    print(e)  # expect: dictionary keys changed during iteration
