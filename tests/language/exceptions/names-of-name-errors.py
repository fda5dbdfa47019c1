# NameError knows the name, UnboundLocalError does not
def local():
    if False:
        counted = 1
    count = 2
    return counted


def free():
    def inner():
        return later

    inner()
    later = 1


def missing():
    return nowhere


def cell():
    kept
    kept = 1
    return lambda: kept


for f in local, free, missing, cell:
    try:
        f()
    except NameError as error:
        print(type(error).__name__, error.name, error)
# expect: UnboundLocalError None cannot access local variable 'counted' where it is not associated with a value
# expect: NameError later cannot access free variable 'later' where it is not associated with a value in enclosing scope
# expect: NameError nowhere name 'nowhere' is not defined
# expect: UnboundLocalError None cannot access local variable 'kept' where it is not associated with a value
try:
    del gone
except NameError as error:
    print(error.name)  # expect: gone
