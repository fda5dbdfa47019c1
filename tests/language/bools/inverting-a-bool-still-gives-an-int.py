# inverting a bool still gives an int
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    flag = True
    print(~flag, type(~flag).__name__)  # expect: -2 int
    print([str(w.category.__name__) for w in caught])  # expect: ['DeprecationWarning', 'DeprecationWarning']
