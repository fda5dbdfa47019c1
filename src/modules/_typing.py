# The module _typing: type parameters and type aliases (PEP 484, 612, 646, 695, 696). What is evaluated late has an evaluator, a function that the
# compiler made; _make_… are called by the code of `class C[T]`, `def f[T]` and `type A = …`.
import sys as _sys
from _krait import Union as _Union, make_union as _make_union

Union = _Union
_GenericAlias = type(list[int])


def _typing_function(name, *args):
    import typing
    return getattr(typing, name)(*args)


def _starred_alias(origin, args):
    # What the pickle of *alias calls.
    return next(iter(_GenericAlias(origin, args)))


_starred_alias.__module__ = "_typing"


def _caller_module():
    try:
        return _sys._getframe(0).f_globals.get("__name__")
    except ValueError:
        return None


class NoDefaultType:
    """The type of the NoDefault singleton."""
    __module__ = "builtins"
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if args or kwargs:
            raise TypeError("NoDefaultType takes no arguments")
        return NoDefault

    def __repr__(self):
        return "typing.NoDefault"

    def __reduce__(self):
        return "NoDefault"


NoDefault = object.__new__(NoDefaultType)


class constevaluator:
    __module__ = "_typing"
    __slots__ = ("_value",)

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create '_typing._ConstEvaluator' instances")

    def __call__(self, format, /):
        if format == 4:
            import annotationlib
            return annotationlib.type_repr(self._value)
        return self._value

    def __repr__(self):
        return f"<constevaluator {self._value!r}>"


constevaluator.__name__ = constevaluator.__qualname__ = "_ConstEvaluator"


def _constant(value):
    self = object.__new__(constevaluator)
    self._value = value
    return self


_UNSET = object()


class _Late:
    # A value that is computed when it is first asked for.
    __slots__ = ("value", "evaluator")

    def __init__(self, value=_UNSET, evaluator=None):
        self.value = value
        self.evaluator = evaluator

    def get(self, missing):
        if self.value is _UNSET:
            if self.evaluator is None:
                return missing
            self.value = self.evaluator(1)
        return self.value

    def function(self):
        if self.evaluator is not None:
            return self.evaluator
        return None if self.value is _UNSET else _constant(self.value)


def _type_or_none(value, message):
    return _typing_function("_type_check", value, message)


def _check_name(name, function):
    if not isinstance(name, str):
        raise TypeError(f"{function}() argument 'name' must be str, not {type(name).__name__}")


def _check_variance(covariant, contravariant, infer_variance):
    if covariant and contravariant:
        raise ValueError("Bivariant types are not supported.")
    if infer_variance and (covariant or contravariant):
        raise ValueError("Variance cannot be specified with infer_variance.")


def _no_subclass(self, bases):
    raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


def _final(cls):
    raise TypeError(f"type 'typing.{cls.__mro__[1].__name__}' is not an acceptable base type")


def _or(self, other):
    return _make_any_union(self, other)


def _ror(self, other):
    return _make_any_union(other, self)


def _make_any_union(left, right):
    return Union[left, right]


class TypeVar:
    """Type variable."""
    __module__ = "typing"
    __slots__ = ("__name__", "__covariant__", "__contravariant__", "__infer_variance__", "_bound", "_constraints", "_default", "__dict__",
                 "__weakref__")

    def __new__(cls, name, *constraints, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False):
        _check_name(name, "typevar")
        covariant, contravariant, infer_variance = bool(covariant), bool(contravariant), bool(infer_variance)
        _check_variance(covariant, contravariant, infer_variance)
        if bound is not None:
            bound = _type_or_none(bound, "Bound must be a type.")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        self = _new_parameter(cls, name, default)
        self.__covariant__, self.__contravariant__, self.__infer_variance__ = covariant, contravariant, infer_variance
        self._bound = _Late(bound) if bound is not None else _Late()
        self._constraints = _Late(constraints) if constraints else _Late()
        module = _caller_module()
        if module is not None:
            self.__module__ = module
        return self

    @property
    def __bound__(self):
        return self._bound.get(None)

    @property
    def __constraints__(self):
        return self._constraints.get(())

    @property
    def __default__(self):
        return self._default.get(NoDefault)

    @property
    def evaluate_bound(self):
        return self._bound.function()

    @property
    def evaluate_constraints(self):
        return self._constraints.function()

    @property
    def evaluate_default(self):
        return self._default.function()

    def has_default(self):
        return _has_default(self)

    def __typing_subst__(self, arg, /):
        return _typing_function("_typevar_subst", self, arg)

    def __typing_prepare_subst__(self, alias, args, /):
        index = alias.__parameters__.index(self)
        if index < len(args):
            return args
        if index == len(args) and self.has_default():
            return (*args, self.__default__)
        raise TypeError(f"Too few arguments for {alias}; actual {len(args)}, expected at least {index + 1}")

    def __repr__(self):
        return _with_variance(self)

    def __reduce__(self):
        return self.__name__

    __or__, __ror__, __mro_entries__, __init_subclass__ = _or, _ror, _no_subclass, classmethod(_final)


def _new_parameter(cls, name, default):
    self = object.__new__(cls)
    self.__name__ = name
    self._default = _Late() if default is NoDefault else _Late(default)
    return self


def _has_default(self):
    late = self._default
    return late.evaluator is not None or late.value is not _UNSET


def _with_variance(self):
    if self.__infer_variance__:
        return self.__name__
    return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__


class _ParamSpecPart:
    __slots__ = ("__origin__", "__weakref__")

    def __new__(cls, origin):
        self = object.__new__(cls)
        self.__origin__ = origin
        return self

    def __init__(self, origin):
        pass

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self.__origin__ == other.__origin__

    __hash__ = None

    def __repr__(self):
        origin = self.__origin__
        return f"{origin.__name__ if isinstance(origin, ParamSpec) else repr(origin)}.{self._part}"

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


class ParamSpecArgs(_ParamSpecPart):
    """The args for a ParamSpec object."""
    __module__ = "typing"
    __slots__ = ()
    _part = "args"


class ParamSpecKwargs(_ParamSpecPart):
    """The kwargs for a ParamSpec object."""
    __module__ = "typing"
    __slots__ = ()
    _part = "kwargs"


class ParamSpec:
    """Parameter specification."""
    __module__ = "typing"
    __slots__ = ("__name__", "__covariant__", "__contravariant__", "__infer_variance__", "_bound", "_default", "__dict__", "__weakref__")

    def __new__(cls, name, *, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False):
        _check_name(name, "paramspec")
        covariant, contravariant, infer_variance = bool(covariant), bool(contravariant), bool(infer_variance)
        _check_variance(covariant, contravariant, infer_variance)
        self = _new_parameter(cls, name, default)
        self._bound = _type_or_none(bound, "Bound must be a type.")
        self.__covariant__, self.__contravariant__, self.__infer_variance__ = covariant, contravariant, infer_variance
        module = _caller_module()
        if module is not None:
            self.__module__ = module
        return self

    @property
    def __bound__(self):
        return self._bound

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)

    @property
    def __default__(self):
        return self._default.get(NoDefault)

    @property
    def evaluate_default(self):
        return self._default.function()

    def has_default(self):
        return _has_default(self)

    def __typing_subst__(self, arg, /):
        return _typing_function("_paramspec_subst", self, arg)

    def __typing_prepare_subst__(self, alias, args, /):
        return _typing_function("_paramspec_prepare_subst", self, alias, args)

    def __repr__(self):
        return _with_variance(self)

    def __reduce__(self):
        return self.__name__

    __or__, __ror__, __mro_entries__, __init_subclass__ = _or, _ror, _no_subclass, classmethod(_final)


class TypeVarTuple:
    """Type variable tuple."""
    __module__ = "typing"
    __slots__ = ("__name__", "_default", "__dict__", "__weakref__")

    def __new__(cls, name, *, default=NoDefault):
        _check_name(name, "typevartuple")
        self = _new_parameter(cls, name, default)
        module = _caller_module()
        if module is not None:
            self.__module__ = module
        return self

    def __iter__(self):
        yield __import__("typing").Unpack[self]

    @property
    def __default__(self):
        return self._default.get(NoDefault)

    @property
    def evaluate_default(self):
        return self._default.function()

    def has_default(self):
        return _has_default(self)

    def __typing_subst__(self, arg, /):
        raise TypeError("Substitution of bare TypeVarTuple is not supported")

    def __typing_prepare_subst__(self, alias, args, /):
        return _typing_function("_typevartuple_prepare_subst", self, alias, args)

    def __repr__(self):
        return self.__name__

    def __reduce__(self):
        return self.__name__

    __mro_entries__, __init_subclass__ = _no_subclass, classmethod(_final)


class TypeAliasType:
    """Type alias."""
    __module__ = "typing"
    __slots__ = ("_name", "_params", "_value", "_module", "__weakref__")

    def __new__(cls, name, value, *, type_params=()):
        if not isinstance(name, str):
            raise TypeError(f"typealias() argument 'name' must be str, not {type(name).__name__}")
        if not isinstance(type_params, tuple):
            raise TypeError("type_params must be a tuple")
        defaulted = False
        for parameter in type_params:
            if not hasattr(type(parameter), "__typing_subst__"):
                raise TypeError(f"Expected a type param, got {parameter!r}")
            if _has_default(parameter) if isinstance(parameter, (TypeVar, ParamSpec, TypeVarTuple)) else False:
                defaulted = True
            elif defaulted:
                raise TypeError(f"non-default type parameter '{parameter!r}' follows default type parameter")
        return _new_alias(name, type_params, _Late(value), _caller_module())

    @property
    def __name__(self):
        return self._name

    @property
    def __value__(self):
        return self._value.get(None)

    @property
    def evaluate_value(self):
        return self._value.function()

    @property
    def __type_params__(self):
        return self._params

    @property
    def __parameters__(self):
        found = []
        for parameter in self._params:
            if isinstance(parameter, TypeVarTuple):
                found.extend(parameter)
            else:
                found.append(parameter)
        return tuple(found)

    @property
    def __module__(self):
        return self._module

    def __getitem__(self, args):
        if not self._params:
            raise TypeError("Only generic type aliases are subscriptable")
        return _GenericAlias(self, args if isinstance(args, tuple) else (args,))

    def __iter__(self):
        yield __import__("typing").Unpack[self]

    def __repr__(self):
        return self._name

    def __reduce__(self):
        return self._name

    __or__, __ror__, __init_subclass__ = _or, _ror, classmethod(_final)


def _new_alias(name, params, value, module):
    self = object.__new__(TypeAliasType)
    self._name = name
    self._params = params
    self._value = value
    self._module = module
    return self


class Generic:
    """Abstract base class for generic types."""
    __module__ = "typing"
    __slots__ = ()

    @classmethod
    def __class_getitem__(cls, /, *args, **kwargs):
        return _typing_function("_generic_class_getitem", cls, *args, **kwargs)

    @classmethod
    def __init_subclass__(cls, /, *args, **kwargs):
        import typing
        return typing._generic_init_subclass(cls, *args, **kwargs)


# --- what compiled code calls
def _make_typevar(name):
    self = _new_parameter(TypeVar, name, NoDefault)
    self.__covariant__ = self.__contravariant__ = False
    self.__infer_variance__ = True
    self._bound = _Late()
    self._constraints = _Late()
    return self


def _make_typevar_with_bound(name, evaluator):
    self = _make_typevar(name)
    self._bound = _Late(evaluator=evaluator)
    return self


def _make_typevar_with_constraints(name, evaluator):
    self = _make_typevar(name)
    self._constraints = _Late(evaluator=evaluator)
    return self


def _make_paramspec(name):
    self = _new_parameter(ParamSpec, name, NoDefault)
    self.__covariant__ = self.__contravariant__ = False
    self.__infer_variance__ = True
    self._bound = None
    return self


def _make_typevartuple(name):
    return _new_parameter(TypeVarTuple, name, NoDefault)


def _make_typealias(name, params, evaluator):
    return _new_alias(name, () if params is None else params, _Late(evaluator=evaluator), _caller_module())


def _subscript_generic(params):
    import typing
    unpacked = tuple([typing.Unpack[param] if isinstance(param, TypeVarTuple) else param for param in params])
    return typing._GenericAlias(Generic, unpacked)


def _set_typeparam_default(param, evaluator):
    param._default = _Late(evaluator=evaluator)
    return param
