# Waiting for descriptors (the module select uses it too): the system's, which it is asked about, and those of pairs.
_POLLIN, _POLLPRI, _POLLOUT, _POLLERR, _POLLHUP, _POLLNVAL = 1, 2, 4, 8, 16, 32
# A wait looks at signals, and at other threads' doings, this often.
_NAP_SECONDS = 0.05
_SHORT_NAP_SECONDS = 0.002


def _end_events(fd, events):
    end = _ends.get(fd)
    if end is None:
        return _POLLNVAL
    found = 0
    if events & _POLLIN and end.readable():
        found |= _POLLIN
    if events & _POLLOUT and end.writable():
        found |= _POLLOUT
    if end.peer is None:
        found |= _POLLHUP
    return found


def _wait_for_events(fds, events, timeout):
    """What has happened to which descriptor, once something has or so many seconds (None: any number) are over."""
    ends = [fd for fd in fds if fd >= _FIRST_FD]
    files = tuple([fd for fd in fds if fd < _FIRST_FD])
    wanted = tuple([events[fd] for fd in files])
    deadline = None if timeout is None else _monotonic() + timeout
    while True:
        found = {fd: _end_events(fd, events[fd]) for fd in ends}
        left = _NAP_SECONDS if deadline is None else max(0, min(_NAP_SECONDS, deadline - _monotonic()))
        # Where others could act meanwhile the system is asked without waiting.
        alone = not _count() and not any(found.values())
        if files:
            found.update(zip(files, _posix._poll(files, wanted, int(left * 1000 + 0.999) if alone else 0)))
        found = {fd: bits for fd, bits in found.items() if bits}
        if found or deadline is not None and _monotonic() >= deadline:
            return found
        if not files:
            # Only another thread can make the end of a pair ready, or a signal end the wait early.
            _park(_CHANGES, left)
        elif not alone:
            _park(_CHANGES, min(left, _SHORT_NAP_SECONDS))
