import builtins
import inspect

for name, value in sorted(vars(builtins).items()):
    if not callable(value) or name.startswith("_") or isinstance(value, type) and issubclass(value, BaseException):
        continue
    if name in ("copyright", "credits", "license", "exit", "quit", "help", "dir", "vars"):
        continue
    try:
        signature = str(inspect.signature(value))
    except ValueError as error:
        signature = str(error)
    print(name, isinstance(value.__doc__, str), signature)
# expect: abs True (x, /)
# expect: aiter True (async_iterable, /)
# expect: all True (iterable, /)
# expect: anext True <built-in function anext> builtin has invalid signature
# expect: any True (iterable, /)
# expect: ascii True (obj, /)
# expect: bin True (number, /)
# expect: bool True (object=False, /)
# expect: breakpoint True (*args, **kws)
# expect: bytearray True no signature found for builtin type <class 'bytearray'>
# expect: bytes True no signature found for builtin type <class 'bytes'>
# expect: callable True (obj, /)
# expect: chr True (i, /)
# expect: classmethod True (function, /)
# expect: compile True (source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)
# expect: complex True (real=0, imag=0)
# expect: delattr True (obj, name, /)
# expect: dict True no signature found for builtin type <class 'dict'>
# expect: divmod True (x, y, /)
# expect: enumerate True (iterable, start=0)
# expect: eval True (source, /, globals=None, locals=None)
# expect: exec True (source, /, globals=None, locals=None, *, closure=None)
# expect: filter True (function, iterable, /)
# expect: float True (x=0, /)
# expect: format True (value, format_spec='', /)
# expect: frozenset True (iterable=(), /)
# expect: getattr True no signature found for builtin <built-in function getattr>
# expect: globals True ()
# expect: hasattr True (obj, name, /)
# expect: hash True (obj, /)
# expect: hex True (number, /)
# expect: id True (obj, /)
# expect: input True (prompt='', /)
# expect: int True no signature found for builtin type <class 'int'>
# expect: isinstance True (obj, class_or_tuple, /)
# expect: issubclass True (cls, class_or_tuple, /)
# expect: iter True no signature found for builtin <built-in function iter>
# expect: len True (obj, /)
# expect: list True (iterable=(), /)
# expect: locals True ()
# expect: map True (function, iterable, /, *iterables, strict=False)
# expect: max True no signature found for builtin <built-in function max>
# expect: memoryview True (object)
# expect: min True no signature found for builtin <built-in function min>
# expect: next True no signature found for builtin <built-in function next>
# expect: object True ()
# expect: oct True (number, /)
# expect: open True (file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)
# expect: ord True (character, /)
# expect: pow True (base, exp, mod=None)
# expect: print True (*args, sep=' ', end='\n', file=None, flush=False)
# expect: property True (fget=None, fset=None, fdel=None, doc=None)
# expect: range True no signature found for builtin type <class 'range'>
# expect: repr True (obj, /)
# expect: reversed True (sequence, /)
# expect: round True (number, ndigits=None)
# expect: set True (iterable=(), /)
# expect: setattr True (obj, name, value, /)
# expect: slice True no signature found for builtin type <class 'slice'>
# expect: sorted True (iterable, /, *, key=None, reverse=False)
# expect: staticmethod True (function, /)
# expect: str True no signature found for builtin type <class 'str'>
# expect: sum True (iterable, /, start=0)
# expect: super True no signature found for builtin type <class 'super'>
# expect: tuple True (iterable=(), /)
# expect: type True no signature found for builtin <class 'type'>
# expect: zip True (*iterables, strict=False)

for cls in str, list, dict, set, tuple, frozenset, bytes, bytearray, int, float:
    print(cls.__name__, [n for n, v in vars(cls).items() if not n.startswith("_") and callable(v) and not v.__doc__])
# expect: str []
# expect: list []
# expect: dict []
# expect: set []
# expect: tuple []
# expect: frozenset []
# expect: bytes []
# expect: bytearray []
# expect: int []
# expect: float []


class Plain:
    pass


class Derived(dict):
    pass


print(inspect.signature(Plain), Plain.__doc__, Derived.__doc__, Derived.update.__doc__ is not None, Plain().__doc__)
# expect: () None None True None
print([].append.__doc__ == list.append.__doc__, (5).__doc__ == int.__doc__)  # expect: True True
