# The module _posixsubprocess: a Krait VM is one process of Node.js and starts no others this way.
def fork_exec(*arguments):
    """Spawn a fresh new child process."""
    raise NotImplementedError("krait does not support starting processes")
