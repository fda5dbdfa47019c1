# traceback through a generator and with
class CM:
    def __enter__(self):
        return self

    def __exit__(self, *a):
        return False


def gen():
    with CM():
        yield 1
        raise OSError(5, "io trouble")


for x in gen():
    print(x)  # expect: 1
# raises: OSError: [Errno 5] io trouble
# traceback: Traceback (most recent call last):
# traceback:   File "traceback-through-a-generator-and-with.py", line 16, in <module>
# traceback:     for x in gen():
# traceback:              ~~~^^
# traceback:   File "traceback-through-a-generator-and-with.py", line 13, in gen
# traceback:     raise OSError(5, "io trouble")
# traceback: OSError: [Errno 5] io trouble
