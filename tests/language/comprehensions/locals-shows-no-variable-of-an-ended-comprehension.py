# locals() in a module shows no variable of a comprehension that ended, not even one that an exception ended
def half(n):
    if n > 40:
        raise ValueError(n)
    return n / 2
for round in range(60):
    try:
        rows = [half(item) for item in range(round)]
    except ValueError as error:
        rows = error.args
    if "item" in locals():
        print(round, locals()["item"])
print(rows, sorted(name for name in locals() if not name.startswith("_")))
# expect: (41,) ['half', 'round', 'rows']
class Table:
    for step in range(80):
        squares = [number * number for number in range(step % 7)]
        seen = sorted(name for name in locals() if not name.startswith("_"))
    print(seen, squares)
# expect: ['seen', 'squares', 'step'] [0, 1]
def inner():
    for step in range(80):
        squares = [number * number for number in range(step % 7)]
        seen = sorted(locals())
    return seen
print(inner())  # expect: ['seen', 'squares', 'step']
