# The module _ast: the classes of syntax trees, made from CPython's grammar of them (Parser/Python.asdl, in its own notation).
_GRAMMAR = """
mod = Module(stmt* body, type_ignore* type_ignores) | Interactive(stmt* body) | Expression(expr body) | FunctionType(expr* argtypes, expr returns)
stmt = FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params) | AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params) | ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list, type_param* type_params) | Return(expr? value) | Delete(expr* targets) | Assign(expr* targets, expr value, string? type_comment) | TypeAlias(expr name, type_param* type_params, expr value) | AugAssign(expr target, operator op, expr value) | AnnAssign(expr target, expr annotation, expr? value, int simple) | For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment) | AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment) | While(expr test, stmt* body, stmt* orelse) | If(expr test, stmt* body, stmt* orelse) | With(withitem* items, stmt* body, string? type_comment) | AsyncWith(withitem* items, stmt* body, string? type_comment) | Match(expr subject, match_case* cases) | Raise(expr? exc, expr? cause) | Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody) | TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody) | Assert(expr test, expr? msg) | Import(alias* names) | ImportFrom(identifier? module, alias* names, int? level) | Global(identifier* names) | Nonlocal(identifier* names) | Expr(expr value) | Pass | Break | Continue @
expr = BoolOp(boolop op, expr* values) | NamedExpr(expr target, expr value) | BinOp(expr left, operator op, expr right) | UnaryOp(unaryop op, expr operand) | Lambda(arguments args, expr body) | IfExp(expr test, expr body, expr orelse) | Dict(expr?* keys, expr* values) | Set(expr* elts) | ListComp(expr elt, comprehension* generators) | SetComp(expr elt, comprehension* generators) | DictComp(expr key, expr value, comprehension* generators) | GeneratorExp(expr elt, comprehension* generators) | Await(expr value) | Yield(expr? value) | YieldFrom(expr value) | Compare(expr left, cmpop* ops, expr* comparators) | Call(expr func, expr* args, keyword* keywords) | FormattedValue(expr value, int conversion, expr? format_spec) | Interpolation(expr value, constant str, int conversion, expr? format_spec) | JoinedStr(expr* values) | TemplateStr(expr* values) | Constant(constant value, string? kind) | Attribute(expr value, identifier attr, expr_context ctx) | Subscript(expr value, expr slice, expr_context ctx) | Starred(expr value, expr_context ctx) | Name(identifier id, expr_context ctx) | List(expr* elts, expr_context ctx) | Tuple(expr* elts, expr_context ctx) | Slice(expr? lower, expr? upper, expr? step) @
expr_context = Load | Store | Del
boolop = And | Or
operator = Add | Sub | Mult | MatMult | Div | Mod | Pow | LShift | RShift | BitOr | BitXor | BitAnd | FloorDiv
unaryop = Invert | Not | UAdd | USub
cmpop = Eq | NotEq | Lt | LtE | Gt | GtE | Is | IsNot | In | NotIn
comprehension(expr target, expr iter, expr* ifs, int is_async)
excepthandler = ExceptHandler(expr? type, identifier? name, stmt* body) @
arguments(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr?* kw_defaults, arg? kwarg, expr* defaults)
arg(identifier arg, expr? annotation, string? type_comment) @
keyword(identifier? arg, expr value) @
alias(identifier name, identifier? asname) @
withitem(expr context_expr, expr? optional_vars)
match_case(pattern pattern, expr? guard, stmt* body)
pattern = MatchValue(expr value) | MatchSingleton(constant value) | MatchSequence(pattern* patterns) | MatchMapping(expr* keys, pattern* patterns, identifier? rest) | MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns) | MatchStar(identifier? name) | MatchAs(pattern? pattern, identifier? name) | MatchOr(pattern* patterns) @required
type_ignore = TypeIgnore(int lineno, string tag)
type_param = TypeVar(identifier name, expr? bound, expr? default_value) | ParamSpec(identifier name, expr? default_value) | TypeVarTuple(identifier name, expr? default_value) @required
"""

PyCF_ONLY_AST = 0x400
PyCF_OPTIMIZED_AST = 0x8400
PyCF_TYPE_COMMENTS = 0x1000
PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000
_POSITION = ("lineno", "col_offset", "end_lineno", "end_col_offset")


def _warn(message):
    import warnings
    warnings.warn(message, DeprecationWarning)


class AST:
    __module__ = "ast"
    _fields = ()
    _attributes = ()
    _field_kinds = ()
    __match_args__ = ()

    def __init__(self, /, *args, **kwargs):
        cls = type(self)
        fields = cls._fields
        if len(args) > len(fields):
            raise TypeError(f"{cls.__name__} constructor takes at most {len(fields)} positional argument{'' if len(fields) == 1 else 's'}")
        for name, value in zip(fields, args):
            setattr(self, name, value)
        given = fields[:len(args)]
        for name, value in kwargs.items():
            if name in given:
                raise TypeError(f"{cls.__name__} got multiple values for argument {name!r}")
            if name not in fields and name not in cls._attributes:
                _warn(f"{cls.__name__}.__init__ got an unexpected keyword argument {name!r}. "
                      "Support for arbitrary keyword arguments is deprecated and will be removed in Python 3.15.")
            setattr(self, name, value)
        if len(given) + len(kwargs) >= len(fields) and not kwargs:
            return
        kinds = cls._field_kinds
        for name, kind in zip(fields, kinds):
            if name in given or name in kwargs:
                continue
            if kind[1] == "*":
                setattr(self, name, [])
            elif kind[1] == "?":
                pass
            elif kind[0] == "expr_context":
                setattr(self, name, Load())
            else:
                _warn(f"{cls.__name__}.__init__ missing 1 required positional argument: {name!r}. This will become an error in Python 3.15.")

    def __reduce__(self):
        required = [name for name, kind in zip(type(self)._fields, type(self)._field_kinds) if not kind[1] and kind[0] != "expr_context"]
        return (type(self), tuple([None] * len(type(self)._fields)) if required else (), dict(self.__dict__))

    def __reduce_ex__(self, protocol):
        return self.__reduce__()

    def __replace__(self, /, **changes):
        cls = type(self)
        names = cls._fields + cls._attributes
        values = {}
        for name in names:
            if name in self.__dict__:
                values[name] = self.__dict__[name]
        for name in changes:
            if name not in names:
                raise TypeError(f"{cls.__name__}.__replace__ got an unexpected keyword argument {name!r}.")
        values.update(changes)
        missing = [name for name, kind in zip(cls._fields, cls._field_kinds) if name not in values and not kind[1]]
        if missing:
            raise TypeError(f"{cls.__name__}.__replace__ missing {len(missing)} keyword argument{'' if len(missing) == 1 else 's'}: "
                            f"{', '.join([repr(name) for name in missing])}.")
        return cls(**values)

    def __repr__(self):
        return _repr(self, 3)


AST.__qualname__ = "AST"


def _repr(node, depth):
    cls = type(node)
    if not cls._fields:
        return f"{cls.__name__}()"
    if depth <= 0:
        return f"{cls.__name__}(...)"
    parts = []
    for name in cls._fields:
        try:
            value = getattr(node, name)
        except AttributeError:
            continue
        if isinstance(value, (list, tuple)):
            shown = _repr_list(value, depth)
        elif isinstance(value, AST):
            shown = _repr(value, depth - 1)
        else:
            shown = repr(value)
            if isinstance(value, (str, bytes)) and len(shown) > 80:
                shown = shown[:77] + "..."
        parts.append(f"{name}={shown}")
    return f"{cls.__name__}({', '.join(parts)})"


def _repr_list(items, depth):
    opening, closing = "[]" if isinstance(items, list) else "()"
    shown = [_repr(item, depth - 1) if isinstance(item, AST) else repr(item) for item in (items if len(items) <= 2 else (items[0], items[-1]))]
    if len(items) > 2:
        shown.insert(1, "...")
    return opening + ", ".join(shown) + closing


_BASIC = {"identifier": str, "string": str, "int": int, "constant": object}


def _make_class(name, base, fields, doc, attributes, optional_end):
    names = tuple([field[2] for field in fields])
    namespace = {"__module__": "ast", "__qualname__": name, "__doc__": doc, "_fields": names, "__match_args__": names,
                 "_field_kinds": tuple([field[:2] for field in fields]), "_attributes": attributes}
    for kind, mark, field in fields:
        if mark == "?":
            namespace[field] = None
    if attributes and optional_end:
        namespace["end_lineno"] = namespace["end_col_offset"] = None
    cls = type(name, (base,), namespace)
    globals_[name] = cls
    return cls


def _parse_fields(text):
    fields = []
    for part in text.split(", ") if text else ():
        kind, _, name = part.partition(" ")
        mark = "*" if kind.endswith("*") else "?" if kind.endswith("?") else ""
        fields.append((kind.rstrip("?*"), mark, name))
    return fields


def _build():
    for line in _GRAMMAR.strip().split("\n"):
        head, _, tail = line.partition(" @")
        attributes = _POSITION if " @" in line else ()
        optional_end = tail != "required"
        left, equals, right = head.partition(" = ")
        if not equals:
            name, _, text = head.rstrip(")").partition("(")
            _make_class(name, AST, _parse_fields(text), head.replace("expr?* kw_defaults", "expr* kw_defaults"), attributes, optional_end)
            continue
        shapes = right.split(" | ")
        plain = all(["(" not in shape for shape in shapes])
        indent = " " * len(left) + " | "
        base = _make_class(left, AST, (), f"{left} = {right}" if plain else f"{left} = " + ("\n" + indent).join(shapes), attributes, optional_end)
        for shape in shapes:
            name, _, text = shape.rstrip(")").partition("(")
            _make_class(name, base, _parse_fields(text), shape, attributes, False)


globals_ = _make_class.__globals__
_build()


def _set_types():
    # _field_types and __annotations__
    for cls in list(globals_.values()):
        if isinstance(cls, type) and issubclass(cls, AST) and cls is not AST and (cls._field_kinds or not cls.__subclasses__()):
            types = {}
            for name, (kind, mark) in zip(cls._fields, cls._field_kinds):
                kind = _BASIC.get(kind) or globals_[kind]
                types[name] = list[kind] if mark == "*" else kind | None if mark == "?" else kind
            cls._field_types = types
            cls.__annotations__ = types


_set_types()
