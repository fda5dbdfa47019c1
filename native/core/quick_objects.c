// Rows of quick_functions.c that ask objects: vars(object), repr(), format(), type.__or__(), object.__reduce_ex__(), get_ident().
#include "containers.h"
#include "quick.h"

// _thread.get_ident(), after the first time.
Value quick_get_ident(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    (void)args;
    return nargs || kwnames || !vm->thread_id ? EMPTY : int48(vm->thread_id);
}

// Objects whose __dict__ is the one that their class has added: nothing on the way to it can be Python code.
Value quick_vars(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (nargs != 1 || kwnames || !is_object(args[0]))
        return EMPTY;
    Ref type = type_of(vm, args[0]);
    if (type_at(vm, type)->flags & TYPE_HAS_GETATTRIBUTE || type_at(vm, type)->kind == LAYOUT_TYPE)
        return EMPTY;
    Value found = type_lookup_peek(vm, type, NAME(vm, __dict__));
    if (!is_exact(vm, found, TYPE_GETSET_DESCRIPTOR) || OBJ(vm, PyGetSet, found)->getter != AT(vm, PyGetSet, vm->instance_dict_getset)->getter)
        return EMPTY;
    Value dict = instance_dict(vm, args[0]);
    return dict == EMPTY ? EMPTY : retain(vm, dict);
}

Value quick_repr(VM *vm, Value *args, u32 nargs, Ref kwnames) { return nargs != 1 || kwnames ? EMPTY : op_repr(vm, args[0]); }

// int | str: the prelude's make_union.
Value quick_union(VM *vm, Value *args, u32 nargs, Ref kwnames) { return nargs != 2 || kwnames ? EMPTY : tail_prelude(vm, PRELUDE_MAKE_UNION, 2, args[0], args[1]); }

Value quick_format(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (kwnames || !nargs || nargs > 2 || (nargs == 2 && !is_exact(vm, args[1], TYPE_STR)))
        return EMPTY;
    return op_format(vm, args[0], nargs == 2 ? args[1] : EMPTY_STR);
}

// What the slots hold that copyreg has listed in the class, by their names; EMPTY without an exception: ask Python.
static Value slots_state(VM *vm, Value object, Ref type)
{
    Value names = dict_get_str_peek(vm, type_at(vm, type)->dict, str_intern_c(vm, "__slotnames__"));
    if (!is_exact(vm, names, TYPE_LIST))
        return EMPTY;
    u32 count;
    Value *items = sequence_items(vm, names, &count), slots = dict_new(vm);
    bool good = slots != EMPTY;
    for (u32 i = 0; good && i < count; i++) {
        Value found = is_exact(vm, items[i], TYPE_STR) ? type_lookup_peek(vm, type, (Ref)items[i]) : EMPTY;
        good = is_exact(vm, found, TYPE_MEMBER_DESCRIPTOR) && !(OBJ(vm, PyMember, found)->flags & (MEMBER_FIELD | MEMBER_TUPLE)) && is_instance(vm, object, OBJ(vm, PyMember, found)->owner);
        Value *place = good ? instance_member(vm, object, OBJ(vm, PyMember, found)->index, false) : NULL;
        if (place && *place != EMPTY)
            good = dict_set(vm, slots, items[i], *place) == DICT_FOUND;
    }
    if (good)
        return slots;
    decref(vm, slots);
    return EMPTY;
}

// What object.__getstate__ gives: what is in the __dict__, with slots a tuple of that and what is in these.
Value instance_whole_state(VM *vm, Value object)
{
    Ref type = ref_type(vm, object);
    Value state = instance_state(vm, object);
    if (state == EMPTY || !type_at(vm, type)->member_count)
        return state;
    Value slots = slots_state(vm, object, type), result = EMPTY;
    if (slots != EMPTY)
        result = dict_length(vm, slots) ? tuple_from(vm, (Value[]){state, slots}, 2) : retain(vm, state);
    decref(vm, slots);
    decref(vm, state);
    return result;
}

// __reduce_ex__(protocol) from 2 on, of an object that nothing but its attributes is to be known of: (copyreg.__newobj__, (class,), state, None, None).
Value quick_reduce(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (nargs != 2 || kwnames || !is_object(args[0]) || kind_of(vm, args[0]) != LAYOUT_OBJECT || !is_int48(args[1]) || int48_value(args[1]) < 2)
        return EMPTY;
    Ref type = ref_type(vm, args[0]), hooks[4];
    if (type_at(vm, type)->flags & TYPE_HAS_GETATTRIBUTE || type_at(vm, type)->specials[SPECIAL_getattr] || !(type_at(vm, type)->flags & TYPE_HEAP))
        return EMPTY;
    static const char names[4][20] = {"__reduce__", "__getstate__", "__getnewargs__", "__getnewargs_ex__"};
    for (u32 i = 0; i < 4; i++) {
        hooks[i] = str_intern_c(vm, names[i]);
        if (type_lookup_peek(vm, type, hooks[i]) != dict_get_str_peek(vm, type_at(vm, TYPE_OBJECT)->dict, hooks[i]))
            return EMPTY;
    }
    Value module = vm->sys_modules ? dict_get_str_peek(vm, vm->sys_modules, str_intern_c(vm, "copyreg")) : EMPTY;
    if (!is_exact(vm, module, TYPE_MODULE))
        return EMPTY;
    Value maker = dict_get_str_peek(vm, instance_dict(vm, module), str_intern_c(vm, "__newobj__"));
    Value state = maker == EMPTY ? EMPTY : instance_whole_state(vm, args[0]), result = EMPTY;
    bool has_hook = false; // of its own
    for (u32 i = 1; i < 4 && state != EMPTY; i++)
        has_hook |= instance_get_peek(vm, args[0], hooks[i]) != EMPTY;
    Value cls = state == EMPTY || has_hook ? EMPTY : tuple_from(vm, (Value[]){type}, 1);
    if (cls != EMPTY) {
        Value parts[5] = {maker, cls, state, NONE, NONE};
        result = tuple_from(vm, parts, 5);
        decref(vm, cls);
    }
    decref(vm, state);
    return result;
}

// --- unpickling ---------------------------------------------------------------------------------------------------------------------
// Has the class no say in how its attributes are found, and no slots?
static bool is_plain_object(VM *vm, Value v)
{
    if (!is_object(v) || kind_of(vm, v) != LAYOUT_OBJECT)
        return false;
    PyType *t = type_at(vm, ref_type(vm, v));
    bool plain = t->flags & TYPE_HEAP && t->flags & TYPE_HAS_DICT && !(t->flags & (TYPE_HAS_GETATTRIBUTE | TYPE_HAS_GETATTR_HOOK)) && !t->member_count;
    return plain && is_exact(vm, type_lookup_peek(vm, ref_type(vm, v), NAME(vm, __dict__)), TYPE_GETSET_DESCRIPTOR);
}

bool makes_plain_objects(VM *vm, Ref cls)
{
    PyType *t = type_at(vm, cls);
    bool plain = ref_type(vm, cls) == TYPE_TYPE && t->flags & TYPE_HEAP && !(t->flags & TYPE_ABSTRACT) && t->kind == LAYOUT_OBJECT;
    return plain && t->specials[SPECIAL_new] == type_at(vm, TYPE_OBJECT)->specials[SPECIAL_new];
}

int restore_state(VM *vm, Value object, Value state)
{
    if (!is_plain_object(vm, object) || !is_exact(vm, state, TYPE_DICT))
        return 0;
    Ref hook = str_intern_c(vm, "__setstate__");
    if (!hook || type_lookup_peek(vm, ref_type(vm, object), hook) != EMPTY || instance_get_peek(vm, object, hook) != EMPTY)
        return 0;
    Value key, value;
    for (u32 at = 0; dict_next(vm, state, &at, &key, &value);)
        if (!is_exact(vm, key, TYPE_STR))
            return 0;
    for (u32 at = 0; dict_next(vm, state, &at, &key, &value);) {
        Ref name = str_intern(vm, key);
        if (!name || !instance_set(vm, object, name, value))
            return -1;
    }
    return 1;
}
