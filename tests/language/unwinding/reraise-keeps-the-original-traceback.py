# reraise keeps the original traceback
def f():
    raise ValueError("v")


def g():
    try:
        f()
    except ValueError:
        raise


def names(e):
    out, tb = [], e.__traceback__
    while tb:
        out.append(f"{tb.tb_frame.f_code.co_name}:{tb.tb_lineno}")
        tb = tb.tb_next
    return out


try:
    g()
except ValueError as e:
    first = names(e)
    try:
        raise e
    except ValueError as e2:
        print(first, names(e2))
# expect: ['<module>:22', 'g:8', 'f:3'] ['<module>:26', '<module>:22', 'g:8', 'f:3']
