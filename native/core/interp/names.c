// Global and namespace names. A site remembers the cell of the name in the globals (or builtins) dict, guarded by the dict's keys_version,
// which no other dict ever has: so one code object may run with any globals, and a dict that has died can't be taken for a new one.
#include "../watch.h"
#include "handlers.h"

#define NOT_DEFINED "name '%S' is not defined"

INLINE Value globals_of(VM *vm, Value *R) { return frame_function(vm, R)->globals; }
INLINE Value builtins_of(VM *vm, Value *R)
{
    Ref builtins = frame_function(vm, R)->builtins;
    return builtins ? builtins : vm->builtins_dict;
}
INLINE PyDict *dict_at(VM *vm, Value v) { return OBJ(vm, PyDict, v); }

static Value global_peek(VM *vm, Value *R, Ref name)
{
    Value v = dict_get_str_peek(vm, globals_of(vm, R), name);
    return v != EMPTY ? v : dict_get_str_peek(vm, builtins_of(vm, R), name);
}

// A namespace that behaves as a plain dict when read or written by name.
static bool is_plain_namespace(VM *vm, Value v)
{
    if (!is_object(v))
        return false;
    Ref type = ref_type(vm, v);
    if (type == TYPE_DICT)
        return true;
    PyType *t = type_at(vm, type), *dict = type_at(vm, TYPE_DICT);
    return t->kind == LAYOUT_DICT && t->specials[SPECIAL_getitem] == dict->specials[SPECIAL_getitem] &&
           t->specials[SPECIAL_setitem] == dict->specials[SPECIAL_setitem] && t->specials[SPECIAL_delitem] == dict->specials[SPECIAL_delitem] &&
           !t->specials[SPECIAL_missing];
}

// --- quickening ---------------------------------------------------------------------------------------------------------------
// Form for reading or writing `name` in `globals`: offset 0 = the cell form, 1 = the builtin form, -1 = none.
static int find_cell(VM *vm, u64 *pc, Value globals, Value builtins, Ref name, bool store)
{
    PyDict *d = dict_at(vm, globals);
    if (!(d->flags & DICT_CELLS))
        return -1;
    Ref cell = dict_cell(vm, globals, name, false);
    int form = 0;
    if (!cell) {
        if (store || globals == builtins || !(dict_at(vm, builtins)->flags & DICT_CELLS) || builtins != vm->builtins_dict)
            return -1;
        cell = dict_cell(vm, builtins, name, false);
        form = 1;
    }
    if (!cell || AT(vm, PyCell, cell)->value == EMPTY)
        return -1;
    if (store && unlikely(d->flags & DICT_WATCHED) && watch_has(vm, WATCH_CELL, cell))
        return -1; // who watches it must hear of every store
    ((u32 *)pc)[2] = d->keys_version;
    CACHE_LOW(pc) = cell;
    return form;
}
#define CACHED_VERSION(pc) (((u32 *)(pc))[2])
INLINE Value cached_cell_value(VM *vm, u64 *pc) { return AT(vm, PyCell, CACHE_LOW(pc))->value; }

// --- globals ------------------------------------------------------------------------------------------------------------------
static COLD HANDLER(global_undefined)
{
    raise_name_error(vm, EXC_NameError, NOT_DEFINED, name_of(vm, R, B(pc)));
    GOTO(unwind);
}

// Globals that are no plain dict are asked as a mapping.
static COLD HANDLER(look_up_global)
{
    vm->result = tail_prelude(vm, PRELUDE_LOOK_UP_GLOBAL, 3, globals_of(vm, R), builtins_of(vm, R), name_of(vm, R, B(pc)));
    GOTO(answer);
}

static NOINLINE HANDLER(load_global_slow)
{
    Ref name = (Ref)name_of(vm, R, B(pc));
    if (unlikely(!is_plain_namespace(vm, globals_of(vm, R)))) { // exec() and types.FunctionType take dicts with a __missing__
        set_op(pc, OP_LOAD_GLOBAL);
        GOTO(look_up_global);
    }
    Value v = global_peek(vm, R, name);
    if (unlikely(v == EMPTY))
        GOTO(global_undefined);
    int form = find_cell(vm, pc, globals_of(vm, R), builtins_of(vm, R), name, false);
    set_op(pc, form < 0 ? OP_LOAD_GLOBAL : OP_LOAD_GLOBAL_CELL + form);
    incref(vm, v);
    STORE_NEXT(v, 2);
}
_Static_assert(OP_LOAD_GLOBAL_BUILTIN == OP_LOAD_GLOBAL_CELL + 1 && OP_LOAD_NAME_BUILTIN == OP_LOAD_NAME_CELL + 1, "forms are neighbours");

HANDLER(op_LOAD_GLOBAL) { GOTO(load_global_slow); }

HANDLER(op_LOAD_GLOBAL_CELL)
{
    if (unlikely(dict_at(vm, globals_of(vm, R))->keys_version != CACHED_VERSION(pc)))
        GOTO(load_global_slow);
    Value v = cached_cell_value(vm, pc);
    if (unlikely(v == EMPTY))
        GOTO(load_global_slow);
    if (is_ref(v))
        incref_object(vm, v);
    STORE_NEXT(v, 2);
}

HANDLER(op_LOAD_GLOBAL_BUILTIN)
{
    if (unlikely(dict_at(vm, globals_of(vm, R))->keys_version != CACHED_VERSION(pc)))
        GOTO(load_global_slow);
    Value v = cached_cell_value(vm, pc);
    if (unlikely(v == EMPTY))
        GOTO(load_global_slow);
    if (is_ref(v))
        incref_object(vm, v);
    STORE_NEXT(v, 2);
}

static NOINLINE HANDLER(store_global_slow)
{
    Ref name = (Ref)name_of(vm, R, B(pc));
    Value globals = globals_of(vm, R);
    if (unlikely(!dict_set_str(vm, globals, name, R[A(pc)])))
        GOTO(unwind);
    set_op(pc, find_cell(vm, pc, globals, globals, name, true) < 0 ? OP_STORE_GLOBAL : OP_STORE_GLOBAL_CELL);
    release_operands(vm, pc, R);
    NEXT_CHECKED(2);
}

HANDLER(op_STORE_GLOBAL) { GOTO(store_global_slow); }

// Stores the register of the instruction (taken with DROP_A) in the cached cell.
#define STORE_CELL_NEXT(words) do { \
        PyCell *cell = AT(vm, PyCell, CACHE_LOW(pc)); \
        Value *slot = &R[A(pc)], v = *slot, old = cell->value; \
        if (FLAGS(pc) & FLAG_DROP_A) \
            *slot = EMPTY; \
        else \
            incref(vm, v); \
        cell->value = v; \
        pc += (words); \
        DROP_AND_DISPATCH(old); \
    } while (0)

HANDLER(op_STORE_GLOBAL_CELL)
{
    if (unlikely(dict_at(vm, globals_of(vm, R))->keys_version != CACHED_VERSION(pc)) || unlikely(cached_cell_value(vm, pc) == EMPTY))
        GOTO(store_global_slow);
    STORE_CELL_NEXT(2);
}

HANDLER(op_DELETE_GLOBAL)
{
    Value name = name_of(vm, R, B(pc));
    int deleted = dict_delete(vm, globals_of(vm, R), name, NULL);
    if (deleted == DICT_MISSING)
        raise_name_error(vm, EXC_NameError, NOT_DEFINED, name);
    if (deleted != DICT_FOUND)
        GOTO(unwind);
    NEXT_CHECKED(1);
}

// --- namespaces ---------------------------------------------------------------------------------------------------------------
// The name is not in the mapping that LOAD_NAME and its relatives look in first: on with the next place.
HANDLER(name_not_in_mapping)
{
    Value v;
    switch (generic_op_at(pc)) {
    case OP_LOAD_CLASS_FREE: v = OBJ(vm, PyCell, AT(vm, PyTuple, frame_function(vm, R)->closure)->items[C(pc)])->value; break;
    case OP_LOAD_DICT_OR_FREE: v = OBJ(vm, PyCell, AT(vm, PyTuple, frame_function(vm, R)->closure)->items[B(pc)])->value; break;
    case OP_LOAD_CLASS_CELL: v = OBJ(vm, PyCell, R[C(pc)])->value; break;
    default: {
        if (generic_op_at(pc) != OP_LOAD_NAME && unlikely(!is_plain_namespace(vm, globals_of(vm, R)))) // (LOAD_NAME: as CPython)
            GOTO(look_up_global);
        v = global_peek(vm, R, (Ref)name_of(vm, R, B(pc)));
        if (v == EMPTY)
            GOTO(global_undefined);
    }
    }
    if (unlikely(v == EMPTY)) {
        Value name = generic_op_at(pc) == OP_LOAD_DICT_OR_FREE ? AT(vm, PyTuple, frame_code(vm, R)->free_names)->items[B(pc)] : name_of(vm, R, B(pc));
        raise_name_error(vm, EXC_NameError, "cannot access free variable '%S' where it is not associated with a value in enclosing scope", name);
        GOTO(unwind);
    }
    incref(vm, v);
    vm->result = v;
    GOTO(finish_value);
}

static HANDLER(load_from_mapping)
{
    u32 op = generic_op_at(pc);
    bool other = op == OP_LOAD_DICT_OR_GLOBAL || op == OP_LOAD_DICT_OR_FREE;
    Value mapping = other ? R[C(pc)] : R[0];
    Value name = op == OP_LOAD_DICT_OR_FREE ? AT(vm, PyTuple, frame_code(vm, R)->free_names)->items[B(pc)] : name_of(vm, R, B(pc));
    if (is_plain_namespace(vm, mapping)) {
        Value v = dict_get_str_peek(vm, mapping, (Ref)name);
        if (v == EMPTY)
            GOTO(name_not_in_mapping);
        incref(vm, v);
        vm->result = v;
        GOTO(finish_value);
    }
    vm->result = op_getitem(vm, mapping, name); // its KeyError is caught by unwind
    GOTO(answer);
}

static NOINLINE HANDLER(load_name_slow)
{
    Value namespace = R[0];
    set_op(pc, OP_LOAD_NAME);
    if (namespace == globals_of(vm, R)) {
        int form = find_cell(vm, pc, namespace, builtins_of(vm, R), (Ref)name_of(vm, R, B(pc)), false);
        if (form >= 0)
            set_op(pc, OP_LOAD_NAME_CELL + form);
    }
    GOTO(load_from_mapping);
}

HANDLER(op_LOAD_NAME) { GOTO(load_name_slow); }

static HANDLER(load_name_cell)
{
    Value v = cached_cell_value(vm, pc);
    if (unlikely(R[0] != globals_of(vm, R)) || unlikely(dict_at(vm, R[0])->keys_version != CACHED_VERSION(pc)) || unlikely(v == EMPTY))
        GOTO(load_name_slow);
    if (is_ref(v))
        incref_object(vm, v);
    STORE_NEXT(v, 2);
}
// Before the guards have been passed the cached cell may be dead memory: it is read all the same (any offset below 4 GiB is mapped).
HANDLER(op_LOAD_NAME_CELL) { GOTO(load_name_cell); }
HANDLER(op_LOAD_NAME_BUILTIN) { GOTO(load_name_cell); }

static NOINLINE HANDLER(store_name_slow)
{
    Ref name = (Ref)name_of(vm, R, B(pc));
    Value namespace = R[0];
    set_op(pc, OP_STORE_NAME);
    if (unlikely(!is_plain_namespace(vm, namespace))) {
        Value tail = EMPTY;
        bool done = op_setitem(vm, namespace, name, R[A(pc)], &tail);
        vm->result = done ? NONE : tail;
        GOTO(answer);
    }
    if (unlikely(!dict_set_str(vm, namespace, name, R[A(pc)])))
        GOTO(unwind);
    if (namespace == globals_of(vm, R) && find_cell(vm, pc, namespace, namespace, name, true) >= 0)
        set_op(pc, OP_STORE_NAME_CELL);
    release_operands(vm, pc, R);
    NEXT_CHECKED(2);
}

HANDLER(op_STORE_NAME) { GOTO(store_name_slow); }

HANDLER(op_STORE_NAME_CELL)
{
    if (unlikely(R[0] != globals_of(vm, R)) || unlikely(dict_at(vm, R[0])->keys_version != CACHED_VERSION(pc)) ||
        unlikely(cached_cell_value(vm, pc) == EMPTY))
        GOTO(store_name_slow);
    STORE_CELL_NEXT(2);
}

HANDLER(op_DELETE_NAME)
{
    Value name = name_of(vm, R, B(pc));
    if (!is_plain_namespace(vm, R[0])) { // its KeyError becomes a NameError in unwind
        Value tail = EMPTY;
        bool done = op_delitem(vm, R[0], name, &tail);
        vm->result = done ? NONE : tail;
        GOTO(answer);
    }
    int deleted = dict_delete(vm, R[0], name, NULL);
    if (deleted == DICT_MISSING)
        raise_name_error(vm, EXC_NameError, NOT_DEFINED, name);
    if (deleted != DICT_FOUND)
        GOTO(unwind);
    NEXT_CHECKED(1);
}

HANDLER(op_LOAD_CLASS_FREE) { GOTO(load_from_mapping); }
HANDLER(op_LOAD_CLASS_CELL) { GOTO(load_from_mapping); }
HANDLER(op_LOAD_DICT_OR_GLOBAL) { GOTO(load_from_mapping); }
HANDLER(op_LOAD_DICT_OR_FREE) { GOTO(load_from_mapping); }
