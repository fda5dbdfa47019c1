# warnings can be recorded and made errors
import warnings

with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    warnings.warn("careful")
    warnings.warn("old", DeprecationWarning)
    print([(x.category.__name__, str(x.message)) for x in w])
# expect: [('UserWarning', 'careful'), ('DeprecationWarning', 'old')]
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("now fatal", RuntimeWarning)
    except RuntimeWarning as e:
        print(repr(e))  # expect: RuntimeWarning('now fatal')
