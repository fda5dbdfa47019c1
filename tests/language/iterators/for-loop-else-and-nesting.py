# for loop else and nesting
for i in range(3):
    for j in range(3):
        if j == i:
            break
        print(i, j)
    else:
        print("full", i)
else:
    print("done")
# expect: 1 0
# expect: 2 0
# expect: 2 1
# expect: done
n = 5
while n:
    n -= 1
    if n == 2:
        break
else:
    print("never")
while n:
    n -= 1
else:
    print("while else", n)  # expect: while else 0
for x in []:
    pass
else:
    print("empty", "x" in globals())  # expect: empty False
