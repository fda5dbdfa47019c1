# dict changes size during iteration
d = {i: i for i in range(10)}
for change in ("add", "delete", "replace"):
    seen = []
    try:
        for k in d:
            seen.append(k)
            if k == 3:
                if change == "add":
                    d["new"] = 1
                elif change == "delete":
                    del d[9]
                else:
                    d[3] = "other"
    except RuntimeError as error:
        print(change, error, seen)
    else:
        print(change, "no error", seen)
# expect: add dictionary changed size during iteration [0, 1, 2, 3]
# expect: delete dictionary changed size during iteration [0, 1, 2, 3]
# expect: replace no error [0, 1, 2, 3, 4, 5, 6, 7, 8, 'new']
try:
    for k, v in d.items():
        d.pop(k)
        d[k * 100 if isinstance(k, int) else k] = v
except RuntimeError as error:
    print(error)  # expect: dictionary keys changed during iteration
it = iter({1: 2, 3: 4})
next(it)
print(it.__length_hint__(), list(it), list(it))  # expect: 1 [3] []
