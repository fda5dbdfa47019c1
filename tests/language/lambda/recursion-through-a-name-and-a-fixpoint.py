# recursion through a name and a fixpoint
fact = lambda n: 1 if n < 2 else n * fact(n - 1)
Y = lambda f: (lambda x: x(x))(lambda x: f(lambda *a: x(x)(*a)))
fib = Y(lambda self: lambda n: n if n < 2 else self(n - 1) + self(n - 2))
print(fact(20), fib(15))  # expect: 2432902008176640000 610
