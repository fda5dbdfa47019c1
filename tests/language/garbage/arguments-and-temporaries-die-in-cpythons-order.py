# arguments and temporaries die in cpythons order
class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)

    def __add__(self, other):
        return Loud(self.name + other.name)

    def method(self, other):
        print("method", self.name, other.name)
        return self.name


def f(a, b):
    print("f", a.name, b.name)
    del a
    print("after a")
    return "result"


print(f(Loud("1"), Loud("2")))
# expect: f 1 2
# expect: del 1
# expect: after a
# expect: del 2
# expect: result
print((Loud("x") + Loud("y")).name)
# expect: del x
# expect: del y
# expect: del xy
# expect: xy
print(Loud("self").method(Loud("argument")))
# expect: method self argument
# expect: del argument
# expect: del self
# expect: self
print((Loud("a") + Loud("b") + Loud("c")).name)
# expect: del a
# expect: del b
# expect: del ab
# expect: del c
# expect: del abc
# expect: abc
print(Loud("left").name + Loud("right").name)
# expect: del left
# expect: del right
# expect: leftright
print([Loud(n).name for n in "pq"], {Loud("k").name: Loud("v").name})
# expect: del p
# expect: del q
# expect: del k
# expect: del v
# expect: ['p', 'q'] {'k': 'v'}
Loud("one").name, Loud("two").name
# expect: del one
# expect: del two
a, b = Loud("unpacked a"), Loud("unpacked b")
a, b = b, a
print("swapped")  # expect: swapped
del a, b
# expect: del unpacked b
# expect: del unpacked a
lambda_result = (lambda loud: loud.name)(Loud("lambda"))  # expect: del lambda
print(lambda_result, "ok" if Loud("condition").name else "", Loud("and").name and Loud("second").name)
# expect: del condition
# expect: del and
# expect: del second
# expect: lambda ok second
