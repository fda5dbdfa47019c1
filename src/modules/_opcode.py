# The module _opcode: what dis and opcode.py ask. Krait's instructions are not CPython's: see `krait --dis`.
ENABLE_SPECIALIZATION = True
ENABLE_SPECIALIZATION_FT = False


def _no(opcode): return False


is_valid = has_arg = has_const = has_name = has_jump = has_free = has_local = has_exc = _no


def stack_effect(opcode, oparg=None, /, *, jump=None):
    """Compute the stack effect of the opcode."""
    raise ValueError("invalid opcode or oparg")


def get_specialization_stats(): return None
def get_nb_ops(): return [("NB_ADD", "+")]
def get_intrinsic1_descs(): return []
def get_intrinsic2_descs(): return []
def get_special_method_names(): return ["__enter__", "__exit__", "__aenter__", "__aexit__"]


def get_executor(*, code, offset):
    """Return the executor object at offset in code if exists, None otherwise."""
    return None
