// What TypeScript asks of the core (src/heap/core-functions.ts lists these by name). Everything TypeScript can do by reading and
// writing fields it does itself; here is what needs the core's algorithms. Operands are u32 arguments and vm->scratch[].
// Answers: API_RAISED (vm->exception is set), API_OK (result, if any, owned in vm->scratch[0]), API_TAIL (Python code would have to run:
// nothing was done, TypeScript asks the prelude instead), API_NOTHING (missing, exhausted, not found).
#include "core.h"
#include "types.h"

#define API_RAISED 0u
#define API_OK 1u
#define API_TAIL 2u
#define API_NOTHING 3u

// Forgets a tail call that a core function prepared.
static void drop_tail(VM *vm)
{
    if (vm->tail_kind != TAIL_HOST) decref(vm, vm->tail_callee);
    vm->tail_callee = EMPTY;
    const u32 count = vm->tail_kind == TAIL_RESUME ? 1 : vm->tail_nargs;
    for (u32 i = 0; i < count && i < 8; i++) {
        decref(vm, vm->tail_args[i]);
        vm->tail_args[i] = EMPTY;
    }
    decref_ref(vm, vm->tail_kwnames);
    vm->tail_kwnames = 0;
    vm->tail_mode = RET_DEFAULT;
}

static u32 answer(VM *vm, Value result)
{
    if (result == EMPTY) return API_RAISED;
    if (result == VALUE_TAIL) {
        drop_tail(vm);
        return API_TAIL;
    }
    vm->scratch[0] = result;
    return API_OK;
}

// Answer of a function that returns true, or false with an exception or a prepared tail call.
static u32 answer_done(VM *vm, bool done, Value tail)
{
    if (done) return API_OK;
    if (tail == VALUE_TAIL) {
        drop_tail(vm);
        return API_TAIL;
    }
    return API_RAISED;
}

static u32 answer_dict(int status)
{
    return status == DICT_FOUND ? API_OK : status == DICT_MISSING ? API_NOTHING : status == DICT_ERROR ? API_RAISED : API_TAIL;
}

// --- memory ----------------------------------------------------------------------------------------------------------
CORE_EXPORT u32 api_new(VM *vm, u32 type, u32 bytes)
{
    void *object = heap_new(vm, type, bytes);
    return object ? OFFSET_OF(vm, object) : 0;
}

CORE_EXPORT u32 api_new_container(VM *vm, u32 type, u32 bytes)
{
    void *object = heap_new_container(vm, type, bytes);
    return object ? OFFSET_OF(vm, object) : 0;
}

CORE_EXPORT u32 api_block(VM *vm, u32 bytes) { return heap_block(vm, bytes); }
CORE_EXPORT void api_block_free(VM *vm, u32 block) { heap_block_free(vm, block); }
CORE_EXPORT void api_dealloc(VM *vm, u32 object) { object_dealloc(vm, object); }

// `length` bytes in a block; 0 without an exception: they are no code
CORE_EXPORT u32 api_code_read(VM *vm, u32 block, u32 length) { return value_ref(code_read(vm, AT(vm, u8, block), length)); }

// --- text ------------------------------------------------------------------------------------------------------------
CORE_EXPORT u32 api_str_new(VM *vm, u32 length, u32 kind) { return value_ref(str_new(vm, length, kind)); }
CORE_EXPORT u32 api_str_intern(VM *vm, u32 str) { return str_intern(vm, ref_value(str)); } // borrowed result
CORE_EXPORT u32 api_str_hash(VM *vm, u32 str) { return str_hash(vm, ref_value(str)); }
CORE_EXPORT u32 api_bytes_new(VM *vm, u32 length) { return value_ref(bytes_new(vm, NULL, length)); }

CORE_EXPORT u32 api_bytearray_new(VM *vm, u32 bytes) // a copy of a bytes object
{
    PyBytes *b = AT(vm, PyBytes, bytes);
    return value_ref(bytearray_new(vm, b->data, b->length));
}

// --- containers ------------------------------------------------------------------------------------------------------
CORE_EXPORT u32 api_tuple_new(VM *vm, u32 length) { return value_ref(tuple_new(vm, length)); }
CORE_EXPORT u32 api_list_new(VM *vm, u32 capacity) { return value_ref(list_new(vm, capacity)); }
CORE_EXPORT u32 api_list_append(VM *vm, u32 list) { return list_append(vm, list, vm->scratch[0]) ? API_OK : API_RAISED; }
CORE_EXPORT u32 api_dict_new(VM *vm, u32 cells) { return value_ref(cells ? dict_new_cells(vm) : dict_new(vm)); }

// Result borrowed.
CORE_EXPORT u32 api_dict_get(VM *vm, u32 dict)
{
    Value result = EMPTY;
    const u32 status = answer_dict(dict_get_peek(vm, dict, vm->scratch[0], &result));
    vm->scratch[0] = result;
    return status;
}
CORE_EXPORT u32 api_dict_set(VM *vm, u32 dict) { return answer_dict(dict_set(vm, dict, vm->scratch[0], vm->scratch[1])); }
CORE_EXPORT u32 api_dict_delete(VM *vm, u32 dict) { return answer_dict(dict_delete(vm, dict, vm->scratch[0], NULL)); }
CORE_EXPORT u32 api_dict_get_str(VM *vm, u32 dict, u32 name) // result borrowed
{
    vm->scratch[0] = dict_get_str_peek(vm, dict, name);
    return vm->scratch[0] == EMPTY ? API_NOTHING : API_OK;
}
CORE_EXPORT u32 api_dict_set_str(VM *vm, u32 dict, u32 name)
{
    return dict_set_str(vm, dict, name, vm->scratch[0]) ? API_OK : API_RAISED;
}
// Without memory it stays as it is.
CORE_EXPORT void api_dict_make_cells(VM *vm, u32 dict)
{
    if (!(AT(vm, PyDict, dict)->flags & DICT_CELLS) && !dict_make_cells(vm, AT(vm, PyDict, dict)))
        exception_clear(vm);
}
CORE_EXPORT u32 api_dict_cell(VM *vm, u32 dict, u32 name, u32 create) { return dict_cell(vm, dict, name, create); }

// A number that differs when the dict names other objects than before, whatever they hold. Numbers don't count, nor, with `but_modules`, modules.
CORE_EXPORT u32 api_dict_digest(VM *vm, u32 dict, u32 but_modules)
{
    PyDict *d = AT(vm, PyDict, dict);
    DictEntry *entries = AT(vm, DictEntry, d->entries);
    u64 digest = 0;
    for (u32 i = 0; i < d->entry_count; i++) {
        Value value = entries[i].value;
        if (value != EMPTY && (d->flags & DICT_CELLS))
            value = AT(vm, PyCell, value)->value;
        if (!is_object(value) || !is_object(entries[i].key) || (but_modules && ref_type(vm, value) == TYPE_MODULE))
            continue;
        u64 pair = ((u64)(Ref)entries[i].key << 32 | (Ref)value) * 0x9E3779B97F4A7C15ull;
        digest += pair ^ pair >> 29; // a sum: the order is of no interest
    }
    return (u32)(digest ^ digest >> 32);
}
CORE_EXPORT u32 api_set_new(VM *vm, u32 type) { return value_ref(set_new(vm, type)); }
CORE_EXPORT u32 api_set_add(VM *vm, u32 set) { return answer_dict(set_add(vm, set, vm->scratch[0])); }
CORE_EXPORT u32 api_set_contains(VM *vm, u32 set) { return answer_dict(set_contains(vm, set, vm->scratch[0])); }

// Hash as CPython shows it: scratch[0] = the 64 bits, not a Value.
CORE_EXPORT u32 api_hash(VM *vm)
{
    u64 hash = 0;
    const u32 status = answer_dict(hash_value(vm, vm->scratch[0], &hash));
    vm->scratch[0] = hash;
    return status;
}

// scratch[0] == scratch[1], identity first: API_OK = equal, API_NOTHING = different.
CORE_EXPORT u32 api_equal(VM *vm) { return answer_dict(values_equal(vm, vm->scratch[0], vm->scratch[1])); }

// --- attributes and types -----------------------------------------------------------------------------------------------
CORE_EXPORT u32 api_attr_find(VM *vm, u32 name)
{
    Value result = EMPTY;
    switch (attr_find(vm, vm->scratch[0], name, &result)) {
    case 1: vm->scratch[0] = result; return API_OK;
    case 0: return API_NOTHING;
    case 2: drop_tail(vm); return API_TAIL;
    default:
        if (!exception_matches(vm, vm->exception, EXC_AttributeError))
            return API_RAISED;
        exception_clear(vm); // an empty slot
        return API_NOTHING;
    }
}
CORE_EXPORT u32 api_attr_get(VM *vm, u32 name) { return answer(vm, attr_get(vm, vm->scratch[0], name)); }
CORE_EXPORT u32 api_attr_set(VM *vm, u32 name)
{
    Value tail = EMPTY;
    const bool done = attr_set(vm, vm->scratch[0], name, vm->scratch[1], &tail);
    return answer_done(vm, done, tail);
}
CORE_EXPORT u32 api_type_lookup(VM *vm, u32 type, u32 name) // result borrowed
{
    vm->scratch[0] = type_lookup_peek(vm, type, name);
    return vm->scratch[0] == EMPTY ? API_NOTHING : API_OK;
}
CORE_EXPORT void api_type_modified(VM *vm, u32 type) { type_modified(vm, type); }
CORE_EXPORT u32 api_type_add_subclass(VM *vm, u32 base, u32 sub) { return type_add_subclass(vm, base, sub) ? API_OK : API_RAISED; }
CORE_EXPORT void api_type_remove_subclass(VM *vm, u32 base, u32 sub) { type_remove_subclass(vm, base, sub); }
CORE_EXPORT u32 api_type_is_subtype(VM *vm, u32 type, u32 base) { return type_is_subtype(vm, type, base); }
CORE_EXPORT u32 api_type_set_attr(VM *vm, u32 type, u32 name) // scratch[0] EMPTY: deletes
{
    return type_set_attr(vm, type, name, vm->scratch[0]) ? API_OK : vm->exception == EMPTY ? API_NOTHING : API_RAISED;
}
CORE_EXPORT u32 api_quick_row(VM *vm, u32 owner, u32 name) { return quick_row(vm, owner, name); }
CORE_EXPORT u32 api_module_new(VM *vm, u32 name) { return value_ref(module_new(vm, name, vm->scratch[0])); } // scratch[0]: dict or EMPTY
CORE_EXPORT u32 api_frame_of_top(VM *vm) { return frame_object_of_top(vm); } // borrowed
CORE_EXPORT u32 api_frame_object(VM *vm, u32 registers) { return frame_object(vm, AT(vm, Value, registers)); } // borrowed
CORE_EXPORT u32 api_frame_back(VM *vm, u32 frame) { return frame_back(vm, frame); } // borrowed
CORE_EXPORT u32 api_frame_locals(VM *vm, u32 frame) { return value_ref(frame_locals(vm, frame)); }
CORE_EXPORT u32 api_frame_word(VM *vm, u32 frame) { return frame_word(vm, frame); }
CORE_EXPORT u32 api_gc_collect(VM *vm, u32 skip) { return gc_collect(vm, skip); } // skip: 0 or PAGE_KEPT
CORE_EXPORT u32 api_value_box(VM *vm, u32 cls) { return value_ref(value_box(vm, cls, vm->scratch[0])); }
CORE_EXPORT u32 api_instance_new(VM *vm, u32 cls) { return value_ref(instance_new(vm, cls)); }
CORE_EXPORT u32 api_instance_dict(VM *vm, u32 object) { return value_ref(instance_dict(vm, object)); } // borrowed; 0: has none
CORE_EXPORT u32 api_instance_get(VM *vm, u32 object, u32 name) // borrowed
{
    vm->scratch[0] = instance_get_peek(vm, object, name);
    return vm->scratch[0] == EMPTY ? API_NOTHING : API_OK;
}

// --- operations on any objects --------------------------------------------------------------------------------------------
CORE_EXPORT u32 api_binary(VM *vm, u32 op, u32 in_place) { return answer(vm, op_binary(vm, op, in_place, vm->scratch[0], vm->scratch[1])); }
CORE_EXPORT u32 api_compare(VM *vm, u32 op) { return answer(vm, op_compare(vm, op, vm->scratch[0], vm->scratch[1])); }
CORE_EXPORT u32 api_getitem(VM *vm) { return answer(vm, op_getitem(vm, vm->scratch[0], vm->scratch[1])); }
CORE_EXPORT u32 api_setitem(VM *vm)
{
    Value tail = EMPTY;
    const bool done = op_setitem(vm, vm->scratch[0], vm->scratch[1], vm->scratch[2], &tail);
    return answer_done(vm, done, tail);
}
CORE_EXPORT u32 api_delitem(VM *vm)
{
    Value tail = EMPTY;
    const bool done = op_delitem(vm, vm->scratch[0], vm->scratch[1], &tail);
    return answer_done(vm, done, tail);
}
CORE_EXPORT u32 api_contains(VM *vm) { return answer(vm, op_contains(vm, vm->scratch[0], vm->scratch[1])); }
CORE_EXPORT u32 api_iter(VM *vm) { return answer(vm, op_iter(vm, vm->scratch[0])); }
CORE_EXPORT u32 api_len(VM *vm) { return answer(vm, op_len(vm, vm->scratch[0])); }
CORE_EXPORT u32 api_truth(VM *vm) // API_OK = true, API_NOTHING = false
{
    switch (op_truth(vm, vm->scratch[0])) {
    case 1: return API_OK;
    case 0: return API_NOTHING;
    case 2: drop_tail(vm); return API_TAIL;
    default: return API_RAISED;
    }
}
// Next item of a builtin iterator (LAYOUT_ITERATOR). A tail here may have advanced the iterator, so callers only pass those that never tail.
CORE_EXPORT u32 api_next(VM *vm)
{
    bool done = false;
    const Value item = iterator_next(vm, vm->scratch[0], &done);
    if (item == EMPTY) return done || vm->exception == EMPTY ? API_NOTHING : API_RAISED;
    return answer(vm, item);
}

// --- exceptions -------------------------------------------------------------------------------------------------------------
// scratch[0]: tuple of arguments or EMPTY. The exception, or 0 if there is no memory for it.
CORE_EXPORT u32 api_exception_new(VM *vm, u32 type) { return value_ref(exception_new(vm, type, vm->scratch[0])); }
CORE_EXPORT void api_raise(VM *vm, u32 exception) { raise_value(vm, retain(vm, exception)); } // sets context from vm->handled
