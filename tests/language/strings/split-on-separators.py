# split on separators
print("a,b,,c,".split(","), ",".split(","), "".split(","), "a--b--c".split("--"), "abc".split("x"))
# expect: ['a', 'b', '', 'c', ''] ['', ''] [''] ['a', 'b', 'c'] ['abc']
print("a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), "a,b,c".split(",", 0), "a,b,c".rsplit(",", -1), "aXXbXXc".rsplit("XX", 1))
# expect: ['a', 'b,c'] ['a,b', 'c'] ['a,b,c'] ['a', 'b', 'c'] ['aXXb', 'c']
