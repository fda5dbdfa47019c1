# What goes beside the data of a message: items of a level, a type and bytes, one struct cmsghdr after the other. (Its length has 8 bytes on Linux,
# 4 on macOS; items begin at a multiple of as many.)
_ITEM_LENGTH_BYTES = 4 if _IS_MAC else 8
_ITEM_HEAD_BYTES = _ITEM_LENGTH_BYTES + 8


def _padded(count):
    return count + _ITEM_LENGTH_BYTES - 1 & -_ITEM_LENGTH_BYTES


def _checked_length(length, of):
    if not 0 <= length <= 0x7FFFFFFF:
        raise OverflowError(f"{of}() argument out of range")
    return length


def CMSG_LEN(length, /):
    """Return the total length, without trailing padding, of an ancillary data item with associated data of the given length."""
    return _ITEM_HEAD_BYTES + _checked_length(length, "CMSG_LEN")


def CMSG_SPACE(length, /):
    """Return the buffer size needed for recvmsg() to receive an ancillary data item with associated data of the given length."""
    return _ITEM_HEAD_BYTES + _padded(_checked_length(length, "CMSG_SPACE"))


def _pack_items(given):
    items = []
    for item in given:
        if not isinstance(item, (tuple, list)):
            raise TypeError(f"[sendmsg() ancillary data items]() argument must be 3-item sequence, not {type(item).__name__}")
        if len(item) != 3:
            raise TypeError(f"[sendmsg() ancillary data items]() argument must be sequence of length 3, not {len(item)}")
        level, kind, data = item
        items.append((int.__index__(level), int.__index__(kind), _bytes(data)))
    packed = bytearray()
    for level, kind, data in items:
        packed += (_ITEM_HEAD_BYTES + len(data)).to_bytes(_ITEM_LENGTH_BYTES, _sys.byteorder)
        packed += level.to_bytes(4, _sys.byteorder, signed=True) + kind.to_bytes(4, _sys.byteorder, signed=True) + data
        packed += bytes(_padded(len(data)) - len(data))
    return bytes(packed)


def _unpack_items(packed):
    items = []
    at = 0
    while at + _ITEM_HEAD_BYTES <= len(packed):
        length = int.from_bytes(packed[at:at + _ITEM_LENGTH_BYTES], _sys.byteorder)
        if length < _ITEM_HEAD_BYTES:
            break
        numbers = at + _ITEM_LENGTH_BYTES
        level = int.from_bytes(packed[numbers:numbers + 4], _sys.byteorder, signed=True)
        kind = int.from_bytes(packed[numbers + 4:numbers + 8], _sys.byteorder, signed=True)
        items.append((level, kind, packed[at + _ITEM_HEAD_BYTES:at + length]))
        at += _padded(length)
    return items


def _files_in(packed, change):
    """The items again, with what `change` makes of every descriptor handed over (None: it has no answer)."""
    items = []
    for level, kind, data in _unpack_items(packed):
        if (level, kind) == (SOL_SOCKET, SCM_RIGHTS):
            fds = [int.from_bytes(data[i:i + 4], _sys.byteorder, signed=True) for i in range(0, len(data) - 3, 4)]
            data = b"".join([(change(fd) or 0).to_bytes(4, _sys.byteorder, signed=True) for fd in fds])
        items.append((level, kind, data))
    return items
