# The module grp: the system's file of groups.
from _structseq import make as _make


struct_group = _make("grp", "struct_group",
    ("gr_name", "gr_passwd", "gr_gid", "gr_mem"),
    doc="grp.struct_group: Results from getgr*() routines.")


def getgrall():
    """Return a list of all available group entries, in arbitrary order."""
    entries = []
    try:
        file = open("/etc/group", encoding="utf-8", errors="surrogateescape")
    except OSError:
        return entries  # as the system's library has it where there is no such file, or no file system at all
    with file:
        for line in file:
            fields = line.rstrip("\n").split(":")
            if len(fields) == 4 and fields[2].isdecimal():
                members = [name for name in fields[3].split(",") if name]
                entries.append(struct_group((fields[0], fields[1], int(fields[2]), members)))
    return entries


def getgrgid(id):
    """Return the group database entry for the given numeric group ID."""
    if not isinstance(id, int):
        raise TypeError(f"gid should be integer, not {type(id).__name__}")
    for entry in getgrall():
        if entry.gr_gid == id:
            return entry
    raise KeyError(f"getgrgid(): gid not found: {id}")


def getgrnam(name):
    """Return the group database entry for the given group name."""
    if not isinstance(name, str):
        raise TypeError(f"getgrnam() argument must be str, not {type(name).__name__}")
    for entry in getgrall():
        if entry.gr_name == name:
            return entry
    raise KeyError(f"getgrnam(): name not found: {name!r}")
