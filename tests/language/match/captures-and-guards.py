# captures and guards
def f(x):
    match x:
        case n if isinstance(n, int) and n < 0:
            return f"negative {n}"
        case int(n) if n % 2 == 0:
            return f"even {n}"
        case int(n):
            return f"odd {n}"
        case other if (k := str(other)) and len(k) > 3:
            return f"long {k}"
        case other:
            return f"short {other}"


print(f(-5), f(4), f(7), f("abcdef"), f("ab"), f(2.25), sep="; ")
# expect: negative -5; even 4; odd 7; long abcdef; short ab; long 2.25
