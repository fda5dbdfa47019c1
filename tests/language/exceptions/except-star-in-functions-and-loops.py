# except star in functions and loops
def f(n):
    for i in range(n):
        try:
            if i % 2:
                raise ExceptionGroup("odd", [ValueError(i), OSError(i)])
            raise TypeError(i)
        except* ValueError as e:
            print("V", e.exceptions[0])
        except* OSError:
            print("O")
        except* TypeError as e:
            print("T", e.exceptions)
    return "end"


print(f(3))
# expect: T (TypeError(0),)
# expect: V 1
# expect: O
# expect: T (TypeError(2),)
# expect: end
