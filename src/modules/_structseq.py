# Tuples with named fields as C code makes them in CPython (sys.version_info, os.stat_result, time.struct_time …).
def make(module, name, fields, hidden=(), doc=None, unnamed=0):
    """A structseq class: `fields` are the visible items' names, `hidden` names further values that only attributes reach; the last `unnamed`
    of the visible ones have no name (None)."""
    visible = len(fields)
    total = visible + len(hidden)

    def __new__(cls, sequence, dict={}):
        items = tuple(sequence)
        if len(items) < visible:
            raise TypeError(f"{module}.{name}() takes an at least {visible}-sequence ({len(items)}-sequence given)" if hidden
                            else f"{module}.{name}() takes a {visible}-sequence ({len(items)}-sequence given)")
        if len(items) > total:
            raise TypeError(f"{module}.{name}() takes an at most {total}-sequence ({len(items)}-sequence given)" if hidden
                            else f"{module}.{name}() takes a {visible}-sequence ({len(items)}-sequence given)")
        self = tuple.__new__(cls, items[:visible])
        if hidden:
            rest = items[visible:]
            self.__dict__.update(zip(hidden, rest))
            for field in hidden[len(rest):]:
                self.__dict__[field] = dict.get(field)
        return self

    def __repr__(self):
        pairs = ", ".join([f"{field}={value!r}" for field, value in zip(fields, self)])
        return f"{module}.{name}({pairs})"

    def __reduce__(self):
        return (type(self), (tuple(self), {field: getattr(self, field) for field in hidden}))

    def __replace__(self, /, **changes):
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
    return type(name, (tuple,), namespace)


def _field(index):
    return property(lambda self: tuple.__getitem__(self, index))
