# The module _posixsubprocess: what subprocess starts children with. The system's posix_spawn does it, so nothing runs in the child before the program.
import posix


def fork_exec(args, executable_list, close_fds, pass_fds, cwd, env, p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite, errpipe_read,
        errpipe_write, restore_signals, start_new_session, process_group, gid, extra_groups, uid, umask, preexec_fn, /):
    """Spawn a fresh new child process."""
    for name, value, unset in (("preexec_fn", preexec_fn, None), ("user", uid, None), ("group", gid, None), ("extra_groups", extra_groups, None)):
        if value is not unset and value != unset:
            raise NotImplementedError(f"krait does not support the argument {name} of subprocess.Popen yet")
    moved = []
    fds = []
    try:
        for source, target in (p2cread, 0), (c2pwrite, 1), (errwrite, 2):
            if source == -1:
                continue
            if source <= 2 and source != target: # it may be overwritten before its turn
                source = posix._dup(source, 3)
                moved.append(source)
            fds += (source, target)
        for fd in pass_fds:
            if fd > 2 and fd != errpipe_write: # how exec went is known here
                fds += (fd, fd)
        if cwd is not None:
            try:
                if posix.stat(cwd).st_mode & 0o170000 != 0o040000:
                    raise NotADirectoryError(20, "Not a directory")
            except OSError as error:
                return _failed(errpipe_write, error.errno, b"noexec:chdir")
        before = posix.umask(umask) if umask >= 0 else None
        try:
            return posix._start(args, executable_list, env, fds, cwd, start_new_session, process_group, restore_signals)
        except OSError as error:
            return _failed(errpipe_write, error.errno, b"")
        finally:
            if before is not None:
                posix.umask(before)
    finally:
        for fd in moved:
            posix.close(fd)


def _failed(errpipe_write, errno, message):
    # As a child tells its parent. There is none: waiting for this process's own number finds no child.
    posix.write(errpipe_write, b"OSError:%x:%s" % (errno, message))
    return posix.getpid()
