# yield pauses and resumes
def g():
    print("start")
    x = yield 1
    print("got", x)
    y = yield x
    print("got", y)
    return "done"


it = g()
print(next(it))
# expect: start
# expect: 1
print(it.send("a"))
# expect: got a
# expect: a
try:
    it.send("b")  # expect: got b
except StopIteration as e:
    print("value", e.value)  # expect: value done
print(next(it, "exhausted"))  # expect: exhausted
