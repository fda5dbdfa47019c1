# What modules on the shelf (shelf.ts) do when a program imports them, because it depends on the process: by name, with the module.
def _logging(module):
    import atexit, time
    module._startTime = time.time_ns()
    atexit.register(module.shutdown)


def _random(module):
    module._inst.seed()


woken = {"logging": _logging, "random": _random}
