# Addresses: Python's tuples and texts, and the system's struct sockaddr.
def _ipv4_bytes(text):
    parts = text.split(".")
    if len(parts) != 4 or not all(part.isascii() and part.isdigit() and len(part) <= 3 and int(part) < 256 for part in parts):
        return None
    return bytes(map(int, parts))


def _ipv6_bytes(text):
    head, gap, tail = text.partition("::")
    halves = []
    for half, is_last in (head, not gap), (tail, True):
        words = half.split(":") if half else []
        if is_last and words and "." in words[-1]:
            four = _ipv4_bytes(words.pop())
            if four is None:
                return None
            words += four[:2].hex(), four[2:].hex()
        if not all(0 < len(word) <= 4 and all(c in "0123456789abcdefABCDEF" for c in word) for word in words):
            return None
        halves.append(bytes.fromhex("".join([word.zfill(4) for word in words])))
    missing = 16 - len(halves[0]) - len(halves[1])
    if missing < 2 if gap else missing:
        return None
    return halves[0] + bytes(missing) + halves[1]


def _ipv6_text(packed):
    words = [f"{int.from_bytes(packed[i:i + 2], "big"):x}" for i in range(0, 16, 2)]
    # The longest run of two or more zeros is left out.
    best, start = 1, -1
    for i in range(8):
        end = i
        while end < 8 and words[end] == "0":
            end += 1
        if end - i > best:
            best, start = end - i, i
    dotted = inet_ntoa(packed[12:])
    if start == 0 and best == 6:
        return "::" + dotted
    if start == 0 and best == 5 and words[5] == "ffff":
        return "::ffff:" + dotted
    return ":".join(words) if start < 0 else ":".join(words[:start]) + "::" + ":".join(words[start + best:])


def inet_aton(address, /):
    """Convert an IP address in string format (123.45.67.89) to the 32-bit packed binary format used in low-level network functions."""
    def number(part):
        if part[:1] == "0" and part != "0":
            return int(part, 16) if part[:2] in ("0x", "0X") else int(part, 8)
        return int(part) if part.isascii() and part.isdigit() else -1

    *bytes_before, last = [number(part) for part in address.split(".")] if address.replace(".", "").isalnum() else [-1]
    if len(bytes_before) > 3 or any(not 0 <= n < 256 for n in bytes_before) or not 0 <= last < 256 ** (4 - len(bytes_before)):
        raise OSError("illegal IP address string passed to inet_aton")
    return bytes(bytes_before) + last.to_bytes(4 - len(bytes_before), "big")


def inet_ntoa(packed_ip, /):
    """Convert an IP address from 32-bit packed binary format to string format."""
    if len(packed_ip) != 4:
        raise OSError("packed IP wrong length")
    return ".".join(map(str, bytes(packed_ip)))


def inet_pton(address_family, ip_string, /):
    """Convert an IP address from string format to a packed string suitable for use with low-level network functions."""
    if address_family not in (AF_INET, AF_INET6):
        raise OSError(97, "Address family not supported by protocol")
    found = _ipv4_bytes(ip_string) if address_family == AF_INET else _ipv6_bytes(ip_string)
    if found is None:
        raise OSError("illegal IP address string passed to inet_pton")
    return found


def inet_ntop(address_family, packed_ip, /):
    """Convert a packed IP address of the given family to string format."""
    if address_family not in (AF_INET, AF_INET6):
        raise ValueError(f"unknown address family {address_family}")
    if len(packed_ip) != (4 if address_family == AF_INET else 16):
        raise ValueError("invalid length of packed IP address string")
    return inet_ntoa(packed_ip) if address_family == AF_INET else _ipv6_text(bytes(packed_ip))


def _failed_name(found):
    if type(found) is tuple:
        raise gaierror(*found)
    return found


def _host_bytes(host, family):
    # As CPython's setipaddr(): the empty name is any address, and names are looked up.
    if isinstance(host, (bytes, bytearray)):
        host = bytes(host).decode("idna")
    elif not isinstance(host, str):
        raise TypeError(f"str, bytes or bytearray expected, not {type(host).__name__}")
    if not host:
        return bytes(4 if family == AF_INET else 16)
    if host == "<broadcast>" and family == AF_INET:
        return b"\xff\xff\xff\xff"
    found = _ipv4_bytes(host) if family == AF_INET else _ipv6_bytes(host)
    if found is not None:
        return found
    rows = _failed_name(_addresses(host.encode("idna").decode(), None, family, SOCK_STREAM, 0, 0))
    packed = rows[0][4]
    return packed[4:8] if family == AF_INET else packed[8:24]


def _head(family, length):
    return bytes((length, family)) if _IS_MAC else family.to_bytes(2, _sys.byteorder)


def _port(what, port):
    if not isinstance(port, int):
        raise TypeError(f"'{type(port).__name__}' object cannot be interpreted as an integer")
    if not 0 <= port < 65536:
        raise OverflowError(f"{what}(): port must be 0-65535.")
    return port.to_bytes(2, "big")


def _pack_address(what, family, address):
    """The struct sockaddr of an address as Python has it."""
    if family == AF_UNIX:
        path = address if isinstance(address, (bytes, bytearray)) else _posix.fspath(address)
        path = path.encode(_sys.getfilesystemencoding(), "surrogateescape") if isinstance(path, str) else bytes(path)
        if len(path) > (103 if _IS_MAC else 107 if path[:1] != b"\0" else 108):
            raise OSError("AF_UNIX path too long")
        return _head(family, 2 + len(path)) + path + (b"" if path[:1] == b"\0" else b"\0")
    if family == AF_INET:
        if not isinstance(address, tuple):
            raise TypeError(f"{what}(): AF_INET address must be tuple, not {type(address).__name__}")
        if len(address) != 2:
            raise TypeError(f"{what}(): AF_INET address must be a pair (host, port)")
        host = _host_bytes(address[0], family)
        return _head(family, 16) + _port(what, address[1]) + host + bytes(8)
    if family == AF_INET6:
        if not isinstance(address, tuple):
            raise TypeError(f"{what}(): AF_INET6 address must be tuple, not {type(address).__name__}")
        if not 2 <= len(address) <= 4:
            raise TypeError(f"{what}(): AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])")
        host, port, flow, scope = address + (0, 0)[len(address) - 2:]
        if not 0 <= flow <= 0xFFFFF:
            raise OverflowError(f"{what}(): flowinfo must be 0-1048575.")
        host, percent, zone = host.partition("%") if isinstance(host, str) else (host, "", "")
        if percent and zone.isdigit():
            scope = int(zone)
        host = _host_bytes(host, family)
        return _head(family, 28) + _port(what, port) + flow.to_bytes(4, "big") + host + scope.to_bytes(4, _sys.byteorder)
    if family == _NETLINK:
        if not isinstance(address, tuple):
            raise TypeError(f"{what}(): AF_NETLINK address must be tuple, not {type(address).__name__}")
        if len(address) != 2:
            raise TypeError(f"{what}(): AF_NETLINK address must be a pair (pid, groups)")
        return _head(family, 12) + bytes(2) + b"".join((n & 0xFFFFFFFF).to_bytes(4, _sys.byteorder) for n in address)
    raise OSError(f"{what}(): unsupported address family")


def _unpack_address(packed):
    """An address as Python has it."""
    if len(packed) < 2:
        return None
    family = packed[1] if _IS_MAC else int.from_bytes(packed[:2], _sys.byteorder)
    if family == AF_INET:
        return inet_ntoa(packed[4:8]), int.from_bytes(packed[2:4], "big")
    if family == AF_INET6:
        host = _ipv6_text(packed[8:24])
        scope = int.from_bytes(packed[24:28], _sys.byteorder)
        return host, int.from_bytes(packed[2:4], "big"), int.from_bytes(packed[4:8], "big"), scope
    if family == AF_UNIX:
        path = packed[2:]
        return bytes(path) if path[:1] == b"\0" else path.partition(b"\0")[0].decode(_sys.getfilesystemencoding(), "surrogateescape")
    if family == _NETLINK:
        return int.from_bytes(packed[4:8], _sys.byteorder), int.from_bytes(packed[8:12], _sys.byteorder)
    return family, bytes(packed[2:])
