# splitlines knows every line end
text = "a\nb\r\nc\rd\x0be\x0cf\x1cg\x85h\u2028i\n"
print(text.splitlines())  # expect: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
print("a\n\nb".splitlines(True), "".splitlines(), "\n".splitlines(), "a\r\n".splitlines(keepends=True))
# expect: ['a\n', '\n', 'b'] [] [''] ['a\r\n']
