# builtin argument table
# python: 3.14
for c in ["int()", "int('1', base=2)", "int(x='1')", "str(1, 2, 3, 4)", "list((1,), (2,))", "dict(1)", "dict([1])", "dict([[1, 2, 3]])", "max()", "max(1)", "sorted()", "sorted([1], key=None)", "sum(1)", "sum([1], start=2)", "round(1.5, ndigits=0)", "pow(base=2, exp=3)", "pow(2, 3, mod=5)", "enumerate([], start=1).__class__", "zip([], strict=False).__class__", "open()", "print(sep=5)", "isinstance(1, int, str)", "getattr()", "hash()", "range(1, 2, 3, 4)", "range()", "slice()", "bytes(1, 2, 3, 4)", "complex(1, 2, 3)", "type(1, 2)", "iter()", "len()", "abs(1, 2)", "chr()", "'a'.join()", "'a'.split(1, 2, 3)", "'a'.replace('a')", "[].sort(1)", "[].pop(1, 2)", "{}.get()", "{}.pop()", "{}.setdefault()", "set().union(1)", "'{}'.format()", "'a'.encode('x', 'y', 'z')", "(1).bit_length(2)", "(1.5).hex(1)", "divmod(1)", "map()", "filter(None)", "property(1, 2, 3, 4, 5)", "super(1)", "object(1)", "memoryview()", "bytearray(1, 2)", "frozenset(1, 2)", "float(1, 2)", "bool(1, 2)", "tuple(1)", "vars(1, 2)", "id()", "callable()", "ascii()", "format()", "repr()", "next()", "all()", "any(1)", "min(1, key=len)", "ord('')", "bin()", "delattr(1)", "eval()", "exec()", "compile()", "input(1, 2)", "issubclass(1)", "staticmethod()", "classmethod()"]:
    try:
        print(c, "->", repr(eval(c)))
    except Exception as e:
        print(c, "!!", type(e).__name__, e)
# expect: int() -> 0
# expect: int('1', base=2) -> 1
# expect: int(x='1') !! TypeError int() got an unexpected keyword argument 'x'
# expect: str(1, 2, 3, 4) !! TypeError str expected at most 3 arguments, got 4
# expect: list((1,), (2,)) !! TypeError list expected at most 1 argument, got 2
# expect: dict(1) !! TypeError 'int' object is not iterable
# expect: dict([1]) !! TypeError object is not iterable
# expect: dict([[1, 2, 3]]) !! ValueError dictionary update sequence element #0 has length 3; 2 is required
# expect: max() !! TypeError max expected at least 1 argument, got 0
# expect: max(1) !! TypeError 'int' object is not iterable
# expect: sorted() !! TypeError sorted expected 1 argument, got 0
# expect: sorted([1], key=None) -> [1]
# expect: sum(1) !! TypeError 'int' object is not iterable
# expect: sum([1], start=2) -> 3
# expect: round(1.5, ndigits=0) -> 2.0
# expect: pow(base=2, exp=3) -> 8
# expect: pow(2, 3, mod=5) -> 3
# expect: enumerate([], start=1).__class__ -> <class 'enumerate'>
# expect: zip([], strict=False).__class__ -> <class 'zip'>
# expect: open() !! TypeError open() missing required argument 'file' (pos 1)
# expect: print(sep=5) !! TypeError sep must be None or a string, not int
# expect: isinstance(1, int, str) !! TypeError isinstance expected 2 arguments, got 3
# expect: getattr() !! TypeError getattr expected at least 2 arguments, got 0
# expect: hash() !! TypeError hash() takes exactly one argument (0 given)
# expect: range(1, 2, 3, 4) !! TypeError range expected at most 3 arguments, got 4
# expect: range() !! TypeError range expected at least 1 argument, got 0
# expect: slice() !! TypeError slice expected at least 1 argument, got 0
# expect: bytes(1, 2, 3, 4) !! TypeError bytes() takes at most 3 arguments (4 given)
# expect: complex(1, 2, 3) !! TypeError complex() takes at most 2 arguments (3 given)
# expect: type(1, 2) !! TypeError type() takes 1 or 3 arguments
# expect: iter() !! TypeError iter expected at least 1 argument, got 0
# expect: len() !! TypeError len() takes exactly one argument (0 given)
# expect: abs(1, 2) !! TypeError abs() takes exactly one argument (2 given)
# expect: chr() !! TypeError chr() takes exactly one argument (0 given)
# expect: 'a'.join() !! TypeError str.join() takes exactly one argument (0 given)
# expect: 'a'.split(1, 2, 3) !! TypeError split() takes at most 2 arguments (3 given)
# expect: 'a'.replace('a') !! TypeError replace() takes at least 2 positional arguments (1 given)
# expect: [].sort(1) !! TypeError sort() takes no positional arguments
# expect: [].pop(1, 2) !! TypeError pop expected at most 1 argument, got 2
# expect: {}.get() !! TypeError get expected at least 1 argument, got 0
# expect: {}.pop() !! TypeError pop expected at least 1 argument, got 0
# expect: {}.setdefault() !! TypeError setdefault expected at least 1 argument, got 0
# expect: set().union(1) !! TypeError 'int' object is not iterable
# expect: '{}'.format() !! IndexError Replacement index 0 out of range for positional args tuple
# expect: 'a'.encode('x', 'y', 'z') !! TypeError encode() takes at most 2 arguments (3 given)
# expect: (1).bit_length(2) !! TypeError int.bit_length() takes no arguments (1 given)
# expect: (1.5).hex(1) !! TypeError float.hex() takes no arguments (1 given)
# expect: divmod(1) !! TypeError divmod expected 2 arguments, got 1
# expect: map() !! TypeError map() must have at least two arguments.
# expect: filter(None) !! TypeError filter expected 2 arguments, got 1
# expect: property(1, 2, 3, 4, 5) !! TypeError property() takes at most 4 arguments (5 given)
# expect: super(1) !! TypeError super() argument 1 must be a type, not int
# expect: object(1) !! TypeError object() takes no arguments
# expect: memoryview() !! TypeError memoryview() missing required argument 'object' (pos 1)
# expect: bytearray(1, 2) !! TypeError bytearray() argument 'encoding' must be str, not int
# expect: frozenset(1, 2) !! TypeError frozenset expected at most 1 argument, got 2
# expect: float(1, 2) !! TypeError float expected at most 1 argument, got 2
# expect: bool(1, 2) !! TypeError bool expected at most 1 argument, got 2
# expect: tuple(1) !! TypeError 'int' object is not iterable
# expect: vars(1, 2) !! TypeError vars expected at most 1 argument, got 2
# expect: id() !! TypeError id() takes exactly one argument (0 given)
# expect: callable() !! TypeError callable() takes exactly one argument (0 given)
# expect: ascii() !! TypeError ascii() takes exactly one argument (0 given)
# expect: format() !! TypeError format expected at least 1 argument, got 0
# expect: repr() !! TypeError repr() takes exactly one argument (0 given)
# expect: next() !! TypeError next expected at least 1 argument, got 0
# expect: all() !! TypeError all() takes exactly one argument (0 given)
# expect: any(1) !! TypeError 'int' object is not iterable
# expect: min(1, key=len) !! TypeError 'int' object is not iterable
# expect: ord('') !! TypeError ord() expected a character, but string of length 0 found
# expect: bin() !! TypeError bin() takes exactly one argument (0 given)
# expect: delattr(1) !! TypeError delattr expected 2 arguments, got 1
# expect: eval() !! TypeError eval() takes at least 1 positional argument (0 given)
# expect: exec() !! TypeError exec() takes at least 1 positional argument (0 given)
# expect: compile() !! TypeError compile() missing required argument 'source' (pos 1)
# expect: input(1, 2) !! TypeError input expected at most 1 argument, got 2
# expect: issubclass(1) !! TypeError issubclass expected 2 arguments, got 1
# expect: staticmethod() !! TypeError staticmethod expected 1 argument, got 0
# expect: classmethod() !! TypeError classmethod expected 1 argument, got 0
