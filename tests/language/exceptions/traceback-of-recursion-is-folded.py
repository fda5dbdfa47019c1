# traceback of recursion is folded
def down(n):
    return down(n - 1) if n else 1 / n


down(8)
# raises: ZeroDivisionError: division by zero
# traceback: Traceback (most recent call last):
# traceback:   File "traceback-of-recursion-is-folded.py", line 6, in <module>
# traceback:     down(8)
# traceback:     ~~~~^^^
# traceback:   File "traceback-of-recursion-is-folded.py", line 3, in down
# traceback:     return down(n - 1) if n else 1 / n
# traceback:            ~~~~^^^^^^^
# traceback:   File "traceback-of-recursion-is-folded.py", line 3, in down
# traceback:     return down(n - 1) if n else 1 / n
# traceback:            ~~~~^^^^^^^
# traceback:   File "traceback-of-recursion-is-folded.py", line 3, in down
# traceback:     return down(n - 1) if n else 1 / n
# traceback:            ~~~~^^^^^^^
# traceback:   [Previous line repeated 6 more times]
# traceback: ZeroDivisionError: division by zero
