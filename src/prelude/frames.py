# frame.f_locals of a function: a view of the frame's variables that writes through (PEP 667). Names that are no variables are kept beside it.


class FrameLocalsProxy:
    __slots__ = ("_frame",)

    def __new__(cls, frame, /):
        if type(frame) not in _frame_class:
            raise TypeError(f"expect frame, not {type(frame).__name__}")
        self = object.__new__(cls)
        self._frame = frame
        return self

    # The variable that a key names: what is equal to its name and has the same hash will do.
    def _name(self, key):
        if type(key) is not str:
            for name in frame_locals(self._frame):
                if hash(key) == hash(name) and key == name:
                    return name
        return key

    def _all(self):
        d = frame_locals(self._frame)
        for k, v in dict.items(frame_extras(self._frame)):
            d[k] = v
        return d

    def __getitem__(self, key):
        return self._all()[key]

    def __setitem__(self, key, value):
        key = self._name(key)
        if not frame_set_variable(self._frame, key, value):
            frame_extras(self._frame)[key] = value

    def __delitem__(self, key):
        key = self._name(key)
        if frame_has_variable(self._frame, key):
            raise ValueError("cannot remove local variables from FrameLocalsProxy")
        del frame_extras(self._frame)[key]

    def __contains__(self, key):
        return key in self._all()

    def __len__(self):
        return len(self._all())

    def __iter__(self):
        return iter(list(self._all()))

    def __reversed__(self):
        return [*self._all()][::-1]

    def __repr__(self):
        if not enter_repr(self):
            return "{...}"
        try:
            return repr(self._all())
        finally:
            leave_repr(self)

    def __eq__(self, other):
        if type(other) is FrameLocalsProxy:
            return self._frame is other._frame
        if isinstance(other, dict):
            return self._all() == other
        return NotImplemented

    __hash__ = None

    def __or__(self, other):
        if not isinstance(other, (dict, FrameLocalsProxy)):
            return NotImplemented
        d = self._all()
        d.update(other)
        return d

    def __ror__(self, other):
        if not isinstance(other, (dict, FrameLocalsProxy)):
            return NotImplemented
        d = dict(other)
        d.update(self._all())
        return d

    def __ior__(self, other):
        self.update(other)
        return self

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'FrameLocalsProxy' object")

    def copy(self):
        return self._all()

    def keys(self):
        return list(self._all())

    def values(self):
        return list(self._all().values())

    def items(self):
        return list(self._all().items())

    def get(self, key, default=None):
        return self._all().get(key, default)

    def setdefault(self, key, default=None):
        d = self._all()
        if key not in d:
            self[key] = default
            return default
        return d[key]

    def update(self, other=()):
        if hasattr(other, "keys"):
            for k in other.keys():
                self[k] = other[k]
        else:
            for k, v in other:
                self[k] = v

    def pop(self, key, *default):
        key = self._name(key)
        if frame_has_variable(self._frame, key):
            raise ValueError("cannot remove local variables from FrameLocalsProxy")
        return frame_extras(self._frame).pop(key, *default)


FrameLocalsProxy.__module__ = "builtins"


_frame_class = []  # of frames, once there was one


def frame_proxy(frame):
    if not _frame_class:
        _frame_class.append(type(frame))
    return FrameLocalsProxy(frame)


# A coroutine dies that nobody awaited.
def warn_unawaited(coroutine):
    import warnings

    warnings._warn_unawaited_coroutine(coroutine)


# throw(type, value, traceback) and athrow(…), the old way.
def throw_parts(target, name, cls, value, traceback):
    import warnings

    warnings.warn(
        f"the (type, exc, tb) signature of {name}() is deprecated, use the single-arg signature instead.", DeprecationWarning, stacklevel=1
    )
    try:
        BaseException().__traceback__ = traceback
    except TypeError:
        raise TypeError("throw() third argument must be a traceback object") from None
    if isinstance(cls, BaseException):
        if value is not None:
            raise TypeError("instance exception may not have a separate value")
        exception = cls
    elif not isinstance(cls, _type) or not issubclass(cls, BaseException):
        raise TypeError(f"exceptions must be classes or instances deriving from BaseException, not {_type(cls).__name__}")
    elif isinstance(value, cls):
        exception = value
    else:
        exception = cls() if value is None else cls(*value) if isinstance(value, tuple) else cls(value)
        if not isinstance(exception, BaseException):
            raise TypeError(f"calling {cls} should have returned an instance of BaseException, not {_type(exception)}")
    if traceback is not None:
        exception.__traceback__ = traceback
    return getattr(target, name)(exception)
