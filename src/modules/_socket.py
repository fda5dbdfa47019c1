# The module _socket: pairs of connected sockets inside this process, which is what event loops wake themselves with. There is no network.
from errno import EAGAIN as _EAGAIN, EBADF as _EBADF, ENOTCONN as _ENOTCONN, EPIPE as _EPIPE
from time import monotonic as _monotonic

from _thread import _count, _park, _wake

error = OSError
timeout = TimeoutError
has_ipv6 = False
AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6 = 0, 1, 2, 10
SOCK_STREAM, SOCK_DGRAM, SOCK_RAW, SOCK_NONBLOCK, SOCK_CLOEXEC = 1, 2, 3, 0o4000, 0o2000000
SOL_SOCKET, SOL_TCP, SOL_IP, IPPROTO_IP, IPPROTO_TCP, IPPROTO_UDP, IPPROTO_IPV6 = 1, 6, 0, 0, 6, 17, 41
SO_REUSEADDR, SO_TYPE, SO_ERROR, SO_BROADCAST, SO_SNDBUF, SO_RCVBUF, SO_KEEPALIVE, SO_REUSEPORT = 2, 3, 4, 6, 7, 8, 9, 15
TCP_NODELAY, IPV6_V6ONLY, SOMAXCONN = 1, 26, 4096
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
MSG_OOB, MSG_PEEK, MSG_DONTWAIT, MSG_WAITALL = 1, 2, 64, 256
AI_PASSIVE, AI_CANONNAME, AI_NUMERICHOST, AI_NUMERICSERV, AI_ADDRCONFIG = 1, 2, 4, 1024, 32
NI_NUMERICHOST, NI_NUMERICSERV, NI_NAMEREQD, NI_DGRAM = 1, 2, 8, 16
EAI_FAMILY, EAI_NONAME, EAI_AGAIN, EAI_FAIL = -6, -2, -3, -4
INADDR_ANY, INADDR_LOOPBACK, INADDR_BROADCAST = 0, 0x7F000001, 0xFFFFFFFF

_FIRST_FD = 1 << 20  # far from the descriptors of files
_ROOM_BYTES = 1 << 18
_ends = {}
_default_timeout = None
_CHANGES = 1  # what threads wait for that wait for a socket (other keys are addresses)


def _changed():
    if _count():
        _wake(_CHANGES, True)


def _wait_for_change(seconds):
    """Until another thread has done something to a socket, or for so long."""
    _park(_CHANGES, seconds)


class herror(OSError):
    __module__ = "socket"


class gaierror(OSError):
    __module__ = "socket"


class _End:
    """One end of a pair: what has come for it, and the other end while that lives."""

    def __init__(self):
        self.inbox = bytearray()
        self.peer = None
        self.may_read = self.may_write = True

    def readable(self):
        return bool(self.inbox) or self.peer is None or not self.may_read or not self.peer.may_write

    def writable(self):
        return self.peer is None or not self.may_write or len(self.peer.inbox) < _ROOM_BYTES


def _no_network(*arguments, **named):
    raise NotImplementedError("krait does not support network access")


def _open(end):
    fd = _FIRST_FD
    while fd in _ends:
        fd += 1
    _ends[fd] = end
    return fd


class socket:
    """A socket; in Krait one end of a pair made by socketpair()."""
    __module__ = "_socket"
    __slots__ = ("_fd", "_timeout", "_family", "_type", "_proto")

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        self._fd = -1
        if fileno is None:
            _no_network()
        if fileno not in _ends:
            raise OSError(_EBADF, "Bad file descriptor")
        self._fd = fileno
        self._timeout = _default_timeout
        self._family = AF_UNIX if family == -1 else family
        self._type = SOCK_STREAM if type == -1 else type
        self._proto = 0 if proto == -1 else proto

    def __del__(self):
        if self._fd != -1:
            import warnings
            warnings.warn(f"unclosed {self!r}", ResourceWarning, source=self)
            socket.close(self)

    def _end(self):
        end = _ends.get(self._fd)
        if end is None:
            raise OSError(_EBADF, "Bad file descriptor")
        return end

    def fileno(self):
        return self._fd

    def detach(self):
        fd, self._fd = self._fd, -1
        return fd

    def close(self):
        fd = socket.detach(self)
        end = _ends.pop(fd, None)
        if end is not None and end.peer is not None:
            end.peer.peer = None
            end.peer = None
            _changed()

    def shutdown(self, how, /):
        end = self._end()
        if how in (SHUT_RD, SHUT_RDWR):
            end.may_read = False
        if how in (SHUT_WR, SHUT_RDWR):
            end.may_write = False
        _changed()

    def setblocking(self, flag, /):
        self._timeout = None if flag else 0.0

    def getblocking(self):
        return self._timeout != 0.0

    def settimeout(self, value, /):
        if value is not None and value < 0:
            raise ValueError("Timeout value out of range")
        self._timeout = None if value is None else float(value)

    def gettimeout(self):
        return self._timeout

    @property
    def timeout(self):
        return self._timeout

    @property
    def family(self):
        return self._family

    @property
    def type(self):
        return self._type

    @property
    def proto(self):
        return self._proto

    def _wait(self, is_ready):
        if is_ready():
            return
        if self._timeout == 0.0:
            raise BlockingIOError(_EAGAIN, "Resource temporarily unavailable")
        deadline = None if self._timeout is None else _monotonic() + self._timeout
        while not is_ready():
            if deadline is None and not _count():
                raise RuntimeError("krait: waiting for this socket would never end, both its ends are in the same thread")
            left = -1 if deadline is None else deadline - _monotonic()
            if deadline is not None and left <= 0:
                raise TimeoutError("timed out")
            _wait_for_change(left)

    def recv(self, bufsize, flags=0, /):
        if bufsize < 0:
            raise ValueError("negative buffersize in recv")
        end = self._end()
        self._wait(end.readable)
        data = bytes(end.inbox[:bufsize])
        if not flags & MSG_PEEK:
            del end.inbox[:bufsize]
            _changed()
        return data

    def recv_into(self, buffer, nbytes=0, flags=0, /):
        view = memoryview(buffer).cast("B")
        data = self.recv(nbytes or len(view), flags)
        view[:len(data)] = data
        return len(data)

    def recvfrom(self, bufsize, flags=0, /):
        return self.recv(bufsize, flags), None

    def send(self, data, flags=0, /):
        end = self._end()
        if end.peer is None or not end.may_write or not end.peer.may_read:
            raise BrokenPipeError(_EPIPE, "Broken pipe")
        self._wait(end.writable)
        piece = bytes(data)[:_ROOM_BYTES - len(end.peer.inbox)]
        end.peer.inbox += piece
        _changed()
        return len(piece)

    def sendall(self, data, flags=0, /):
        data = bytes(data)
        while data:
            data = data[self.send(data, flags):]

    def getsockname(self):
        self._end()
        return ""

    def getpeername(self):
        if self._end().peer is None:
            raise OSError(_ENOTCONN, "Transport endpoint is not connected")
        return ""

    def getsockopt(self, level, option, buflen=0, /):
        self._end()
        return self._type if option == SO_TYPE else 0

    def setsockopt(self, level, option, value, optlen=0, /):
        self._end()

    accept = _accept = bind = connect = connect_ex = listen = sendto = _no_network


SocketType = socket


def socketpair(family=AF_UNIX, type=SOCK_STREAM, proto=0, /):
    """Create a pair of socket objects from the sockets returned by the platform socketpair() function."""
    a, b = _End(), _End()
    a.peer, b.peer = b, a
    return socket(family, type, proto, _open(a)), socket(family, type, proto, _open(b))


def close(fd, /):
    """Close an integer socket file descriptor."""
    socket(fileno=fd).close()


def dup(fd, /):
    """Duplicate an integer socket file descriptor."""
    end = _ends.get(fd)
    if end is None:
        raise OSError(_EBADF, "Bad file descriptor")
    return _open(end)


def getdefaulttimeout():
    """Returns the default timeout in seconds (float) for new socket objects."""
    return _default_timeout


def setdefaulttimeout(timeout, /):
    """Set the default timeout in seconds (float) for new socket objects."""
    global _default_timeout
    _default_timeout = None if timeout is None else float(timeout)


def gethostname():
    """Return the current host name."""
    return "localhost"


def htons(integer, /):
    """Convert a 16-bit unsigned integer from host to network byte order."""
    return int.from_bytes(integer.to_bytes(2, "little"), "big")


def htonl(integer, /):
    """Convert a 32-bit integer from host to network byte order."""
    return int.from_bytes(integer.to_bytes(4, "little"), "big")


ntohs, ntohl = htons, htonl


def inet_aton(address, /):
    """Convert an IP address in string format (123.45.67.89) to the 32-bit packed binary format."""
    parts = address.split(".")
    if len(parts) != 4 or not all(part.isdecimal() and int(part) < 256 for part in parts):
        raise OSError("illegal IP address string passed to inet_aton")
    return bytes(map(int, parts))


def inet_ntoa(packed, /):
    """Convert an IP address from 32-bit packed binary format to string format."""
    if len(packed) != 4:
        raise ValueError("packed IP wrong length")
    return ".".join(map(str, packed))


getaddrinfo = getnameinfo = gethostbyname = gethostbyname_ex = gethostbyaddr = getservbyname = getservbyport = getprotobyname = _no_network
