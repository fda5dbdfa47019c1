# chained calls and currying
def add(a):
    def add_b(b):
        def add_c(c):
            return a + b + c
        return add_c
    return add_b


print(add(1)(2)(3), (lambda x: lambda y: x * y)(6)(7), [add][0](1)(1)(1), "a-b".split("-")[1].upper().center(5, "*"))
# expect: 6 42 3 **B**
