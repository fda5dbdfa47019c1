// _collections._tuplegetter: the descriptor of a named tuple's field. It is a member descriptor with MEMBER_TUPLE, so reading one calls nothing.
#include "containers.h"

Value tuple_getter_get(VM *vm, PyMember *member, Value object)
{
    if (!is_kind(vm, object, LAYOUT_TUPLE)) {
        if (object == NONE)
            return retain(vm, obj_value(vm, member));
        return raise_error(vm, EXC_TypeError, "descriptor for index '%u' for tuple subclasses doesn't apply to '%T' object", member->index, object);
    }
    PyTuple *tuple = tuple_at(vm, object);
    return likely(member->index < tuple->length) ? retain(vm, tuple->items[member->index]) : raise_error(vm, EXC_IndexError, "tuple index out of range");
}

static Value m_new(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    i64 index;
    if (!check_new_class(vm, args, nargs, TYPE_TUPLEGETTER) || !check_arg_count(vm, nargs - 1, 2, 2, "_tuplegetter"))
        return EMPTY;
    if (index_of(vm, args[1], &index) != INDEX_OK || index < 0 || index > MAX_ITEMS)
        return raise_error(vm, EXC_TypeError, "'%T' object cannot be interpreted as an integer", args[1]);
    if (!is_object(args[2]))
        return raise_error(vm, EXC_TypeError, "doc must be an object");
    PyMember *member = heap_new_container(vm, TYPE_TUPLEGETTER, sizeof(PyMember));
    if (!member)
        return EMPTY;
    member->index = (u32)index;
    member->flags = MEMBER_TUPLE | MEMBER_READONLY;
    member->doc = (Ref)retain(vm, args[2]);
    return obj_value(vm, member);
}

static Value m_doc(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Ref doc = OBJ(vm, PyMember, args[0])->doc;
    return doc ? retain(vm, doc) : new_none(vm);
}

static Value m_set_doc(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyMember *member = OBJ(vm, PyMember, args[0]);
    Value doc = nargs > 1 ? args[1] : NONE;
    if (!is_object(doc))
        return raise_error(vm, EXC_TypeError, "doc must be an object");
    Ref old = member->doc;
    member->doc = (Ref)retain(vm, doc);
    decref_ref(vm, old);
    return new_none(vm);
}

static Value m_reduce(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyMember *member = OBJ(vm, PyMember, args[0]);
    Value parts = tuple_from(vm, (Value[]){int48(member->index), member->doc ? (Value)member->doc : NONE}, 2);
    return parts == EMPTY ? EMPTY : tuple_take(vm, (Value[]){retain(vm, TYPE_TUPLEGETTER), parts}, 2);
}
static Value m_repr(VM *vm, Value *args, u32 nargs, Ref kwnames) { return tail_prelude(vm, PRELUDE_TUPLEGETTER_REPR, 1, args[0]); }

const BuiltinDef tuple_getter_defs[] = {
    {"__new__", m_new, 0, ANY_ARGS, BUILTIN_FLAG_STATIC, TYPE_TUPLEGETTER, NULL},
    {"__doc__", m_doc, 1, 1, BUILTIN_FLAG_GETTER, TYPE_TUPLEGETTER, NULL},
    {"__doc__", m_set_doc, 1, 2, BUILTIN_FLAG_SETTER, TYPE_TUPLEGETTER, NULL},
    {"__reduce__", m_reduce, 1, 1, METHOD, TYPE_TUPLEGETTER, "($self, /)"},
    {"__repr__", m_repr, 1, 1, WRAPPER, TYPE_TUPLEGETTER, "($self, /)"},
    {"", NULL, 0, 0, 0, 0, NULL},
};
