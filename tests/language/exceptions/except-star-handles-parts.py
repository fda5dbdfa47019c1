# except star handles parts
def run(*kinds):
    try:
        raise ExceptionGroup("g", [k("x") for k in kinds])
    except* ValueError as eg:
        print("values", repr(eg))
    except* (TypeError, KeyError) as eg:
        print("others", len(eg.exceptions))
    else:
        print("none")
    finally:
        print("done")


run(ValueError, TypeError, ValueError)
# expect: values ExceptionGroup('g', [ValueError('x'), ValueError('x')])
# expect: others 1
# expect: done
run(KeyError)
# expect: others 1
# expect: done
try:
    run(OSError, ValueError)
except ExceptionGroup as e:
    print("left", repr(e))
# expect: values ExceptionGroup('g', [ValueError('x')])
# expect: done
# expect: left ExceptionGroup('g', [OSError('x')])
