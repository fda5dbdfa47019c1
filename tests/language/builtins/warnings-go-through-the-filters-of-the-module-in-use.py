# _warnings: its filters, registries and what it says of wrong arguments
import sys
import warnings
import _warnings


def show(function, *args, **kwargs):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            print(function(*args, **kwargs))
        except Exception as e:
            print(type(e).__name__, e)
    for warning in caught:
        print("*", warning.category.__name__, warning.message, warning.lineno)


print(warnings.filters[-4:] == _warnings.filters[-4:], warnings.warn is _warnings.warn)  # expect: True True
show(warnings.warn, "a")
# expect: None
# expect: * UserWarning a 11
show(warnings.warn, UserWarning("b"))
# expect: None
# expect: * UserWarning b 11
show(warnings.warn, "a", int)  # expect: TypeError category must be a Warning subclass, not 'type'
show(warnings.warn, "a", 3)  # expect: TypeError category must be a Warning subclass, not 'int'
show(warnings.warn, "a", skip_file_prefixes=[])
# expect: TypeError warn() argument 'skip_file_prefixes' must be tuple, not list
show(warnings.warn_explicit, "x", UserWarning, "f", 42)
# expect: None
# expect: * UserWarning x 42
show(warnings.warn_explicit, "x", UserWarning, "f", 42, registry=3)
# expect: TypeError 'registry' must be a dict or None
show(warnings.warn_explicit, "x", UserWarning, "f", 42, module_globals=3)
# expect: TypeError module_globals must be a dict, not 'int'
show(warnings.warn_explicit, "x", UserWarning, "f", "q")
# expect: TypeError 'str' object cannot be interpreted as an integer

for action in ("default", "once", "module", "always", "ignore", "error", "odd"):
    with warnings.catch_warnings(record=True) as caught:
        warnings.resetwarnings()
        warnings.filters.insert(0, (action, None, Warning, None, 0))
        registry = {}
        for line in (1, 1, 2):
            try:
                warnings.warn_explicit("m", UserWarning, "f", line, registry=registry)
            except Exception as e:
                print(action, type(e).__name__, e)
        print(action, [w.lineno for w in caught])
# expect: default [1, 2]
# expect: once [1]
# expect: module [1]
# expect: always [1, 1, 2]
# expect: ignore []
# expect: error UserWarning m
# expect: error UserWarning m
# expect: error UserWarning m
# expect: error []
# expect: odd RuntimeError Unrecognized action ('odd') in warnings.filters:
# expect-json: " ('odd', None, <class 'Warning'>, None, 0)"
# expect: odd RuntimeError Unrecognized action ('odd') in warnings.filters:
# expect-json: " ('odd', None, <class 'Warning'>, None, 0)"
# expect: odd []
with warnings.catch_warnings():
    warnings.filters[:] = [3]
    show(lambda: warnings.warn("x")) if False else None
    try:
        warnings.warn("x")
    except Exception as e:
        print(type(e).__name__, e)  # expect: ValueError warnings.filters item 0 isn't a 5-tuple


@warnings.deprecated("Old will go away")
class Old:
    pass


show(lambda: type(Old()).__name__)
# expect: Old
# expect: * DeprecationWarning Old will go away 78
