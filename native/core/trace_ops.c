// What traces call to have a whole instruction done as the interpreter does it, exceptions and calls of Python code included: the answer is a
// value (owned; TRUE for instructions that have none), or EMPTY, and vm->result says how the interpreter goes on (trace_answer). The frame is as
// before the instruction then, whatever the function has done. Operands that are many lie in vm->scratch.
#include "interp/interp.h"
#include "strings.h"

#define TRACE_CALL CORE_EXPORT

INLINE Value answered(VM *vm, Value v)
{
    if (likely(v != EMPTY && v != VALUE_TAIL))
        return v;
    vm->result = v;
    return EMPTY;
}
// Nothing has been done: the interpreter runs the instruction.
INLINE Value not_done(VM *vm)
{
    vm->result = NOTIMPLEMENTED;
    return EMPTY;
}
INLINE Value status_answered(VM *vm, bool done, Value tail) { return answered(vm, done ? TRUE : tail); }

// --- operators ----------------------------------------------------------------------------------------------------------------
#define IN_PLACE 0x100u
TRACE_CALL Value trace_binary(VM *vm, u32 op, Value a, Value b) { return answered(vm, binary_step(vm, op & 0xFF, (op & IN_PLACE) != 0, a, b, 0)); }
// Two numbers, or so it was when this was recorded: the interpreter does it if it is not so any more.
TRACE_CALL Value trace_binary_numbers(VM *vm, u32 op, Value a, Value b)
{
    bool plain = (!is_object(a) || ref_type(vm, a) < STATIC_END) && (!is_object(b) || ref_type(vm, b) < STATIC_END);
    Value v = likely(plain) ? number_binary(vm, op & 0xFF, a, b) : NOTIMPLEMENTED;
    return likely(v != NOTIMPLEMENTED) ? answered(vm, v) : not_done(vm);
}
TRACE_CALL Value trace_compare_any(VM *vm, u32 op, Value a, Value b) { return answered(vm, compare_step(vm, op, a, b, 0)); }
TRACE_CALL Value trace_unary(VM *vm, u32 special, Value v) { return answered(vm, op_unary(vm, special, v)); }
TRACE_CALL Value trace_truth(VM *vm, Value v) // TRUE or FALSE
{
    int truth = op_truth(vm, v);
    return answered(vm, truth == 2 ? VALUE_TAIL : truth < 0 ? EMPTY : make_bool(truth));
}

// --- items --------------------------------------------------------------------------------------------------------------------
TRACE_CALL Value trace_item(VM *vm, Value object, Value key) { return answered(vm, op_getitem(vm, object, key)); }
TRACE_CALL Value trace_set_item(VM *vm, Value object, Value key, Value value)
{
    Value tail = EMPTY;
    bool done = op_setitem(vm, object, key, value, &tail);
    return status_answered(vm, done, tail);
}
TRACE_CALL Value trace_delete_item(VM *vm, Value object, Value key)
{
    Value tail = EMPTY;
    bool done = op_delitem(vm, object, key, &tail);
    return status_answered(vm, done, tail);
}
// A slice that has not been made: start, stop and step lie in vm->scratch.
INLINE bool is_plain_part(Value v) { return is_int48(v) || v == NONE; }
INLINE bool plain_slice(VM *vm, i64 length, i64 *start, i64 *stop, i64 *step, i64 *count)
{
    const Value *parts = vm->scratch;
    return is_plain_part(parts[0]) && is_plain_part(parts[1]) && is_plain_part(parts[2]) && parts[2] != int48(0) &&
           slice_resolve(vm, parts, length, start, stop, step, count) == 1;
}
TRACE_CALL Value trace_part(VM *vm, Value object) // of a list, tuple or str
{
    i64 start, stop, step, count;
    u32 kind = kind_of(vm, object);
    i64 length = kind == LAYOUT_LIST ? OBJ(vm, PyList, object)->length : kind == LAYOUT_TUPLE ? OBJ(vm, PyTuple, object)->length : OBJ(vm, PyStr, object)->length;
    if (unlikely(!plain_slice(vm, length, &start, &stop, &step, &count)))
        return not_done(vm);
    if (kind == LAYOUT_LIST)
        return answered(vm, list_slice(vm, AT(vm, Value, OBJ(vm, PyList, object)->items), start, step, (u32)count));
    if (count == length && step == 1)
        return retain(vm, object);
    return answered(vm, kind == LAYOUT_TUPLE ? sequence_slice_tuple(vm, OBJ(vm, PyTuple, object)->items, start, step, (u32)count)
                                             : str_slice(vm, object, start, step, (u32)count));
}
TRACE_CALL Value trace_set_part(VM *vm, Value list, Value values) // a list or tuple
{
    i64 start, stop, step, count;
    if (unlikely(!plain_slice(vm, OBJ(vm, PyList, list)->length, &start, &stop, &step, &count)))
        return not_done(vm);
    return status_answered(vm, list_assign_slice(vm, list, values, start, stop, step, count), EMPTY);
}
TRACE_CALL Value trace_contains(VM *vm, Value container, Value item) { return answered(vm, op_contains(vm, container, item)); } // TRUE or FALSE

// --- building -----------------------------------------------------------------------------------------------------------------
TRACE_CALL Value trace_list_extend(VM *vm, Value list, Value iterable) { return answered(vm, list_extend(vm, list, iterable)); }
TRACE_CALL Value trace_set_update(VM *vm, Value set, Value iterable) { return answered(vm, set_update(vm, set, iterable)); }
TRACE_CALL Value trace_dict_update(VM *vm, Value dict, Value other) { return answered(vm, dict_update(vm, dict, other, DICT_UPDATE_MAPPING)); }
TRACE_CALL Value trace_list_to_tuple(VM *vm, Value list) { return answered(vm, list_to_tuple(vm, list)); }
TRACE_CALL Value trace_dict_of(VM *vm, u32 count) // keys and values in turn
{
    Value dict = dict_new(vm);
    int status = dict == EMPTY || !dict_reserve(vm, dict, count) ? DICT_ERROR : DICT_FOUND;
    for (u32 i = 0; i < count && status >= 0; i++)
        status = dict_set(vm, dict, vm->scratch[2 * i], vm->scratch[2 * i + 1]);
    if (likely(status >= 0))
        return dict;
    decref(vm, dict);
    if (vm->exception != EMPTY)
        exception_clear(vm);
    return not_done(vm);
}
TRACE_CALL Value trace_set_of(VM *vm, u32 count) // the same for a set
{
    Value set = set_new(vm, TYPE_SET);
    int status = set == EMPTY ? DICT_ERROR : DICT_FOUND;
    for (u32 i = 0; i < count && status >= 0; i++)
        status = set_add(vm, set, vm->scratch[i]);
    if (likely(status >= 0))
        return set;
    decref(vm, set);
    if (vm->exception != EMPTY)
        exception_clear(vm);
    return not_done(vm);
}

// --- text ---------------------------------------------------------------------------------------------------------------------
TRACE_CALL Value trace_format(VM *vm, Value v, u32 conversion)
{
    switch (conversion) {
    case CONVERSION_STR: return answered(vm, op_str(vm, v));
    case CONVERSION_REPR: return answered(vm, op_repr(vm, v));
    case CONVERSION_ASCII: return answered(vm, op_ascii(vm, v));
    default: return answered(vm, is_exact(vm, v, TYPE_STR) ? retain(vm, v) : op_format(vm, v, EMPTY_STR));
    }
}
TRACE_CALL Value trace_format_spec(VM *vm, Value v, Value spec) { return answered(vm, op_format(vm, v, spec)); }
TRACE_CALL Value trace_str_of_parts(VM *vm, u32 count) { return answered(vm, str_of_parts(vm, vm->scratch, count)); }

// --- calls --------------------------------------------------------------------------------------------------------------------
INLINE CoreFunction function_of(VM *vm, Ref builtin)
{
    PyBuiltin *b = AT(vm, PyBuiltin, builtin);
    return core_functions[b->table].defs[b->index].function;
}
TRACE_CALL Value trace_core_0(VM *vm, Ref builtin) { return answered(vm, function_of(vm, builtin)(vm, vm->scratch, 0, 0)); }
TRACE_CALL Value trace_core_1(VM *vm, Ref builtin, Value a) { return answered(vm, function_of(vm, builtin)(vm, (Value[]){a}, 1, 0)); }
TRACE_CALL Value trace_core_2(VM *vm, Ref builtin, Value a, Value b) { return answered(vm, function_of(vm, builtin)(vm, (Value[]){a, b}, 2, 0)); }
// Functions may call others, so the operands are copied.
TRACE_CALL Value trace_core_many(VM *vm, Ref builtin, u32 count)
{
    Value args[16];
    memcpy(args, vm->scratch, count * sizeof *args);
    return answered(vm, function_of(vm, builtin)(vm, args, count, 0));
}
// A builtin type with a constructor in C that does the whole of it: (type, arguments …).
TRACE_CALL Value trace_construct(VM *vm, Ref type, u32 count)
{
    Value args[16] = {type};
    memcpy(args + 1, vm->scratch, count * sizeof *args);
    u32 row = type_at(vm, type)->core_new - 1;
    return answered(vm, core_functions[row >> 16].defs[row & 0xFFFF].function(vm, args, count + 1, 0));
}
TRACE_CALL Value trace_type_of(VM *vm, Value v) // borrowed
{
    return type_of(vm, v);
}
// A builtin that TypeScript has too (CALL_FAST).
TRACE_CALL Value trace_fast(VM *vm, u32 row, u32 count)
{
    Value args[4];
    memcpy(args, vm->scratch, count * sizeof *args);
    Value v = fast_builtins[row].function(vm, args);
    return v != EMPTY || vm->exception != EMPTY ? answered(vm, v) : not_done(vm);
}
