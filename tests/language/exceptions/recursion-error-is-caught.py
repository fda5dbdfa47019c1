# recursion error is caught
def down(n):
    return down(n + 1)


try:
    down(0)
except RecursionError as e:
    print(type(e).__name__, str(e)[:33])  # expect: RecursionError maximum recursion depth exceeded


def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


print(depth(0) > 300)  # expect: True
print("still fine", sum(range(10)))  # expect: still fine 45
