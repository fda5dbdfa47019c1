# The module _signal: handlers that Python code sets. Which signals really arrive is the command line's affair: it raises them through _deliver.
SIG_DFL, SIG_IGN = 0, 1
SIG_BLOCK, SIG_UNBLOCK, SIG_SETMASK = 0, 1, 2
ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2
NSIG = 65
(SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGKILL, SIGUSR1, SIGSEGV, SIGUSR2, SIGPIPE, SIGALRM, SIGTERM, SIGSTKFLT,
 SIGCHLD, SIGCONT, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU, SIGURG, SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF, SIGWINCH, SIGIO, SIGPWR, SIGSYS) = range(1, 32)
SIGIOT, SIGCLD, SIGPOLL = SIGABRT, SIGCHLD, SIGIO
SIGRTMIN, SIGRTMAX = 34, 64
ItimerError = type("itimer_error", (OSError,), {"__module__": "signal"})
_TEXTS = ("Hangup", "Interrupt", "Quit", "Illegal instruction", "Trace/breakpoint trap", "Aborted", "Bus error", "Floating point exception", "Killed",
    "User defined signal 1", "Segmentation fault", "User defined signal 2", "Broken pipe", "Alarm clock", "Terminated", "Stack fault",
    "Child exited", "Continued", "Stopped (signal)", "Stopped", "Stopped (tty input)", "Stopped (tty output)", "Urgent I/O condition",
    "CPU time limit exceeded", "File size limit exceeded", "Virtual timer expired", "Profiling timer expired", "Window changed", "I/O possible",
    "Power failure", "Bad system call")


def default_int_handler(signalnum, frame, /):
    """The default handler for SIGINT installed by Python."""
    raise KeyboardInterrupt


_handlers = {number: SIG_DFL for number in range(1, NSIG)}
_handlers[SIGINT] = default_int_handler
_handlers[SIGPIPE] = SIG_IGN
_handlers[SIGXFSZ] = SIG_IGN


def _check(signalnum):
    if not isinstance(signalnum, int):
        raise TypeError(f"'{type(signalnum).__name__}' object cannot be interpreted as an integer")
    if not 1 <= signalnum < NSIG:
        raise ValueError("signal number out of range")
    return int(signalnum)


def signal(signalnum, handler, /):
    """Set the action for the given signal."""
    signalnum = _check(signalnum)
    if not callable(handler) and handler not in (SIG_DFL, SIG_IGN):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    if signalnum in (SIGKILL, SIGSTOP):
        raise OSError(22, "Invalid argument")
    global _int_is_handled
    old = _handlers[signalnum]
    if signalnum == SIGINT:
        _int_is_handled = handler is not default_int_handler
    _handlers[signalnum] = handler if callable(handler) else int(handler)
    return old


def getsignal(signalnum, /):
    """Return the current action for the given signal."""
    return _handlers[_check(signalnum)]


# Whether Ctrl-C is the program's affair; then the command calls _interrupted.
_int_is_handled = False


def _interrupted():
    import sys
    _deliver(SIGINT, sys._getframe(0))


def _deliver(signalnum, frame):
    handler = _handlers[signalnum]
    if callable(handler):
        handler(signalnum, frame)
    elif handler == SIG_DFL:
        import posix
        posix.kill(posix.getpid(), signalnum)


def raise_signal(signalnum, /):
    """Send a signal to the executing process."""
    import sys
    _deliver(_check(signalnum), sys._getframe(0))


def strsignal(signalnum, /):
    """Return the system description of the given signal."""
    signalnum = _check(signalnum)
    if signalnum <= 31:
        return _TEXTS[signalnum - 1]
    return f"Real-time signal {signalnum - SIGRTMIN}" if signalnum >= SIGRTMIN else None


def valid_signals():
    """Return a set of valid signal numbers on this platform."""
    return {number for number in range(1, NSIG) if number not in (32, 33)}


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    """Sets the fd to be written to (with the signal number) when a signal comes in."""
    if fd != -1:
        raise NotImplementedError("krait does not support signal.set_wakeup_fd() yet")
    return -1


def siginterrupt(signalnum, flag, /):
    """Change system call restart behaviour."""
    _check(signalnum)


def _unsupported(name):
    def function(*args):
        raise NotImplementedError(f"krait does not support signal.{name}() yet")
    function.__name__ = function.__qualname__ = name
    return function


alarm = _unsupported("alarm")
setitimer = _unsupported("setitimer")
pause = _unsupported("pause")


def getitimer(which, /):
    """Returns current value of given itimer."""
    return (0.0, 0.0)


def pthread_sigmask(how, mask, /):
    """Fetch and/or change the signal mask of the calling thread."""
    if set(mask):
        raise NotImplementedError("krait does not support signal.pthread_sigmask() yet")
    return set()


def sigpending():
    """Examine pending signals."""
    return set()
