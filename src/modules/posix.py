# The module posix: what TypeScript (posix.ts) leaves to Python. The functions with a leading underscore are TypeScript's.
from _structseq import make as _make

name = "posix"
error = OSError

stat_result = _make("os", "stat_result",
    ("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", None, None, None),
    ("st_atime", "st_mtime", "st_ctime", "st_atime_ns", "st_mtime_ns", "st_ctime_ns", "st_blksize", "st_blocks", "st_rdev"), unnamed=3)
terminal_size = _make("os", "terminal_size", ("columns", "lines"))
uname_result = _make("posix", "uname_result", ("sysname", "nodename", "release", "version", "machine"))
times_result = _make("posix", "times_result", ("user", "system", "children_user", "children_system", "elapsed"))

environ = {}
_have_functions = ["HAVE_FACCESSAT"]


def _stat_repr(self):
    names = ("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime", "st_ctime")
    return f"os.stat_result({', '.join([f'{n}={v!r}' for n, v in zip(names, self)])})"


stat_result.__repr__ = _stat_repr
stat_result.__module__ = "os"


def stat(path, *, dir_fd=None, follow_symlinks=True):
    if dir_fd is not None:
        _refuse_folder(dir_fd, "stat")
    return stat_result(_stat(path, bool(follow_symlinks)))


def lstat(path, *, dir_fd=None):
    if dir_fd is not None:
        _refuse_folder(dir_fd, "lstat")
    return stat_result(_stat(path, False))


def fstat(fd):
    return stat_result(_stat(fd, True))


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), "__fspath__", None)
    if method is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    result = method(path)
    if isinstance(result, (str, bytes)):
        return result
    raise TypeError(f"expected {type(path).__name__}.__fspath__() to return str or bytes, not {type(result).__name__}")


def _like(path, names):
    if isinstance(path, bytes):
        return [name.encode("utf-8", "surrogateescape") for name in names]
    return names


def listdir(path=None):
    path = "." if path is None else fspath(path)
    return _like(path, _listdir(path))


class DirEntry:
    __slots__ = ("name", "path", "_kind")
    __module__ = "posix"
    __class_getitem__ = classmethod(type(list[int]))

    def is_dir(self, *, follow_symlinks=True):
        if self._kind == 3 and follow_symlinks:
            try:
                return stat(self.path).st_mode & 0o170000 == 0o040000
            except FileNotFoundError:
                return False
        return self._kind == 2

    def is_file(self, *, follow_symlinks=True):
        if self._kind == 3 and follow_symlinks:
            try:
                return stat(self.path).st_mode & 0o170000 == 0o100000
            except FileNotFoundError:
                return False
        return self._kind == 1

    def is_symlink(self):
        return self._kind == 3

    def is_junction(self):
        return False

    def stat(self, *, follow_symlinks=True):
        return stat(self.path) if follow_symlinks else lstat(self.path)

    def inode(self):
        return lstat(self.path).st_ino

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"


class ScandirIterator:
    __module__ = "posix"

    def __init__(self, path):
        path = "." if path is None else fspath(path)
        self._path = path
        self._entries = iter(_scandir(path))

    def __iter__(self):
        return self

    def __next__(self):
        name, kind = next(self._entries)
        path = self._path
        entry = object.__new__(DirEntry)
        if isinstance(path, bytes):
            name = name.encode("utf-8", "surrogateescape")
            entry.path = name if path == b"." else path + (b"" if path.endswith(b"/") else b"/") + name
        else:
            entry.path = "./" + name if path == "." else path + ("" if path.endswith("/") else "/") + name
        entry.name = name
        entry._kind = kind
        return entry

    def close(self):
        self._entries = iter(())

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()


def scandir(path=None):
    return ScandirIterator(path)


remove = unlink
replace = rename


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    _refuse_folder(dir_fd, "utime")
    if times is not None and ns is not None:
        raise ValueError("utime: you may specify either 'times' or 'ns' but not both")
    if ns is not None:
        if not isinstance(ns, tuple) or len(ns) != 2:
            raise TypeError("utime: 'ns' must be a tuple of two ints")
        times = (ns[0] / 1e9, ns[1] / 1e9)
    elif times is None:
        import time
        now = time.time()
        times = (now, now)
    elif not isinstance(times, tuple) or len(times) != 2:
        raise TypeError("utime: 'times' must be either a tuple of two ints or None")
    _utime(path, float(times[0]), float(times[1]))


def truncate(path, length):
    if isinstance(path, int):
        return ftruncate(path, length)
    fd = open(path, O_WRONLY)
    try:
        ftruncate(fd, length)
    finally:
        close(fd)


def getcwdb():
    return getcwd().encode("utf-8", "surrogateescape")


def putenv(name, value, /):
    _putenv(name if isinstance(name, str) else name.decode(), value if isinstance(value, str) else value.decode())


def unsetenv(name, /):
    _unsetenv(name if isinstance(name, str) else name.decode())


def uname():
    return uname_result(_uname())


def get_terminal_size(fd=1, /):
    return terminal_size(_terminal_size())


def times():
    import time
    cpu = time.process_time()
    return times_result((cpu, 0.0, 0.0, 0.0, time.monotonic()))


def device_encoding(fd):
    return "UTF-8" if isatty(fd) else None


def _path_splitroot(path):
    return ("", path)


def _path_normpath(path):
    # same as posixpath.normpath's Python form, which os.path falls back to
    path = fspath(path)
    sep, dot, dotdot = ("/", ".", "..") if isinstance(path, str) else (b"/", b".", b"..")
    if not path:
        return dot
    start = sep * 2 if path.startswith(sep * 2) and not path.startswith(sep * 3) else sep if path.startswith(sep) else path[:0]
    parts = []
    for part in path.split(sep):
        if not part or part == dot:
            continue
        if part != dotdot or (not start and not parts) or (parts and parts[-1] == dotdot):
            parts.append(part)
        elif parts:
            parts.pop()
    return start + sep.join(parts) or dot


def _fill_environ():
    environ.clear()
    for key, value in _environ().items():
        environ[key.encode("utf-8", "surrogateescape")] = value.encode("utf-8", "surrogateescape")


_fill_environ()


def WIFSTOPPED(status):
    """Return True if the process returning status was stopped."""
    return status & 0xFF == 0x7F


def WSTOPSIG(status):
    """Return the signal that stopped the process that provided the status value."""
    return status >> 8 & 0xFF


def WIFSIGNALED(status):
    """Return True if the process returning status was terminated by a signal."""
    return (status & 0x7F) + 1 >> 1 > 0 and not WIFSTOPPED(status)


def WTERMSIG(status):
    """Return the signal that terminated the process that provided the status value."""
    return status & 0x7F


def WIFEXITED(status):
    """Return True if the process returning status exited via the exit() system call."""
    return status & 0x7F == 0


def WEXITSTATUS(status):
    """Return the process return code from status."""
    return status >> 8 & 0xFF


def waitstatus_to_exitcode(status):
    """Convert a wait status to an exit code."""
    if WIFEXITED(status):
        return WEXITSTATUS(status)
    if WIFSIGNALED(status):
        return -WTERMSIG(status)
    raise ValueError(f"process stopped by delivery of signal {WSTOPSIG(status)}" if WIFSTOPPED(status) else f"invalid wait status: {status}")


def _bytes_of(data):
    return data if type(data) is bytes else memoryview(data).tobytes()


def _let_others_run(fd, event):
    # While this thread waits for a pipe or the like, other threads run. event: 1 to read, 4 to write.
    from _thread import _count, _park
    if not _count():
        if event == 1 and _is_slow(fd):
            _wait_for_input(fd)
        return
    if fd <= 2 or _stat(fd, True)[0] & 0o170000 == 0o100000 or not get_blocking(fd):
        return
    pause = 0.0002
    while not _poll((fd,), (event,), 0)[0] and _count():
        _park(0, pause)
        pause = min(pause * 2, 0.01)


_NAP_MILLISECONDS = 50


def _wait_for_input(fd):
    # Node would wait in the system, where no signal's handler could run.
    from _thread import _count
    if _poll((fd,), (1,), 0)[0] or not get_blocking(fd):
        return
    while not _poll((fd,), (1,), _NAP_MILLISECONDS)[0] and not _count():
        pass


def read(fd, length, /):
    """Read from a file descriptor.  Returns a bytes object."""
    _let_others_run(fd, 1)
    return _read(fd, length)


def write(fd, data, /):
    """Write a bytes object to a file descriptor."""
    data = _bytes_of(data)
    _let_others_run(fd, 4)
    return _write(fd, data)


def set_inheritable(fd, inheritable, /):
    """Set the inheritable flag of the specified file descriptor."""
    _set_inheritable(fd, bool(inheritable))


def set_blocking(fd, blocking, /):
    """Set the blocking mode of the specified file descriptor."""
    _set_blocking(fd, bool(blocking))


def dup(fd, /):
    """Return a duplicate of a file descriptor."""
    return _dup(fd, 0)


def dup2(fd, fd2, inheritable=True):
    """Duplicate file descriptor."""
    return _dup2(fd, fd2, bool(inheritable))


def pread(fd, length, offset, /):
    """Read a number of bytes from a file descriptor starting at a particular offset."""
    if length < 0 or offset < 0:
        raise OSError(22, "Invalid argument")
    return _pread(fd, length, offset)


def pwrite(fd, buffer, offset, /):
    """Write bytes to a file descriptor starting at a particular offset."""
    return _pwrite(fd, _bytes_of(buffer), offset)


def pipe2(flags, /):
    """Create a pipe with flags set atomically."""
    ends = pipe()
    for fd in ends:
        if flags & O_NONBLOCK:
            set_blocking(fd, False)
        if not flags & O_CLOEXEC:
            set_inheritable(fd, True)
    return ends


def readinto(fd, buffer, /):
    """Read into a buffer object from a file descriptor."""
    view = memoryview(buffer).cast("B")
    data = read(fd, len(view))
    view[:len(data)] = data
    return len(data)


def readv(fd, buffers, /):
    """Read from a file descriptor fd into a number of mutable buffers."""
    count = 0
    for buffer in buffers:
        got = readinto(fd, buffer)
        count += got
        if got < memoryview(buffer).nbytes:
            break
    return count


def writev(fd, buffers, /):
    """Iterate over buffers, and write the contents of each to a file descriptor."""
    return write(fd, b"".join([_bytes_of(buffer) for buffer in buffers]))


def waitpid(pid, options, /):
    """Wait for completion of a given child process."""
    if options & WNOHANG:
        return _waitpid(pid, options)
    # In pieces: signals and other threads have their turn.
    from time import sleep
    pause = 0.0005
    while True:
        found = _waitpid(pid, options | WNOHANG)
        if found[0]:
            return found
        sleep(pause)
        pause = min(pause * 2, 0.02)


def wait():
    """Wait for completion of a child process."""
    return waitpid(-1, 0)


def _start(argv, paths, env, fds, cwd=None, new_session=False, group=-1, restore_signals=True):
    # Node keeps its standard streams from children, unless they are passed on.
    for fd in (0, 1, 2):
        if fd not in fds[1::2] and _is_open(fd):
            fds = (*fds, fd, fd)
    return _spawn(tuple([_bytes(path) for path in paths]), tuple([_bytes(arg) for arg in argv]),
        None if env is None else tuple([_bytes(entry) for entry in env]), None if cwd is None else _bytes(cwd),
        tuple(fds), bool(new_session), group, bool(restore_signals))


def _is_open(fd):
    try:
        get_inheritable(fd)
    except OSError:
        return False
    return True


def _bytes(text):
    text = fspath(text)
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogateescape")
    if 0 in data:
        raise ValueError("embedded null byte")
    return data


def _environment(env):
    entries = []
    for name, value in env.items():
        name = _bytes(name)
        if b"=" in name:
            raise ValueError("illegal environment variable name")
        entries.append(name + b"=" + _bytes(value))
    return entries


def posix_spawn(path, argv, env, /, *, file_actions=(), setpgroup=None, resetids=False, setsid=False, setsigmask=(), setsigdef=(), scheduler=None):
    """Execute the program specified by path in a new process."""
    fds = []
    for action in file_actions:
        if action[0] != POSIX_SPAWN_DUP2:
            raise NotImplementedError("krait does not support file actions but POSIX_SPAWN_DUP2 in os.posix_spawn() yet")
        fds += action[1:]
    return _start(argv, (path,), _environment(env), fds, None, setsid, -1 if setpgroup is None else setpgroup, bool(setsigdef))


POSIX_SPAWN_OPEN, POSIX_SPAWN_CLOSE, POSIX_SPAWN_DUP2 = 0, 1, 2


def system(command):
    """Execute the command in a subshell."""
    pid = _start((b"sh", b"-c", command), (b"/bin/sh",), None, ())
    return waitpid(pid, 0)[1]


# What sysconf() is usually asked for, by Linux's numbers.
sysconf_names = {"SC_ARG_MAX": 0, "SC_CLK_TCK": 2, "SC_OPEN_MAX": 4, "SC_PAGESIZE": 30, "SC_PAGE_SIZE": 30, "SC_IOV_MAX": 60,
    "SC_NPROCESSORS_CONF": 83, "SC_NPROCESSORS_ONLN": 84, "SC_PHYS_PAGES": 85, "SC_AVPHYS_PAGES": 86}


def sysconf(name, /):
    """Return an integer-valued system configuration variable."""
    if isinstance(name, str):
        if name not in sysconf_names:
            raise ValueError("unrecognized configuration name")
        name = sysconf_names[name]
    elif not isinstance(name, int):
        raise TypeError("configuration names must be strings or integers")
    if name in (83, 84):
        return cpu_count()
    if name in (85, 86):
        return _memory_bytes(name == 86) // 4096
    if name == 4:
        import resource
        return resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    known = {0: 2097152, 2: 100, 30: 4096, 60: 1024}
    if name not in known:
        raise OSError(22, "Invalid argument")
    return known[name]
