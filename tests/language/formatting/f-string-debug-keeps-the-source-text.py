# f string debug keeps the source text
value = [1, 2]
print(f"{value[0]=}", f"{ value = }", f"{value!r=}" if False else f"{len(value)=:03d}", f"{value=!a}")
print(f"{1 == 2 = }", f"{'a' 'b'=}")
# raises: SyntaxError: f-string: expecting ':' or '}'
