# return in finally warns but works
# python: 3.14
import warnings

with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    ns = {}
    exec("def f():\n  try:\n    return 1\n  finally:\n    return 2\n", ns)
    print(ns["f"](), [str(x.message) for x in w])  # expect: 2 ["'return' in a 'finally' block"]
