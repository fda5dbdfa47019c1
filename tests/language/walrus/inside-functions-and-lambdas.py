# inside functions and lambdas
def f(a, b=(c := 3)):
    return (d := a + b) * d


print(f(1), c, (lambda: (t := 5) + t)(), f(b=(k := 2), a=k), k)  # expect: 16 3 10 16 2
print(f"{(w := 7)} {w}", {(q := "key"): q}, not (v := 0), v)  # expect: 7 7 {'key': 'key'} True 0
