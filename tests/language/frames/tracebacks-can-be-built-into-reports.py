# tracebacks can be built into reports
import sys
import traceback


def risky(n):
    if n == 0:
        return 1 / n
    return risky(n - 1)


try:
    risky(2)
except ZeroDivisionError:
    kind, value, tb = sys.exc_info()
    rows = [(f.name, f.lineno) for f in traceback.extract_tb(tb)]
    print(kind.__name__, value, rows)
    print("".join(traceback.format_list(traceback.extract_tb(tb)[-1:])).strip().splitlines()[0].split(", ", 1)[1])
# expect: ZeroDivisionError division by zero [('<module>', 13), ('risky', 9), ('risky', 9), ('risky', 8)]
# expect: line 8, in risky
print([f.name for f in traceback.extract_stack()][-1])  # expect: <module>
