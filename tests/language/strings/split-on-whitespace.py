# split on whitespace
print("  a b\t\nc  ".split(), "".split(), "   ".split(), "a b c".split(None, 1), "  a  b ".split(None, 1), " a b c ".rsplit(None, 1))
# expect: ['a', 'b', 'c'] [] [] ['a', 'b c'] ['a', 'b '] [' a b', 'c']
print("a\u2003b\x1cc".split(), "one".split(), "a  b".split(maxsplit=0))
# expect: ['a', 'b', 'c'] ['one'] ['a  b']
