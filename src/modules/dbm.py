# The package dbm. Krait has the format that is plain files (dbm.dumb), so that shelve works; the others need libraries written in C.
import collections.abc as _abc
import io as _io
import os as _os
import struct as _struct
import sys as _sys
import types as _types
from ast import literal_eval as _literal

_BLOCK = 512


class _Error(Exception):
    pass


_Error.__module__, _Error.__name__, _Error.__qualname__ = "dbm", "error", "error"


class _Database(_abc.MutableMapping):
    # Values lie in <name>.dat, in blocks; <name>.dir has a line for each key, with the place of its value; <name>.bak is its last version.
    def __init__(self, name, mode, flag="c"):
        self._mode = mode
        self._is_read_only = flag == "r"
        name = _os.fsencode(name)
        self._index_name, self._data_name, self._old_name = (name + end for end in (b".dir", b".dat", b".bak"))
        self._index = None
        self._is_changed = False
        if flag == "n":
            for file in (self._data_name, self._old_name, self._index_name):
                try:
                    _os.remove(file)
                except OSError:
                    pass
        if not _os.path.exists(self._data_name):
            if flag not in ("c", "n"):
                # (as opening it for reading would say)
                with _io.open(self._data_name, "rb"):
                    pass
            self._make(self._data_name, "wb").close()
            self._is_changed = True
        self._index = {}
        try:
            with _io.open(self._index_name, encoding="latin-1") as file:
                for line in file:
                    key, place = _literal(line.rstrip())
                    self._index[key.encode("latin-1")] = place
        except OSError:
            if flag not in ("c", "n"):
                self._index = None
                raise
            self._is_changed = True

    def _make(self, name, how, **options):
        file = _io.open(name, how, **options)
        if _os.name == "posix":
            _os.chmod(name, self._mode)
        return file

    def sync(self):
        """Write the index file."""
        if self._index is None or not self._is_changed:
            return
        for step in ((_os.unlink, self._old_name), (_os.rename, self._index_name, self._old_name)):
            try:
                step[0](*step[1:])
            except OSError:
                pass
        with self._make(self._index_name, "w", encoding="latin-1") as file:
            for key, place in self._index.items():
                file.write(f"{key.decode('latin-1')!r}, {place!r}\n")
        self._is_changed = False

    def _open(self):
        if self._index is None:
            raise OSError("DBM object has already been closed")
        return self._index

    def _key(self, key, changes=False):
        self._open()
        if changes and self._is_read_only:
            raise OSError("The database is opened for reading only")
        if isinstance(key, str):
            return key.encode()
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError("keys must be bytes or strings")
        return bytes(key)

    def __getitem__(self, key):
        position, size = self._open()[self._key(key)]
        with _io.open(self._data_name, "rb") as file:
            file.seek(position)
            return file.read(size)

    def __setitem__(self, key, value):
        key = self._key(key, True)
        if isinstance(value, str):
            value = value.encode()
        elif not isinstance(value, (bytes, bytearray)):
            raise TypeError("values must be bytes or strings")
        known = self._index.get(key)
        self._is_changed = True
        # A value that fits into the blocks of the one before stays in its place.
        if known is not None and (known[1] + _BLOCK - 1) // _BLOCK >= (len(value) + _BLOCK - 1) // _BLOCK:
            with _io.open(self._data_name, "rb+") as file:
                file.seek(known[0])
                file.write(value)
            self._index[key] = known[0], len(value)
            return
        with _io.open(self._data_name, "rb+") as file:
            end = file.seek(0, 2)
            position = (end + _BLOCK - 1) // _BLOCK * _BLOCK
            file.write(b"\0" * (position - end) + value)
        self._index[key] = position, len(value)
        if known is None:
            with self._make(self._index_name, "a", encoding="latin-1") as file:
                file.write(f"{key.decode('latin-1')!r}, {(position, len(value))!r}\n")

    def __delitem__(self, key):
        key = self._key(key, True)
        self._is_changed = True
        del self._index[key]
        self.sync()

    def keys(self):
        return list(self._open())

    def items(self):
        return [(key, self[key]) for key in self._open()]

    def __contains__(self, key):
        return self._key(key) in self._open()

    def __iter__(self):
        return iter(self._open())

    iterkeys = __iter__

    def __len__(self):
        return len(self._open())

    def close(self):
        try:
            self.sync()
        finally:
            self._index = None

    __del__ = close

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def _open_dumb(file, flag="c", mode=0o666):
    """Open the database file, filename, and return corresponding object."""
    if flag not in ("r", "w", "c", "n"):
        raise ValueError("Flag must be one of 'r', 'w', 'c', or 'n'")
    try:
        mask = _os.umask(0)
        _os.umask(mask)
    except PermissionError:
        mask = 0o022
    return _Database(file, mode & ~mask, flag)


dumb = _types.ModuleType("dbm.dumb", "A dumb and slow but simple dbm clone.")
_Database.__module__ = "dbm.dumb"
dumb.open = _open_dumb
dumb.error = OSError
dumb._Database = _Database
dumb.__all__ = ["error", "open"]
_sys.modules["dbm.dumb"] = dumb
_defaultmod = dumb
_names = ["dbm.dumb"]
_modules = {"dbm.dumb": dumb}
error = (_Error, OSError)
__path__ = []


def whichdb(filename):
    """Guess which db package to use to open a db file: its name, "" if it is none of them, None if it can't be read."""
    filename = _os.fsencode(filename)
    try:
        size = _os.stat(filename + b".dat").st_size
        if size == 0:
            return "dbm.dumb"
        with _io.open(filename + b".dir", "rb") as file:
            if file.read(1) in (b"'", b'"'):
                return "dbm.dumb"
    except OSError:
        pass
    try:
        with _io.open(filename, "rb") as file:
            start = file.read(16)
    except OSError:
        return None
    if start == b"SQLite format 3\0":
        return "dbm.sqlite3"
    if len(start) >= 4 and _struct.unpack("=l", start[:4])[0] in (0x13579ace, 0x13579acd, 0x13579acf):
        return "dbm.gnu"
    return ""


def open(file, flag="r", mode=0o666):
    """Open or create database at path given by *file*."""
    kind = whichdb(file) if "n" not in flag else None
    if kind is None:
        if "c" in flag or "n" in flag:
            return dumb.open(file, flag, mode)
        raise error[0](f"db file doesn't exist; use 'c' or 'n' flag to create a new db: {_os.fsdecode(file)!r}")
    if kind == "":
        raise error[0](f"db type could not be determined: {_os.fsdecode(file)!r}")
    if kind not in _modules:
        raise error[0](f"db type is {kind}, which krait does not support")
    return dumb.open(file, flag, mode)
