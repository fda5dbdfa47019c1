# except without parentheses
# python: 3.14
try:
    int("x")
except ValueError, TypeError:
    print("either")  # expect: either
try:
    [][0]
except KeyError, IndexError:
    print("lookup")  # expect: lookup
try:
    raise ExceptionGroup("g", [OSError()])
except* ValueError, OSError:
    print("star")  # expect: star
try:
    compile("try: pass\nexcept A, B as e: pass", "x", "exec")
except SyntaxError as e:
    print(e.msg)  # expect: multiple exception types must be parenthesized when using 'as'
