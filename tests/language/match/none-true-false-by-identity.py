# none true false by identity
def f(x):
    match x:
        case None:
            return "None"
        case True:
            return "True"
        case False:
            return "False"
        case 1:
            return "one"
        case 0:
            return "nought"


print(f(None), f(True), f(False), f(1), f(0), f(1.0), f("x"))  # expect: None True False one nought one None
