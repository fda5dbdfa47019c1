# format map uses the mapping itself
class Default(dict):
    def __missing__(self, key):
        return f"<{key}>"


print("{a} {b}".format_map(Default(a=1)), "{x:>5}".format_map({"x": 2}))  # expect: 1 <b>     2
try:
    "{a}".format_map({})
except KeyError as e:
    print("KeyError", e)  # expect: KeyError 'a'
