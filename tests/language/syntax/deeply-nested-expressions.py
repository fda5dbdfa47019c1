# deeply nested expressions
source = "+".join(["1"] * 800)
print(eval(source))  # expect: 800
print(eval("(" * 80 + "7" + ")" * 80), eval("[" * 60 + "]" * 60 + " != []"), eval("-" * 50 + "3"))
# expect: 7 True 3
try:
    eval("(" * 300 + ")" * 300)
except SyntaxError as e:
    print(e.msg)  # expect: too many nested parentheses
nested = "x"
for _ in range(15):
    nested = f"(lambda x: {nested} + 1)(x)"
print(eval(nested, {"x": 0}))  # expect: 15
