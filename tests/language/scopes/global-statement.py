# global statement
counter = 0


def bump():
    global counter, created
    counter += 1
    created = "by bump"


bump()
bump()
print(counter, created)  # expect: 2 by bump


def shadow():
    counter = "local"
    return counter


print(shadow(), counter)  # expect: local 2


def outer():
    x = "outer"
    def inner():
        global x
        x = "global"
    inner()
    return x


print(outer(), x)  # expect: outer global
