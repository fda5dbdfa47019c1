# groups are split by type
g = ExceptionGroup("many", [ValueError(1), TypeError(2), ExceptionGroup("inner", [ValueError(3), KeyError(4)])])
print(g, repr(g), g.message, len(g.exceptions))
# expect: many (3 sub-exceptions) ExceptionGroup('many', [ValueError(1), TypeError(2), ExceptionGroup('inner', [ValueError(3), KeyError(4)])]) many 3
m, r = g.split(ValueError)
print(repr(m), "/", repr(r))
# expect: ExceptionGroup('many', [ValueError(1), ExceptionGroup('inner', [ValueError(3)])]) / ExceptionGroup('many', [TypeError(2), ExceptionGroup('inner', [KeyError(4)])])
print(repr(g.subgroup((TypeError, KeyError))), g.subgroup(OSError), repr(g.subgroup(lambda e: e.args == (3,))))
# expect: ExceptionGroup('many', [TypeError(2), ExceptionGroup('inner', [KeyError(4)])]) None ExceptionGroup('many', [ExceptionGroup('inner', [ValueError(3)])])
print(repr(g.derive([ValueError(9)])))  # expect: ExceptionGroup('many', [ValueError(9)])
