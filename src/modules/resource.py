# The module resource: what the process has used (`_usage` is TypeScript's) and what the system allows it. Limits are told, not changed.
from _structseq import make as _make

error = OSError
RLIM_INFINITY = -1
RUSAGE_SELF, RUSAGE_CHILDREN, RUSAGE_THREAD = 0, -1, 1
RLIMIT_CPU, RLIMIT_FSIZE, RLIMIT_DATA, RLIMIT_STACK, RLIMIT_CORE, RLIMIT_RSS, RLIMIT_NPROC, RLIMIT_NOFILE, RLIMIT_MEMLOCK, RLIMIT_AS = range(10)
RLIMIT_SIGPENDING, RLIMIT_MSGQUEUE, RLIMIT_NICE, RLIMIT_RTPRIO, RLIMIT_RTTIME = range(11, 16)
# Names in /proc/self/limits, in the order of Linux's numbers.
_LIMITS = (
    "Max cpu time", "Max file size", "Max data size", "Max stack size", "Max core file size", "Max resident set", "Max processes",
    "Max open files", "Max locked memory", "Max address space", "Max file locks", "Max pending signals", "Max msgqueue size",
    "Max nice priority", "Max realtime priority", "Max realtime timeout")
RLIMIT_OFILE = RLIMIT_NOFILE

struct_rusage = _make("resource", "struct_rusage",
    ("ru_utime", "ru_stime", "ru_maxrss", "ru_ixrss", "ru_idrss", "ru_isrss", "ru_minflt", "ru_majflt", "ru_nswap", "ru_inblock", "ru_oublock",
     "ru_msgsnd", "ru_msgrcv", "ru_nsignals", "ru_nvcsw", "ru_nivcsw"))


def getrusage(who, /):
    """What the process, its children or the calling thread have used."""
    if who not in (RUSAGE_SELF, RUSAGE_CHILDREN, RUSAGE_THREAD):
        raise ValueError("invalid who parameter")
    if who == RUSAGE_CHILDREN: # a Krait VM has none
        return struct_rusage((0.0, 0.0) + (0,) * 14)
    return struct_rusage(_usage())


def _number_of(resource):
    from operator import index
    number = index(resource)
    if not 0 <= number < len(_LIMITS):
        raise ValueError("invalid resource specified")
    return number


def getrlimit(resource, /):
    """Returns a tuple (soft, hard) with the current limits of a resource."""
    name = _LIMITS[_number_of(resource)]
    try:
        with open("/proc/self/limits") as lines:
            found = [line[len(name):].split()[:2] for line in lines if line.startswith(name)]
    except OSError:
        found = []
    if not found:
        raise NotImplementedError("krait can't tell limits on this system")
    return tuple([RLIM_INFINITY if text == "unlimited" else int(text) for text in found[0]])


def setrlimit(resource, limits, /):
    """Limits of the process are Node's affair: those there are can be set again, others can't."""
    soft, hard = limits
    if (soft, hard) != getrlimit(resource):
        raise NotImplementedError("krait does not support changing the limits of its process")


def getpagesize():
    """The number of bytes in a system page."""
    return 4096
