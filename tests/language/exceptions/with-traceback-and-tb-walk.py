# with traceback and tb walk
def inner():
    raise ValueError("deep")


def outer():
    inner()


try:
    outer()
except ValueError as e:
    tb = e.__traceback__
    names = []
    while tb:
        names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    print(names)  # expect: [('<module>', 11), ('outer', 7), ('inner', 3)]
    print(e.with_traceback(None) is e, e.__traceback__)  # expect: True None
