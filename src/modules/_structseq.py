# Tuples with named fields as C code makes them in CPython (sys.version_info, os.stat_result, time.struct_time …).
_dict = dict


def make(module, name, fields, hidden=(), doc=None, unnamed=0):
    """A structseq class: `fields` are the visible items' names, `hidden` names further values that only attributes reach; the last `unnamed`
    of the visible ones have no name (None)."""
    visible = len(fields)
    total = visible + len(hidden)

    def __new__(cls, sequence, dict={}):
        try:
            items = tuple(sequence)
        except TypeError:
            raise TypeError("constructor requires a sequence") from None
        if not isinstance(dict, _dict):
            raise TypeError(f"{module}.{name}() takes a dict as second arg, if any")
        if len(items) < visible:
            raise TypeError(f"{module}.{name}() takes an at least {visible}-sequence ({len(items)}-sequence given)" if hidden
                            else f"{module}.{name}() takes a {visible}-sequence ({len(items)}-sequence given)")
        if len(items) > total:
            raise TypeError(f"{module}.{name}() takes an at most {total}-sequence ({len(items)}-sequence given)" if hidden
                            else f"{module}.{name}() takes a {visible}-sequence ({len(items)}-sequence given)")
        missing = hidden[len(items) - visible:]
        if dict and not dict.keys() <= set(missing):
            raise TypeError(f"{module}.{name}() got duplicate or unexpected field name(s)")
        self = tuple.__new__(cls, items[:visible])
        if hidden:
            self.__dict__["_hidden"] = items[visible:] + tuple([dict.get(field) for field in missing])
        return self

    def __repr__(self):
        pairs = ", ".join([f"{field}={value!r}" for field, value in zip(fields, self)])
        return f"{module}.{name}({pairs})"

    def __reduce__(self):
        return (type(self), (tuple(self), {field: getattr(self, field) for field in hidden}))

    def __replace__(self, /, **changes):
        if unnamed:
            raise TypeError(f"__replace__() is not supported for {module}.{name} because it has unnamed field(s)")
        values = [changes.pop(field, value) for field, value in zip(fields, self)]
        values += [changes.pop(field, getattr(self, field)) for field in hidden]
        if changes:
            raise TypeError(f"Got unexpected field name(s): {list(changes)}")
        return type(self)(values)

    namespace = {
        "__module__": module, "__qualname__": name, "__doc__": doc, "__new__": __new__, "__repr__": __repr__, "__reduce__": __reduce__,
        "__replace__": __replace__, "n_fields": total, "n_sequence_fields": visible, "n_unnamed_fields": unnamed,
        "__match_args__": tuple([field for field in fields if field is not None]),
    }
    if not hidden:
        namespace["__slots__"] = ()
    for index, field in enumerate(fields):
        if field is not None:
            namespace[field] = _field(index)
    for index, field in enumerate(hidden):
        namespace[field] = _Hidden(index)
    return type(name, (tuple,), namespace)


class _Hidden:
    __slots__ = ("_index",)

    def __init__(self, index):
        self._index = index

    def __get__(self, instance, owner=None):
        return self if instance is None else instance._hidden[self._index]

    def __set__(self, instance, value):
        raise AttributeError("readonly attribute")

    def __delete__(self, instance):
        raise AttributeError("readonly attribute")


def build(cls, items, hidden):
    """An object of such a class: as many items as are visible, and the hidden ones."""
    self = tuple.__new__(cls, items)
    self.__dict__["_hidden"] = hidden
    return self


def _field(index):
    return property(lambda self: tuple.__getitem__(self, index))
