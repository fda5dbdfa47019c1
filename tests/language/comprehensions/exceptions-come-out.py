# exceptions come out
# python: 3.14
try:
    [1 // (x - 2) for x in range(5)]
except ZeroDivisionError as e:
    print("caught", e)  # expect: caught division by zero
print([y for y in range(3)])  # expect: [0, 1, 2]
def gen():
    yield 1
    raise ValueError("mid")
try:
    {x for x in gen()}
except ValueError as e:
    print(e)  # expect: mid
