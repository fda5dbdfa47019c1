# nonlocal through several levels
def a():
    x = "a"

    def b():
        def c():
            nonlocal x
            x += "c"
            return x

        r = c()
        return r + "|" + x

    return b() + "|" + x


print(a())  # expect: ac|ac|ac


def outer():
    n = 0

    def mid():
        nonlocal n
        n += 1

        def inner():
            nonlocal n
            n += 10
        return inner
    mid()()
    mid()()
    return n


print(outer())  # expect: 22
