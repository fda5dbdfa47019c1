# t-strings: the classes of string.templatelib, which takes them from the type of a t-string. _build_… are called by compiled code.
class Interpolation:
    """Interpolation object"""
    __module__ = "string.templatelib"
    __slots__ = ("_value", "_expression", "_conversion", "_format_spec")
    __match_args__ = ("value", "expression", "conversion", "format_spec")

    def __new__(cls, value, expression="", conversion=None, format_spec=""):
        if not isinstance(expression, str):
            raise TypeError(f"Interpolation() argument 'expression' must be str, not {type(expression).__name__}")
        if conversion is not None:
            if not isinstance(conversion, str):
                raise TypeError(f"Interpolation() argument 'conversion' must be str, not {type(conversion).__name__}")
            if conversion not in ("s", "r", "a"):
                raise ValueError("Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'")
        if not isinstance(format_spec, str):
            raise TypeError(f"Interpolation() argument 'format_spec' must be str, not {type(format_spec).__name__}")
        return _build_interpolation(value, expression, conversion, format_spec)

    def __init_subclass__(cls):
        raise TypeError("type 'string.templatelib.Interpolation' is not an acceptable base type")

    @property
    def value(self):
        return self._value

    @property
    def expression(self):
        return self._expression

    @property
    def conversion(self):
        return self._conversion

    @property
    def format_spec(self):
        return self._format_spec

    def __repr__(self):
        return f"Interpolation({self._value!r}, {self._expression!r}, {self._conversion!r}, {self._format_spec!r})"

    def __reduce__(self):
        return (type(self), (self._value, self._expression, self._conversion, self._format_spec))

    __class_getitem__ = classmethod(type(list[int]))


class TemplateIter:
    __module__ = "string.templatelib"
    __slots__ = ("_parts",)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._parts)


class Template:
    """Template object"""
    __module__ = "string.templatelib"
    __slots__ = ("_strings", "_interpolations")

    def __new__(cls, *args, **kwargs):
        if kwargs:
            raise TypeError("Template.__new__ only accepts *args arguments")
        strings = [""]
        interpolations = []
        for arg in args:
            if isinstance(arg, str):
                strings[-1] += arg
            elif isinstance(arg, Interpolation):
                interpolations.append(arg)
                strings.append("")
            else:
                raise TypeError(f"Template.__new__ *args need to be of type 'str' or 'Interpolation', got {type(arg).__name__}")
        return _build_template(tuple(strings), tuple(interpolations))

    def __init_subclass__(cls):
        raise TypeError("type 'string.templatelib.Template' is not an acceptable base type")

    @property
    def strings(self):
        return self._strings

    @property
    def interpolations(self):
        return self._interpolations

    @property
    def values(self):
        return tuple([interpolation._value for interpolation in self._interpolations])

    def __iter__(self):
        parts = []
        for i, text in enumerate(self._strings):
            if i:
                parts.append(self._interpolations[i - 1])
            if text:
                parts.append(text)
        result = object.__new__(TemplateIter)
        result._parts = iter(parts)
        return result

    def __add__(self, other):
        if not isinstance(other, Template):
            raise TypeError(f'can only concatenate string.templatelib.Template (not "{_full_name(type(other))}") to string.templatelib.Template')
        strings = (*self._strings[:-1], self._strings[-1] + other._strings[0], *other._strings[1:])
        return _build_template(strings, self._interpolations + other._interpolations)

    def __repr__(self):
        return f"Template(strings={self._strings!r}, interpolations={self._interpolations!r})"

    def __reduce__(self):
        from string.templatelib import _template_unpickle
        return (_template_unpickle, (self._strings, self._interpolations))

    __class_getitem__ = classmethod(type(list[int]))


def _full_name(cls):
    return cls.__qualname__ if cls.__module__ == "builtins" else f"{cls.__module__}.{cls.__qualname__}"


def _build_template(strings, interpolations):
    self = object.__new__(Template)
    self._strings = strings
    self._interpolations = interpolations
    return self


def _build_interpolation(value, expression, conversion, format_spec):
    self = object.__new__(Interpolation)
    self._value = value
    self._expression = expression
    self._conversion = conversion
    self._format_spec = "" if format_spec is None else format_spec
    return self


from _krait import seal_types as _seal_types

_seal_types(Template, Interpolation)
