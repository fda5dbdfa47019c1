// Rows of quick_functions.c for the class statement: type.__new__() where making the class calls no Python code. Its metaclass orders no classes, one
// base at most, no __slots__, nothing in its body wants to know its name, no base wants to know of it. src/host/classes has all the rest.
#include "hooks.h"
#include "quick.h"
#include "types.h"

static Value own_attribute(VM *vm, Ref type, const char *name) { return dict_get_str_peek(vm, type_at(vm, type)->dict, str_intern_c(vm, name)); }
static Value inherited(VM *vm, Ref type, const char *name) { return type_lookup_peek(vm, type, str_intern_c(vm, name)); }

static bool is_plain_name(VM *vm, Value name)
{
    if (!is_exact(vm, name, TYPE_STR))
        return false;
    PyStr *s = OBJ(vm, PyStr, name);
    for (u32 i = 0; i < s->length; i++)
        if (!str_char(s, i))
            return false;
    return true;
}

// The one base, or object; 0: the metaclass does not fit it, or it wants to know of classes below it.
static Ref plain_base(VM *vm, Ref meta, Value bases)
{
    PyTuple *tuple = is_exact(vm, bases, TYPE_TUPLE) ? OBJ(vm, PyTuple, bases) : NULL;
    if (!tuple || tuple->length > 1 || (tuple->length && !is_type(vm, tuple->items[0])))
        return 0;
    Ref base = tuple->length ? (Ref)tuple->items[0] : TYPE_OBJECT;
    bool fits = type_is_subtype(vm, meta, ref_type(vm, base)) && inherited(vm, base, "__init_subclass__") == own_attribute(vm, TYPE_OBJECT, "__init_subclass__");
    return fits && (meta == TYPE_TYPE || inherited(vm, meta, "mro") == own_attribute(vm, TYPE_TYPE, "mro")) ? base : 0;
}

static bool is_cell_or_none(VM *vm, Value v) { return v == EMPTY || is_exact(vm, v, TYPE_CELL); }

static bool is_plain_body(VM *vm, Value namespace)
{
    if (!is_exact(vm, namespace, TYPE_DICT))
        return false;
    u32 position = 0;
    Value key, value;
    while (dict_next(vm, namespace, &position, &key, &value)) {
        if (!is_exact(vm, key, TYPE_STR))
            return false;
        Ref type = is_object(value) ? ref_type(vm, value) : 0;
        if (type && type != TYPE_PROPERTY && type_at(vm, type)->specials[SPECIAL_set_name])
            return false;
    }
    Value qualname = dict_get_str_peek(vm, namespace, NAME(vm, __qualname__));
    return (qualname == EMPTY || is_exact(vm, qualname, TYPE_STR)) && is_cell_or_none(vm, dict_get_str_peek(vm, namespace, NAME(vm, __classcell__))) &&
           is_cell_or_none(vm, dict_get_str_peek(vm, namespace, str_intern_c(vm, "__classdictcell__"))) && dict_get_str_peek(vm, namespace, str_intern_c(vm, "__slots__")) == EMPTY &&
           dict_get_str_peek(vm, namespace, NAME(vm, __module__)) != EMPTY;
}

// What type.__new__() gives a class that does not say it in __slots__.
static u32 added_to_instances(PyType *base)
{
    bool is_sized = base->kind == LAYOUT_INT || base->kind == LAYOUT_TUPLE || base->kind == LAYOUT_BYTES;
    return (base->flags & TYPE_HAS_DICT ? 0 : TYPE_NEW_ADDS_DICT) | (base->flags & TYPE_HAS_WEAKREF || is_sized ? 0 : TYPE_NEW_ADDS_WEAKREF);
}

static Value new_class(VM *vm, Ref meta, Value name, Ref base, Value bases, Value namespace)
{
    bool has_bases = OBJ(vm, PyTuple, bases)->length;
    Value all = has_bases ? retain(vm, bases) : tuple_from(vm, &(Value){base}, 1);
    Ref best = all == EMPTY ? 0 : type_best_base(vm, (Ref)all);
    Ref type = best ? type_new_heap(vm, meta, str_intern(vm, name), (Ref)all, type_at(vm, base)->mro, (Ref)namespace, EMPTY, added_to_instances(type_at(vm, best))) : 0;
    decref(vm, all);
    u32 position = 0;
    Value key, value;
    while (type && dict_next(vm, namespace, &position, &key, &value))
        if (is_exact(vm, value, TYPE_PROPERTY))
            property_name_is(vm, value, key);
    return type ? type : EMPTY;
}

Value quick_type_new(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (nargs != 4 || kwnames || !is_type(vm, args[0]) || !type_is_subtype(vm, (Ref)args[0], TYPE_TYPE) || !is_plain_name(vm, args[1]) || !is_plain_body(vm, args[3]))
        return EMPTY;
    Ref base = plain_base(vm, (Ref)args[0], args[2]);
    return base ? new_class(vm, (Ref)args[0], args[1], base, args[2], args[3]) : EMPTY;
}

Value quick_type_init(VM *vm, Value *args, u32 nargs, Ref kwnames) { return !kwnames && (nargs == 2 || nargs == 4) ? NONE : EMPTY; }

// __build_class__(body, name, *bases) of classes whose metaclass is type: the prelude's build_class.
Value quick_build_class(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (nargs < 2 || kwnames || !vm->prelude[PRELUDE_BUILD_CLASS] || !is_exact(vm, args[0], TYPE_FUNCTION) || !is_exact(vm, args[1], TYPE_STR))
        return EMPTY;
    for (u32 i = 2; i < nargs; i++)
        if (!is_type(vm, args[i]) || ref_type(vm, args[i]) != TYPE_TYPE)
            return EMPTY;
    Value bases = tuple_new(vm, nargs - 2);
    if (bases == EMPTY)
        return EMPTY;
    for (u32 i = 2; i < nargs; i++)
        OBJ(vm, PyTuple, bases)->items[i - 2] = retain(vm, args[i]);
    Value result = tail_prelude(vm, PRELUDE_BUILD_CLASS, 3, args[0], args[1], bases);
    decref(vm, bases);
    return result;
}

// Functions of Krait's own that stand for builtin ones do not become methods: TypeScript wraps them.
static bool has_hidden_function(VM *vm, Value namespace)
{
    u32 position = 0;
    Value key, value;
    while (dict_next(vm, namespace, &position, &key, &value))
        if (is_exact(vm, value, TYPE_FUNCTION) && AT(vm, PyCode, OBJ(vm, PyFunction, value)->code)->flags & CODE_HIDDEN)
            return true;
    return false;
}

// _krait.finish_class(body, name, bases, namespace, cell): what the prelude's build_class does when the body has run.
Value quick_finish_class(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (nargs != 5 || kwnames || !is_exact(vm, args[3], TYPE_DICT))
        return EMPTY;
    Value cell = dict_get_str_peek(vm, args[3], NAME(vm, __classcell__));
    if (has_hidden_function(vm, args[3]) || (is_exact(vm, args[4], TYPE_CELL) && args[4] != cell))
        return EMPTY;
    return quick_type_new(vm, (Value[]){TYPE_TYPE, args[1], args[2], args[3]}, 4, 0);
}
