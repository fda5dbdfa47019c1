# traceback of a call over lines
def target(a, b):
    raise LookupError(f"{a} {b}")


target(
    1,
    b=[
        2,
    ],
)
# raises: LookupError: 1 [2]
# traceback: Traceback (most recent call last):
# traceback:   File "traceback-of-a-call-over-lines.py", line 6, in <module>
# traceback:     target(
# traceback:     ~~~~~~^
# traceback:         1,
# traceback:         ^^
# traceback:     ...<2 lines>...
# traceback:         ],
# traceback:         ^^
# traceback:     )
# traceback:     ^
# traceback:   File "traceback-of-a-call-over-lines.py", line 3, in target
# traceback:     raise LookupError(f"{a} {b}")
# traceback: LookupError: 1 [2]
