# The module faulthandler. Krait reports faults of its own native code whatever this module is told.
_enabled = False


def enable(file=None, all_threads=True, c_stack=True):
    """Enable the fault handler."""
    global _enabled
    _enabled = True


def disable():
    """Disable the fault handler."""
    global _enabled
    was, _enabled = _enabled, False
    return was


def is_enabled():
    """Check if the handler is enabled."""
    return _enabled


def dump_traceback(file=None, all_threads=True):
    """Dump the traceback of the current thread into file."""
    import sys
    file = sys.stderr if file is None else file
    file.write("Current thread 0x0000000000000001 (most recent call first):\n")
    frame = sys._getframe(0)
    while frame is not None:
        file.write(f'  File "{frame.f_code.co_filename}", line {frame.f_lineno} in {frame.f_code.co_name}\n')
        frame = frame.f_back
    file.flush()


def dump_traceback_later(timeout, repeat=False, file=None, exit=False):
    """Dump the traceback of all threads in timeout seconds."""
    raise NotImplementedError("krait does not support faulthandler.dump_traceback_later() yet")


def cancel_dump_traceback_later():
    """Cancel the previous call to dump_traceback_later()."""


def register(signum, file=None, all_threads=True, chain=False):
    """Register a handler for the signal 'signum': dump the traceback of the current thread, or of all threads."""
    raise NotImplementedError("krait does not support faulthandler.register() yet")


def unregister(signum, /):
    """Unregister the handler of the signal 'signum' registered by register()."""
    return False
