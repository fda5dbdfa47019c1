# Structures that sys shows: tuples with names.


def make_structseq(name, fields, values, doc=None):
    def __new__(cls, sequence):
        return tuple.__new__(cls, sequence)

    def __repr__(self):
        return f"{name}({', '.join(f'{n}={v!r}' for n, v in zip(fields, self))})"

    namespace = {
        "__module__": name.rpartition(".")[0],
        "__slots__": (),
        "__doc__": doc,
        "__new__": __new__,
        "__repr__": __repr__,
        "n_fields": len(fields),
        "n_sequence_fields": len(fields),
        "n_unnamed_fields": 0,
        "__match_args__": tuple(fields),
    }
    for i, field in enumerate(fields):
        namespace[field] = property(lambda self, i=i: self[i])
    return type(name.rpartition(".")[2], (tuple,), namespace)(values)


version_info = make_structseq("sys.version_info", ("major", "minor", "micro", "releaselevel", "serial"), (3, 14, 0, "final", 0))
flags = make_structseq(
    "sys.flags",
    ("debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site", "ignore_environment", "verbose",
     "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode", "utf8_mode", "warn_default_encoding", "safe_path",
     "int_max_str_digits"),
    (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, False, 1, 0, False, 4300))
float_info = make_structseq(
    "sys.float_info",
    ("max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds"),
    (1.7976931348623157e308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53, 2.220446049250313e-16, 2, 1))
int_info = make_structseq(
    "sys.int_info", ("bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"), (30, 4, 4300, 640))
hash_info = make_structseq(
    "sys.hash_info",
    ("width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"),
    (64, 2305843009213693951, 314159, 0, 1000003, "siphash13", 64, 128, 0))
thread_info = make_structseq("sys.thread_info", ("name", "lock", "version"), ("pthread", "semaphore", None))


class _SimpleNamespace:
    __module__ = "types"
    __qualname__ = "SimpleNamespace"

    def __init__(self, **names):
        self.__dict__.update(names)

    def __repr__(self):
        return f"namespace({', '.join(f'{n}={v!r}' for n, v in self.__dict__.items())})"

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, _SimpleNamespace) else NotImplemented


implementation = _SimpleNamespace(name="krait", cache_tag="krait-314", version=version_info, hexversion=0x030E00F0)

# What sys.set_asyncgen_hooks() was given: firstiter, finalizer (first_iteration of the core reads it).
asyncgen_hooks = [None, None]
