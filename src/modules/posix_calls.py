# What the system is asked by a single call (posix-calls.ts).
_limits = (1 << 32) - 2


def _owner(number, what):
    if not hasattr(number, "__index__"):
        raise TypeError(f"{what} should be integer, not {type(number).__name__}")
    number = number.__index__()
    if number < -1:
        raise OverflowError(f"{what} is less than minimum")
    if number > _limits:
        raise OverflowError(f"{what} is greater than maximum")
    return number


def chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True):
    """Change the owner and group id of path to the numeric uid and gid."""
    _refuse_folder(dir_fd, "chown")
    _chown(path, _owner(uid, "uid"), _owner(gid, "gid"), bool(follow_symlinks))


def lchown(path, uid, gid):
    """Change the owner and group id of path to the numeric uid and gid. This function will not follow symbolic links."""
    _chown(path, _owner(uid, "uid"), _owner(gid, "gid"), False)


def fchown(fd, uid, gid):
    """Change the owner and group id of the file specified by file descriptor."""
    _chown(fd.__index__(), _owner(uid, "uid"), _owner(gid, "gid"), True)


def _refuse_folder(dir_fd, name):
    if dir_fd is not None:
        raise NotImplementedError(f"krait does not support the argument dir_fd of os.{name}() yet")


statvfs_result = _make("os", "statvfs_result",
    ("f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree", "f_favail", "f_flag", "f_namemax"),
    doc="statvfs_result: Result from statvfs or fstatvfs.")


def statvfs(path):
    """Perform a statvfs system call on the given path."""
    size, blocks, free, available, files, files_free = _statvfs(path)
    return statvfs_result((size, size, blocks, free, available, files, files_free, files_free, 0, 255))


def fstatvfs(fd, /):
    """Perform an fstatvfs system call on the given fd."""
    return statvfs(fd.__index__())


def mkfifo(path, mode=0o666, *, dir_fd=None):
    """Create a "fifo" (a POSIX named pipe)."""
    _refuse_folder(dir_fd, "mkfifo")
    _mkfifo(_bytes(path), mode)


def mknod(path, mode=0o600, device=0, *, dir_fd=None):
    """Create a node in the file system."""
    _refuse_folder(dir_fd, "mknod")
    _mknod(_bytes(path), mode, device)


def chroot(path):
    """Change root directory to path."""
    _chroot(_bytes(path))


def makedev(major, minor, /):
    """Composes a raw device number from the major and minor device numbers."""
    return (minor & 0xFF) | (major & 0xFFF) << 8 | (minor & ~0xFF) << 12 | (major & ~0xFFF) << 32


def major(device, /):
    """Extracts a device major number from a raw device number."""
    return device >> 8 & 0xFFF | device >> 32 & ~0xFFF


def minor(device, /):
    """Extracts a device minor number from a raw device number."""
    return device & 0xFF | device >> 12 & 0xFFFFFF00


def setpriority(which, who, priority):
    """Set program scheduling priority."""
    _setpriority(which, who, priority)


def getpgrp():
    """Return the current process group id."""
    return getpgid(0)


def setpgid(pid, pgrp, /):
    """Call the system call setpgid(pid, pgrp)."""
    _setpgid(pid, pgrp)


def setpgrp():
    """Make the current process the leader of its process group."""
    _setpgid(0, 0)


def setsid():
    """Call the system call setsid()."""
    _setsid()


def tcsetpgrp(fd, pgid, /):
    """Set the process group associated with the terminal specified by fd."""
    _tcsetpgrp(fd, pgid)


def killpg(pgid, signal, /):
    """Kill a process group with a signal."""
    kill(-pgid, signal)


def sched_yield():
    """Voluntarily relinquish the CPU."""
    _sched_yield()


def getlogin():
    """Return the actual login name."""
    import pwd
    try:
        return pwd.getpwuid(getuid()).pw_name
    except KeyError:
        raise OSError(6, "No such device or address") from None


def getgrouplist(user, group, /):
    """Returns a list of groups to which a user belongs."""
    import grp
    return [group] + [entry.gr_gid for entry in grp.getgrall() if user in entry.gr_mem and entry.gr_gid != group]


if uname().sysname == "Linux":
    def sched_getaffinity(pid, /):
        """Return the affinity of the process identified by pid (or the current process if zero)."""
        import io
        try:
            with io.open(f"/proc/{pid or "self"}/status") as file:
                for line in file:
                    name, _, value = line.partition(":")
                    if name == "Cpus_allowed_list":
                        ranges = [part.split("-") for part in value.strip().split(",")]
                        return {cpu for ends in ranges for cpu in range(int(ends[0]), int(ends[-1]) + 1)}
        except PermissionError: # a VM without files
            pass
        except FileNotFoundError:
            raise ProcessLookupError(3, "No such process") from None
        return set(range(cpu_count()))


def getrandom(size, flags=0):
    """Obtain a series of random bytes."""
    if size < 0:
        raise OSError(22, "Invalid argument")
    return urandom(size)


def abort():
    """Abort the interpreter immediately."""
    kill(getpid(), 6)
    _exit(134)


def closerange(fd_low, fd_high, /):
    """Closes all file descriptors in [fd_low, fd_high), ignoring errors."""
    for fd in range(max(3, fd_low), fd_high):
        try:
            close(fd)
        except OSError:
            pass


def sendfile(out_fd, in_fd, offset, count):
    """Copy count bytes from file descriptor in_fd to file descriptor out_fd."""
    count = min(count, 1 << 20)
    return write(out_fd, read(in_fd, count) if offset is None else pread(in_fd, count, offset))


def ctermid():
    """Return the name of the controlling terminal for this process."""
    return "/dev/tty"


def posix_fadvise(fd, offset, length, advice, /):
    """Announce an intention to access data in a specific pattern."""
    fstat(fd)


PRIO_PROCESS, PRIO_PGRP, PRIO_USER = 0, 1, 2
(EX_OK, EX_USAGE, EX_DATAERR, EX_NOINPUT, EX_NOUSER, EX_NOHOST, EX_UNAVAILABLE, EX_SOFTWARE, EX_OSERR, EX_OSFILE, EX_CANTCREAT, EX_IOERR,
 EX_TEMPFAIL, EX_PROTOCOL, EX_NOPERM, EX_CONFIG) = 0, *range(64, 79)
GRND_NONBLOCK, GRND_RANDOM = 1, 2
TMP_MAX = 238328
NGROUPS_MAX = 65536
ST_RDONLY, ST_NOSUID = 1, 2
POSIX_FADV_NORMAL, POSIX_FADV_RANDOM, POSIX_FADV_SEQUENTIAL, POSIX_FADV_WILLNEED, POSIX_FADV_DONTNEED, POSIX_FADV_NOREUSE = 0, 1, 2, 3, 4, 5


try:
    _pidfd_open
except NameError:
    pass # (a system other than Linux)
else:
    PIDFD_NONBLOCK = 0o4000

    def pidfd_open(pid, flags=0):
        """Return a file descriptor referring to the process *pid*."""
        return _pidfd_open(pid, flags)
