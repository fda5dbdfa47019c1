# uncaught assertion with a long condition
values = [3, 1, 2]
assert values == sorted(values) and all(v > 0 for v in values), (
    f"not sorted: {values}"
)
# raises: AssertionError: not sorted: [3, 1, 2]
# traceback: Traceback (most recent call last):
# traceback:   File "uncaught-assertion-with-a-long-condition.py", line 3, in <module>
# traceback:     assert values == sorted(values) and all(v > 0 for v in values), (
# traceback:            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# traceback: AssertionError: not sorted: [3, 1, 2]
