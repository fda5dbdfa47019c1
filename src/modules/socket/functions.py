# The module's functions.
def socketpair(family=AF_UNIX, type=SOCK_STREAM, proto=0, /):
    """Create a pair of socket objects from the sockets returned by the platform socketpair() function."""
    a, b = _End(), _End()
    a.peer, b.peer = b, a
    return socket(family, type, proto, _register(a)), socket(family, type, proto, _register(b))


def close(fd, /):
    """Close an integer socket file descriptor."""
    (_ends[fd] if fd in _ends else _System).close(fd)
    _changed()


def dup(fd, /):
    """Duplicate an integer socket file descriptor."""
    return _register(_ends[fd]) if fd in _ends else _posix.dup(fd)


def getdefaulttimeout():
    """Returns the default timeout in seconds (float) for new socket objects."""
    return _default_timeout


def setdefaulttimeout(timeout, /):
    """Set the default timeout in seconds (float) for new socket objects."""
    global _default_timeout
    _default_timeout = _seconds(timeout)


def _swapped(integer, bits, what):
    if not isinstance(integer, int):
        raise TypeError(f"expected int, {type(integer).__name__} found")
    if integer < 0:
        raise OverflowError(f"{what}: can't convert negative Python int to C {bits}-bit unsigned integer")
    if integer >> bits:
        raise OverflowError(f"{what}: Python int too large to convert to C {bits}-bit unsigned integer" if bits == 16 else "int larger than 32 bits")
    return int.from_bytes(integer.to_bytes(bits // 8, _sys.byteorder), "big")


def htons(x, /):
    """Convert a 16-bit unsigned integer from host to network byte order."""
    return _swapped(x, 16, "htons")


def ntohs(x, /):
    """Convert a 16-bit unsigned integer from network to host byte order."""
    return _swapped(x, 16, "ntohs")


def htonl(x, /):
    """Convert a 32-bit integer from host to network byte order."""
    return _swapped(x, 32, "htonl")


def ntohl(x, /):
    """Convert a 32-bit integer from network to host byte order."""
    return _swapped(x, 32, "ntohl")


def gethostname():
    """Return the current host name."""
    return _posix.uname().nodename if _is_given() else "localhost"


def _name_of(host):
    if host is None or isinstance(host, str) and host.isascii():
        return host
    if isinstance(host, str):
        return host.encode("idna").decode()
    if isinstance(host, bytes):
        return host.decode()
    raise TypeError("getaddrinfo() argument 1 must be string or None")


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    """getaddrinfo(host, port [, family, type, proto, flags]) -> list of (family, type, proto, canonname, sockaddr)

Resolve host and port into addrinfo struct."""
    if isinstance(port, int):
        service = str(int(port))
    elif isinstance(port, bytes):
        service = port.decode()
    elif port is None or isinstance(port, str):
        service = port
    else:
        raise OSError("Int or String expected")
    rows = _failed_name(_addresses(_name_of(host), service, int(family), int(type), proto, flags))
    return [(family, type, proto, name, _unpack_address(packed)) for family, type, proto, name, packed in rows]


def getnameinfo(sockaddr, flags, /):
    """getnameinfo(sockaddr, flags) --> (host, port)

Get host and port for a sockaddr."""
    if not isinstance(sockaddr, tuple):
        raise TypeError("getnameinfo() argument 1 must be a tuple")
    host, port, *rest = sockaddr
    rows = _failed_name(_addresses(host, str(port), AF_UNSPEC, SOCK_DGRAM, 0, AI_NUMERICHOST))
    if len(rows) > 1:
        raise OSError("sockaddr resolved to multiple addresses")
    packed = rows[0][4]
    if rows[0][0] == AF_INET6 and rest:
        packed = _pack_address("getnameinfo", AF_INET6, sockaddr)
    return tuple(_failed_name(_names(packed, flags)))


def gethostbyname(hostname, /):
    """Return the IP address (a string of the form '255.255.255.255') for a host."""
    return inet_ntoa(_host_bytes(hostname, AF_INET))


def gethostbyname_ex(hostname, /):
    """Return the true host name, a list of aliases, and a list of IP addresses, for a host."""
    rows = _failed_name(_addresses(_name_of(hostname), None, AF_INET, SOCK_STREAM, 0, AI_CANONNAME))
    return rows[0][3] or hostname, [], [inet_ntoa(row[4][4:8]) for row in rows]


def gethostbyaddr(ip_address, /):
    """Return the true host name, a list of aliases, and a list of IP addresses, for a host."""
    row = _failed_name(_addresses(_name_of(ip_address), None, AF_UNSPEC, SOCK_STREAM, 0, 0))[0]
    names = _names(row[4], NI_NAMEREQD)
    if type(names) is tuple:
        raise herror(1, "Unknown host")
    return names[0], [], [_unpack_address(row[4])[0]]


def getservbyname(servicename, protocolname=None, /):
    """Return a port number from a service name and protocol name."""
    kind = {None: 0, "tcp": SOCK_STREAM, "udp": SOCK_DGRAM}.get(protocolname, -1)
    rows = () if kind < 0 or servicename.isdigit() else _addresses(None, servicename, AF_INET, kind, 0, 0)
    if type(rows) is tuple:
        raise OSError("service/proto not found")
    return int.from_bytes(rows[0][4][2:4], "big")


def getservbyport(port, protocolname=None, /):
    """Return the service name from a port number and protocol name."""
    if not 0 <= port < 65536:
        raise OverflowError("getservbyport: port must be 0-65535.")
    names = _names(_pack_address("getservbyport", AF_INET, ("127.0.0.1", port)), NI_NUMERICHOST | (NI_DGRAM if protocolname == "udp" else 0))
    if type(names) is tuple or names[1] == str(port):
        raise OSError("port/proto not found")
    return names[1]


def getprotobyname(name, /):
    """Return the protocol number for the associated protocol name."""
    known = {"ip": 0, "icmp": 1, "tcp": 6, "udp": 17, "ipv6": 41, "ipv6-icmp": 58}
    if name.lower() not in known:
        raise OSError("protocol not found")
    return known[name.lower()]
