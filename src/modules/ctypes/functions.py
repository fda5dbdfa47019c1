# What the module _ctypes offers besides types.
def _checked(obj, name):
    if not isinstance(obj, _CData):
        raise TypeError(f"{name} must be _ctypes._CData, not {type(obj).__name__}")


def sizeof(obj, /):
    """Return the size in bytes of a C instance."""
    if isinstance(obj, _CData):
        whole = obj._b_base_ is None and not obj._block.shared and not obj._offset
        return obj._block.size if whole else obj._info_.size
    info = _info_of(obj)
    if info is None:
        raise TypeError("this type has no size")
    return info.size


def alignment(obj, /):
    """Return the alignment requirements of a C instance."""
    info = _info_of(type(obj) if isinstance(obj, _CData) else obj)
    if info is None:
        raise TypeError("no alignment info")
    return info.align


def addressof(obj, /):
    """Return the address of the C instance internal buffer"""
    _checked(obj, "addressof() argument")
    return obj._block.address_of(obj._offset)


def byref(obj, offset=0, /):
    """Return a pointer lookalike to a C instance, only usable as function argument."""
    _checked(obj, "byref() argument 1")
    return CArgObject._of("P", obj, addressof(obj) + offset)


def resize(obj, size, /):
    _checked(obj, "resize() argument 1")
    if size < obj._info_.size:
        raise ValueError(f"minimum size is {obj._info_.size}")
    block = obj._block
    if block.shared or obj._b_base_ is not None:
        raise ValueError("Memory cannot be resized because this object doesn't own it")
    if size > block.size:
        block.memory.extend(bytes(size - block.size))
    else:
        del block.memory[size:]
    block.size = size


def buffer_info(o, /):
    """Return buffer interface information"""
    info = _info_of(type(o) if isinstance(o, _CData) else o)
    if info is None:
        raise TypeError("not a ctypes type or object")
    return info.format, len(info.shape), info.shape


_errno = 0


def get_errno():
    return _errno


def set_errno(value, /):
    global _errno
    _errno, old = value, _errno
    return old


_NOWHERE = 0xF000  # the address of what can be found and not called
_PROGRAM = 1  # the handle of the program itself, in which no symbol is found


def dlopen(name, flag=RTLD_LOCAL, /):
    """dlopen(name, flag={RTLD_GLOBAL|RTLD_LOCAL}) open a shared library"""
    import sys
    sys.audit("ctypes.dlopen", name)
    if name is None:
        return _PROGRAM
    import os
    if "/" in name and not os.path.exists(name):
        raise OSError(f"{name}: cannot open shared object file: No such file or directory")
    raise OSError(f"{name}: cannot open shared object file: krait does not support loading shared libraries")


def dlclose(handle, /):
    """dlclose a library"""


def dlsym(handle, name, /):
    """find symbol in shared library"""
    raise OSError(f"krait: undefined symbol: {name}")


def _uncallable(*_):
    raise NotImplementedError("krait does not support calling C functions")


call_function = call_cdeclfunction = _uncallable


def PyObj_FromPtr(address, /):
    raise NotImplementedError("krait does not support making objects of addresses")
