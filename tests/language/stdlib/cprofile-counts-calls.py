# cProfile counts calls, recursive ones apart, and who called whom
import cProfile, io, math, pstats


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def numbers():
    for i in range(3):
        yield i


def work():
    roots = []
    for i in range(50):
        roots.append(math.sqrt(i))
        len(roots)
    sorted(roots, key=lambda v: -v)
    "abc".upper()
    try:
        int("x")
    except ValueError:
        pass
    fib(8)
    return sum(numbers())


profile = cProfile.Profile()
profile.enable()
work()
profile.disable()
profile.create_stats()
for key in sorted(profile.stats, key=lambda key: (key[2], key[1])):
    outermost, calls, inline, total, callers = profile.stats[key]
    assert 0 <= inline <= total, key
    print(key[1:], outermost, calls, sorted((caller[2], counts[0], counts[1]) for caller, counts in callers.items()))
# expect: (0, '<built-in method builtins.len>') 50 50 [('work', 50, 50)]
# expect: (0, '<built-in method builtins.sorted>') 1 1 [('work', 1, 1)]
# expect: (0, '<built-in method builtins.sum>') 1 1 [('work', 1, 1)]
# expect: (0, '<built-in method math.sqrt>') 50 50 [('work', 50, 50)]
# expect: (19, '<lambda>') 50 50 [('<built-in method builtins.sorted>', 50, 50)]
# expect: (0, "<method 'append' of 'list' objects>") 50 50 [('work', 50, 50)]
# expect: (0, "<method 'disable' of '_lsprof.Profiler' objects>") 1 1 []
# expect: (0, "<method 'upper' of 'str' objects>") 1 1 [('work', 1, 1)]
# expect: (5, 'fib') 1 67 [('fib', 66, 2), ('work', 1, 1)]
# expect: (9, 'numbers') 4 4 [('<built-in method builtins.sum>', 4, 4)]
# expect: (14, 'work') 1 1 []
entry = next(entry for entry in profile.getstats() if entry.code is work.__code__)
print(type(entry), len(entry), entry.callcount, type(entry.calls[0]))
# expect: <class '_lsprof.profiler_entry'> 6 1 <class '_lsprof.profiler_subentry'>
profile.enable()
try:
    cProfile.Profile().enable()
except ValueError as e:
    print(e)  # expect: Another profiling tool is already active
profile.disable()
profile.clear()
print(profile.getstats())  # expect: []
text = io.StringIO()
print(cProfile.Profile().runcall(fib, 5))  # expect: 5
ticks = iter(range(1000))
slow = cProfile.Profile(lambda: next(ticks), 0.5)
slow.runcall(fib, 3)
slow.create_stats()
pstats.Stats(slow, stream=text).strip_dirs().sort_stats("name").print_stats()
print([line for line in text.getvalue().split("\n") if "fib" in line or "function calls" in line])
# expect: ['         6 function calls (2 primitive calls) in 5.000 seconds', '      5/1    4.500    0.900    4.500    4.500 cprofile-counts-calls.py:5(fib)']
