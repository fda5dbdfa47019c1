// The container_* functions: operators on builtin containers by layout, for the interpreter's generic handlers.
#include "containers.h"

void make_immortal(VM *vm, Value v);

// start, stop and step of range and slice: read-only members.
void add_container_members(VM *vm)
{
    static const struct { u32 type; char name[8]; u32 offset; } rows[] = {
        {TYPE_RANGE, "start", offsetof(PyRange, start)}, {TYPE_RANGE, "stop", offsetof(PyRange, stop)}, {TYPE_RANGE, "step", offsetof(PyRange, step)},
        {TYPE_SLICE, "start", offsetof(PySlice, start)}, {TYPE_SLICE, "stop", offsetof(PySlice, stop)}, {TYPE_SLICE, "step", offsetof(PySlice, step)},
    };
    for (u32 i = 0; i < sizeof rows / sizeof *rows; i++) {
        PyMember *member = heap_new_container(vm, TYPE_MEMBER_DESCRIPTOR, sizeof(PyMember));
        member->owner = rows[i].type;
        member->name = str_intern_c(vm, rows[i].name);
        make_immortal(vm, member->name);
        member->index = rows[i].offset;
        member->flags = MEMBER_FIELD | MEMBER_READONLY;
        make_immortal(vm, OFFSET_OF(vm, member));
        dict_set_str(vm, type_at(vm, rows[i].type)->dict, member->name, OFFSET_OF(vm, member));
    }
}

Value container_getitem(VM *vm, Value v, Value key)
{
    switch (kind_of(vm, v)) {
    case LAYOUT_LIST: return list_getitem(vm, v, key);
    case LAYOUT_TUPLE: return tuple_getitem(vm, v, key);
    case LAYOUT_DICT: return dict_getitem(vm, v, key);
    case LAYOUT_RANGE: return range_getitem(vm, v, key);
    default: return raise_error(vm, EXC_TypeError, "'%T' object is not subscriptable", v);
    }
}

bool container_setitem(VM *vm, Value v, Value key, Value value, Value *tail)
{
    switch (kind_of(vm, v)) {
    case LAYOUT_LIST: return list_setitem(vm, v, key, value, tail);
    case LAYOUT_DICT: return dict_setitem(vm, v, key, value, tail);
    default:
        raise_error(vm, EXC_TypeError, value == EMPTY ? "'%T' object doesn't support item deletion" : "'%T' object does not support item assignment", v);
        return false;
    }
}

bool container_delitem(VM *vm, Value v, Value key, Value *tail) { return container_setitem(vm, v, key, EMPTY, tail); }

Value container_contains(VM *vm, Value v, Value item)
{
    switch (kind_of(vm, v)) {
    case LAYOUT_LIST:
    case LAYOUT_TUPLE: return sequence_contains(vm, v, item);
    case LAYOUT_DICT: return dict_contains_value(vm, v, item);
    case LAYOUT_SET: return set_contains_value(vm, v, item);
    case LAYOUT_RANGE: return range_contains_value(vm, v, item);
    case LAYOUT_DICTVIEW: return view_contains_value(vm, v, item);
    default: return tail_prelude(vm, PRELUDE_ITER_CONTAINS, 2, v, item);
    }
}

static bool is_sequence_kind(u32 kind) { return kind == LAYOUT_LIST || kind == LAYOUT_TUPLE; }
static bool is_repeatable(u32 kind) { return is_sequence_kind(kind) || kind == LAYOUT_STR || kind == LAYOUT_BYTES || kind == LAYOUT_BYTEARRAY; }

static Value multiply(VM *vm, bool in_place, Value sequence, Value times, bool left)
{
    i64 n;
    switch (index_of(vm, times, &n)) {
    case INDEX_OK:
        if (in_place && left && kind_of(vm, sequence) == LAYOUT_LIST)
            return list_repeat_in_place(vm, sequence, n) ? retain(vm, sequence) : EMPTY;
        return repeat_sequence(vm, sequence, n);
    case INDEX_BIG:
        return raise_error(vm, EXC_OverflowError, "cannot fit '%T' into an index-sized integer", times);
    default:
        return new_notimplemented(vm);
    }
}

Value container_binary(VM *vm, u32 op, bool in_place, Value a, Value b)
{
    u32 kind = kind_of(vm, a), other = kind_of(vm, b);
    switch (op) {
    case BINARY_ADD:
        if (!is_sequence_kind(kind))
            break;
        if (in_place && kind == LAYOUT_LIST) {
            // CPython asks the right operand's __radd__ before the list's in-place concatenation.
            Ref reflected = special_of(vm, b, SPECIAL_radd);
            return reflected && reflected != NONE_REF ? new_notimplemented(vm) : list_extend_result(vm, a, b, a);
        }
        if (kind == other)
            return concat_sequences(vm, a, b);
        break;
    case BINARY_MUL:
        if (is_sequence_kind(kind))
            return multiply(vm, in_place, a, b, true);
        if (is_sequence_kind(other))
            return multiply(vm, in_place, b, a, false);
        break;
    case BINARY_OR:
        if (kind == LAYOUT_DICT && in_place)
            return dict_update_result(vm, a, b, DICT_UPDATE_METHOD, a);
        if (kind == LAYOUT_DICT && other == LAYOUT_DICT)
            return dict_union(vm, a, b);
        // fall through
    case BINARY_AND:
    case BINARY_SUB:
    case BINARY_XOR:
        if (kind == LAYOUT_SET && other == LAYOUT_SET)
            return set_binary(vm, op, in_place, a, b);
        if (kind == LAYOUT_DICTVIEW || other == LAYOUT_DICTVIEW)
            return view_binary(vm, op, a, b);
        break;
    default:
        break;
    }
    return new_notimplemented(vm);
}

static const char *sequence_type_name(u32 kind)
{
    return kind == LAYOUT_LIST ? "list" : kind == LAYOUT_TUPLE ? "tuple" : kind == LAYOUT_STR ? "str" : kind == LAYOUT_BYTES ? "bytes" : "bytearray";
}

Value container_binary_error(VM *vm, u32 op, bool in_place, Value a, Value b)
{
    u32 kind = kind_of(vm, a), other = kind_of(vm, b);
    if (op == BINARY_ADD && is_sequence_kind(kind)) {
        if (in_place && kind == LAYOUT_LIST)
            return list_extend_result(vm, a, b, a);
        return raise_error(vm, EXC_TypeError, "can only concatenate %s (not \"%T\") to %s", sequence_type_name(kind), b, sequence_type_name(kind));
    }
    if (op == BINARY_MUL && (is_repeatable(kind) || is_repeatable(other))) {
        bool left = is_repeatable(kind);
        Value sequence = left ? a : b, times = left ? b : a;
        i64 n;
        if (index_of(vm, times, &n) != INDEX_PYTHON)
            return raise_error(vm, EXC_TypeError, "can't multiply sequence by non-int of type '%T'", times);
        Ref base = ref_type(vm, sequence);
        while (base >= STATIC_END)
            base = type_at(vm, base)->base;
        return tail_with_index(vm, base, in_place && left && base == TYPE_LIST ? "__imul__" : "__mul__", 2, 2, (Value[]){sequence, times});
    }
    return new_notimplemented(vm);
}
