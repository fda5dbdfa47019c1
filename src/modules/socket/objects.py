# Objects of sockets.
_default_timeout = None
_STREAM_BYTES = 1 << 20  # a stream is not given more at once


def _seconds(value):
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        if not hasattr(value, "__index__") and not hasattr(value, "__float__"):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    value = float(value)
    if value != value:
        raise ValueError("Invalid value NaN (not a number)")
    if value < 0:
        raise ValueError("Timeout value out of range")
    if value > 9.2e9:
        raise OverflowError("timestamp too large to convert to C PyTime_t")
    return value


def _bytes(data):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return data if type(data) is bytes else bytes(memoryview(data))


def _beginning(data):
    # Of what a stream is to take without waiting, no more than it may have room for: the rest would be copied in vain.
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    with memoryview(data) as view:
        if view.nbytes <= _STREAM_BYTES:
            return bytes(view)
        with view.cast("B") as octets:
            return bytes(octets[:_STREAM_BYTES])


class socket:
    """socket(family=AF_INET, type=SOCK_STREAM, proto=0) -> socket object
socket(family=-1, type=-1, proto=-1, fileno=None) -> socket object

Open a socket of the given type."""
    __module__ = "_socket"
    __slots__ = ("_fd", "_timeout", "_family", "_type", "_proto", "_end")

    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self._fd = -1
        self._timeout = None
        self._family = self._type = self._proto = 0
        self._end = _System
        return self

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        if fileno is None:
            family = AF_INET if family == -1 else family
            type = SOCK_STREAM if type == -1 else type
            proto = 0 if proto == -1 else proto
            fd = _open(int(family), int(type), proto)
        else:
            if isinstance(fileno, float):
                raise TypeError("integer argument expected, got float")
            fd = fileno.__index__()
            if fd < 0:
                raise ValueError("negative file descriptor")
            if fd >= _FIRST_FD:
                if fd not in _ends:
                    raise OSError(_EBADF, "Bad file descriptor")
                self._end = _ends[fd]
            try:
                address = self._end.own_address(fd)
            except OSError as error:
                if error.errno in (_EBADF, _ENOTSOCK):
                    raise
                address = b""
            if family == -1:
                family = AF_UNSPEC if len(address) < 2 else address[1] if _IS_MAC else int.from_bytes(address[:2], _sys.byteorder)
            if type == -1:
                type = int.from_bytes(self._end.option(fd, SOL_SOCKET, SO_TYPE, 4), _sys.byteorder)
            if proto == -1:
                proto = 0 if _IS_MAC or fd >= _FIRST_FD else int.from_bytes(self._end.option(fd, SOL_SOCKET, SO_PROTOCOL, 4), _sys.byteorder)
        self._fd = fd
        self._family, self._proto = family, proto
        self._type = type if _IS_MAC else type & ~(SOCK_NONBLOCK | SOCK_CLOEXEC)
        self._timeout = _default_timeout
        if not _IS_MAC and type & SOCK_NONBLOCK:
            self._timeout = 0.0
        elif self._timeout is not None:
            self._end.set_blocking(fd, False)

    def __del__(self):
        if self._fd != -1:
            import warnings
            warnings.warn(f"unclosed {self!r}", ResourceWarning, source=self)
            socket.close(self)

    def __repr__(self):
        return f"<socket object, fd={self._fd}, family={self._family:d}, type={self._type:d}, proto={self._proto}>"

    def _open_fd(self):
        if self._fd == -1:
            raise OSError(_EBADF, "Bad file descriptor")
        return self._fd

    def fileno(self):
        """Return the integer file descriptor of the socket."""
        return self._fd

    def detach(self):
        """Close the socket object without closing the underlying file descriptor."""
        fd, self._fd = self._fd, -1
        return fd

    def close(self):
        """Close the socket. It cannot be used after this call."""
        fd, self._fd = self._fd, -1
        if fd != -1:
            try:
                self._end.close(fd)
            except ConnectionResetError:
                pass
            _changed()

    def shutdown(self, how, /):
        """Shut down the reading side of the socket (flag == SHUT_RD), the writing side of the socket (flag == SHUT_WR), or both ends (flag == SHUT_RDWR)."""
        self._end.shut_down(self._open_fd(), how)
        _changed()

    def setblocking(self, flag, /):
        """Set the socket to blocking (flag is true) or non-blocking (false)."""
        self.settimeout(None if flag else 0.0)

    def getblocking(self):
        """Returns True if socket is in blocking mode, or False if it is in non-blocking mode."""
        return self._timeout != 0.0

    def settimeout(self, timeout, /):
        """Set a timeout on socket operations."""
        timeout = _seconds(timeout)
        self._end.set_blocking(self._open_fd(), timeout is None)
        self._timeout = timeout

    def gettimeout(self):
        """Returns the timeout in seconds (float) associated with socket operations."""
        return self._timeout

    timeout = property(gettimeout, doc="the socket timeout")
    family = property(lambda self: self._family, doc="the socket family")
    type = property(lambda self: self._type, doc="the socket type")
    proto = property(lambda self: self._proto, doc="the socket protocol")

    def _wait(self, events, deadline):
        # Until the socket is ready, or as its timeout says.
        if self._timeout == 0.0:
            raise BlockingIOError(_EAGAIN, "Resource temporarily unavailable")
        fd = self._open_fd()
        if fd >= _FIRST_FD and deadline is None and not _count():
            raise RuntimeError("krait: waiting for this socket would never end, both its ends are in the same thread")
        left = None if deadline is None else max(0.0, deadline - _monotonic())
        if left == 0.0 or not _wait_for_events([fd], {fd: events}, left):
            raise TimeoutError("timed out")

    def _deadline(self):
        return None if self._timeout is None else _monotonic() + self._timeout

    def _attempt(self, events, deadline, function, *arguments):
        while (result := function(self._open_fd(), *arguments)) is None:
            self._wait(events, deadline)
        _changed()
        return result

    def _received(self, count, flags):
        if count < 0:
            raise ValueError("negative buffersize in recv")
        return self._attempt(_POLLIN, self._deadline(), self._end.receive, count, flags)

    def recv(self, bufsize, flags=0, /):
        """Receive up to buffersize bytes from the socket."""
        data = self._received(bufsize, flags)[0]
        if flags & MSG_WAITALL and not flags & MSG_PEEK:
            while data and len(data) < bufsize and (more := self._received(bufsize - len(data), flags)[0]):
                data += more
        return data

    def recvfrom(self, bufsize, flags=0, /):
        """Like recv(buffersize, flags) but also return the sender's address info."""
        data, address = self._received(bufsize, flags)
        return data, _unpack_address(address)

    def _receive_into(self, buffer, nbytes, flags, what):
        with memoryview(buffer) as given, given.cast("B") as view:
            if view.readonly:
                raise TypeError(f"{what}() argument 1 must be read-write bytes-like object, not {type(buffer).__name__}")
            if nbytes < 0:
                raise ValueError(f"negative buffersize in {what}")
            if nbytes > len(view):
                raise ValueError("nbytes is greater than the length of the buffer" if what == "recvfrom_into" else "buffer too small for requested bytes")
            data, address = self._received(nbytes or len(view), flags)
            view[:len(data)] = data
            return len(data), address

    def recv_into(self, buffer, nbytes=0, flags=0):
        """A version of recv() that stores its data into a buffer rather than creating a new string."""
        return self._receive_into(buffer, nbytes, flags, "recv_into")[0]

    def recvfrom_into(self, buffer, nbytes=0, flags=0):
        """Like recv_into(buffer[, nbytes[, flags]]) but also return the sender's address info."""
        count, address = self._receive_into(buffer, nbytes, flags, "recvfrom_into")
        return count, _unpack_address(address)

    def _sent(self, data, flags, address=None, deadline=None):
        return self._attempt(_POLLOUT, deadline or self._deadline(), self._end.send, data, flags, address)

    def send(self, data, flags=0, /):
        """Send a data string to the socket."""
        if self._type != SOCK_STREAM:
            return self._sent(_bytes(data), flags)
        if self._timeout is None and not flags & MSG_DONTWAIT:
            self.sendall(data, flags)
            return memoryview(data).nbytes
        return self._sent(_beginning(data), flags)

    def sendall(self, data, flags=0, /):
        """Send a data string to the socket; until it is all sent."""
        data = _bytes(data)
        deadline = self._deadline()
        done = 0
        while done < len(data):
            done += self._sent(data[done:done + _STREAM_BYTES] if done or len(data) > _STREAM_BYTES else data, flags, None, deadline)

    def sendto(self, data, *rest):
        """Like send(data, flags) but allows specifying the destination address."""
        if not 1 <= len(rest) <= 2:
            raise TypeError(f"sendto() takes 2 or 3 arguments ({1 + len(rest)} given)")
        flags = rest[0] if len(rest) == 2 else 0
        return self._sent(_bytes(data), flags, _pack_address("sendto", self._family, rest[-1]))

    def sendmsg(self, buffers, ancdata=(), flags=0, address=None, /):
        """Send normal and ancillary data to the socket, gathering the non-ancillary data from a series of buffers."""
        if self._type == SOCK_STREAM:
            pieces = []
            left = _STREAM_BYTES
            for buffer in buffers:
                if left > 0:
                    pieces.append(_beginning(buffer))
                    left -= len(pieces[-1])
        else:
            pieces = [_bytes(buffer) for buffer in buffers]
        data = b"".join(pieces)
        control = _pack_items(ancdata)
        address = None if address is None else _pack_address("sendmsg", self._family, address)
        return self._attempt(_POLLOUT, self._deadline(), self._end.send_message, data, control, flags, address)

    def _received_message(self, count, control_count, flags):
        if not 0 <= control_count <= 0x7FFFFFFF:
            raise ValueError("invalid ancillary data buffer length")
        return self._attempt(_POLLIN, self._deadline(), self._end.receive_message, count, control_count, flags)

    def recvmsg(self, bufsize, ancbufsize=0, flags=0, /):
        """Receive normal data (up to bufsize bytes) and ancillary data from the socket."""
        if bufsize < 0:
            raise ValueError("negative buffer size in recvmsg()")
        data, control, flags, address = self._received_message(bufsize, ancbufsize, flags)
        return data, _unpack_items(control), flags, _unpack_address(address)

    def recvmsg_into(self, buffers, ancbufsize=0, flags=0, /):
        """Receive normal data and ancillary data from the socket, scattering the non-ancillary data into a series of buffers."""
        try:
            buffers = iter(buffers)
        except TypeError:
            raise TypeError("recvmsg_into() argument 1 must be an iterable") from None
        try:
            views = [memoryview(buffer).cast("B") for buffer in buffers]
        except TypeError:
            views = None
        if views is None or any([view.readonly for view in views]):
            raise TypeError("recvmsg_into() argument 1 must be an iterable of single-segment read-write buffers")
        data, control, flags, address = self._received_message(sum([len(view) for view in views]), ancbufsize, flags)
        at = 0
        for view in views:
            piece = data[at:at + len(view)]
            view[:len(piece)] = piece
            at += len(piece)
        return at, _unpack_items(control), flags, _unpack_address(address)

    def bind(self, address, /):
        """Bind the socket to a local address."""
        self._end.bind(self._open_fd(), _pack_address("bind", self._family, address))

    def listen(self, backlog=128, /):
        """Enable a server to accept connections."""
        self._end.listen(self._open_fd(), max(0, backlog))

    def _accept(self):
        """Wait for an incoming connection. Returns the new descriptor and the address of the client."""
        fd, address = self._attempt(_POLLIN, self._deadline(), self._end.accept)
        return fd, _unpack_address(address)

    def _connected(self, address, in_progress):
        # 0, or the number of what went wrong.
        packed = _pack_address("connect", self._family, address)
        code = self._end.connect(self._open_fd(), packed)
        _changed()
        if self._timeout == 0.0 or code not in (_EINPROGRESS, _EINTR, _EAGAIN):
            return code
        deadline = self._deadline()
        while code == _EAGAIN: # a listener's queue in this machine is full
            if deadline is not None and _monotonic() >= deadline:
                raise TimeoutError("timed out")
            _park(_CHANGES, _SHORT_NAP_SECONDS)
            code = self._end.connect(self._open_fd(), packed)
        if code in (_EINPROGRESS, _EINTR):
            try:
                self._wait(_POLLOUT, deadline)
            except TimeoutError:
                if in_progress is None:
                    raise
                return in_progress
            return int.from_bytes(self._end.option(self._fd, SOL_SOCKET, SO_ERROR, 4), _sys.byteorder)
        return code

    def connect(self, address, /):
        """Connect the socket to a remote address."""
        code = self._connected(address, None)
        if code:
            raise OSError(code, _posix.strerror(code))

    def connect_ex(self, address, /):
        """This is like connect(address), but returns an error code (the errno value) instead of raising an exception when an error occurs."""
        return self._connected(address, _EAGAIN)

    def getsockname(self):
        """Return the address of the local endpoint."""
        return _unpack_address(self._end.own_address(self._open_fd()))

    def getpeername(self):
        """Return the address of the remote endpoint."""
        return _unpack_address(self._end.peer_address(self._open_fd()))

    def getsockopt(self, level, option, buflen=0, /):
        """Get a socket option."""
        if buflen < 0 or buflen > 1024:
            raise OSError("getsockopt buflen out of range")
        found = self._end.option(self._open_fd(), level, option, buflen or 4)
        return found if buflen else int.from_bytes(found, _sys.byteorder, signed=True)

    def setsockopt(self, level, option, value, optlen=None, /):
        """Set a socket option."""
        if value is None:
            value = bytes(optlen)
        elif isinstance(value, int):
            value = value.to_bytes(4, _sys.byteorder, signed=True)
        self._end.set_option(self._open_fd(), level, option, _bytes(value))


SocketType = socket
