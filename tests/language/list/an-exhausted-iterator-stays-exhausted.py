# an exhausted iterator stays exhausted
a = [1]
it = iter(a)
print(list(it))  # expect: [1]
a.append(2)
print(list(it), next(it, "done"), it.__length_hint__())  # expect: [] done 0
b = [1, 2]
it = iter(b)
next(it)
b.append(3)
print(list(it))  # expect: [2, 3]
r = reversed(b)
next(r)
b.clear()
print(list(r))  # expect: []
