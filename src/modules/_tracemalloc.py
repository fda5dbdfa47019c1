# The module _tracemalloc: allocations are not traced.
def is_tracing(): return False
def get_traceback_limit(): return 1
def get_traced_memory(): return (0, 0)
def get_tracemalloc_memory(): return 0
def clear_traces(): return None
def reset_peak(): return None
def stop(): return None
def _get_object_traceback(obj, /): return None
def _get_traces(): return []


def start(nframe=1, /):
    """Start tracing Python memory allocations."""
    raise NotImplementedError("krait does not support tracemalloc yet")
