// Loops and unpacking. FOR_ITER steps the commonest builtin iterators itself; the fields it uses are described in iterators.h.
#include "../iterators.h"
#include "handlers.h"

// --- GET_ITER -----------------------------------------------------------------------------------------------------------------
HANDLER(op_GET_ITER)
{
    Value v = R[B(pc)];
    if (is_object(v)) {
        Ref type = ref_type(vm, v);
        Value iterator = EMPTY;
        if (type == TYPE_GENERATOR) {
            incref_object(vm, v);
            iterator = v;
        } else if (type < STATIC_END && type != TYPE_COROUTINE && type != TYPE_ASYNC_GENERATOR) {
            iterator = container_iter(vm, v);
            if (unlikely(vm->exception != EMPTY))
                GOTO(unwind);
        }
        if (likely(iterator != EMPTY)) {
            release_operands(vm, pc, R);
            STORE_NEXT(iterator, 1);
        }
    }
    vm->result = op_iter(vm, v);
    GOTO(answer);
}

// --- FOR_ITER -----------------------------------------------------------------------------------------------------------------
// Two words on the stack, not one: clang gives one back by `pop`, a load that has to wait (10 ns) until the narrower store of `done` is in the cache.
typedef struct StepEnd { bool done; u64 room; } StepEnd;
static HANDLER(step_builtin)
{
    StepEnd end = {0};
    Value v = iterator_next(vm, R[B(pc)], &end.done);
    if (unlikely(v == EMPTY || v == VALUE_TAIL)) {
        if (v == EMPTY && end.done)
            GOTO(finish_for);
        vm->result = v;
        GOTO(answer);
    }
    Value *slot = &R[A(pc)], old = *slot;
    *slot = v;
    decref(vm, old);
    NEXT_CHECKED(2);
}

static HANDLER(step_generator)
{
    Value generator = R[B(pc)];
    incref_object(vm, generator);
    vm->tail_callee = generator;
    vm->tail_args[0] = NONE;
    vm->throwing = 0;
    vm->mode = MODE_WORD(RET_GENERATOR, RET_STORE, 0);
    vm->window = OFFSET_OF(vm, frame_top(vm, R));
    GOTO(resume_generator);
}

static NOINLINE HANDLER(for_iter_slow)
{
    Value iterator = R[B(pc)];
    if (ref_type(vm, iterator) == TYPE_GENERATOR)
        GOTO(step_generator);
    if (is_builtin_next(vm, iterator))
        GOTO(step_builtin);
    Ref next = special_of(vm, iterator, SPECIAL_next);
    if (unlikely(!next || next == NONE_REF)) {
        raise_error(vm, EXC_TypeError, next ? "'NoneType' object is not callable" : "'%T' object is not an iterator", iterator);
        GOTO(unwind);
    }
    vm->result = special_call(vm, next, 1, iterator, EMPTY, EMPTY);
    GOTO(answer); // a StopIteration arriving here ends the loop: see unwind
}

static COLD HANDLER(for_iter_miss)
{
    count_miss(pc);
    GOTO(for_iter_slow);
}

static COLD HANDLER(for_iter_quicken)
{
    Value iterator = R[B(pc)];
    Ref type = ref_type(vm, iterator);
    u32 form = type == TYPE_GENERATOR ? OP_FOR_ITER_GENERATOR : 0;
    if (!form && is_builtin_next(vm, iterator)) {
        u32 code = OBJ(vm, PyIterator, iterator)->code;
        form = code == ITER_RANGE ? OP_FOR_ITER_RANGE : code == ITER_LIST ? OP_FOR_ITER_LIST : code == ITER_TUPLE ? OP_FOR_ITER_TUPLE
             : type < STATIC_END ? OP_FOR_ITER_BUILTIN : 0;
        CACHE_LOW(pc) = type;
    }
    if (!form) {
        counter_back_off(pc);
        GOTO(for_iter_slow);
    }
    specialise(pc, form);
    REDISPATCH;
}

HANDLER(op_FOR_ITER)
{
    if (counter_waits(pc))
        GOTO(for_iter_slow);
    GOTO(for_iter_quicken);
}

HANDLER(op_FOR_ITER_RANGE)
{
    PyIterator *it = OBJ(vm, PyIterator, R[B(pc)]);
    if (unlikely(it->head.type != TYPE_RANGE_ITERATOR || it->code != ITER_RANGE)) // ITER_RANGE_LONG has the same type
        GOTO(for_iter_miss);
    if (unlikely(it->extra == INT_TAG)) // none left
        GOTO(finish_for);
    it->extra -= 1;
    i64 n = it->n;
    it->n = n + it->step;
    STORE_NEXT(int48(n), 2);
}

HANDLER(op_FOR_ITER_LIST)
{
    PyIterator *it = OBJ(vm, PyIterator, R[B(pc)]);
    if (unlikely(it->head.type != TYPE_LIST_ITERATOR))
        GOTO(for_iter_miss);
    if (unlikely(it->source == EMPTY))
        GOTO(finish_for);
    PyList *list = OBJ(vm, PyList, it->source);
    u32 i = it->index;
    if (unlikely(i >= list->length))
        GOTO(step_builtin); // lets go of the list
    it->index = i + 1;
    Value v = AT(vm, Value, list->items)[i];
    if (is_ref(v))
        incref_object(vm, v);
    STORE_NEXT(v, 2);
}

HANDLER(op_FOR_ITER_TUPLE)
{
    PyIterator *it = OBJ(vm, PyIterator, R[B(pc)]);
    if (unlikely(it->head.type != TYPE_TUPLE_ITERATOR))
        GOTO(for_iter_miss);
    if (unlikely(it->source == EMPTY))
        GOTO(finish_for);
    PyTuple *tuple = OBJ(vm, PyTuple, it->source);
    u32 i = it->index;
    if (unlikely(i >= tuple->length))
        GOTO(step_builtin);
    it->index = i + 1;
    Value v = tuple->items[i];
    if (is_ref(v))
        incref_object(vm, v);
    STORE_NEXT(v, 2);
}

HANDLER(op_FOR_ITER_GENERATOR)
{
    if (unlikely(ref_type(vm, R[B(pc)]) != TYPE_GENERATOR))
        GOTO(for_iter_miss);
    GOTO(step_generator);
}

HANDLER(op_FOR_ITER_BUILTIN)
{
    if (unlikely(ref_type(vm, R[B(pc)]) != CACHE_LOW(pc)))
        GOTO(for_iter_miss);
    GOTO(step_builtin);
}

static NOINLINE HANDLER(finish_for_pending)
{
    Value iterator = take(&R[B(pc)]);
    decref(vm, iterator);
    NEXT_CHECKED((i16)C(pc));
}

HANDLER(finish_for)
{
    // What a generator's end or an iterator written in Python has let go of.
    if (PENDING(vm))
        GOTO(finish_for_pending);
    Value iterator = take(&R[B(pc)]);
    pc += (i16)C(pc);
    DROP_AND_DISPATCH(iterator);
}

// --- unpacking ----------------------------------------------------------------------------------------------------------------
static COLD HANDLER(wrong_count)
{
    Value v = R[B(pc)];
    u32 wanted = C(pc), have = ref_type(vm, v) == TYPE_LIST ? OBJ(vm, PyList, v)->length : OBJ(vm, PyTuple, v)->length;
    if (have < wanted)
        raise_error(vm, EXC_ValueError, "not enough values to unpack (expected %u, got %u)", wanted, have);
    else
        raise_error(vm, EXC_ValueError, "too many values to unpack (expected %u, got %u)", wanted, have);
    GOTO(unwind);
}

static NOINLINE HANDLER(unpack_slow)
{
    Value v = R[B(pc)];
    Ref type = is_object(v) ? ref_type(vm, v) : 0;
    u32 wanted = C(pc);
    if (type == TYPE_TUPLE || type == TYPE_LIST) {
        u32 have = type == TYPE_LIST ? OBJ(vm, PyList, v)->length : OBJ(vm, PyTuple, v)->length;
        if (have != wanted)
            GOTO(wrong_count);
        vm->result = retain(vm, v);
        GOTO(finish_value);
    }
    Value iterator = v == EMPTY ? EMPTY : is_object(v) ? pure_iter(vm, v) : EMPTY;
    if (iterator == EMPTY) {
        if (vm->exception != EMPTY)
            GOTO(unwind);
        PyType *t = type_at(vm, type_of(vm, v));
        if (!t->specials[SPECIAL_iter] && !t->specials[SPECIAL_getitem]) {
            raise_error(vm, EXC_TypeError, "cannot unpack non-iterable %T object", v);
            GOTO(unwind);
        }
        vm->result = tail_prelude(vm, PRELUDE_UNPACK, 2, v, int48(wanted));
        GOTO(answer);
    }
    // One item more than wanted is fetched, to see that there is none.
    Value list = list_new(vm, wanted + 1);
    bool done = list == EMPTY;
    while (!done) {
        Value item = iterator_next(vm, iterator, &done);
        if (item == EMPTY)
            break;
        if (!list_append_take(vm, list, item) || OBJ(vm, PyList, list)->length > wanted)
            break;
    }
    decref(vm, iterator);
    if (vm->exception != EMPTY) {
        decref(vm, list);
        GOTO(unwind);
    }
    u32 have = OBJ(vm, PyList, list)->length;
    if (have != wanted) {
        decref(vm, list);
        i64 length = container_length(vm, v);
        if (have < wanted)
            raise_error(vm, EXC_ValueError, "not enough values to unpack (expected %u, got %u)", wanted, have);
        else if (length > 0 && type == TYPE_DICT)
            raise_error(vm, EXC_ValueError, "too many values to unpack (expected %u, got %D)", wanted, length);
        else
            raise_error(vm, EXC_ValueError, "too many values to unpack (expected %u)", wanted);
        GOTO(unwind);
    }
    vm->result = list;
    GOTO(finish_value);
}

static COLD HANDLER(unpack_miss)
{
    count_miss(pc);
    GOTO(unpack_slow);
}

static COLD HANDLER(unpack_quicken)
{
    Value v = R[B(pc)];
    Ref type = is_object(v) ? ref_type(vm, v) : 0;
    u32 form = type == TYPE_TUPLE ? C(pc) == 2 ? OP_UNPACK_TUPLE_2 : OP_UNPACK_TUPLE : type == TYPE_LIST ? OP_UNPACK_LIST : 0;
    if (!form) {
        counter_back_off(pc);
        GOTO(unpack_slow);
    }
    specialise(pc, form);
    REDISPATCH;
}

HANDLER(op_UNPACK)
{
    if (counter_waits(pc))
        GOTO(unpack_slow);
    GOTO(unpack_quicken);
}

// Copies the items out. R[b] may be among the targets, so the sequence is held until the end.
#define UNPACK_ITEMS(source, count) do { \
        Value *to_ = &R[A(pc)], *items_ = (source), sequence_ = R[B(pc)]; \
        if (FLAGS(pc) & FLAG_DROP_B) \
            R[B(pc)] = EMPTY; \
        else \
            incref_object(vm, sequence_); \
        for (u32 i_ = 0; i_ < (count); i_++) { \
            Value v_ = items_[i_], old_ = to_[i_]; \
            if (is_ref(v_)) \
                incref_object(vm, v_); \
            to_[i_] = v_; \
            decref(vm, old_); \
        } \
        decref_object(vm, sequence_); \
        NEXT_CHECKED(2); \
    } while (0)

// True if dropping `v` `times` would not end its object's life.
INLINE bool drops_quietly(VM *vm, Value v, u32 times) { return !is_object(v) || head_of(vm, v)->refcount > times; }

HANDLER(op_UNPACK_TUPLE_2)
{
    Value *from = &R[B(pc)], *to = &R[A(pc)], v = *from;
    if (unlikely(!is_object(v)) || unlikely(ref_type(vm, v) != TYPE_TUPLE))
        GOTO(unpack_miss);
    if (unlikely(OBJ(vm, PyTuple, v)->length != 2))
        GOTO(wrong_count);
    Value *items = OBJ(vm, PyTuple, v)->items, first = items[0], second = items[1];
    if (FLAGS(pc) & FLAG_DROP_B)
        *from = EMPTY;
    Value old_first = to[0], old_second = to[1];
    if (unlikely(!drops_quietly(vm, old_first, 1 + (old_first == old_second)) || !drops_quietly(vm, old_second, 1))) {
        *from = v;
        GOTO(unpack_slow);
    }
    if (is_ref(first))
        incref_object(vm, first);
    if (is_ref(second))
        incref_object(vm, second);
    to[0] = first;
    to[1] = second;
    if (is_object(old_first))
        head_of(vm, old_first)->refcount--;
    if (is_object(old_second))
        head_of(vm, old_second)->refcount--;
    if (!(FLAGS(pc) & FLAG_DROP_B))
        NEXT(2);
    pc += 2;
    DROP_AND_DISPATCH(v);
}

HANDLER(op_UNPACK_TUPLE)
{
    Value v = R[B(pc)];
    if (unlikely(!is_object(v)) || unlikely(ref_type(vm, v) != TYPE_TUPLE))
        GOTO(unpack_miss);
    if (unlikely(OBJ(vm, PyTuple, v)->length != C(pc)))
        GOTO(wrong_count);
    UNPACK_ITEMS(OBJ(vm, PyTuple, v)->items, C(pc));
}

HANDLER(op_UNPACK_LIST)
{
    Value v = R[B(pc)];
    if (unlikely(!is_object(v)) || unlikely(ref_type(vm, v) != TYPE_LIST))
        GOTO(unpack_miss);
    PyList *list = OBJ(vm, PyList, v);
    if (unlikely(list->length != C(pc)))
        GOTO(wrong_count);
    UNPACK_ITEMS(AT(vm, Value, list->items), C(pc));
}

// A tuple of the first items, a list of the middle ones, the last ones: what PRELUDE_UNPACK_EX answers too.
HANDLER(op_UNPACK_EX)
{
    Value v = R[B(pc)];
    u32 before = C(pc) & 255, after = C(pc) >> 8;
    PyType *t = type_at(vm, type_of(vm, v));
    if (!t->specials[SPECIAL_iter] && !t->specials[SPECIAL_getitem]) {
        raise_error(vm, EXC_TypeError, "cannot unpack non-iterable %T object", v);
        GOTO(unwind);
    }
    Value all = list_new(vm, 0);
    bool served = false, done = all != EMPTY && list_extend_pure(vm, all, v, &served);
    if (!served || !done) {
        decref(vm, all);
        vm->result = vm->exception != EMPTY ? EMPTY : tail_prelude(vm, PRELUDE_UNPACK_EX, 3, v, int48(before), int48(after));
        GOTO(answer);
    }
    u32 have = OBJ(vm, PyList, all)->length;
    Value result = EMPTY, rest = EMPTY;
    if (have < before + after) {
        raise_error(vm, EXC_ValueError, "not enough values to unpack (expected at least %u, got %u)", before + after, have);
    } else {
        u32 middle = have - before - after;
        rest = list_new(vm, middle);
        result = rest == EMPTY ? EMPTY : tuple_new(vm, before + 1 + after);
    }
    if (result != EMPTY) {
        Value *from = AT(vm, Value, OBJ(vm, PyList, all)->items), *to = OBJ(vm, PyTuple, result)->items;
        u32 middle = have - before - after;
        for (u32 i = 0; i < before; i++)
            to[i] = retain(vm, from[i]);
        for (u32 i = 0; i < middle; i++)
            AT(vm, Value, OBJ(vm, PyList, rest)->items)[i] = retain(vm, from[before + i]);
        OBJ(vm, PyList, rest)->length = middle;
        to[before] = rest;
        for (u32 i = 0; i < after; i++)
            to[before + 1 + i] = retain(vm, from[before + middle + i]);
    } else {
        decref(vm, rest);
    }
    decref(vm, all);
    vm->result = result;
    if (result == EMPTY)
        GOTO(unwind);
    GOTO(finish_value);
}

// --- length -------------------------------------------------------------------------------------------------------------------
HANDLER(op_GET_LEN)
{
    vm->result = op_len(vm, R[B(pc)]);
    GOTO(answer);
}
