# The module _types: classes that have no name among the builtins.
import sys as _sys
from _krait import traceback as _traceback


def _function(): pass


def _cell():
    x = None

    def inner():
        return x
    return inner.__closure__[0]


def _generator():
    yield


async def _coroutine():
    pass


async def _async_generator():
    yield


class _Class:
    __slots__ = ("slot",)

    def method(self): pass


FunctionType = LambdaType = type(_function)
CodeType = type(_function.__code__)
MappingProxyType = type(type.__dict__)
SimpleNamespace = _sys._types_SimpleNamespace
CellType = type(_cell())
GeneratorType = type(_generator())
_c = _coroutine()
CoroutineType = type(_c)
_c.close()
del _c
AsyncGeneratorType = type(_async_generator())
MethodType = type(_Class().method)
BuiltinFunctionType = BuiltinMethodType = type(len)
WrapperDescriptorType = type(object.__init__)
MethodWrapperType = type(object().__str__)
MethodDescriptorType = type(str.join)
ClassMethodDescriptorType = type(dict.__dict__["fromkeys"])
ModuleType = type(_sys)
GetSetDescriptorType = type(FunctionType.__code__)
MemberDescriptorType = type(_Class.slot)
GenericAlias = type(list[int])
EllipsisType = type(Ellipsis)
NoneType = type(None)
NotImplementedType = type(NotImplemented)
TracebackType = _traceback
FrameType = _frame_type()
CapsuleType = type("PyCapsule", (), {"__module__": "builtins", "__doc__": "Capsule objects let you wrap a C \"void *\" pointer in a Python object."})
UnionType = type(int | str)
del _function, _cell, _generator, _coroutine, _async_generator, _Class
