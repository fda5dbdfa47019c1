# in class scope see only the outermost name
y = "module"


class C:
    n = 3
    y = "class"
    a = [i for i in range(n)]
    try:
        b = [i * n for i in range(2)]
    except NameError as e:
        b = str(e)
    c = [y for _ in range(1)]


print(C.a, C.b, C.c)  # expect: [0, 1, 2] name 'n' is not defined ['module']
