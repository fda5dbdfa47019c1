// What the core asks of TypeScript (HOOK_*: vm->hooks[i] = host id) and of the prelude (PRELUDE_*: vm->prelude[i] = function written in Python).
// One row each; src/host and src/prelude register by these names (lower case).
#ifndef KRAIT_HOOKS_H
#define KRAIT_HOOKS_H
#define HOOKS(X) \
    X(REPR)          /* repr(x) of builtin values */ \
    X(STR)           /* str(x) */ \
    X(FORMAT)        /* format(x, spec) */ \
    X(ASCII) \
    X(INT_PARSE) X(INT_TO_STR) /* huge ints */ \
    X(BUILD_CLASS) X(IMPORT_NAME) X(IMPORT_FROM) X(IMPORT_STAR) \
    X(INTRINSIC)     /* (number, operands…) the intrinsics the core does not serve itself */ \
    X(ATTRIBUTE_ERROR) /* (object, name): completes the message with suggestions: reserved */ \
    X(UNRAISABLE)    /* (exception, object): exception in __del__ or a weakref callback */ \
    X(TYPE_CALL)     /* construction of classes the core does not construct itself */ \
    X(FRAME_LOCALS) \
    X(UNSUPPORTED) \
    X(STR_CASE)      /* (op, str): upper, lower, casefold, title, capitalize, swapcase of a str that is not ASCII: StrCase in str_build.c */ \
    X(STR_TEST)      /* (op, str): isalpha … of a str that is not ASCII: StrTest in str_build.c */ \
    X(STR_ENCODE)    /* (str, encoding, errors) */ \
    X(BYTES_DECODE)  /* (bytes, encoding, errors) */ \
    X(BYTES_NEW)     /* (cls, source, encoding, errors) what the core does not construct */ \
    X(FLOAT_NEW)     /* (cls, x): text, __float__, __index__ */ \
    X(COMPLEX_NEW)   /* (cls, real, imag or None) */ \
    X(STR_NEW)       /* (cls, object, encoding or None, errors or None) */ \
    X(RAISE_WITH_REPR) /* (type, text, value): raises type(text + repr(value)) */ \
    X(STR_MOD)       /* (str or bytes, arguments): % formatting */ \
    X(STR_FORMAT)    /* (str, arguments, names, values of these): str.format */ \
    X(SET_LINE)      /* (frame, line or nothing): f_lineno = line */
enum {
#define X(name) HOOK_##name,
    HOOKS(X)
#undef X
    HOOK_COUNT
};
_Static_assert(HOOK_COUNT <= 32, "VM.hooks is too small");

// Python functions in src/prelude/*.py that finish operations needing Python code in a loop (user-defined __eq__, __hash__, keys …).
#define PRELUDES(X) \
    X(DICT_GET) X(DICT_SET) X(DICT_DELETE) X(DICT_CONTAINS) X(DICT_BUILD) X(DICT_UPDATE) X(SET_ADD) X(SET_CONTAINS) X(SET_DISCARD) X(SET_UPDATE) X(SET_BUILD) \
    X(DICT_EQ) X(SEQ_CONTAINS) X(SEQ_INDEX) X(SEQ_COUNT) X(LIST_REMOVE) X(LIST_SORT) X(LIST_EXTEND) \
    X(UNPACK) X(UNPACK_EX) X(CALL_EX) X(ITER_CONTAINS) X(LEN_ANSWER) X(INDEX) X(ASKED_INDEX) X(SUM_LOOP) X(MIN_LOOP) X(MAX_LOOP) X(ANY_LOOP) X(ALL_LOOP) X(STR_JOIN) \
    X(NEXT_DEFAULT) X(MAP_NEXT) X(FILTER_NEXT) X(ZIP_NEXT) X(ENUMERATE_NEXT) X(REVERSED_NEXT) X(CALLABLE_ITER_NEXT) X(SEQUENCE_ITER_NEXT) \
    X(INSTANCE_CHECK) X(SUBCLASS_CHECK) X(HOOK_SAYS) X(TUPLE_BUILD) X(LIST_BUILD) X(HASH_CALL) X(HASH_ITEMS) X(BYTES_EXTEND) X(MATH_RETRY) X(MATH_CALL_SPECIAL) X(GETATTR_DEFAULT) X(HASATTR) \
    X(DICT_METHOD) X(DICT_FROMKEYS) X(DICT_PAIRS) X(ITEMS_CONTAINS) X(SET_OPERATION) X(SET_COMPARE) X(SORTED_BUILD) X(LIST_SET_SLICE) X(POOLS_BUILD) \
    X(SEQUENCE_COMPARE) X(ORDER) X(BYTEARRAY_INIT) X(CLASS_GETITEM) X(VIEW_OPERATION) X(SET_CONSTRUCT) X(DICT_CONSTRUCT) X(NEXT_CALL) X(ITER_BUILD) X(REVERSED_BUILD) \
    X(TUPLEGETTER_REPR) X(DEQUE_EXTEND) X(DEQUE_SEARCH) X(DEQUE_COPY) X(DEQUE_REPR) X(DEQUE_REDUCE) X(COUNT_REPR) X(REPEAT_REPR) X(COUNT_NEXT) X(CHAIN_NEXT) X(ISLICE_NEXT) X(CYCLE_NEXT) X(PAIRWISE_NEXT) X(COMPRESS_NEXT) X(BATCHED_NEXT) X(ZIP_LONGEST_NEXT) \
    X(CALL_WITH_INDEX) X(SLICE_INDICES) X(RANGE_SLICE) X(CALL_WITH_TRUTH) \
    X(WEAKREF_HASH) X(REMOVE_DEAD_WEAKREF) X(GC_COLLECT) X(LOOK_UP_GLOBAL) X(OBJECT_NE) X(CALL_FOR_NONE) \
    X(SPECIAL_CALL) X(DESCRIPTOR_CALL) X(MATCH_CLASS) X(MATCH_KEYS) X(MAPPING_REST) X(FRAME_PROXY) X(WARN_UNAWAITED) X(THROW_PARTS) X(PROPERTY_DOC) X(PRINT_TO) X(MAKE_UNION) X(JOIN_TEXTS) X(NUMBER_OF) X(SUPER_CLAIM) X(NEXT_AWAITER) X(BYTEARRAY_STORE) X(BUILD_CLASS)
enum {
#define X(name) PRELUDE_##name,
    PRELUDES(X)
#undef X
    PRELUDE_COUNT
};
_Static_assert(PRELUDE_COUNT <= 128, "VM.prelude is too small");
#endif
