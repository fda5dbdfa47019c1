// Functions, builtin functions, bound methods and cells as objects: their attributes. (Calling is the interpreter's; PEP 649's __annotations__, which
// may have to call __annotate__, is the host's.)
#include "containers.h"
#include "heap_inline.h"
#include "types.h"
#include "watch.h"

#define GETTER BUILTIN_FLAG_GETTER
#define SETTER BUILTIN_FLAG_SETTER
#define METHOD BUILTIN_FLAG_METHOD
#define WRAPPER (BUILTIN_FLAG_METHOD | BUILTIN_FLAG_WRAPPER)
#define NO_KEYWORDS VM *vm, Value *args, u32 nargs, Ref kwnames

static Value shown(VM *vm, Ref r) { return r ? retain(vm, r) : NONE; }
static Value readonly(NO_KEYWORDS) { return raise_error(vm, EXC_AttributeError, "readonly attribute"); }

// Puts an owned reference in a field; the old one is dropped last.
static Value put_ref(VM *vm, Ref *place, Value v)
{
    Ref old = *place;
    *place = v == NONE || v == EMPTY ? 0 : (Ref)retain(vm, v);
    decref_ref(vm, old);
    return NONE;
}

// --- cells ----------------------------------------------------------------------------------------------------------------
Value cell_new(VM *vm, Value value_taken)
{
    PyCell *cell = heap_new_raw(vm, TYPE_CELL, sizeof(PyCell), HEAP_CONTAINERS);
    if (!cell) {
        decref(vm, value_taken);
        return EMPTY;
    }
    cell->value = value_taken;
    return OFFSET_OF(vm, cell);
}
static Value new_cell(NO_KEYWORDS)
{
    if (nargs > 2)
        return raise_error(vm, EXC_TypeError, "cell expected at most 1 argument, got %u", nargs - 1);
    return cell_new(vm, nargs > 1 ? retain(vm, args[1]) : EMPTY);
}
static Value cell_contents(NO_KEYWORDS)
{
    Value v = OBJ(vm, PyCell, args[0])->value;
    return v == EMPTY ? raise_error(vm, EXC_ValueError, "Cell is empty") : retain(vm, v);
}
static Value set_cell_contents(NO_KEYWORDS)
{
    set_value(vm, &OBJ(vm, PyCell, args[0])->value, nargs > 1 ? retain(vm, args[1]) : EMPTY);
    return NONE;
}

// As CPython: by what they hold; an empty one is less than any other.
static Value cell_compare(VM *vm, Value *args, u32 op)
{
    if (!is_exact(vm, args[1], TYPE_CELL))
        return NOTIMPLEMENTED;
    Value *held = &OBJ(vm, PyCell, args[0])->value, *other = &OBJ(vm, PyCell, args[1])->value;
    Value a = tuple_from(vm, held, *held != EMPTY), b = a == EMPTY ? EMPTY : tuple_from(vm, other, *other != EMPTY);
    Value answer = b == EMPTY ? EMPTY : container_compare(vm, op, a, b);
    decref(vm, a);
    decref(vm, b);
    return answer;
}
#define CELL_COMPARE(name, op) static Value cell_##name(NO_KEYWORDS) { return cell_compare(vm, args, op); }
CELL_COMPARE(lt, COMPARE_LT)
CELL_COMPARE(le, COMPARE_LE)
CELL_COMPARE(eq, COMPARE_EQ)
CELL_COMPARE(ne, COMPARE_NE)
CELL_COMPARE(gt, COMPARE_GT)
CELL_COMPARE(ge, COMPARE_GE)

// --- functions ------------------------------------------------------------------------------------------------------------
INLINE Ref owned(VM *vm, Ref r)
{
    if (r)
        AT(vm, ObjectHead, r)->refcount++;
    return r;
}

Value function_new(VM *vm, Ref code, Ref globals, Ref builtins)
{
    PyFunction *f = heap_new_raw(vm, TYPE_FUNCTION, sizeof(PyFunction), HEAP_CONTAINERS);
    if (!f)
        return EMPTY;
    PyCode *c = AT(vm, PyCode, code);
    Value module = dict_get_str_peek(vm, globals, NAME(vm, __name__));
    f->code = owned(vm, code);
    f->globals = owned(vm, globals);
    f->builtins = owned(vm, builtins);
    f->closure = f->defaults = f->kwdefaults = f->dict = f->annotations = f->annotate = f->type_params = f->weak_list = 0;
    f->name = owned(vm, c->name);
    f->qualname = owned(vm, c->qualname ? c->qualname : c->name);
    f->module = is_object(module) ? (Ref)retain(vm, module) : 0;
    f->doc = owned(vm, c->doc);
    f->version = ++vm->function_version;
    return OFFSET_OF(vm, f);
}

// Its code or defaults change.
static void function_changed(VM *vm, PyFunction *f)
{
    f->version = ++vm->function_version;
    watch_fire(vm, WATCH_FUNCTION, OFFSET_OF(vm, f));
}

static PyFunction *function_of(VM *vm, Value *args) { return OBJ(vm, PyFunction, args[0]); }
// A function of Krait's own, which a program must not change: in CPython it is a builtin.
static bool is_readonly(VM *vm, Value function, const char *name)
{
    if (!(AT(vm, PyCode, OBJ(vm, PyFunction, function)->code)->flags & CODE_HIDDEN))
        return false;
    raise_error(vm, EXC_AttributeError, "attribute '%s' of builtin functions is not writable", name);
    return true;
}
// Frames and generators that run a code do not own it, but their function: one that is replaced lives as long as the function does.
static bool function_keeps(VM *vm, Value function, Ref code)
{
    Value kept = EMPTY, of = int48((Ref)function);
    if (!vm->replaced_codes) {
        Value dict = dict_new(vm);
        if (dict == EMPTY)
            return false;
        vm->replaced_codes = (Ref)dict;
    }
    if (dict_get_peek(vm, vm->replaced_codes, of, &kept) == DICT_FOUND)
        return dict_set(vm, kept, int48(code), code) == DICT_FOUND;
    kept = dict_new(vm);
    if (kept == EMPTY)
        return false;
    bool done = dict_set(vm, kept, int48(code), code) == DICT_FOUND && dict_set(vm, vm->replaced_codes, of, kept) == DICT_FOUND;
    decref(vm, kept);
    return done;
}
void function_died(VM *vm, Ref function)
{
    dict_delete(vm, vm->replaced_codes, int48(function), NULL);
}

static Value function_code(NO_KEYWORDS) { return retain(vm, function_of(vm, args)->code); }
static Value set_function_code(NO_KEYWORDS)
{
    PyFunction *f = function_of(vm, args);
    if (is_readonly(vm, args[0], "__code__"))
        return EMPTY;
    if (nargs < 2 || !is_exact(vm, args[1], TYPE_CODE))
        return raise_error(vm, EXC_TypeError, "__code__ must be set to a code object");
    PyCode *code = OBJ(vm, PyCode, args[1]);
    u32 have = f->closure ? AT(vm, PyTuple, f->closure)->length : 0;
    if (code->free_count != have)
        return raise_error(vm, EXC_ValueError, "%S() requires a code object with %u free vars, not %u", (Value)f->name, have, code->free_count);
    if (f->code != (Ref)args[1] && !function_keeps(vm, args[0], f->code))
        return EMPTY;
    function_changed(vm, f);
    return put_ref(vm, &f->code, args[1]);
}
static Value shown_unless_private(VM *vm, Value function, Ref r, const char *name)
{
    return r && is_private(vm, r) ? raise_no_attribute(vm, function, str_intern_c(vm, name)) : shown(vm, r);
}
static Value function_globals(NO_KEYWORDS) { return shown_unless_private(vm, args[0], function_of(vm, args)->globals, "__globals__"); }
static Value function_builtins(NO_KEYWORDS) { return shown(vm, function_of(vm, args)->builtins ? function_of(vm, args)->builtins : vm->builtins_dict); }
static Value function_closure(NO_KEYWORDS) { return shown_unless_private(vm, args[0], function_of(vm, args)->closure, "__closure__"); }
static Value function_defaults(NO_KEYWORDS) { return shown_unless_private(vm, args[0], function_of(vm, args)->defaults, "__defaults__"); }
static Value set_function_defaults(NO_KEYWORDS)
{
    if (is_readonly(vm, args[0], "__defaults__"))
        return EMPTY;
    if (nargs > 1 && args[1] != NONE && !is_exact(vm, args[1], TYPE_TUPLE))
        return raise_error(vm, EXC_TypeError, "__defaults__ must be set to a tuple object");
    function_changed(vm, function_of(vm, args));
    return put_ref(vm, &function_of(vm, args)->defaults, nargs > 1 ? args[1] : EMPTY);
}
static Value function_kwdefaults(NO_KEYWORDS) { return shown(vm, function_of(vm, args)->kwdefaults); }
static Value set_function_kwdefaults(NO_KEYWORDS)
{
    if (is_readonly(vm, args[0], "__kwdefaults__"))
        return EMPTY;
    if (nargs > 1 && args[1] != NONE && !is_instance(vm, args[1], TYPE_DICT))
        return raise_error(vm, EXC_TypeError, "__kwdefaults__ must be set to a dict object");
    function_changed(vm, function_of(vm, args));
    return put_ref(vm, &function_of(vm, args)->kwdefaults, nargs > 1 ? args[1] : EMPTY);
}
static Value function_name(NO_KEYWORDS) { return shown(vm, function_of(vm, args)->name); }
static Value set_function_name(NO_KEYWORDS)
{
    if (nargs < 2 || !is_instance(vm, args[1], TYPE_STR))
        return raise_error(vm, EXC_TypeError, "__name__ must be set to a string object");
    return put_ref(vm, &function_of(vm, args)->name, args[1]);
}
static Value function_qualname(NO_KEYWORDS) { return shown(vm, function_of(vm, args)->qualname); }
static Value set_function_qualname(NO_KEYWORDS)
{
    if (nargs < 2 || !is_instance(vm, args[1], TYPE_STR))
        return raise_error(vm, EXC_TypeError, "__qualname__ must be set to a string object");
    return put_ref(vm, &function_of(vm, args)->qualname, args[1]);
}
static Value function_doc(NO_KEYWORDS) { return shown(vm, function_of(vm, args)->doc); }
static Value set_function_doc(NO_KEYWORDS) { return put_ref(vm, &function_of(vm, args)->doc, nargs > 1 ? args[1] : EMPTY); }
static Value function_module(NO_KEYWORDS) { return shown(vm, function_of(vm, args)->module); }
static Value set_function_module(NO_KEYWORDS) { return put_ref(vm, &function_of(vm, args)->module, nargs > 1 ? args[1] : EMPTY); }
static Value function_type_params(NO_KEYWORDS)
{
    Ref r = function_of(vm, args)->type_params;
    return r ? retain(vm, r) : EMPTY_TUPLE;
}
static Value set_function_type_params(NO_KEYWORDS)
{
    if (nargs < 2 || !is_exact(vm, args[1], TYPE_TUPLE))
        return raise_error(vm, EXC_TypeError, "__type_params__ must be set to a tuple");
    return put_ref(vm, &function_of(vm, args)->type_params, args[1]);
}

// __dict__ of whatever has one: functions, classmethod, modules, exceptions, instances.
Value attribute_dict(NO_KEYWORDS)
{
    // A class: through the descriptor that another base of its metaclass has brought along.
    if (kind_of(vm, args[0]) == LAYOUT_TYPE)
        return mappingproxy_new(vm, OBJ(vm, PyType, args[0])->dict);
    Value dict = instance_dict(vm, args[0]);
    if (dict != EMPTY)
        return retain(vm, dict);
    return vm->exception != EMPTY ? EMPTY : raise_no_attribute(vm, args[0], NAME(vm, __dict__));
}
Value set_attribute_dict(NO_KEYWORDS)
{
    if (nargs < 2 && (kind_of(vm, args[0]) == LAYOUT_FUNCTION || kind_of(vm, args[0]) == LAYOUT_EXCEPTION))
        return raise_error(vm, EXC_TypeError, "cannot delete __dict__");
    Value dict = nargs < 2 ? dict_new(vm) : args[1];
    if (nargs > 1 && !is_instance(vm, dict, TYPE_DICT))
        return raise_error(vm, EXC_TypeError, "__dict__ must be set to a dictionary, not a '%T'", dict);
    if (dict == EMPTY)
        return EMPTY;
    u32 kind = kind_of(vm, args[0]);
    bool is_fixed = kind == LAYOUT_TYPE || kind == LAYOUT_MODULE, done = !is_fixed && instance_set_dict(vm, args[0], dict);
    if (nargs < 2)
        decref(vm, dict);
    if (is_fixed && kind == LAYOUT_TYPE) // through the descriptor that another base has brought along
        return raise_error(vm, EXC_AttributeError, "attribute '__dict__' of 'type' objects is not writable");
    if (!done && vm->exception == EMPTY)
        return raise_error(vm, EXC_AttributeError, "readonly attribute");
    return done ? NONE : EMPTY;
}

// --- builtin functions --------------------------------------------------------------------------------------------------------
static PyBuiltin *builtin_of(VM *vm, Value *args) { return OBJ(vm, PyBuiltin, args[0]); }
static Value builtin_name(NO_KEYWORDS) { return shown(vm, builtin_of(vm, args)->name); }
static Value builtin_qualname(NO_KEYWORDS)
{
    PyBuiltin *b = builtin_of(vm, args);
    // A bound one is named after what it is bound to.
    if (b->self != EMPTY && b->owner) {
        Ref type = is_type(vm, b->self) ? (Ref)b->self : type_of(vm, b->self);
        return str_format(vm, "%S.%S", (Value)type_at(vm, type)->qualname, (Value)b->name);
    }
    return shown(vm, b->qualname);
}
static Value builtin_module(NO_KEYWORDS) { return shown(vm, builtin_of(vm, args)->module); }
static Value builtin_doc(NO_KEYWORDS) { return shown(vm, builtin_of(vm, args)->doc); }
static Value builtin_signature(NO_KEYWORDS) { return shown(vm, builtin_of(vm, args)->text_signature); }
static Value builtin_self(NO_KEYWORDS)
{
    PyBuiltin *b = builtin_of(vm, args);
    if (b->self != EMPTY)
        return retain(vm, b->self);
    if (b->owner && b->name == vm->special_names[SPECIAL_new])
        return b->owner;
    Value module = b->module && vm->sys_modules ? dict_get_str_peek(vm, vm->sys_modules, b->module) : EMPTY;
    return module == EMPTY ? NONE : retain(vm, module);
}
static Value builtin_objclass(NO_KEYWORDS) { return shown(vm, builtin_of(vm, args)->owner); }

#define BUILTIN_ROWS(type) \
    {"__name__", builtin_name, 1, 1, GETTER, type, NULL}, {"__qualname__", builtin_qualname, 1, 1, GETTER, type, NULL}, \
    {"__doc__", builtin_doc, 1, 1, GETTER, type, NULL}, {"__text_signature__", builtin_signature, 1, 1, GETTER, type, NULL}

// --- bound methods ----------------------------------------------------------------------------------------------------------------
static Value method_self(NO_KEYWORDS) { return retain(vm, OBJ(vm, PyMethod, args[0])->self); }
static Value method_func(NO_KEYWORDS) { return retain(vm, OBJ(vm, PyMethod, args[0])->function); }
static Value method_doc(NO_KEYWORDS) { return attr_get(vm, OBJ(vm, PyMethod, args[0])->function, NAME(vm, __doc__)); }
static Value new_method(NO_KEYWORDS)
{
    if (nargs != 3)
        return raise_error(vm, EXC_TypeError, "method expected 2 arguments, got %u", nargs - 1);
    if (!special_of(vm, args[1], SPECIAL_call) && !is_exact(vm, args[1], TYPE_FUNCTION) && kind_of(vm, args[1]) != LAYOUT_BUILTIN &&
        !is_type(vm, args[1]) && !is_exact(vm, args[1], TYPE_METHOD))
        return raise_error(vm, EXC_TypeError, "first argument must be callable");
    if (args[2] == NONE)
        return raise_error(vm, EXC_TypeError, "instance must not be None");
    return method_new(vm, args[1], args[2]);
}
static Value method_getattribute(NO_KEYWORDS)
{
    if (!is_instance(vm, args[1], TYPE_STR))
        return raise_error(vm, EXC_TypeError, "attribute name must be string, not '%T'", args[1]);
    return attr_get_builtin(vm, args[0], str_intern(vm, args[1]));
}
static Value method_eq(NO_KEYWORDS)
{
    if (!is_exact(vm, args[1], TYPE_METHOD))
        return NOTIMPLEMENTED;
    PyMethod *a = OBJ(vm, PyMethod, args[0]), *b = OBJ(vm, PyMethod, args[1]);
    if (a->self != b->self)
        return FALSE;
    return a->function == b->function ? TRUE : op_compare(vm, SPECIAL_eq - SPECIAL_lt, a->function, b->function);
}
static Value method_hash(NO_KEYWORDS)
{
    PyMethod *m = OBJ(vm, PyMethod, args[0]);
    u64 x = (u64)m->self * 0x9E3779B97F4A7C15ull ^ (u64)m->function;
    return int_from_i64(vm, (i64)(x >> 4));
}
static Value builtin_eq(NO_KEYWORDS)
{
    if (!is_object(args[1]) || ref_type(vm, args[1]) != ref_type(vm, args[0]))
        return NOTIMPLEMENTED;
    PyBuiltin *a = builtin_of(vm, args), *b = OBJ(vm, PyBuiltin, args[1]);
    return make_bool(a->self == b->self && a->kind == b->kind && a->table == b->table && a->index == b->index && a->host_id == b->host_id &&
                     (a == b || a->self != EMPTY));
}
static Value builtin_hash(NO_KEYWORDS)
{
    PyBuiltin *b = builtin_of(vm, args);
    u64 x = (u64)b->self * 0x9E3779B97F4A7C15ull ^ (b->self == EMPTY ? (u32)args[0] : (u64)b->table << 20 ^ b->index << 4 ^ (u64)b->host_id << 36);
    return int_from_i64(vm, (i64)(x >> 4));
}

const BuiltinDef function_defs[] = {
    {"__code__", function_code, 1, 1, GETTER, TYPE_FUNCTION, NULL}, {"__code__", set_function_code, 1, 2, SETTER, TYPE_FUNCTION, NULL},
    {"__globals__", function_globals, 1, 1, GETTER, TYPE_FUNCTION, NULL}, {"__globals__", readonly, 1, 2, SETTER, TYPE_FUNCTION, NULL},
    {"__builtins__", function_builtins, 1, 1, GETTER, TYPE_FUNCTION, NULL}, {"__builtins__", readonly, 1, 2, SETTER, TYPE_FUNCTION, NULL},
    {"__closure__", function_closure, 1, 1, GETTER, TYPE_FUNCTION, NULL}, {"__closure__", readonly, 1, 2, SETTER, TYPE_FUNCTION, NULL},
    {"__defaults__", function_defaults, 1, 1, GETTER, TYPE_FUNCTION, NULL},
    {"__defaults__", set_function_defaults, 1, 2, SETTER, TYPE_FUNCTION, NULL},
    {"__kwdefaults__", function_kwdefaults, 1, 1, GETTER, TYPE_FUNCTION, NULL},
    {"__kwdefaults__", set_function_kwdefaults, 1, 2, SETTER, TYPE_FUNCTION, NULL},
    {"__name__", function_name, 1, 1, GETTER, TYPE_FUNCTION, NULL}, {"__name__", set_function_name, 1, 2, SETTER, TYPE_FUNCTION, NULL},
    {"__qualname__", function_qualname, 1, 1, GETTER, TYPE_FUNCTION, NULL},
    {"__qualname__", set_function_qualname, 1, 2, SETTER, TYPE_FUNCTION, NULL},
    {"__doc__", function_doc, 1, 1, GETTER, TYPE_FUNCTION, NULL}, {"__doc__", set_function_doc, 1, 2, SETTER, TYPE_FUNCTION, NULL},
    {"__module__", function_module, 1, 1, GETTER, TYPE_FUNCTION, NULL}, {"__module__", set_function_module, 1, 2, SETTER, TYPE_FUNCTION, NULL},
    {"__type_params__", function_type_params, 1, 1, GETTER, TYPE_FUNCTION, NULL},
    {"__type_params__", set_function_type_params, 1, 2, SETTER, TYPE_FUNCTION, NULL},
    {"__dict__", attribute_dict, 1, 1, GETTER, TYPE_FUNCTION, NULL}, {"__dict__", set_attribute_dict, 1, 2, SETTER, TYPE_FUNCTION, NULL},
    {"__dict__", attribute_dict, 1, 1, GETTER, EXC_BaseException, NULL}, {"__dict__", set_attribute_dict, 1, 2, SETTER, EXC_BaseException, NULL},
    {"__dict__", attribute_dict, 1, 1, GETTER, TYPE_CLASSMETHOD, NULL}, {"__dict__", attribute_dict, 1, 1, GETTER, TYPE_STATICMETHOD, NULL},
    {"__dict__", attribute_dict, 1, 1, GETTER, TYPE_MODULE, NULL},
    BUILTIN_ROWS(TYPE_BUILTIN), BUILTIN_ROWS(TYPE_METHOD_DESCRIPTOR), BUILTIN_ROWS(TYPE_WRAPPER_DESCRIPTOR), BUILTIN_ROWS(TYPE_METHOD_WRAPPER),
    BUILTIN_ROWS(TYPE_CLASSMETHOD_DESCRIPTOR),
    {"__module__", builtin_module, 1, 1, GETTER, TYPE_BUILTIN, NULL},
    {"__self__", builtin_self, 1, 1, GETTER, TYPE_BUILTIN, NULL}, {"__self__", builtin_self, 1, 1, GETTER, TYPE_METHOD_WRAPPER, NULL},
    {"__objclass__", builtin_objclass, 1, 1, GETTER, TYPE_METHOD_DESCRIPTOR, NULL},
    {"__objclass__", builtin_objclass, 1, 1, GETTER, TYPE_WRAPPER_DESCRIPTOR, NULL},
    {"__objclass__", builtin_objclass, 1, 1, GETTER, TYPE_METHOD_WRAPPER, NULL},
    {"__objclass__", builtin_objclass, 1, 1, GETTER, TYPE_CLASSMETHOD_DESCRIPTOR, NULL},
    {"__eq__", builtin_eq, 2, 2, WRAPPER, TYPE_BUILTIN, "($self, value, /)"}, {"__hash__", builtin_hash, 1, 1, WRAPPER, TYPE_BUILTIN, "($self, /)"},
    {"__eq__", builtin_eq, 2, 2, WRAPPER, TYPE_METHOD_WRAPPER, "($self, value, /)"},
    {"__hash__", builtin_hash, 1, 1, WRAPPER, TYPE_METHOD_WRAPPER, "($self, /)"},
    {"__new__", new_method, 1, 0xFFFF, 0, TYPE_METHOD, "($type, *args)"},
    {"__self__", method_self, 1, 1, GETTER, TYPE_METHOD, NULL}, {"__self__", readonly, 1, 2, SETTER, TYPE_METHOD, NULL},
    {"__func__", method_func, 1, 1, GETTER, TYPE_METHOD, NULL}, {"__func__", readonly, 1, 2, SETTER, TYPE_METHOD, NULL},
    {"__doc__", method_doc, 1, 1, GETTER, TYPE_METHOD, NULL},
    {"__getattribute__", method_getattribute, 2, 2, WRAPPER, TYPE_METHOD, "($self, name, /)"},
    {"__eq__", method_eq, 2, 2, WRAPPER, TYPE_METHOD, "($self, value, /)"}, {"__hash__", method_hash, 1, 1, WRAPPER, TYPE_METHOD, "($self, /)"},
    {"__new__", new_cell, 1, 0xFFFF, 0, TYPE_CELL, "($type, *args)"},
    {"cell_contents", cell_contents, 1, 1, GETTER, TYPE_CELL, NULL}, {"cell_contents", set_cell_contents, 1, 2, SETTER, TYPE_CELL, NULL},
    {"__hash__", NULL, 1, 1, 0, TYPE_CELL, NULL},
    {"__lt__", cell_lt, 2, 2, WRAPPER, TYPE_CELL, "($self, value, /)"}, {"__le__", cell_le, 2, 2, WRAPPER, TYPE_CELL, "($self, value, /)"},
    {"__eq__", cell_eq, 2, 2, WRAPPER, TYPE_CELL, "($self, value, /)"}, {"__ne__", cell_ne, 2, 2, WRAPPER, TYPE_CELL, "($self, value, /)"},
    {"__gt__", cell_gt, 2, 2, WRAPPER, TYPE_CELL, "($self, value, /)"}, {"__ge__", cell_ge, 2, 2, WRAPPER, TYPE_CELL, "($self, value, /)"},
    {"", NULL, 0, 0, 0, 0, NULL},
};
