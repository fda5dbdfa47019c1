# exec() of one code with functions and loops, each time in another namespace
code = compile(
    """
def f(x=b):
    return a + x + c

def g():
    return [f() for _ in range(5)]

r = [f() for _ in range(50)][-1]
for _ in range(30):
    last = f(_)
total = sum(g())
""",
    "one",
    "exec",
)
names = ["a", "b", "c", "d", "e"]
results = []
kept = []
for i in range(120):
    namespace = {}
    for k in names[i % 5 :] + names[: i % 5]:
        namespace[k] = ord(k) * (i + 1)
    if i % 7 == 0:
        namespace.update({str(j): j for j in range(20)})
    exec(code, namespace)
    results.append((namespace["r"], namespace["last"], namespace["total"]))
    if i % 10 == 0:
        kept.append(namespace)
print(results[:3], results[-1], sum(map(sum, results)))
# expect: [(294, 225, 1470), (588, 421, 2940), (882, 617, 4410)] (35280, 23549, 176400) 14233080

small = compile("def f():\n  return 1\nfor _ in range(30): f()\n", "small", "exec")
for i in range(30):
    namespace = {}
    exec(small, namespace)
print(namespace["f"](), sorted(namespace)[1:])  # expect: 1 ['__builtins__', 'f']
