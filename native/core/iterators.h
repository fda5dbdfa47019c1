// Builtin iterators: what the fields of PyIterator mean for each code. The interpreter's FOR_ITER may step the ones marked (*) itself.
// Exhausted: `source` is EMPTY (dropped at the end, as CPython does), except where noted. `type` says what Python sees, `code` how it steps.
#ifndef KRAIT_ITERATORS_H
#define KRAIT_ITERATORS_H

#include "core.h"

typedef enum IteratorCode {
    ITER_NONE,
    ITER_LIST,         // (*) source = list (exact or subclass), index = next item
    ITER_LIST_REVERSE, // source = list, n = next item, goes down to -1
    ITER_TUPLE,        // (*) source = tuple, index = next item
    ITER_STR,          // (*) source = str, index = next code point
    ITER_BYTES,        // source = bytes, index
    ITER_BYTEARRAY,    // source = bytearray, index
    ITER_RANGE,        // (*) no source: n = next value, step = step, extra = int48(items left): `extra == int48(0)` is the end;
                       //     every value fits 48 bits
    ITER_RANGE_LONG,   // source = range (ref), n = index of the next item
    ITER_SET,          // source = set, index = next slot, n = set->used when made, step = items left
    ITER_DICT_KEYS,    // (*) source = dict, index = next entry, n = dict->used when made (-1 after "changed size"), step = items left
    ITER_DICT_VALUES,  // (*)
    ITER_DICT_ITEMS,   // (*) extra = the result tuple of last time, reused when nobody else holds it
    ITER_DICT_KEYS_REVERSE, // index = entries not yet visited (the next is index - 1)
    ITER_DICT_VALUES_REVERSE,
    ITER_DICT_ITEMS_REVERSE,
    ITER_CALLABLE,     // iter(callable, sentinel): source = callable, extra = sentinel
    ITER_SEQUENCE,     // object with __getitem__: source = object, n = index
    ITER_REVERSED,     // reversed(object with __len__ and __getitem__): source = object, n = index, goes down to -1
    ITER_ENUMERATE,    // source = iterator, n = count; extra = count as a big int once it left 48 bits
    ITER_ZIP,          // source = tuple of iterators, n = 1 if strict
    ITER_MAP,          // source = function, extra = iterator (one iterable) or tuple of iterators (step = 1), n = 1 if strict
    ITER_FILTER,       // source = function (None: truth), extra = iterator
    ITER_MEMORYVIEW,   // source = memoryview, index (stepped by the owner of memoryview through the special __next__)
    // itertools
    ITER_COUNT,        // n = next value while extra is EMPTY; else source = next value, extra = step (any numbers)
    ITER_REPEAT,       // source = object (kept at the end), n = times left, -1 for ever
    ITER_CHAIN,        // source = iterator over the iterables, extra = iterator of the current one or EMPTY
    ITER_ISLICE,       // source = iterator, n = next index to yield, step = step, index = items consumed so far, extra = int48(stop) or None
    ITER_CYCLE,        // source = iterator or EMPTY once replaying, extra = list of saved items, index = next saved one
    ITER_PAIRWISE,     // source = iterator, extra = previous item or EMPTY
    ITER_COMPRESS,     // source = data iterator, extra = selectors iterator
    ITER_PRODUCT,      // source = tuple of pools (tuples), extra = bytes holding u32 indices, n: 0 fresh, 1 running
    ITER_PERMUTATIONS, // source = pool tuple, extra = bytes (u32 indices[n], cycles[r]), index = r, n as product
    ITER_COMBINATIONS, // source = pool tuple, extra = bytes (u32 indices[r]), index = r, n as product
    ITER_COMBINATIONS_REPLACEMENT,
    ITER_ZIP_LONGEST,  // source = list of iterators (None once exhausted), extra = fill value, n = iterators left
    ITER_BATCHED,      // source = iterator, index = size, n = 1 if strict
    ITER_TEE,          // source = iterator's shared buffer (see itertools.c), index = position in it
    ITER_DEQUE,        // source = deque, index = items visited, n = version of the deque when made
    ITER_DEQUE_REVERSE,
    ITER_FIRST_GENERATOR_CODE = 200, // codes from here up belong to awaitables.c (asend, athrow, coroutine_wrapper …)
} IteratorCode;

// A new iterator of `code`; source and extra are taken. EMPTY with MemoryError set (both are dropped then).
Value iterator_new(VM *vm, Ref type, u32 code, Value source_taken, Value extra_taken);
// True if stepping `iterator` never needs Python code: iterator_next on it never returns VALUE_TAIL. Looks through enumerate, zip, chain ….
bool iterator_is_pure(VM *vm, Value iterator);
// As container_iter, but only if the object's class doesn't override __iter__/__next__ and the iterator is pure. EMPTY without exception: not so.
Value pure_iter(VM *vm, Value iterable);
#define ISLICE_MAX_SKIP 65536 // an islice that passes over more items in one step is not pure: the step can be interrupted
i64 iterator_length_hint(VM *vm, Value iterator); // items left, or -1 if unknown
Value range_iter(VM *vm, Value range);

// Whether the core steps an iterator: one of its own, of a class that has not another __next__.
INLINE bool is_builtin_next(VM *vm, Value iterator)
{
    PyType *t = type_at(vm, ref_type(vm, iterator));
    if (t->kind != LAYOUT_ITERATOR || OBJ(vm, PyIterator, iterator)->code >= ITER_FIRST_GENERATOR_CODE)
        return false;
    Ref next = t->specials[SPECIAL_next];
    return next && type_at(vm, AT(vm, ObjectHead, next)->type)->kind == LAYOUT_BUILTIN;
}
#endif
