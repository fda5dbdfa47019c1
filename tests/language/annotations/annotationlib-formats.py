# annotationlib formats
# python: 3.14
from annotationlib import Format, ForwardRef, call_annotate_function, get_annotations


def f(a: int, b: unknown, c: unknown[int] | None = None) -> dict[str, unknown]: pass


print(get_annotations(f, format=Format.STRING))
# expect: {'a': 'int', 'b': 'unknown', 'c': 'unknown[int] | None', 'return': 'dict[str, unknown]'}
fr = get_annotations(f, format=Format.FORWARDREF)
print(fr["a"], type(fr["b"]).__name__, fr["b"].__forward_arg__)  # expect: <class 'int'> ForwardRef unknown
try:
    get_annotations(f)
except NameError as e:
    print(e)  # expect: name 'unknown' is not defined
unknown = list
print(get_annotations(f)["b"])  # expect: <class 'list'>
