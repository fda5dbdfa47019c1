# uncaught with cause and context
def load(d):
    try:
        return d["key"]
    except KeyError as e:
        raise ValueError("no key") from e


try:
    load({})
except ValueError:
    raise RuntimeError("cleanup failed")
# raises: RuntimeError: cleanup failed
# traceback: Traceback (most recent call last):
# traceback:   File "uncaught-with-cause-and-context.py", line 4, in load
# traceback:     return d["key"]
# traceback:            ~^^^^^^^
# traceback: KeyError: 'key'
# traceback:
# traceback: The above exception was the direct cause of the following exception:
# traceback:
# traceback: Traceback (most recent call last):
# traceback:   File "uncaught-with-cause-and-context.py", line 10, in <module>
# traceback:     load({})
# traceback:     ~~~~^^^^
# traceback:   File "uncaught-with-cause-and-context.py", line 6, in load
# traceback:     raise ValueError("no key") from e
# traceback: ValueError: no key
# traceback:
# traceback: During handling of the above exception, another exception occurred:
# traceback:
# traceback: Traceback (most recent call last):
# traceback:   File "uncaught-with-cause-and-context.py", line 12, in <module>
# traceback:     raise RuntimeError("cleanup failed")
# traceback: RuntimeError: cleanup failed
