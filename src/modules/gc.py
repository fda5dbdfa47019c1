# The module gc: what the core (native/core/gc.c) leaves to Python.
DEBUG_STATS, DEBUG_COLLECTABLE, DEBUG_UNCOLLECTABLE, DEBUG_SAVEALL, DEBUG_LEAK = 1, 2, 4, 32, 38
garbage = []
callbacks = []
_threshold = (2000, 10, 0)
_debug = 0


def get_threshold():
    """Return the current collection thresholds."""
    return _threshold


def set_threshold(threshold0, threshold1=10, threshold2=0, /):
    """Set the collection thresholds (the collection frequency). Krait decides by itself when to collect; 0 turns that off."""
    global _threshold
    _threshold = (threshold0, threshold1, threshold2)
    if threshold0 == 0:
        disable()


def get_debug():
    """Get the garbage collection debugging flags."""
    return _debug


def set_debug(flags, /):
    """Set the garbage collection debugging flags."""
    global _debug
    if flags:
        raise NotImplementedError("krait does not support gc.set_debug() yet")
    _debug = flags


def get_stats():
    """Return a list of dictionaries containing per-generation statistics."""
    return [{"collections": 0, "collected": 0, "uncollectable": 0} for _ in range(3)]
