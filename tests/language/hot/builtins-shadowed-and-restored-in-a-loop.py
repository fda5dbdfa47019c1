# builtins shadowed and restored in a loop
import builtins
def count():
    return abs(-3), max(1, 2)


results = []
original = builtins.abs
for i in range(200):
    if i == 50:
        builtins.abs = lambda x: "patched"
    if i == 100:
        builtins.abs = original
    if i == 150:
        max = lambda *a: "global"
    results.append(count())
print(results[49], results[50], results[99], results[100], results[149], results[150])
# expect: (3, 2) ('patched', 2) ('patched', 2) (3, 2) (3, 2) (3, 'global')
