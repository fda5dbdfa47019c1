# The module _signal: handlers that Python code sets. The command calls _interrupted and _arrived where a signal has been noticed (signals.ts).
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
        _int_is_handled = handler is not default_int_handler or SIGINT in _masked
    elif callable(handler) or handler == SIG_IGN:
        _watch(signalnum, not callable(handler))
    elif old != SIG_DFL and signalnum not in _masked:
        _forget(signalnum)
    _handlers[signalnum] = handler if callable(handler) else int(handler)
    return old


def getsignal(signalnum, /):
    """Return the current action for the given signal."""
    return _handlers[_check(signalnum)]


# Whether Ctrl-C is the program's affair; then the command calls _interrupted.
_int_is_handled = False


def _running_frame():
    import sys
    try:
        return sys._getframe(0)
    except ValueError:  # between the program and its end
        return None


def _interrupted():
    _deliver(SIGINT, _running_frame())


def _arrived(bits):
    frame = _running_frame()
    for signalnum in _signals_of(bits):
        if signalnum == SIGALRM and _interval:
            setitimer(ITIMER_REAL, _interval, _interval)
        _deliver(signalnum, frame)


def _deliver(signalnum, frame):
    global _delivered
    if signalnum in _masked:
        _pending.add(signalnum)
        return
    _delivered += 1
    if _wakeup_fd != -1:
        import _socket
        try:
            (_socket._ends[_wakeup_fd] if _wakeup_fd in _socket._ends else _socket._System).send(_wakeup_fd, bytes((signalnum,)), 0, None)
            _socket._changed()
        except OSError as error:
            if error.errno == 88: # a pipe
                import posix
                posix.write(_wakeup_fd, bytes((signalnum,)))
    handler = _handlers[signalnum]
    if callable(handler):
        handler(signalnum, frame)
    elif handler == SIG_DFL:
        import posix
        posix.kill(posix.getpid(), signalnum)


def raise_signal(signalnum, /):
    """Send a signal to the executing process."""
    _deliver(_check(signalnum), _running_frame())


def strsignal(signalnum, /):
    """Return the system description of the given signal."""
    signalnum = _check(signalnum)
    if signalnum <= 31:
        return _TEXTS[signalnum - 1]
    return f"Real-time signal {signalnum - SIGRTMIN}" if signalnum >= SIGRTMIN else None


def valid_signals():
    """Return a set of valid signal numbers on this platform."""
    return {number for number in range(1, NSIG) if number not in (32, 33)}


_wakeup_fd = -1
_delivered = 0


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    """Sets the fd to be written to (with the signal number) when a signal comes in."""
    global _wakeup_fd
    fd = fd.__index__()
    if fd != -1:
        import _socket
        if fd not in _socket._ends:
            import posix
            posix.fstat(fd)
            if posix.get_blocking(fd):
                raise ValueError(f"the fd {fd} must be in non-blocking mode")
    old, _wakeup_fd = _wakeup_fd, fd
    return old


def siginterrupt(signalnum, flag, /):
    """Change system call restart behaviour."""
    _check(signalnum)


_interval = _deadline = 0.0


def setitimer(which, seconds, interval=0.0, /):
    """Sets given itimer (one of ITIMER_REAL, ITIMER_VIRTUAL or ITIMER_PROF)."""
    global _interval, _deadline
    if which in (ITIMER_VIRTUAL, ITIMER_PROF):
        raise NotImplementedError("krait does not support timers of processor time")
    if which != ITIMER_REAL or seconds < 0 or interval < 0:
        raise ItimerError(22, "Invalid argument")
    import time
    old = getitimer(which)
    _arm(SIGALRM, float(seconds))
    _interval = float(interval) if seconds else 0.0
    _deadline = time.monotonic() + seconds if seconds else 0.0
    return old


def getitimer(which, /):
    """Returns current value of given itimer."""
    if which not in (ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF):
        raise ItimerError(22, "Invalid argument")
    if which != ITIMER_REAL or not _deadline:
        return (0.0, 0.0)
    import time
    left = _deadline - time.monotonic()
    return (left, _interval) if left > 0 else (0.0, _interval)


def alarm(seconds, /):
    """Arrange for SIGALRM to arrive after the given number of seconds."""
    from math import ceil
    return ceil(setitimer(ITIMER_REAL, max(0, seconds.__index__()))[0])


def pause():
    """Wait until a signal arrives."""
    import time
    before = _delivered
    while _delivered == before:
        time.sleep(0.01)


_masked = set()  # of all threads: only the main one handles signals
_pending = set()


def pthread_sigmask(how, mask, /):
    """Fetch and/or change the signal mask of the calling thread."""
    global _masked, _int_is_handled
    numbers = set()
    for number in mask:
        if not 1 <= number < NSIG:
            raise ValueError(f"signal number {number} out of range [1; {NSIG - 1}]")
        numbers.add(int(number))
    old = _masked
    if how not in (SIG_BLOCK, SIG_UNBLOCK, SIG_SETMASK):
        raise OSError(22, "Invalid argument")
    _masked = (old | numbers if how == SIG_BLOCK else old - numbers if how == SIG_UNBLOCK else numbers) - {SIGKILL, SIGSTOP}
    # What would end the process is caught meanwhile, to be held back.
    for number in _masked - old:
        if number != SIGINT and _handlers[number] == SIG_DFL:
            _watch(number, False)
    for number in old - _masked:
        if number != SIGINT and _handlers[number] == SIG_DFL:
            _forget(number)
    _int_is_handled = _handlers[SIGINT] is not default_int_handler or SIGINT in _masked
    for number in sorted(_pending - _masked):
        _pending.discard(number)
        _deliver(number, _running_frame())
    return old


def sigpending():
    """Examine pending signals."""
    return set(_pending)
