// itertools that need no function to call: count, repeat, chain, islice, cycle, pairwise, compress, product, permutations, combinations (with
// replacement), zip_longest, batched. The others (takewhile, groupby, accumulate, tee …) are Python: src/modules/itertools.py. What needs Python
// code to step is a tail call of the prelude (src/prelude/iteration.py). Index arrays live in bytes objects; their contents are never seen from outside.
#include "containers.h"

#define MAX_POOL 0x1000000u

static u32 *indices_of(VM *vm, Value bytes) { return (u32 *)OBJ(vm, PyBytes, bytes)->data; }
static Value indices_new(VM *vm, u32 count) { return bytes_new(vm, NULL, count ? count * (u32)sizeof(u32) : 4); }
// Room for indices at the right alignment is what PyBytes' data has: checked once.
_Static_assert(offsetof(PyBytes, data) % 4 == 0, "indices in bytes must be aligned");

static Value finish(VM *vm, PyIterator *it, bool *done)
{
    *done = true;
    set_value(vm, &it->source, EMPTY);
    return EMPTY;
}
static Value step_inner(VM *vm, Value iterator, bool *done)
{
    *done = false;
    return iterator_next(vm, iterator, done);
}
static Value in_python(VM *vm, PyIterator *it, u32 prelude) { return tail_prelude(vm, prelude, 1, obj_value(vm, it)); }

// --- count ------------------------------------------------------------------------------------------------------------------------
// From machine ints to objects: source = next value, extra = step.
static bool count_widen(VM *vm, PyIterator *it)
{
    Value next = int_from_i64(vm, it->n), step = int_from_i64(vm, it->step);
    if (next == EMPTY || step == EMPTY)
        return false;
    it->source = next;
    it->extra = step;
    return true;
}

static Value step_count(VM *vm, PyIterator *it)
{
    if (it->extra == EMPTY) {
        i64 n = it->n, next;
        if (likely(!__builtin_add_overflow(n, it->step, &next))) {
            it->n = next;
            return int_from_i64(vm, n);
        }
        if (!count_widen(vm, it))
            return EMPTY;
    }
    Value next = number_binary(vm, BINARY_ADD, it->source, it->extra);
    if (next == EMPTY)
        return EMPTY;
    if (next == NOTIMPLEMENTED || next == VALUE_TAIL) {
        if (next == VALUE_TAIL)
            tail_cancel(vm);
        else
            decref(vm, next);
        return in_python(vm, it, PRELUDE_COUNT_NEXT);
    }
    Value now = it->source;
    it->source = next;
    return now;
}

// --- one iterator after another, parts of one -----------------------------------------------------------------------------------------
static Value step_chain(VM *vm, PyIterator *it, bool *done)
{
    while (it->source != EMPTY) {
        if (it->extra == EMPTY) {
            if (!iterator_is_pure(vm, it->source) || interrupted(vm))
                return in_python(vm, it, PRELUDE_CHAIN_NEXT);
            Value iterable = step_inner(vm, it->source, done);
            if (iterable == EMPTY)
                return *done ? finish(vm, it, done) : EMPTY;
            Value iterator = is_object(iterable) && has_builtin_iter(vm, iterable) ? container_iter(vm, iterable) : EMPTY;
            if (iterator == EMPTY && vm->exception == EMPTY)
                iterator = op_iter(vm, iterable);
            if (iterator == VALUE_TAIL) { // the iterable was taken already: the prelude gets it through `extra`
                tail_cancel(vm);
                Value result = tail_prelude(vm, PRELUDE_CHAIN_NEXT, 2, obj_value(vm, it), iterable);
                decref(vm, iterable);
                return result;
            }
            decref(vm, iterable);
            if (iterator == EMPTY) {
                finish(vm, it, done);
                *done = false;
                return EMPTY;
            }
            it->extra = iterator;
        }
        if (!iterator_is_pure(vm, it->extra))
            return in_python(vm, it, PRELUDE_CHAIN_NEXT);
        Value item = step_inner(vm, it->extra, done);
        if (item != EMPTY || !*done)
            return item;
        set_value(vm, &it->extra, EMPTY);
    }
    *done = true;
    return EMPTY;
}

void islice_advance(PyIterator *it)
{
    i64 next, stop = it->extra == NONE ? INT64_MAX : int48_value(it->extra);
    it->n = __builtin_add_overflow(it->n, it->step, &next) || next > stop ? stop : next;
}

// index = items read, n = index of the next one wanted, step; extra = stop (int48) or None. A start behind the stop is gone to all the same.
static Value step_islice(VM *vm, PyIterator *it, bool *done)
{
    if (it->source == EMPTY)
        return finish(vm, it, done);
    i64 stop = it->extra == NONE ? INT64_MAX : int48_value(it->extra);
    if (!iterator_is_pure(vm, it->source)) {
        if (it->index != it->n || it->n >= stop)
            return it->index == it->n ? finish(vm, it, done) : in_python(vm, it, PRELUDE_ISLICE_NEXT);
        it->index++;
        islice_advance(it);
        return tail_next(vm, it->source);
    }
    bool far = it->n - it->index > ISLICE_MAX_SKIP;
    while (it->index < it->n) {
        if (far && interrupted(vm))
            return in_python(vm, it, PRELUDE_ISLICE_NEXT);
        Value skipped = step_inner(vm, it->source, done);
        if (skipped == EMPTY)
            return *done ? finish(vm, it, done) : EMPTY;
        decref(vm, skipped);
        it->index++;
    }
    if ((i64)it->index >= stop)
        return finish(vm, it, done);
    Value item = step_inner(vm, it->source, done);
    if (item == EMPTY)
        return *done ? finish(vm, it, done) : EMPTY;
    it->index++;
    islice_advance(it);
    return item;
}

static Value step_cycle(VM *vm, PyIterator *it, bool *done)
{
    if (it->source != EMPTY) {
        if (!iterator_is_pure(vm, it->source))
            return in_python(vm, it, PRELUDE_CYCLE_NEXT);
        Value item = step_inner(vm, it->source, done);
        if (item != EMPTY) {
            if (!list_append(vm, it->extra, item)) {
                decref(vm, item);
                return EMPTY;
            }
            return item;
        }
        if (!*done)
            return EMPTY;
        finish(vm, it, done);
        *done = false;
    }
    PyList *saved = list_at(vm, it->extra);
    if (saved->length == 0) {
        *done = true;
        return EMPTY;
    }
    Value item = retain(vm, list_items(vm, saved)[it->index]);
    it->index = it->index + 1 == saved->length ? 0 : it->index + 1;
    return item;
}

static Value step_pairwise(VM *vm, PyIterator *it, bool *done)
{
    if (it->source == EMPTY)
        return finish(vm, it, done);
    if (!iterator_is_pure(vm, it->source))
        return in_python(vm, it, PRELUDE_PAIRWISE_NEXT);
    if (it->extra == EMPTY) {
        it->extra = step_inner(vm, it->source, done);
        if (it->extra == EMPTY)
            return *done ? finish(vm, it, done) : EMPTY;
    }
    Value item = step_inner(vm, it->source, done);
    if (item == EMPTY) {
        set_value(vm, &it->extra, EMPTY);
        return *done ? finish(vm, it, done) : EMPTY;
    }
    Value first = it->extra;
    it->extra = retain(vm, item);
    return tuple_take(vm, (Value[]){first, item}, 2);
}

static Value step_compress(VM *vm, PyIterator *it, bool *done)
{
    if (!iterator_is_pure(vm, it->source) || !iterator_is_pure(vm, it->extra))
        return in_python(vm, it, PRELUDE_COMPRESS_NEXT);
    for (;;) {
        if (interrupted(vm))
            return in_python(vm, it, PRELUDE_COMPRESS_NEXT);
        Value item = step_inner(vm, it->source, done);
        if (item == EMPTY)
            return EMPTY;
        Value selector = step_inner(vm, it->extra, done);
        int truth = selector == EMPTY ? -1 : op_truth(vm, selector);
        if (truth == 2) {
            tail_cancel(vm);
            Value result = tail_prelude(vm, PRELUDE_COMPRESS_NEXT, 3, obj_value(vm, it), item, selector);
            decref(vm, selector);
            decref(vm, item);
            return result;
        }
        decref(vm, selector);
        if (truth == 1)
            return item;
        decref(vm, item);
        if (truth < 0)
            return EMPTY;
    }
}

static Value step_batched(VM *vm, PyIterator *it, bool *done)
{
    if (it->source == EMPTY)
        return finish(vm, it, done);
    if (!iterator_is_pure(vm, it->source))
        return in_python(vm, it, PRELUDE_BATCHED_NEXT);
    u32 size = it->index, have = 0;
    Value batch = tuple_new(vm, size);
    if (batch == EMPTY)
        return EMPTY;
    while (have < size) {
        Value item = step_inner(vm, it->source, done);
        if (item == EMPTY)
            break;
        tuple_at(vm, batch)->items[have++] = item;
    }
    if (have == size)
        return batch;
    Value result = EMPTY;
    if (*done && have && it->n) {
        *done = false;
        raise_error(vm, EXC_ValueError, "batched(): incomplete batch");
    } else if (*done && have) {
        result = tuple_from(vm, tuple_at(vm, batch)->items, have);
    }
    decref(vm, batch);
    if (*done)
        finish(vm, it, done);
    *done = result == EMPTY && vm->exception == EMPTY;
    return result;
}

// source = list of iterators, None where one is at its end; n = how many are left.
static Value step_zip_longest(VM *vm, PyIterator *it, bool *done)
{
    if (it->n <= 0)
        return finish(vm, it, done);
    PyList *sources = list_at(vm, it->source);
    for (u32 i = 0; i < sources->length; i++)
        if (list_items(vm, sources)[i] != NONE && !iterator_is_pure(vm, list_items(vm, sources)[i]))
            return in_python(vm, it, PRELUDE_ZIP_LONGEST_NEXT);
    Value result = tuple_new(vm, sources->length);
    if (result == EMPTY)
        return EMPTY;
    for (u32 i = 0; i < sources->length; i++) {
        Value *source = list_items(vm, sources) + i, item = EMPTY;
        if (*source != NONE) {
            item = step_inner(vm, *source, done);
            if (item == EMPTY) {
                bool ended = *done;
                *done = false;
                if (!ended || --it->n == 0) {
                    if (!ended)
                        it->n = 0;
                    decref(vm, result);
                    *done = ended;
                    return EMPTY;
                }
                set_value(vm, source, new_none(vm));
            }
        }
        tuple_at(vm, result)->items[i] = item == EMPTY ? retain(vm, it->extra) : item;
    }
    return result;
}

// --- combinatorics -----------------------------------------------------------------------------------------------------------------------
static Value pick(VM *vm, Value pool, const u32 *indices, u32 count)
{
    Value result = tuple_new(vm, count);
    if (result != EMPTY)
        for (u32 i = 0; i < count; i++)
            tuple_at(vm, result)->items[i] = retain(vm, tuple_at(vm, pool)->items[indices[i]]);
    return result;
}

static Value step_product(VM *vm, PyIterator *it, bool *done)
{
    if (it->source == EMPTY)
        return finish(vm, it, done);
    PyTuple *pools = tuple_at(vm, it->source);
    u32 count = pools->length, *indices = indices_of(vm, it->extra);
    if (it->n == 0) {
        it->n = 1;
        for (u32 i = 0; i < count; i++) {
            indices[i] = 0;
            if (tuple_at(vm, pools->items[i])->length == 0)
                return finish(vm, it, done);
        }
    } else {
        u32 i = count;
        while (i > 0 && ++indices[i - 1] == tuple_at(vm, pools->items[i - 1])->length)
            indices[--i] = 0;
        if (i == 0)
            return finish(vm, it, done);
    }
    Value result = tuple_new(vm, count);
    if (result != EMPTY)
        for (u32 i = 0; i < count; i++)
            tuple_at(vm, result)->items[i] = retain(vm, tuple_at(vm, pools->items[i])->items[indices[i]]);
    return result;
}

// index = r; extra holds indices[n] and cycles[r].
static Value step_permutations(VM *vm, PyIterator *it, bool *done)
{
    if (it->source == EMPTY)
        return finish(vm, it, done);
    u32 n = tuple_at(vm, it->source)->length, r = it->index;
    u32 *indices = indices_of(vm, it->extra), *cycles = indices + n;
    if (it->n == 0) {
        it->n = 1;
        if (r > n)
            return finish(vm, it, done);
        for (u32 i = 0; i < n; i++)
            indices[i] = i;
        for (u32 i = 0; i < r; i++)
            cycles[i] = n - i;
        return pick(vm, it->source, indices, r);
    }
    for (u32 i = r; i-- > 0;) {
        if (--cycles[i] == 0) {
            u32 first = indices[i];
            memmove(indices + i, indices + i + 1, (n - i - 1) * sizeof(u32));
            indices[n - 1] = first;
            cycles[i] = n - i;
        } else {
            u32 j = n - cycles[i], swapped = indices[i];
            indices[i] = indices[j];
            indices[j] = swapped;
            return pick(vm, it->source, indices, r);
        }
    }
    return finish(vm, it, done);
}

static Value step_combinations(VM *vm, PyIterator *it, bool *done)
{
    if (it->source == EMPTY)
        return finish(vm, it, done);
    u32 n = tuple_at(vm, it->source)->length, r = it->index, *indices = indices_of(vm, it->extra);
    bool repeats = it->code == ITER_COMBINATIONS_REPLACEMENT;
    if (it->n == 0) {
        it->n = 1;
        if (repeats ? n == 0 && r > 0 : r > n)
            return finish(vm, it, done);
        for (u32 i = 0; i < r; i++)
            indices[i] = repeats ? 0 : i;
        return pick(vm, it->source, indices, r);
    }
    u32 i = r;
    while (i > 0 && indices[i - 1] == (repeats ? n - 1 : i - 1 + n - r))
        i--;
    if (i == 0)
        return finish(vm, it, done);
    u32 next = ++indices[i - 1];
    for (; i < r; i++)
        indices[i] = repeats ? next : indices[i - 1] + 1;
    return pick(vm, it->source, indices, r);
}

// Whether an iterator over choices (product, permutations, combinations) is at its end after what it has given; nothing changes.
bool is_last_choice(VM *vm, PyIterator *it)
{
    if (it->source == EMPTY || it->n == 0) // (the first one has cases of its own)
        return true;
    u32 *indices = indices_of(vm, it->extra), n = tuple_at(vm, it->source)->length, r = it->index;
    if (it->code == ITER_PRODUCT) {
        for (u32 i = 0; i < n; i++)
            if (indices[i] + 1 < tuple_at(vm, tuple_at(vm, it->source)->items[i])->length)
                return false;
        return true;
    }
    for (u32 i = 0; i < r; i++)
        if (it->code == ITER_PERMUTATIONS ? indices[n + i] > 1 : indices[i] != (it->code == ITER_COMBINATIONS ? i + n - r : n - 1))
            return false;
    return true;
}

Value itertools_next(VM *vm, PyIterator *it, bool *done)
{
    switch (it->code) {
    case ITER_COUNT: return step_count(vm, it);
    case ITER_REPEAT:
        if (it->n == 0) {
            *done = true;
            return EMPTY;
        }
        if (it->n > 0)
            it->n--;
        return retain(vm, it->source);
    case ITER_CHAIN: return step_chain(vm, it, done);
    case ITER_ISLICE: return step_islice(vm, it, done);
    case ITER_CYCLE: return step_cycle(vm, it, done);
    case ITER_PAIRWISE: return step_pairwise(vm, it, done);
    case ITER_COMPRESS: return step_compress(vm, it, done);
    case ITER_BATCHED: return step_batched(vm, it, done);
    case ITER_ZIP_LONGEST: return step_zip_longest(vm, it, done);
    case ITER_PRODUCT: return step_product(vm, it, done);
    case ITER_PERMUTATIONS: return step_permutations(vm, it, done);
    case ITER_COMBINATIONS:
    case ITER_COMBINATIONS_REPLACEMENT: return step_combinations(vm, it, done);
    case ITER_DEQUE:
    case ITER_DEQUE_REVERSE: return deque_next(vm, it, done);
    default: return raise_error(vm, EXC_SystemError, "unknown iterator code %u", it->code);
    }
}

// --- from finished parts: what the constructors and the prelude (iter_build) call -------------------------------------------------------------
// iterators: a tuple; extra as said at each case.
Value itertools_make(VM *vm, u32 code, Ref cls, Value iterators, Value extra)
{
    Value *items = tuple_at(vm, iterators)->items;
    u32 count = tuple_at(vm, iterators)->length;
    Value it = EMPTY;
    switch (code) {
    case ITER_CHAIN: // the iterables are not iterated yet; or (extra True) one iterator over them
        if (extra == TRUE)
            return iterator_new(vm, cls, code, retain(vm, items[0]), EMPTY);
        return iterator_new(vm, cls, code, container_iter(vm, iterators), EMPTY);
    case ITER_ISLICE: { // extra: (start, stop or None, step), ints of 48 bits
        Value *parts = tuple_at(vm, extra)->items;
        it = iterator_new(vm, cls, code, retain(vm, items[0]), retain(vm, parts[1]));
        if (it != EMPTY) {
            OBJ(vm, PyIterator, it)->n = int48_value(parts[0]);
            OBJ(vm, PyIterator, it)->step = int48_value(parts[2]);
        }
        return it;
    }
    case ITER_CYCLE: {
        Value saved = list_new(vm, 0);
        return saved == EMPTY ? EMPTY : iterator_new(vm, cls, code, retain(vm, items[0]), saved);
    }
    case ITER_PAIRWISE: return iterator_new(vm, cls, code, retain(vm, items[0]), EMPTY);
    case ITER_COMPRESS: return iterator_new(vm, cls, code, retain(vm, items[0]), retain(vm, items[1]));
    case ITER_BATCHED: // extra: (size, strict)
        it = iterator_new(vm, cls, code, retain(vm, items[0]), EMPTY);
        if (it != EMPTY) {
            OBJ(vm, PyIterator, it)->index = (u32)int48_value(tuple_at(vm, extra)->items[0]);
            OBJ(vm, PyIterator, it)->n = tuple_at(vm, extra)->items[1] == TRUE;
        }
        return it;
    case ITER_ZIP_LONGEST: { // extra: fill value
        Value list = list_slice(vm, items, 0, 1, count);
        it = list == EMPTY ? EMPTY : iterator_new(vm, cls, code, list, retain(vm, extra));
        if (it != EMPTY)
            OBJ(vm, PyIterator, it)->n = count;
        return it;
    }
    case ITER_PRODUCT: { // iterators: the pools (tuples); extra: repeat
        i64 repeat = int48_value(extra), total;
        if (__builtin_mul_overflow(repeat, (i64)count, &total) || total > MAX_POOL)
            return raise_error(vm, EXC_OverflowError, "repeat argument too large");
        Value pools = repeat_sequence(vm, iterators, repeat), indices = pools == EMPTY ? EMPTY : indices_new(vm, (u32)total);
        if (indices == EMPTY) {
            decref(vm, pools);
            return EMPTY;
        }
        return iterator_new(vm, cls, code, pools, indices);
    }
    case ITER_PERMUTATIONS: // iterators: (pool,); extra: r, or None for all
    case ITER_COMBINATIONS:
    case ITER_COMBINATIONS_REPLACEMENT: {
        Value pool = items[0];
        u32 n = tuple_at(vm, pool)->length;
        i64 r = extra == NONE ? n : int48_value(extra);
        if (r > MAX_POOL || n > MAX_POOL)
            return raise_memory_error(vm);
        Value indices = indices_new(vm, code == ITER_PERMUTATIONS ? n + (u32)r : (u32)r);
        it = indices == EMPTY ? EMPTY : iterator_new(vm, cls, code, retain(vm, pool), indices);
        if (it != EMPTY)
            OBJ(vm, PyIterator, it)->index = (u32)r;
        return it;
    }
    default: return raise_error(vm, EXC_SystemError, "unknown iterator code %u", code);
    }
}
