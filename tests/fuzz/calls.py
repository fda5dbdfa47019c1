# Calls whatever builtin types and modules offer, with random and hostile arguments, for the debug core to watch: its asserts, poisoned free blocks
# and count audit say whether memory is as it should be; what the calls answer is not looked at.
#   krait --audit tests/fuzz/calls.py seed count [numbers]      numbers: only these calls (1,7,…), the way to make a failure small
# Every call draws from a generator seeded with its own number, so leaving out others changes it as little as can be. KRAIT_FUZZ_LOG names a file that
# is told of every call before it is made.
import importlib
import os
import random
import sys
import types

MODULES = """builtins math cmath itertools functools operator collections struct json re time string random bisect heapq array binascii zlib hashlib codecs
unicodedata marshal pickle copy weakref types datetime decimal io contextvars gc sys abc ast typing enum dataclasses string.templatelib csv fractions
statistics textwrap pprint reprlib inspect""".split()

# Not to be called: what ends or stops the process, waits, touches files, or changes how this program itself runs.
LEFT_OUT = set("""_exit exit quit abort breakpoint input help sleep settrace setprofile setrecursionlimit set_int_max_str_digits setswitchinterval
_settraceallthreads open open_code write stdout stderr displayhook excepthook unraisablehook breakpointhook copyright credits license modules meta_path
path_hooks __loader__ __spec__ __del__ __subclasses__ __init_subclass__ disable set_debug _clear_type_cache _clear_internal_caches _dump_tracelets
remote_exec activate_stack_trampoline setdlopenflags acquire release""".split())

# Names of functions for which a large int is not a size that is refused but a long wait.
WAITS_FOR_LARGE = set("""repeat mul ljust rjust center zfill pow shift expandtabs factorial comb perm to_bytes bytes accumulate cycle count islice getrandbits
randbytes prod deque ldexp sum sample choices indent product isqrt round nth batched array range""".split())

draw = random.Random()
victims = []


class Evil(Exception):
    pass


def mischief():
    """Changes something that a call may be in the middle of."""
    if not victims:
        return
    victim = draw.choice(victims)
    change = draw.choice(
        (
            lambda: victim.clear(),
            lambda: victim.append(Hostile()),
            lambda: victim.__setitem__(slice(None), [1] * draw.randrange(40)),
            lambda: victim.pop(),
            lambda: victim.update({Hostile(): 1}),
            lambda: victim.__init__(),
            lambda: victim.close(),
            lambda: victims.clear(),
            None,
        )
    )
    if change is None:
        raise Evil
    try:
        change()
    except Evil:
        raise
    except Exception:
        pass


def answer(name):
    answers = (None, NotImplemented, "x", True, False, draw.random(), draw.choice(INTS), Hostile)
    chosen = draw.choice((*answers, Evil))
    if chosen is Evil:
        raise Evil(name)
    return Hostile() if chosen is Hostile else chosen


def hook(name):
    def called(self, *args):
        mischief()
        return answer(name)

    return called


def endless(value):
    while draw.randrange(5):
        try:
            mischief()
            yield value
        except Evil:
            pass


class Hostile:
    def __init__(self, *args, **kwargs):
        self.turns = 0

    def __iter__(self):
        mischief()
        return draw.choice((iter([1, 2, 3]), self, 5, endless(self)))

    def __next__(self):
        mischief()
        self.turns += 1
        if self.turns > draw.randrange(20):
            raise StopIteration
        return answer("next") if draw.randrange(3) == 0 else self.turns

    def __del__(self):
        if draw is not None:
            if draw.randrange(4) == 0:
                victims.append(self)
            mischief()

    def __hash__(self):
        mischief()
        return draw.choice((0, 1, hash("a"), -2))

    def __eq__(self, other):
        mischief()
        return draw.choice((True, False))

    def __repr__(self):
        return draw.choice(("<hostile>", "\ud800", ""))


for name in """len bool index int float complex getitem setitem delitem contains call lt le gt ge add radd sub rsub mul rmul mod rmod pow rpow lshift rshift and
or xor iadd imul enter exit str bytes format length_hint reversed round trunc floor ceil abs neg pos invert divmod matmul set_name get set delete
instancecheck subclasscheck await aiter anext missing fspath copy deepcopy reduce sizeof dir class_getitem mro_entries buffer""".split():
    setattr(Hostile, f"__{name}__", hook(name))


class Lazy:
    def __getattr__(self, name):
        mischief()
        return answer(name)


class SubInt(int):
    pass


class SubStr(str):
    __hash__ = str.__hash__

    def __eq__(self, other):
        mischief()
        return True


class SubList(list):
    def __len__(self):
        return answer("len")

    def __iter__(self):
        mischief()
        return iter([1, 2])


class SubDict(dict):
    def __missing__(self, key):
        mischief()
        return key

    def keys(self):
        mischief()
        return ["a", Hostile()]


class Slots:
    __slots__ = ("a", "b", "__weakref__")


class Meta(type):
    def __instancecheck__(cls, other):
        mischief()
        return answer("instancecheck")

    def __call__(cls, *args, **kwargs):
        mischief()
        return type.__call__(cls)


class Odd(metaclass=Meta):
    pass


def limits():
    for bits in (8, 16, 31, 32, 47, 48, 53, 62, 63, 64, 200):
        yield from (2**bits - 1, 2**bits, -(2**bits), -(2**bits) - 1)


SMALL = [0, 1, -1, 2, 3, 5, 17]
INTS = [*SMALL, *limits()]
FLOATS = [0.0, -0.0, 1.5, -1.5, 1e308, 5e-324, float("inf"), float("-inf"), float("nan"), 2.0**63]
TEXTS = ["", "a", "abc", "é", "€" * 3, "\U0001f600x", "\ud800", "a" * 1000, "%s %d", "{0!r:>{1}}", "1_0", " 12 ", "0x1f", "\0", "ß", "utf-8", "strict", "<i", "d"]
TEXTS += ["(?P<a>b)*", "[", '{"a":[1]}', "__class__", "__dict__", "x y\tz\n", "nan"]


def keep(value):
    if len(victims) > 30:
        del victims[draw.randrange(len(victims))]
    victims.append(value)
    return value


def in_itself():
    cycle = [1]
    cycle.append({"a": cycle})
    return cycle


MAKERS = [
    *[lambda: draw.choice(SMALL)] * 4, *[lambda: draw.choice(INTS)] * 2, lambda: draw.choice(FLOATS), *[lambda: draw.choice(TEXTS)] * 3, lambda: 1j,
    lambda: None, lambda: True, lambda: ..., lambda: NotImplemented, lambda: draw.choice((b"", b"abc", b"\xff\x80", b"1")), lambda: keep(bytearray(b"hello")),
    lambda: keep([]), lambda: keep([1, 2, 3]), lambda: keep([Hostile() for _ in range(3)]), lambda: keep(["a", "b"]), in_itself, lambda: (), lambda: (1, "a"),
    lambda: (Hostile(),) * 2, lambda: ((1, 2), (3, 4)), lambda: keep({}), lambda: keep({"a": 1, "b": 2}), lambda: keep({Hostile(): Hostile(), 1: 2}),
    lambda: keep({1, 2, 3}), lambda: keep({Hostile(), "a"}), lambda: frozenset([1, "a"]), lambda: keep(Hostile()), lambda: Hostile(), lambda: Lazy(),
    lambda: keep(endless(1)), lambda: iter([1, 2, 3]), lambda: range(5), lambda: slice(1, None, 2), lambda: slice(Hostile(), 2**70, -1),
    lambda: SubInt(5), lambda: SubStr("a"), lambda: keep(SubList([1, 2, 3])), lambda: keep(SubDict(a=1)), lambda: Slots(), lambda: Odd, lambda: Odd(),
    lambda: Hostile, lambda: int, lambda: str, lambda: list, lambda: dict, lambda: object, lambda: type, lambda: Meta, lambda: object(), lambda: Exception("a"),
    lambda: Evil, lambda: len, lambda: [].append, lambda: "".join, lambda: (lambda *args, **kwargs: answer("lambda")), lambda: memoryview(b"abcd"),
    lambda: memoryview(keep(bytearray(b"12345678"))), lambda: map(str, [1, 2]), lambda: zip([1], [2]), lambda: enumerate("ab"), lambda: filter(None, [0, 1]),
    lambda: {}.keys(), lambda: keep({1: 2}).items(), lambda: keep({1: 2, 3: 4}).values(), lambda: keep(iter(keep([1, 2, 3]))), lambda: iter({1: 2}),
    lambda: iter({1}), lambda: reversed([1, 2]), lambda: types.SimpleNamespace(a=1), lambda: types.MappingProxyType(keep({1: 2})), lambda: property(len),
    lambda: staticmethod(len), lambda: classmethod(len), lambda: super(SubInt, SubInt(1)), lambda: types.ModuleType("m"), lambda: list[int], lambda: int | str,
    lambda: (lambda: 0).__code__, lambda: sys._getframe(),
]  # fmt: skip
KEYWORDS = ["key", "default", "sep", "end", "strict", "reverse", "encoding", "errors", "base", "step", "initial", "maxsplit", "start", "x", "", "\ud800"]
PRIVATE_TYPES = [
    type(value)
    for value in (iter([]), iter(()), iter({}), iter(""), iter(set()), iter(b""), iter(range(3)), reversed([]), {}.keys(), {}.items(), {}.values(),
                  endless(1), len, [].append, int.__add__, (1).__add__, list.append, int.real, Slots.a, mischief, mischief.__code__, sys._getframe(),
                  types.CellType(1), list[int], int | str, Hostile().__init__, iter(lambda: 0, 1))
]  # fmt: skip


def callables_of(label, thing):
    """`thing` and, if it is a class, what it has, methods of attributes too."""
    if callable(thing):
        yield label, thing
    if not isinstance(thing, type):
        return
    for name in dir(thing):
        if name in LEFT_OUT:
            continue
        try:
            attribute = getattr(thing, name)
        except Exception:
            continue
        if callable(attribute):
            yield f"{label}.{name}", attribute
        raw = thing.__dict__.get(name)
        if raw is not None and not callable(raw) and hasattr(type(raw), "__get__"):
            yield f"{label}.{name}.__get__", raw.__get__


def all_callables():
    for module_name in MODULES:
        module = importlib.import_module(module_name)
        for name in sorted(set(dir(module)) - LEFT_OUT):
            if not name.startswith("_"):
                yield from callables_of(f"{module_name}.{name}", getattr(module, name))
    for made in PRIVATE_TYPES:
        yield from callables_of(made.__name__, made)


def value_of(cls):
    """A value, of the class if one comes up soon."""
    for _ in range(40):
        value = draw.choice(MAKERS)()
        if cls is None or isinstance(value, cls):
            break
    return value


def small_if_it_waits(label, value):
    if isinstance(value, int) and abs(value) > 10**6 and any(word in label for word in WAITS_FOR_LARGE):
        return draw.choice(SMALL)
    return value


def call(label, function, log):
    owner = getattr(function, "__objclass__", None)
    args = [value_of(None) for _ in range(draw.choice((0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5)))]
    if args and owner is not None and draw.randrange(6):
        args[0] = value_of(owner)
    args = [small_if_it_waits(label, value) for value in args]
    names = draw.sample(KEYWORDS, draw.randrange(3)) if draw.randrange(6) == 0 else []
    log.write(f" {label} {[type(value).__name__ for value in args]} {names}")
    log.flush()
    result = function(*args, **{name: small_if_it_waits(label, draw.choice(INTS)) for name in names})
    match draw.randrange(6):
        case 0:
            repr(result)
        case 1:
            if hasattr(type(result), "__next__"):
                for _ in range(5):
                    next(result)
        case 2:
            keep(result)
        case 3:
            hash(result == result)


def main(seed, numbers):
    targets = list(all_callables())
    out, nowhere = sys.stdout, open(os.devnull, "w")
    log = open(os.environ.get("KRAIT_FUZZ_LOG", os.devnull), "w")
    for number in numbers:
        draw.seed(seed * 1_000_003 + number)
        log.write(f"\n{number}")
        sys.stdout = sys.stderr = nowhere
        try:
            call(*draw.choice(targets), log)
        except BaseException as error:
            try:
                str(error)
            except BaseException:
                pass
        finally:
            sys.stdout, sys.stderr = out, sys.__stderr__
            sys.setrecursionlimit(300)
        if number % 200 == 0:
            victims.clear()
    sys.unraisablehook = lambda unraisable: None
    print("done", len(numbers))


main(int(sys.argv[1]), [int(text) for text in sys.argv[3].split(",")] if len(sys.argv) > 3 else range(int(sys.argv[2])))
