// Subscripts, and building tuples, lists, sets, dicts and strings.
#include "../iterators.h"
#include "../strings.h"
#include "handlers.h"

INLINE Value *list_data(VM *vm, Value list) { return AT(vm, Value, OBJ(vm, PyList, list)->items); }

// --- loads --------------------------------------------------------------------------------------------------------------------
static NOINLINE HANDLER(getitem_slow)
{
    vm->result = op_getitem(vm, R[B(pc)], R[C(pc)]);
    GOTO(answer);
}

static COLD HANDLER(getitem_miss)
{
    count_miss(pc);
    GOTO(getitem_slow);
}

static COLD HANDLER(getitem_quicken)
{
    Value o = R[B(pc)], key = R[C(pc)];
    Ref type = is_object(o) ? ref_type(vm, o) : 0;
    u32 form = 0;
    if (is_int48(key))
        form = type == TYPE_LIST ? OP_GETITEM_LIST_INT : type == TYPE_TUPLE ? OP_GETITEM_TUPLE_INT : type == TYPE_STR ? OP_GETITEM_STR_INT : 0;
    if (type == TYPE_DICT)
        form = OP_GETITEM_DICT;
    if (!form) {
        counter_back_off(pc);
        GOTO(getitem_slow);
    }
    specialise(pc, form);
    REDISPATCH;
}

HANDLER(op_GETITEM)
{
    if (counter_waits(pc))
        GOTO(getitem_slow);
    GOTO(getitem_quicken);
}

// R[a] = vm->result, then the operands' registers are given up.
static NOINLINE HANDLER(store_and_release)
{
    Value v = vm->result;
    release_operands(vm, pc, R);
    STORE_NEXT(v, 2);
}
#define FINISH_GETITEM(v) do { \
        if (FLAGS(pc) & (FLAG_DROP_B | FLAG_DROP_C)) { \
            vm->result = (v); \
            GOTO(store_and_release); \
        } \
        STORE_NEXT(v, 2); \
    } while (0)
INLINE bool is_of(VM *vm, Value v, Ref type) { return is_ref(v) && ref_type(vm, v) == type; } // v is not EMPTY

HANDLER(op_GETITEM_LIST_INT)
{
    Value o = R[B(pc)], key = R[C(pc)];
    if (unlikely(!is_of(vm, o, TYPE_LIST)) || unlikely(!is_int48(key)))
        GOTO(getitem_miss);
    PyList *list = OBJ(vm, PyList, o);
    i64 i = int48_value(key), length = list->length;
    if (unlikely((u64)i >= (u64)length)) {
        i += length;
        if (unlikely((u64)i >= (u64)length))
            GOTO(getitem_slow);
    }
    Value v = AT(vm, Value, list->items)[i];
    if (is_ref(v))
        incref_object(vm, v);
    FINISH_GETITEM(v);
}

HANDLER(op_GETITEM_TUPLE_INT)
{
    Value o = R[B(pc)], key = R[C(pc)];
    if (unlikely(!is_of(vm, o, TYPE_TUPLE)) || unlikely(!is_int48(key)))
        GOTO(getitem_miss);
    PyTuple *tuple = OBJ(vm, PyTuple, o);
    i64 i = int48_value(key), length = tuple->length;
    if (unlikely((u64)i >= (u64)length)) {
        i += length;
        if (unlikely((u64)i >= (u64)length))
            GOTO(getitem_slow);
    }
    Value v = tuple->items[i];
    if (is_ref(v))
        incref_object(vm, v);
    FINISH_GETITEM(v);
}

HANDLER(op_GETITEM_STR_INT)
{
    Value o = R[B(pc)], key = R[C(pc)];
    if (unlikely(!is_of(vm, o, TYPE_STR)) || unlikely(!is_int48(key)))
        GOTO(getitem_miss);
    PyStr *str = OBJ(vm, PyStr, o);
    i64 i = int48_value(key), length = str->length;
    if (unlikely((u64)i >= (u64)length)) {
        i += length;
        if (unlikely((u64)i >= (u64)length))
            GOTO(getitem_slow);
    }
    Value v;
    if (likely(str->kind == 1)) {
        v = CHAR_STR(str->data[i]);
        incref_object(vm, v);
    } else {
        v = str_item(vm, o, (u32)i);
        if (unlikely(v == EMPTY))
            GOTO(unwind);
    }
    FINISH_GETITEM(v);
}

HANDLER(op_GETITEM_DICT)
{
    Value o = R[B(pc)], v;
    if (unlikely(!is_of(vm, o, TYPE_DICT)))
        GOTO(getitem_miss);
    if (unlikely(dict_get_peek(vm, o, R[C(pc)], &v) != DICT_FOUND)) {
        if (vm->exception != EMPTY)
            GOTO(unwind);
        GOTO(getitem_slow);
    }
    incref(vm, v);
    FINISH_GETITEM(v);
}

// --- stores -------------------------------------------------------------------------------------------------------------------
static NOINLINE HANDLER(setitem_slow)
{
    Value tail_value = EMPTY;
    bool done = op_setitem(vm, R[A(pc)], R[B(pc)], R[C(pc)], &tail_value);
    vm->result = done ? NONE : tail_value;
    GOTO(answer);
}

static COLD HANDLER(setitem_miss)
{
    count_miss(pc);
    GOTO(setitem_slow);
}

static COLD HANDLER(setitem_quicken)
{
    Value o = R[A(pc)];
    Ref type = is_object(o) ? ref_type(vm, o) : 0;
    u32 form = type == TYPE_DICT ? OP_SETITEM_DICT : type == TYPE_LIST && is_int48(R[B(pc)]) ? OP_SETITEM_LIST_INT : 0;
    if (!form) {
        counter_back_off(pc);
        GOTO(setitem_slow);
    }
    specialise(pc, form);
    REDISPATCH;
}

HANDLER(op_SETITEM)
{
    if (counter_waits(pc))
        GOTO(setitem_slow);
    GOTO(setitem_quicken);
}

static NOINLINE HANDLER(release_and_next_2)
{
    release_operands(vm, pc, R);
    NEXT_CHECKED(2);
}

HANDLER(op_SETITEM_LIST_INT)
{
    Value o = R[A(pc)], key = R[B(pc)];
    if (unlikely(!is_of(vm, o, TYPE_LIST)) || unlikely(!is_int48(key)))
        GOTO(setitem_miss);
    PyList *list = OBJ(vm, PyList, o);
    i64 i = int48_value(key), length = list->length;
    if (unlikely((u64)i >= (u64)length)) {
        i += length;
        if (unlikely((u64)i >= (u64)length))
            GOTO(setitem_slow);
    }
    Value *place = AT(vm, Value, list->items) + i, *slot = &R[C(pc)], v = *slot, old = *place;
    if (FLAGS(pc) & FLAG_DROP_C)
        *slot = EMPTY;
    else
        incref(vm, v);
    *place = v;
    if (unlikely(FLAGS(pc) & (FLAG_DROP_A | FLAG_DROP_B))) {
        if (is_object(old))
            decref_object(vm, old);
        GOTO(release_and_next_2); // C is EMPTY already
    }
    pc += 2;
    DROP_AND_DISPATCH(old);
}

HANDLER(op_SETITEM_DICT)
{
    Value o = R[A(pc)];
    if (unlikely(!is_of(vm, o, TYPE_DICT)))
        GOTO(setitem_miss);
    if (unlikely(dict_set(vm, o, R[B(pc)], R[C(pc)]) != DICT_FOUND)) {
        if (vm->exception != EMPTY)
            GOTO(unwind);
        GOTO(setitem_slow);
    }
    if (FLAGS(pc) & (FLAG_DROP_A | FLAG_DROP_B | FLAG_DROP_C))
        GOTO(release_and_next_2);
    NEXT_CHECKED(2);
}

HANDLER(op_DELITEM)
{
    Value tail_value = EMPTY;
    bool done = op_delitem(vm, R[A(pc)], R[B(pc)], &tail_value);
    vm->result = done ? NONE : tail_value;
    GOTO(answer);
}

HANDLER(op_BUILD_SLICE)
{
    Value *from = &R[B(pc)], slice = slice_new(vm, from[0], from[1], C(pc) == 3 ? from[2] : NONE);
    if (unlikely(slice == EMPTY))
        GOTO(unwind);
    release_range(vm, from, C(pc));
    STORE_NEXT(slice, 1);
}

// --- building -----------------------------------------------------------------------------------------------------------------
HANDLER(op_BUILD_TUPLE)
{
    u32 count = C(pc);
    Value *from = &R[B(pc)], tuple;
    if (count == 0) {
        tuple = EMPTY_TUPLE;
        incref_object(vm, tuple);
    } else {
        tuple = tuple_new(vm, count);
        if (unlikely(tuple == EMPTY))
            GOTO(unwind);
        Value *items = OBJ(vm, PyTuple, tuple)->items;
        for (u32 i = 0; i < count; i++)
            items[i] = take(&from[i]);
    }
    STORE_NEXT(tuple, 1);
}

HANDLER(op_BUILD_LIST)
{
    u32 count = C(pc);
    Value *from = &R[B(pc)], list = list_new(vm, count);
    if (unlikely(list == EMPTY))
        GOTO(unwind);
    if (count) {
        Value *items = list_data(vm, list);
        for (u32 i = 0; i < count; i++)
            items[i] = take(&from[i]);
        OBJ(vm, PyList, list)->length = count;
    }
    STORE_NEXT(list, 1);
}

// Hashing needs Python code: the prelude builds it from a tuple of the items. finish_value drops the registers.
static COLD Value build_in_prelude(VM *vm, u32 prelude, Value *items, u32 count)
{
    Value tuple = tuple_from(vm, items, count);
    if (tuple == EMPTY)
        return EMPTY;
    Value answer = tail_prelude(vm, prelude, 1, tuple);
    decref(vm, tuple);
    return answer;
}

HANDLER(op_BUILD_SET)
{
    u32 count = C(pc);
    Value *from = &R[B(pc)], set = set_new(vm, TYPE_SET);
    int status = set == EMPTY ? DICT_ERROR : DICT_FOUND;
    for (u32 i = 0; i < count && status >= 0; i++)
        status = set_add(vm, set, from[i]);
    if (unlikely(status < 0)) {
        decref(vm, set);
        vm->result = status == DICT_ERROR ? EMPTY : build_in_prelude(vm, PRELUDE_SET_BUILD, from, count);
        GOTO(answer);
    }
    vm->result = set;
    GOTO(finish_value);
}

HANDLER(op_BUILD_MAP)
{
    u32 count = C(pc);
    Value *from = &R[B(pc)], dict = dict_new(vm);
    int status = dict == EMPTY || !dict_reserve(vm, dict, count) ? DICT_ERROR : DICT_FOUND;
    for (u32 i = 0; i < count && status >= 0; i++)
        status = dict_set(vm, dict, from[2 * i], from[2 * i + 1]);
    if (unlikely(status < 0)) {
        decref(vm, dict);
        vm->result = status == DICT_ERROR ? EMPTY : build_in_prelude(vm, PRELUDE_DICT_BUILD, from, 2 * count);
        GOTO(answer);
    }
    vm->result = dict;
    GOTO(finish_value);
}

HANDLER(op_BUILD_STRING)
{
    Value *from = &R[B(pc)], result = str_of_parts(vm, from, C(pc));
    if (unlikely(result == EMPTY))
        GOTO(unwind);
    release_range(vm, from, C(pc));
    STORE_NEXT(result, 1);
}

HANDLER(op_LIST_APPEND)
{
    PyList *list = OBJ(vm, PyList, R[A(pc)]);
    Value *slot = &R[B(pc)], v = *slot;
    if (FLAGS(pc) & FLAG_DROP_B)
        *slot = EMPTY;
    else
        incref(vm, v);
    if (likely(list->length < list->capacity)) {
        AT(vm, Value, list->items)[list->length++] = v;
        NEXT(1);
    }
    if (unlikely(!list_append_take(vm, R[A(pc)], v)))
        GOTO(unwind);
    NEXT(1);
}

static bool is_iterable(VM *vm, Value v)
{
    PyType *t = type_at(vm, type_of(vm, v));
    Ref iter = t->specials[SPECIAL_iter];
    return iter || (t->specials[SPECIAL_getitem] && t->kind != LAYOUT_DICT);
}

// Traces keep the arguments of a call as a tuple where the interpreter puts them into a list first (src/jit/translate/unpacked-calls.ts); one of them
// was left in the middle of that.
static NOINLINE bool take_list(VM *vm, Value *place)
{
    Value list = list_new(vm, 0);
    bool served;
    if (list == EMPTY || !list_extend_pure(vm, list, *place, &served)) {
        if (list != EMPTY)
            decref(vm, list);
        return false;
    }
    set_value(vm, place, list);
    return true;
}

HANDLER(op_LIST_EXTEND)
{
    Value iterable = R[B(pc)];
    if (unlikely(is_exact(vm, R[A(pc)], TYPE_TUPLE)) && !take_list(vm, &R[A(pc)]))
        GOTO(unwind);
    if (unlikely(!is_iterable(vm, iterable))) {
        raise_error(vm, EXC_TypeError, "Value after * must be an iterable, not %T", iterable);
        GOTO(unwind);
    }
    vm->result = list_extend(vm, R[A(pc)], iterable);
    GOTO(answer);
}

HANDLER(op_LIST_TO_TUPLE)
{
    // A tuple already: see take_list.
    vm->result = likely(is_exact(vm, R[B(pc)], TYPE_LIST)) ? list_to_tuple(vm, R[B(pc)]) : retain(vm, R[B(pc)]);
    GOTO(answer);
}

HANDLER(op_SET_ADD)
{
    int status = set_add(vm, R[A(pc)], R[B(pc)]);
    vm->result = status >= 0 ? NONE : status == DICT_ERROR ? EMPTY : tail_prelude(vm, PRELUDE_SET_ADD, 2, R[A(pc)], R[B(pc)]);
    GOTO(answer);
}

HANDLER(op_SET_UPDATE)
{
    vm->result = set_update(vm, R[A(pc)], R[B(pc)]);
    GOTO(answer);
}

HANDLER(op_MAP_ADD)
{
    int status = dict_set(vm, R[A(pc)], R[B(pc)], R[C(pc)]);
    vm->result = status >= 0 ? NONE : status == DICT_ERROR ? EMPTY : tail_prelude(vm, PRELUDE_DICT_SET, 3, R[A(pc)], R[B(pc)], R[C(pc)]);
    GOTO(answer);
}

HANDLER(op_DICT_UPDATE)
{
    vm->result = dict_update(vm, R[A(pc)], R[B(pc)], DICT_UPDATE_MAPPING);
    GOTO(answer);
}

HANDLER(op_DICT_MERGE)
{
    vm->result = dict_merge_call(vm, R[A(pc)], R[B(pc)], R[C(pc)]);
    GOTO(answer);
}

// --- formatting ---------------------------------------------------------------------------------------------------------------
static Value converted(VM *vm, Value v, u32 conversion)
{
    switch (conversion) {
    case CONVERSION_STR: return is_exact(vm, v, TYPE_STR) ? retain(vm, v) : op_str(vm, v);
    case CONVERSION_REPR: return op_repr(vm, v);
    case CONVERSION_ASCII: return op_ascii(vm, v);
    default: return retain(vm, v);
    }
}

// f"{x}", f"{x!r}": with a conversion the result is a str, whose format with an empty spec is itself.
HANDLER(op_FORMAT_VALUE)
{
    Value v = R[B(pc)];
    u32 conversion = C(pc);
    if (conversion != CONVERSION_NONE || is_exact(vm, v, TYPE_STR))
        vm->result = converted(vm, v, conversion);
    else
        vm->result = op_format(vm, v, EMPTY_STR);
    GOTO(answer);
}

// format(R[b] converted, R[b+1]). The converted value replaces R[b]; one that comes from a hook does so in `deliver` (RET_CONVERTED).
HANDLER(op_FORMAT_SPEC)
{
    Value *operands = &R[B(pc)];
    u32 conversion = C(pc);
    if (conversion == CONVERSION_NONE || (conversion == CONVERSION_STR && is_exact(vm, operands[0], TYPE_STR)))
        GOTO(format_with_spec);
    Value text = converted(vm, operands[0], conversion);
    if (text == EMPTY || text == VALUE_TAIL) {
        vm->tail_mode = TAIL_MODE(RET_CONVERTED, conversion == CONVERSION_STR ? CHECK_STR : CHECK_REPR);
        vm->result = text;
        GOTO(answer);
    }
    set_value(vm, operands, text);
    GOTO(format_with_spec);
}

HANDLER(format_with_spec)
{
    Value *operands = &R[B(pc)];
    vm->result = op_format(vm, operands[0], operands[1]);
    GOTO(answer);
}

HANDLER(op_CONVERT)
{
    vm->result = converted(vm, R[B(pc)], C(pc));
    GOTO(answer);
}
