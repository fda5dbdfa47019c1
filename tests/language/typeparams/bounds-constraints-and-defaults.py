# bounds constraints and defaults
def f[T: (int, str) = int, U = None, **P = [int]](x): pass


t, u, p = f.__type_params__
print(t, t.__constraints__, t.__default__, u.__default__, u.has_default(), p.__default__, t.__bound__)
# expect: T (<class 'int'>, <class 'str'>) <class 'int'> None True [<class 'int'>] None


class C[T: undefined_bound]: pass


try:
    C.__type_params__[0].__bound__
except NameError as e:
    print(e)  # expect: name 'undefined_bound' is not defined
for source in ("def f[T, T](): pass", "class A[T = int, U]: pass", "def f[T: (yield)](): pass", "type X[T] = (yield)", "def f[]: pass", "type 5 = 1"):
    try:
        compile(source, "s", "exec")
        print("ok", source)
    except SyntaxError as e:
        print(e.msg)
# expect: duplicate type parameter 'T'
# expect: non-default type parameter 'U' follows default type parameter
# expect: yield expression cannot be used within a TypeVar bound
# expect: yield expression cannot be used within a type alias
# expect: Type parameter list cannot be empty
# expect: invalid syntax
