# What except*, split() and subgroup() make of a group has a cause set, if only None: its context is not shown.
def show(e, depth=0):
    if e is None:
        return
    print("  " * depth, type(e).__name__, e.args[0], repr(e.__context__), e.__suppress_context__)
    if isinstance(e, BaseExceptionGroup):
        for inner in e.exceptions:
            show(inner, depth + 2)
    show(e.__context__, depth + 1)


def raises():
    try:
        raise ExceptionGroup("group", [ValueError(1), KeyError(3)])
    except* ValueError:
        raise ValueError(2)


def reraises():
    try:
        raise ExceptionGroup("group", [TypeError(1)])
    except* TypeError:
        raise


def nests():
    try:
        raise ExceptionGroup("outer", [TypeError(1)])
    except* TypeError:
        raises()


for function in raises, reraises, nests:
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            function()
    except Exception as e:
        show(e)
# expect-json: " ExceptionGroup  None False"
# expect-json: "     ValueError 2 ExceptionGroup('group', [ValueError(1)]) False"
# expect-json: "       ExceptionGroup group ZeroDivisionError('division by zero') True"
# expect-json: "           ValueError 1 None False"
# expect-json: "         ZeroDivisionError division by zero None False"
# expect-json: "     ExceptionGroup group ZeroDivisionError('division by zero') True"
# expect-json: "         KeyError 3 None False"
# expect-json: "       ZeroDivisionError division by zero None False"
# expect-json: " ExceptionGroup group ZeroDivisionError('division by zero') True"
# expect-json: "     TypeError 1 None False"
# expect-json: "   ZeroDivisionError division by zero None False"
# expect-json: " ExceptionGroup  None False"
# expect-json: "     ValueError 2 ExceptionGroup('group', [ValueError(1)]) False"
# expect-json: "       ExceptionGroup group ExceptionGroup('outer', [TypeError(1)]) True"
# expect-json: "           ValueError 1 None False"
# expect-json: "         ExceptionGroup outer ZeroDivisionError('division by zero') True"
# expect-json: "             TypeError 1 None False"
# expect-json: "           ZeroDivisionError division by zero None False"
# expect-json: "     ExceptionGroup group ExceptionGroup('outer', [TypeError(1)]) True"
# expect-json: "         KeyError 3 None False"
# expect-json: "       ExceptionGroup outer ZeroDivisionError('division by zero') True"
# expect-json: "           TypeError 1 None False"
# expect-json: "         ZeroDivisionError division by zero None False"
group = ExceptionGroup("g", [ValueError(1), TypeError(2)])
for part in *group.split(ValueError), group.subgroup(TypeError), group.subgroup(ExceptionGroup):
    print(repr(part), part.__suppress_context__)
# expect: ExceptionGroup('g', [ValueError(1)]) True
# expect: ExceptionGroup('g', [TypeError(2)]) True
# expect: ExceptionGroup('g', [TypeError(2)]) True
# expect: ExceptionGroup('g', [ValueError(1), TypeError(2)]) False
print(None.__bool__(), type(None).__bool__(None), hasattr(..., "__bool__"))  # expect: False False False
