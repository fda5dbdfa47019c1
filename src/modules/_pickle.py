# The module _pickle. pickle.py, of which most of it is made, asks it for PickleBuffer before it is whole itself: the rest comes with the first question
# for something else.
_new = object.__new__


class PickleBuffer:
    """Wrapper for potentially out-of-band buffers"""
    __module__ = "pickle"
    __slots__ = ("_view", "__weakref__")
    _hands_on = True  # memoryviews are of what is wrapped

    def __new__(cls, *arguments):
        if len(arguments) != 1:
            raise TypeError(f"PickleBuffer() takes exactly 1 positional argument ({len(arguments)} given)")
        object, = arguments
        self = _new(cls)
        self._view = None
        try:
            self._view = memoryview(object)
        except TypeError:
            raise TypeError(f"a bytes-like object is required, not '{type(object).__name__}'") from None
        return self

    def __init_subclass__(cls):
        raise TypeError("type 'pickle.PickleBuffer' is not an acceptable base type")

    def _held(self):
        if self._view is None:
            raise ValueError("operation forbidden on released PickleBuffer object")
        return self._view

    def __buffer__(self, flags, /):
        return memoryview(self._held())

    def raw(self, /):
        """Return a memoryview of the raw memory underlying this buffer."""
        view = self._held()
        if not view.c_contiguous:
            raise BufferError("cannot extract raw buffer from non-contiguous buffer")
        return view.cast("B")

    def release(self, /):
        """Release the underlying buffer controlled by the PickleBuffer object."""
        view, self._view = self._view, None
        if view is not None:
            view.release()

    def __reduce_ex__(self, protocol, /):
        raise TypeError("cannot pickle 'pickle.PickleBuffer' object")


def __getattr__(name):
    if name[:2] != "__":
        import sys
        module = sys.modules.get("_pickle")
        own = vars(module) if module else {}  # (globals() are those of the program's code)
        if module and "dumps" not in own:
            import pickle  # which comes here itself at its end
        if module and "dumps" not in own:
            import _pickle_code
            own.update({key: value for key, value in vars(_pickle_code).items() if key[:2] != "__"})
        if name in own:
            return own[name]
    raise AttributeError(f"module '_pickle' has no attribute {name!r}")
