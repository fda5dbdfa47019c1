# The module pwd: the system's file of users.
from _structseq import make as _make


struct_passwd = _make("pwd", "struct_passwd",
    ("pw_name", "pw_passwd", "pw_uid", "pw_gid", "pw_gecos", "pw_dir", "pw_shell"),
    doc="pwd.struct_passwd: Results from getpw*() routines.")


def getpwall():
    """Return a list of all available password database entries, in arbitrary order."""
    entries = []
    try:
        file = open("/etc/passwd", encoding="utf-8", errors="surrogateescape")
    except OSError:
        return entries  # as the system's library has it where there is no such file, or no file system at all
    with file:
        for line in file:
            fields = line.rstrip("\n").split(":")
            if len(fields) == 7 and fields[2].isdecimal() and fields[3].isdecimal():
                entries.append(struct_passwd((*fields[:2], int(fields[2]), int(fields[3]), *fields[4:])))
    return entries


def getpwuid(uidobj, /):
    """Return the password database entry for the given numeric user ID."""
    if not isinstance(uidobj, int):
        raise TypeError(f"uid should be integer, not {type(uidobj).__name__}")
    for entry in getpwall():
        if entry.pw_uid == uidobj:
            return entry
    raise KeyError(f"getpwuid(): uid not found: {uidobj}")


def getpwnam(name, /):
    """Return the password database entry for the given user name."""
    if not isinstance(name, str):
        raise TypeError(f"getpwnam() argument must be str, not {type(name).__name__}")
    for entry in getpwall():
        if entry.pw_name == name:
            return entry
    raise KeyError(f"getpwnam(): name not found: {name!r}")
