# What a socket's object works on: a socket of the system, or one end of a pair inside this process, which is what event loops wake themselves
# with (it needs no call of the system, so it is there without access to one). Nothing here waits: None is what would have to.
_FIRST_FD = 1 << 20  # far from the descriptors of files
_ROOM_BYTES = 1 << 18
_ends = {}
_CHANGES = 1  # what threads wait for that wait for a socket (other keys are addresses)


def _changed():
    if _count():
        _wake(_CHANGES, True)


class _End:
    """One end of a pair: what has come for it, and the other end while that lives."""

    def __init__(self):
        self.inbox = bytearray()
        self.beside = []  # of messages: where in the inbox their bytes are, how many, what came with them
        self.peer = None
        self.may_read = self.may_write = True

    def readable(self):
        return bool(self.inbox) or self.peer is None or not self.may_read or not self.peer.may_write

    def writable(self):
        return self.peer is None or not self.may_write or len(self.peer.inbox) < _ROOM_BYTES

    def close(self, fd):
        del _ends[fd]
        if self.peer is not None:
            self.peer.peer = None
            self.peer = None
        self._take_beside(len(self.inbox) + 1)

    def _take_beside(self, count):
        """What lay beside the next bytes is lost with them."""
        for place, length, control in self.beside:
            if place < count:
                _files_in(control, _posix.close)
        self.beside = [(place - count, length, control) for place, length, control in self.beside if place >= count]

    def shut_down(self, fd, how):
        if how in (SHUT_RD, SHUT_RDWR):
            self.may_read = False
        if how in (SHUT_WR, SHUT_RDWR):
            self.may_write = False

    def set_blocking(self, fd, blocking):
        pass

    def receive(self, fd, count, flags):
        if not self.readable():
            return None
        data = bytes(self.inbox[:count])
        if not flags & MSG_PEEK:
            del self.inbox[:count]
            if self.beside:
                self._take_beside(len(data))
        return data, b""

    def receive_message(self, fd, count, control_count, flags):
        # (What is received at once comes from one message at most that brings something beside its bytes.)
        control = b""
        if self.beside:
            place, length, packed = self.beside[0]
            count = min(count, place or length)
            if not place and len(packed) <= control_count and not flags & MSG_PEEK:
                control = packed
                del self.beside[0]
        found = self.receive(fd, count, flags)
        return None if found is None else (found[0], control, 0, b"")

    def send_message(self, fd, data, control, flags, address):
        count = self.send(fd, data, flags, address)
        if count and control:
            self.peer.beside.append((len(self.peer.inbox) - count, count, _pack_items(_files_in(control, _posix.dup))))
        return count

    def send(self, fd, data, flags, address):
        if self.peer is None or not self.may_write or not self.peer.may_read:
            raise BrokenPipeError(_EPIPE, "Broken pipe")
        if not self.writable():
            return None
        piece = data[:_ROOM_BYTES - len(self.peer.inbox)]
        self.peer.inbox += piece
        return len(piece)

    def own_address(self, fd):
        return _head(AF_UNIX, 2)

    def peer_address(self, fd):
        if self.peer is None:
            raise OSError(_ENOTCONN, "Transport endpoint is not connected")
        return _head(AF_UNIX, 2)

    def option(self, fd, level, name, count):
        return (SOCK_STREAM if name == SO_TYPE else 0).to_bytes(count, _sys.byteorder)

    def set_option(self, fd, level, name, value):
        pass

    def bind(self, fd, address):
        raise OSError(22, "Invalid argument")

    listen = accept = bind

    def connect(self, fd, address):
        return _EISCONN


class _System:
    """The sockets of the system, whatever their descriptor."""
    close = staticmethod(_posix.close)
    shut_down = staticmethod(_shut_down)
    set_blocking = staticmethod(_posix.set_blocking)
    receive = staticmethod(_receive)
    send = staticmethod(_send)
    receive_message = staticmethod(_receive_message)
    send_message = staticmethod(_send_message)
    own_address = staticmethod(_own_address)
    peer_address = staticmethod(_peer_address)
    option = staticmethod(_option)
    set_option = staticmethod(_set_option)
    bind = staticmethod(_bind)
    listen = staticmethod(_listen)
    accept = staticmethod(_accept)
    connect = staticmethod(_connect)


def _register(end):
    fd = _FIRST_FD
    while fd in _ends:
        fd += 1
    _ends[fd] = end
    return fd
