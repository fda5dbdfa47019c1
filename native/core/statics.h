// Builtin types and singletons at constant heap offsets. One row a type; everything else (offsets, names, layout kinds, bases) derives from it.
#ifndef KRAIT_STATICS_H
#define KRAIT_STATICS_H

#include "object.h"

// name, Python name, layout kind, base, flags
#define STATIC_TYPES(X) \
    X(OBJECT, "object", OBJECT, NONE, TYPE_BASETYPE) \
    X(TYPE, "type", TYPE, OBJECT, TYPE_BASETYPE | TYPE_CONTAINER | TYPE_IS_METACLASS | TYPE_HAS_DICT) \
    X(INT, "int", INT, OBJECT, TYPE_BASETYPE | TYPE_MATCHES_ITSELF) \
    X(BOOL, "bool", SINGLETON, INT, TYPE_MATCHES_ITSELF) \
    X(FLOAT, "float", FLOAT, OBJECT, TYPE_BASETYPE | TYPE_MATCHES_ITSELF) \
    X(COMPLEX, "complex", COMPLEX, OBJECT, TYPE_BASETYPE) \
    X(STR, "str", STR, OBJECT, TYPE_BASETYPE | TYPE_MATCHES_ITSELF) \
    X(BYTES, "bytes", BYTES, OBJECT, TYPE_BASETYPE | TYPE_MATCHES_ITSELF) \
    X(BYTEARRAY, "bytearray", BYTEARRAY, OBJECT, TYPE_BASETYPE | TYPE_MATCHES_ITSELF) \
    X(MEMORYVIEW, "memoryview", MEMORYVIEW, OBJECT, TYPE_CONTAINER | TYPE_SEQUENCE) \
    X(TUPLE, "tuple", TUPLE, OBJECT, TYPE_BASETYPE | TYPE_CONTAINER | TYPE_SEQUENCE | TYPE_MATCHES_ITSELF) \
    X(LIST, "list", LIST, OBJECT, TYPE_BASETYPE | TYPE_CONTAINER | TYPE_SEQUENCE | TYPE_MATCHES_ITSELF) \
    X(DICT, "dict", DICT, OBJECT, TYPE_BASETYPE | TYPE_CONTAINER | TYPE_MAPPING | TYPE_MATCHES_ITSELF) \
    X(SET, "set", SET, OBJECT, TYPE_BASETYPE | TYPE_CONTAINER | TYPE_MATCHES_ITSELF) \
    X(FROZENSET, "frozenset", SET, OBJECT, TYPE_BASETYPE | TYPE_CONTAINER | TYPE_MATCHES_ITSELF) \
    X(RANGE, "range", RANGE, OBJECT, TYPE_SEQUENCE) \
    X(SLICE, "slice", SLICE, OBJECT, TYPE_CONTAINER) \
    X(NONETYPE, "NoneType", SINGLETON, OBJECT, 0) \
    X(NOTIMPLEMENTED, "NotImplementedType", SINGLETON, OBJECT, 0) \
    X(ELLIPSIS, "ellipsis", SINGLETON, OBJECT, 0) \
    X(FUNCTION, "function", FUNCTION, OBJECT, TYPE_CONTAINER | TYPE_HAS_DICT) \
    X(BUILTIN, "builtin_function_or_method", BUILTIN, OBJECT, TYPE_CONTAINER) \
    X(METHOD_DESCRIPTOR, "method_descriptor", BUILTIN, OBJECT, TYPE_CONTAINER) \
    X(WRAPPER_DESCRIPTOR, "wrapper_descriptor", BUILTIN, OBJECT, TYPE_CONTAINER) \
    X(METHOD_WRAPPER, "method-wrapper", BUILTIN, OBJECT, TYPE_CONTAINER) \
    X(CLASSMETHOD_DESCRIPTOR, "classmethod_descriptor", BUILTIN, OBJECT, TYPE_CONTAINER) \
    X(METHOD, "method", METHOD, OBJECT, TYPE_CONTAINER) \
    X(CODE, "code", CODE, OBJECT, TYPE_CONTAINER) \
    X(CELL, "cell", CELL, OBJECT, TYPE_CONTAINER) \
    X(FRAME, "frame", FRAME, OBJECT, TYPE_CONTAINER) \
    X(TRACEBACK, "traceback", TRACEBACK, OBJECT, TYPE_CONTAINER) \
    X(GENERATOR, "generator", GENERATOR, OBJECT, TYPE_CONTAINER) \
    X(COROUTINE, "coroutine", GENERATOR, OBJECT, TYPE_CONTAINER) \
    X(ASYNC_GENERATOR, "async_generator", GENERATOR, OBJECT, TYPE_CONTAINER) \
    X(COROUTINE_WRAPPER, "coroutine_wrapper", ITERATOR, OBJECT, TYPE_CONTAINER) \
    X(ASYNC_GENERATOR_ASEND, "async_generator_asend", ITERATOR, OBJECT, TYPE_CONTAINER) \
    X(ASYNC_GENERATOR_ATHROW, "async_generator_athrow", ITERATOR, OBJECT, TYPE_CONTAINER) \
    X(ASYNC_GENERATOR_WRAPPED_VALUE, "async_generator_wrapped_value", CELL, OBJECT, TYPE_CONTAINER) \
    X(ANEXT_AWAITABLE, "anext_awaitable", ITERATOR, OBJECT, TYPE_CONTAINER) \
    X(PROPERTY, "property", PROPERTY, OBJECT, TYPE_BASETYPE | TYPE_CONTAINER) \
    X(CLASSMETHOD, "classmethod", CLASSMETHOD, OBJECT, TYPE_BASETYPE | TYPE_CONTAINER) \
    X(STATICMETHOD, "staticmethod", STATICMETHOD, OBJECT, TYPE_BASETYPE | TYPE_CONTAINER) \
    X(SUPER, "super", SUPER, OBJECT, TYPE_BASETYPE | TYPE_CONTAINER) \
    X(MODULE, "module", MODULE, OBJECT, TYPE_BASETYPE | TYPE_CONTAINER | TYPE_HAS_DICT) \
    X(WEAKREF, "ReferenceType", WEAKREF, OBJECT, TYPE_BASETYPE | TYPE_CONTAINER) \
    X(MEMBER_DESCRIPTOR, "member_descriptor", MEMBER, OBJECT, TYPE_CONTAINER) \
    X(GETSET_DESCRIPTOR, "getset_descriptor", GETSET, OBJECT, TYPE_CONTAINER) \
    X(LIST_ITERATOR, "list_iterator", ITERATOR, OBJECT, TYPE_CONTAINER) \
    X(LIST_REVERSE_ITERATOR, "list_reverseiterator", ITERATOR, OBJECT, TYPE_CONTAINER) \
    X(TUPLE_ITERATOR, "tuple_iterator", ITERATOR, OBJECT, TYPE_CONTAINER) \
    X(STR_ITERATOR, "str_iterator", ITERATOR, OBJECT, TYPE_CONTAINER) \
    X(STR_ASCII_ITERATOR, "str_ascii_iterator", ITERATOR, OBJECT, TYPE_CONTAINER) \
    X(BYTES_ITERATOR, "bytes_iterator", ITERATOR, OBJECT, TYPE_CONTAINER) \
    X(BYTEARRAY_ITERATOR, "bytearray_iterator", ITERATOR, OBJECT, TYPE_CONTAINER) \
    X(MEMORY_ITERATOR, "memory_iterator", ITERATOR, OBJECT, TYPE_CONTAINER) \
    X(RANGE_ITERATOR, "range_iterator", ITERATOR, OBJECT, TYPE_CONTAINER) \
    X(LONGRANGE_ITERATOR, "longrange_iterator", ITERATOR, OBJECT, TYPE_CONTAINER) \
    X(SET_ITERATOR, "set_iterator", ITERATOR, OBJECT, TYPE_CONTAINER) \
    X(DICT_KEYITERATOR, "dict_keyiterator", ITERATOR, OBJECT, TYPE_CONTAINER) \
    X(DICT_VALUEITERATOR, "dict_valueiterator", ITERATOR, OBJECT, TYPE_CONTAINER) \
    X(DICT_ITEMITERATOR, "dict_itemiterator", ITERATOR, OBJECT, TYPE_CONTAINER) \
    X(DICT_REVERSEKEYITERATOR, "dict_reversekeyiterator", ITERATOR, OBJECT, TYPE_CONTAINER) \
    X(DICT_REVERSEVALUEITERATOR, "dict_reversevalueiterator", ITERATOR, OBJECT, TYPE_CONTAINER) \
    X(DICT_REVERSEITEMITERATOR, "dict_reverseitemiterator", ITERATOR, OBJECT, TYPE_CONTAINER) \
    X(DICT_KEYS, "dict_keys", DICTVIEW, OBJECT, TYPE_CONTAINER) \
    X(DICT_VALUES, "dict_values", DICTVIEW, OBJECT, TYPE_CONTAINER) \
    X(DICT_ITEMS, "dict_items", DICTVIEW, OBJECT, TYPE_CONTAINER) \
    X(CALLABLE_ITERATOR, "callable_iterator", ITERATOR, OBJECT, TYPE_CONTAINER) \
    X(SEQUENCE_ITERATOR, "iterator", ITERATOR, OBJECT, TYPE_CONTAINER) \
    X(ENUMERATE, "enumerate", ITERATOR, OBJECT, TYPE_BASETYPE | TYPE_CONTAINER) \
    X(ZIP, "zip", ITERATOR, OBJECT, TYPE_BASETYPE | TYPE_CONTAINER) \
    X(MAP, "map", ITERATOR, OBJECT, TYPE_BASETYPE | TYPE_CONTAINER) \
    X(FILTER, "filter", ITERATOR, OBJECT, TYPE_BASETYPE | TYPE_CONTAINER) \
    X(REVERSED, "reversed", ITERATOR, OBJECT, TYPE_BASETYPE | TYPE_CONTAINER) \
    X(GENERIC_ALIAS, "GenericAlias", GENERICALIAS, OBJECT, TYPE_BASETYPE | TYPE_CONTAINER) \
    X(MAPPINGPROXY, "mappingproxy", MAPPINGPROXY, OBJECT, TYPE_CONTAINER | TYPE_MAPPING) \
    X(SHAPE, "shape", SHAPE, OBJECT, TYPE_CONTAINER) \
    X(HOST_OBJECT, "host_object", HOST, OBJECT, TYPE_CONTAINER) \
    X(ITERTOOLS_COUNT, "itertools.count", ITERATOR, OBJECT, TYPE_BASETYPE | TYPE_CONTAINER) \
    X(ITERTOOLS_REPEAT, "itertools.repeat", ITERATOR, OBJECT, TYPE_BASETYPE | TYPE_CONTAINER) \
    X(ITERTOOLS_CHAIN, "itertools.chain", ITERATOR, OBJECT, TYPE_BASETYPE | TYPE_CONTAINER) \
    X(ITERTOOLS_ISLICE, "itertools.islice", ITERATOR, OBJECT, TYPE_BASETYPE | TYPE_CONTAINER) \
    X(ITERTOOLS_CYCLE, "itertools.cycle", ITERATOR, OBJECT, TYPE_BASETYPE | TYPE_CONTAINER) \
    X(ITERTOOLS_PAIRWISE, "itertools.pairwise", ITERATOR, OBJECT, TYPE_BASETYPE | TYPE_CONTAINER) \
    X(ITERTOOLS_COMPRESS, "itertools.compress", ITERATOR, OBJECT, TYPE_BASETYPE | TYPE_CONTAINER) \
    X(ITERTOOLS_PRODUCT, "itertools.product", ITERATOR, OBJECT, TYPE_BASETYPE | TYPE_CONTAINER) \
    X(ITERTOOLS_PERMUTATIONS, "itertools.permutations", ITERATOR, OBJECT, TYPE_BASETYPE | TYPE_CONTAINER) \
    X(ITERTOOLS_COMBINATIONS, "itertools.combinations", ITERATOR, OBJECT, TYPE_BASETYPE | TYPE_CONTAINER) \
    X(ITERTOOLS_COMBINATIONS_WITH_REPLACEMENT, "itertools.combinations_with_replacement", ITERATOR, OBJECT, TYPE_BASETYPE | TYPE_CONTAINER) \
    X(ITERTOOLS_ZIP_LONGEST, "itertools.zip_longest", ITERATOR, OBJECT, TYPE_BASETYPE | TYPE_CONTAINER) \
    X(ITERTOOLS_BATCHED, "itertools.batched", ITERATOR, OBJECT, TYPE_BASETYPE | TYPE_CONTAINER) \
    X(DEQUE, "collections.deque", DEQUE, OBJECT, TYPE_BASETYPE | TYPE_CONTAINER | TYPE_SEQUENCE) \
    X(DEQUE_ITERATOR, "collections._deque_iterator", ITERATOR, OBJECT, TYPE_CONTAINER) \
    X(DEQUE_REVERSE_ITERATOR, "collections._deque_reverse_iterator", ITERATOR, OBJECT, TYPE_CONTAINER) \
    X(TUPLEGETTER, "collections._tuplegetter", MEMBER, OBJECT, TYPE_CONTAINER)

// Exceptions: name, base, number of `fields` used (see exceptions.c)
#define STATIC_EXCEPTIONS(X) \
    X(BaseException, OBJECT) X(Exception, BaseException) X(BaseExceptionGroup, BaseException) X(GeneratorExit, BaseException) \
    X(KeyboardInterrupt, BaseException) X(SystemExit, BaseException) X(ArithmeticError, Exception) X(FloatingPointError, ArithmeticError) \
    X(OverflowError, ArithmeticError) X(ZeroDivisionError, ArithmeticError) X(AssertionError, Exception) X(AttributeError, Exception) \
    X(BufferError, Exception) X(EOFError, Exception) X(ImportError, Exception) X(ModuleNotFoundError, ImportError) \
    X(LookupError, Exception) X(IndexError, LookupError) X(KeyError, LookupError) X(MemoryError, Exception) X(NameError, Exception) \
    X(UnboundLocalError, NameError) X(OSError, Exception) X(BlockingIOError, OSError) X(ChildProcessError, OSError) \
    X(ConnectionError, OSError) X(BrokenPipeError, ConnectionError) X(ConnectionAbortedError, ConnectionError) \
    X(ConnectionRefusedError, ConnectionError) X(ConnectionResetError, ConnectionError) X(FileExistsError, OSError) \
    X(FileNotFoundError, OSError) X(InterruptedError, OSError) X(IsADirectoryError, OSError) X(NotADirectoryError, OSError) \
    X(PermissionError, OSError) X(ProcessLookupError, OSError) X(TimeoutError, OSError) X(ReferenceError, Exception) \
    X(RuntimeError, Exception) X(NotImplementedError, RuntimeError) X(RecursionError, RuntimeError) X(PythonFinalizationError, RuntimeError) \
    X(StopAsyncIteration, Exception) X(StopIteration, Exception) X(SyntaxError, Exception) X(IndentationError, SyntaxError) \
    X(TabError, IndentationError) X(SystemError, Exception) X(TypeError, Exception) X(ValueError, Exception) X(UnicodeError, ValueError) \
    X(UnicodeDecodeError, UnicodeError) X(UnicodeEncodeError, UnicodeError) X(UnicodeTranslateError, UnicodeError) X(Warning, Exception) \
    X(BytesWarning, Warning) X(DeprecationWarning, Warning) X(EncodingWarning, Warning) X(FutureWarning, Warning) X(ImportWarning, Warning) \
    X(PendingDeprecationWarning, Warning) X(ResourceWarning, Warning) X(RuntimeWarning, Warning) X(SyntaxWarning, Warning) \
    X(UnicodeWarning, Warning) X(UserWarning, Warning)

enum {
#define X(name, ...) STATIC_INDEX_##name,
    STATIC_TYPES(X)
#undef X
    STATIC_TYPE_COUNT
};
enum {
#define X(name, base) EXCEPTION_INDEX_##name,
    STATIC_EXCEPTIONS(X)
#undef X
    STATIC_EXCEPTION_COUNT
};

#define STATIC_TYPE_STRIDE 640u
#define STATIC_TYPE_AT(index) (STATIC_BASE + (index) * STATIC_TYPE_STRIDE)
enum {
#define X(name, ...) TYPE_##name = STATIC_TYPE_AT(STATIC_INDEX_##name),
    STATIC_TYPES(X)
#undef X
#define X(name, base) EXC_##name = STATIC_TYPE_AT(STATIC_TYPE_COUNT + EXCEPTION_INDEX_##name),
    STATIC_EXCEPTIONS(X)
#undef X
    EXC_NONE = 0, TYPE_NONE = 0, EXC_OBJECT = TYPE_OBJECT,
    SINGLETONS_AT = STATIC_TYPE_AT(STATIC_TYPE_COUNT + STATIC_EXCEPTION_COUNT),
    NONE_REF = SINGLETONS_AT,
    FALSE_REF = SINGLETONS_AT + 16,
    TRUE_REF = SINGLETONS_AT + 32,
    NOTIMPLEMENTED_REF = SINGLETONS_AT + 48,
    ELLIPSIS_REF = SINGLETONS_AT + 64,
    EMPTY_TUPLE_REF = SINGLETONS_AT + 80,     // PyTuple of length 0 (32 bytes)
    EMPTY_BYTES_REF = SINGLETONS_AT + 128,    // PyBytes of length 0 (48 bytes)
    EMPTY_STR_REF = SINGLETONS_AT + 192,      // PyStr of length 0 (48 bytes)
    CHAR_STRS_AT = SINGLETONS_AT + 256,       // PyStr of each code point below 256, 48 bytes apart
    EMPTY_FROZENSET_REF = CHAR_STRS_AT + 256 * 48, // PySet (64 bytes)
    BYTE_BYTES_AT = EMPTY_FROZENSET_REF + 64, // PyBytes of each single byte, 48 bytes apart
    STATICS_END = BYTE_BYTES_AT + 256 * 48
};
_Static_assert(STATICS_END < 0x00100000u, "static objects must fit below STATIC_END");

// Interned names the core itself needs: NAME(vm, __dict__).
#define CORE_NAMES(X) \
    X(__class__) X(__dict__) X(__doc__) X(__module__) X(__qualname__) X(__name__) X(__slots__) X(__weakref__) X(__notes__) X(__bases__) X(__mro__) \
    X(__abstractmethods__) X(__annotations__) X(__annotate__) X(__type_params__) X(__firstlineno__) X(__path__) X(__file__) X(__spec__) X(__loader__) \
    X(__package__) X(__builtins__) X(__main__) X(builtins) X(name) X(obj) X(path) X(name_from) X(__classcell__) X(__static_attributes__) X(_initializing) X(__match_args__)
enum {
#define X(name) NAME_##name,
    CORE_NAMES(X)
#undef X
    NAME_COUNT
};
_Static_assert(NAME_COUNT <= 32, "VM.names_cache is too small");
#define NAME(vm, name) ((vm)->names_cache[NAME_##name])

#define NONE ((Value)NONE_REF)
#define FALSE ((Value)FALSE_REF)
#define TRUE ((Value)TRUE_REF)
#define NOTIMPLEMENTED ((Value)NOTIMPLEMENTED_REF)
#define ELLIPSIS ((Value)ELLIPSIS_REF)
#define EMPTY_TUPLE ((Value)EMPTY_TUPLE_REF)
#define EMPTY_STR ((Value)EMPTY_STR_REF)
#define EMPTY_BYTES ((Value)EMPTY_BYTES_REF)
#define CHAR_STR(c) ((Value)(CHAR_STRS_AT + (u32)(c) * 48u))
#define BYTE_BYTES(c) ((Value)(BYTE_BYTES_AT + (u32)(c) * 48u))
INLINE Value make_bool(bool b) { return b ? TRUE : FALSE; } // (singletons are 16 apart: clang makes this branch-free)

#endif
