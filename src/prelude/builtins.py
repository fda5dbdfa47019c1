# What core functions written in C leave to Python because a hook of the program is in the way (rows of PRELUDES in native/core/hooks.h).


# --- calls ----------------------------------------------------------------------------------------------------------------------
def call_ex(callable, iterable, keywords):
    arguments = [*iterable]
    if keywords is None:
        return callable(*arguments)
    return callable(*arguments, **keywords)


def call_for_none(callable, *arguments):
    callable(*arguments)


def special_call(special, object, *arguments):
    return type(special).__get__(special, object, type(object))(*arguments)


def descriptor_call(pair, /, *arguments, **keywords):
    special, object = pair
    return type(special).__get__(special, object, type(object))(*arguments, **keywords)


def hook_says(hook, cls, object):
    return True if hook(cls, object) else False


# isinstance() and issubclass() of what is not a plain class or a tuple of these.
def instance_check(object, classes):
    if type(classes) is tuple:
        for cls in classes:
            if claims_to_be(object, cls):
                return True
        return False
    if type(classes) is Union:
        return classes.__instancecheck__(object)
    return isinstance_by_hooks(object, classes)


def subclass_check(cls, classes):
    if type(classes) is tuple:
        for one in classes:
            if issubclass(cls, one):
                return True
        return False
    if type(classes) is Union:
        return classes.__subclasscheck__(cls)
    return issubclass_by_hooks(cls, classes)


# super() with an object whose own class is none of cls: it may say that it is of another one.
def super_claim(self, cls, object, name):
    bound = self or super.__new__(super)
    try:
        claimed = object.__class__
    except AttributeError:
        claimed = None
    bind_super(bound, cls, object, claimed)
    if self is None:
        return bound if name is None else getattr(bound, name)


# --- attributes -----------------------------------------------------------------------------------------------------------------
def getattr_default(object, name, default):
    try:
        return getattr(object, name)
    except AttributeError:
        return default


def hasattr(object, name):
    try:
        getattr(object, name)
    except AttributeError:
        return False
    return True


def object_ne(a, b):
    result = type(a).__eq__(a, b)
    return result if result is NotImplemented else not result


# --- text -----------------------------------------------------------------------------------------------------------------------
def index(sequence, key):
    return sequence[to_index(key)]


def asked_index(x):
    return ask_index(x)


# The text of a format whose parts are texts but for some objects: kinds says how to ask those (TEXT_BY_… of native/core/formatting.c).
def join_texts(parts, kinds):
    parts = [*parts]
    i = 0
    for kind in kinds:
        if kind:
            part = parts[i]
            parts[i] = str(part) if kind == 1 else repr(part) if kind == 2 else format(part) if kind == 3 else format(*part)
        i += 1
    return parts[0] if i == 1 else "".join(parts)


def number_of(x, method, exact):
    number = method(x)
    return number if type(number) is exact else number_returned(x, number, exact)


def str_join(separator, iterable):
    try:
        iterator = iter(iterable)
    except TypeError:
        raise TypeError("can only join an iterable") from None
    # (A subclass may have a join() of its own, which has called this one.)
    if isinstance(separator, str):
        return str.join(separator, [*iterator])
    if isinstance(separator, bytes):
        return bytes.join(separator, [*iterator])
    with memoryview(separator):  # which must not change meanwhile
        parts = [*iterator]
    return bytearray.join(separator, parts)


def bytes_extend(array, iterable):
    if isinstance(iterable, str):
        raise TypeError("expected iterable of integers; got: 'str'")
    try:
        iterator = iter(iterable)
    except TypeError:
        raise TypeError(f"can't extend bytearray with {type(iterable).__name__}") from None
    bytearray.extend(array, [to_index(item) for item in iterator])


# --- math -----------------------------------------------------------------------------------------------------------------------
def math_retry(name, arguments):
    function = getattr(core_module("math"), name)
    if name in ("gcd", "lcm", "factorial", "comb", "perm", "isqrt"):
        return function(*[int_argument(argument) for argument in arguments])
    if name == "dist":
        return function(*[tuple([to_float(item) for item in point]) for point in arguments])
    of_int = int.__float__
    numbers = [argument if isinstance(argument, int) and type(argument).__float__ is of_int else to_float(argument) for argument in arguments]
    if name == "isclose":
        return function(numbers[0], numbers[1], rel_tol=numbers[2], abs_tol=numbers[3])
    return function(*numbers)


def int_argument(argument):
    if argument is None or isinstance(argument, int):
        return argument
    return to_index(argument)


def math_call_special(object, name, other=None):
    math = core_module("math")
    if name == "dist":
        return math.dist(tuple(object), tuple(other))
    if name == "fsum":
        return math.fsum([*object])
    if name == "fsum floats":
        return math.fsum([to_float(item) for item in object])
    method = type_attribute(type(object), name)
    if method is not MISSING:
        return special_call(method, object)
    if name == "__trunc__":
        raise TypeError(f"type {type(object).__name__} doesn't define __trunc__ method")
    return type_attribute(float, name)(to_float(object))


# --- weak references, collector ----------------------------------------------------------------------------------------------------
def weakref_hash(reference, referent):
    result = hash(referent)
    weakref_set_hash(reference, result)
    return result


def remove_dead_weakref(dict, key):
    if key in dict:
        reference = dict[key]
        if isinstance(reference, WeakReference) and reference() is None:
            del dict[key]


def gc_collect(found):
    while gc_needs_again():
        found += gc_collect_once()
    return found


# --- modules at exit -------------------------------------------------------------------------------------------------------------
def release_modules(modules, library):
    """Takes the program's modules out of sys.modules: what they hold is finalised while they still have all of it.
    Python's own (of the folder `library`, or without a file) stay. Returns references to what may live on."""
    references = []
    for name, module in [*modules.items()]:
        if not isinstance(module, Module):
            continue
        namespace = module.__dict__
        file = namespace.get("__file__")
        if name != "__main__" and (file is None and namespace.get("__spec__") is not None or isinstance(file, str) and file.startswith(library)):
            continue
        references.append(WeakReference(module))
        del modules[name]
    return references


def clear_modules(references):
    """Somebody holds these modules for good: their names become None, those with one underscore first, as in CPython. True if there are any."""
    found = False
    for reference in references[::-1]:
        module = reference()
        if module is None:
            continue
        found = True
        namespace = module.__dict__
        for private in True, False:
            for name in [*namespace]:
                if isinstance(name, str) and name != "__builtins__" and (name[:1] == "_" and name[1:2] != "_") is private:
                    namespace[name] = None
    return found


# --- properties -------------------------------------------------------------------------------------------------------------------
def property_doc(property, getter, doc, result=None):
    """Gives a property the docstring of its getter, and an instance of a subclass a __doc__ of its own."""
    inherited = doc is None and getter is not None
    if inherited:
        doc = getattr(getter, "__doc__", None)
    try:
        property.__doc__ = doc
    except AttributeError:
        if inherited:
            raise
    return result


# Globals that are a dict with a __missing__ or __getitem__ of its own.
def look_up_global(globals, builtins, name):
    try:
        return globals[name]
    except KeyError:
        try:
            return builtins[name]
        except KeyError:
            pass
    raise NameError(f"name '{name}' is not defined", name=name)


# --- patterns -------------------------------------------------------------------------------------------------------------------
_matches_itself = (bool, bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple)


def match_class(subject, cls, count, names):
    if not isinstance(cls, type):
        raise TypeError("called match pattern must be a class")
    if not claims_to_be(subject, cls):
        return None
    found = []
    seen = []
    if count:
        match_args = getattr(cls, "__match_args__", MISSING)
        match_self = False
        if match_args is MISSING:
            match_args = ()
            match_self = issubclass(cls, _matches_itself)
        elif type(match_args) is not tuple:
            raise TypeError(f"{cls.__name__}.__match_args__ must be a tuple (got {type(match_args).__name__})")
        allowed = 1 if match_self else len(match_args)
        if allowed < count:
            plural = "" if allowed == 1 else "s"
            raise TypeError(f"{cls.__name__}() accepts {allowed} positional sub-pattern{plural} ({count} given)")
        if match_self:
            found.append(subject)
        else:
            for name in match_args[:count]:
                if type(name) is not str:
                    raise TypeError(f"__match_args__ elements must be strings (got {type(name).__name__})")
                if not _match_attribute(subject, cls, name, found, seen):
                    return None
    for name in names:
        if not _match_attribute(subject, cls, name, found, seen):
            return None
    return tuple(found)


def _match_attribute(subject, cls, name, found, seen):
    if name in seen:
        raise TypeError(f"{cls.__name__}() got multiple sub-patterns for attribute {name!r}")
    seen.append(name)
    try:
        found.append(getattr(subject, name))
    except AttributeError:
        return False
    return True


def match_keys(subject, keys):
    values = []
    seen = set()
    get = subject.get
    for key in keys:
        if key in seen:
            raise ValueError(f"mapping pattern checks duplicate key ({key!r})")
        seen.add(key)
        value = get(key, MISSING)
        if value is MISSING:
            return None
        values.append(value)
    return tuple(values)


def mapping_rest(subject, keys):
    rest = {**subject}
    for key in keys:
        del rest[key]
    return rest
