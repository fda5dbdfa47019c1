# finally with break and continue
for i in range(4):
    try:
        if i == 1:
            continue
        if i == 3:
            break
        print("body", i)
    finally:
        print("finally", i)
else:
    print("never")
# expect: body 0
# expect: finally 0
# expect: finally 1
# expect: body 2
# expect: finally 2
# expect: finally 3


def f():
    for i in range(3):
        try:
            return i
        finally:
            if i == 0:
                continue
    return "end"


def g():
    while True:
        try:
            1 / 0
        finally:
            break
    return "escaped"


print(f(), g())  # expect: 1 escaped
