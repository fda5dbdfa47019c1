# a power out of range is an overflow error
# oracle: native
for base, exponent in ((1e300, 2), (2.0, 1024), (-1e200, 3), (10, 400.0)):
    try:
        print(base**exponent)
    except OverflowError as error:
        print(type(error).__name__, error)
# expect: OverflowError (34, 'Numerical result out of range')
# expect: OverflowError (34, 'Numerical result out of range')
# expect: OverflowError (34, 'Numerical result out of range')
# expect: OverflowError (34, 'Numerical result out of range')
