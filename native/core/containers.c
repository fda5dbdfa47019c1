// What belongs to no single container: the errors of + and * on sequences, and the members of range and slice.
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

static bool is_sequence_kind(u32 kind) { return kind == LAYOUT_LIST || kind == LAYOUT_TUPLE; }
static bool is_repeatable(u32 kind) { return is_sequence_kind(kind) || kind == LAYOUT_STR || kind == LAYOUT_BYTES || kind == LAYOUT_BYTEARRAY || kind == LAYOUT_DEQUE; }

static const char *sequence_type_name(u32 kind)
{
    return kind == LAYOUT_LIST ? "list" : kind == LAYOUT_TUPLE ? "tuple" : kind == LAYOUT_STR ? "str" : kind == LAYOUT_BYTES ? "bytes" : "bytearray";
}

// args[1] of __mul__ as a number. false: *result is what the method returns.
bool repeat_count(VM *vm, Ref type, const char *method, Value *args, i64 *times, Value *result)
{
    switch (index_of(vm, args[1], times)) {
    case INDEX_OK:
        return true;
    case INDEX_BIG:
        *result = raise_error(vm, EXC_OverflowError, "cannot fit '%T' into an index-sized integer", args[1]);
        return false;
    case INDEX_PYTHON:
        *result = tail_with_index(vm, type, method, 2, 2, args);
        return false;
    default:
        *result = raise_error(vm, EXC_TypeError, "'%T' object cannot be interpreted as an integer", args[1]);
        return false;
    }
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
