// Builds what every VM starts with: static types and singletons at constant offsets, their names, MROs and dictionaries, builtin functions. Runs
// once in memory full of zeros; a heap image of the result is what later VMs start from. Everything made here is immortal.
#include "heap_inline.h"
#include "types.h"
#include "unicode.h"

typedef struct StaticType { const char *name; u8 kind; u32 flags; Ref base; } StaticType;

static const StaticType static_types[STATIC_TYPE_COUNT] = {
#define X(id, name, kind, base, flags) {name, LAYOUT_##kind, flags, TYPE_##base},
    STATIC_TYPES(X)
#undef X
};
static const char exception_names[STATIC_EXCEPTION_COUNT][28] = {
#define X(name, base) #name,
    STATIC_EXCEPTIONS(X)
#undef X
};
static const Ref exception_bases[STATIC_EXCEPTION_COUNT] = {
#define X(name, base) EXC_##base,
    STATIC_EXCEPTIONS(X)
#undef X
};
static const char special_texts[SPECIAL_COUNT][24] = {
#define X(name) "__" #name "__",
    SPECIALS(X)
#undef X
};
static const char name_texts[NAME_COUNT][24] = {
#define X(name) #name,
    CORE_NAMES(X)
#undef X
};

static const u16 base_size_of_kind[LAYOUT_COUNT] = {
    [LAYOUT_OBJECT] = sizeof(PyInstance), [LAYOUT_INT] = sizeof(PyInt), [LAYOUT_FLOAT] = sizeof(PyFloat), [LAYOUT_COMPLEX] = sizeof(PyComplex),
    [LAYOUT_STR] = sizeof(PyStr), [LAYOUT_BYTES] = sizeof(PyBytes), [LAYOUT_BYTEARRAY] = sizeof(PyByteArray), [LAYOUT_MEMORYVIEW] = sizeof(PyHostObject),
    [LAYOUT_TUPLE] = sizeof(PyTuple), [LAYOUT_LIST] = sizeof(PyList), [LAYOUT_DICT] = sizeof(PyDict), [LAYOUT_SET] = sizeof(PySet),
    [LAYOUT_RANGE] = sizeof(PyRange), [LAYOUT_SLICE] = sizeof(PySlice), [LAYOUT_TYPE] = sizeof(PyType), [LAYOUT_FUNCTION] = sizeof(PyFunction),
    [LAYOUT_BUILTIN] = sizeof(PyBuiltin), [LAYOUT_METHOD] = sizeof(PyMethod), [LAYOUT_CODE] = sizeof(PyCode), [LAYOUT_CELL] = sizeof(PyCell),
    [LAYOUT_FRAME] = sizeof(PyFrame), [LAYOUT_TRACEBACK] = sizeof(PyTraceback), [LAYOUT_GENERATOR] = sizeof(PyGenerator),
    [LAYOUT_EXCEPTION] = sizeof(PyException), [LAYOUT_PROPERTY] = sizeof(PyProperty), [LAYOUT_CLASSMETHOD] = sizeof(PyWrapperMethod),
    [LAYOUT_STATICMETHOD] = sizeof(PyWrapperMethod), [LAYOUT_SUPER] = sizeof(PySuper), [LAYOUT_MODULE] = sizeof(PyModule),
    [LAYOUT_WEAKREF] = sizeof(PyWeakref), [LAYOUT_MEMBER] = sizeof(PyMember), [LAYOUT_GETSET] = sizeof(PyGetSet),
    [LAYOUT_ITERATOR] = sizeof(PyIterator), [LAYOUT_DICTVIEW] = sizeof(PyDictView), [LAYOUT_SHAPE] = sizeof(PyShape),
    [LAYOUT_HOST] = sizeof(PyHostObject), [LAYOUT_SINGLETON] = 16, [LAYOUT_GENERICALIAS] = sizeof(PyGenericAlias),
    [LAYOUT_MAPPINGPROXY] = sizeof(PyMappingProxy), [LAYOUT_DEQUE] = sizeof(PyDeque),
};

static void init_head(VM *vm, Ref r, Ref type)
{
    *AT(vm, ObjectHead, r) = (ObjectHead){IMMORTAL_REFCOUNT, type};
}

void make_immortal(VM *vm, Value v)
{
    if (is_object(v) && head_of(vm, v)->refcount < IMMORTAL_REFCOUNT)
        head_of(vm, v)->refcount += IMMORTAL_REFCOUNT;
}

static void init_type(VM *vm, Ref r, u32 kind, u32 flags, Ref base)
{
    init_head(vm, r, TYPE_TYPE);
    PyType *t = type_at(vm, r);
    t->kind = kind;
    t->flags = flags | TYPE_IMMUTABLE;
    t->base = base;
    t->base_size = base_size_of_kind[kind];
}

// Builtin types whose instances may be referenced weakly, and those with attributes of their own.
static const Ref weakly_referable[] = {
    TYPE_TYPE, TYPE_SET, TYPE_FROZENSET, TYPE_MEMORYVIEW, TYPE_FUNCTION, TYPE_BUILTIN, TYPE_METHOD, TYPE_CODE, TYPE_GENERATOR, TYPE_COROUTINE,
    TYPE_ASYNC_GENERATOR, TYPE_MODULE, TYPE_GENERIC_ALIAS, TYPE_CLASSMETHOD, TYPE_STATICMETHOD, TYPE_DEQUE,
};

static void init_types(VM *vm)
{
    for (u32 i = 0; i < STATIC_TYPE_COUNT; i++)
        init_type(vm, STATIC_TYPE_AT(i), static_types[i].kind, static_types[i].flags, static_types[i].base);
    for (u32 i = 0; i < STATIC_EXCEPTION_COUNT; i++)
        init_type(vm, STATIC_TYPE_AT(STATIC_TYPE_COUNT + i), LAYOUT_EXCEPTION, TYPE_BASETYPE | TYPE_CONTAINER | TYPE_HAS_DICT | TYPE_EXCEPTION,
                  exception_bases[i]);
    type_at(vm, EXC_SyntaxError)->base_size = type_at(vm, EXC_IndentationError)->base_size = type_at(vm, EXC_TabError)->base_size =
        sizeof(PyException) + 4 * 8;
    for (u32 i = 0; i < sizeof weakly_referable / sizeof *weakly_referable; i++)
        type_at(vm, weakly_referable[i])->flags |= TYPE_HAS_WEAKREF;
    type_at(vm, TYPE_CLASSMETHOD)->flags |= TYPE_HAS_DICT;
    type_at(vm, TYPE_STATICMETHOD)->flags |= TYPE_HAS_DICT;
    type_at(vm, TYPE_OBJECT)->base = 0;
}

static void init_singletons(VM *vm)
{
    init_head(vm, NONE_REF, TYPE_NONETYPE);
    init_head(vm, FALSE_REF, TYPE_BOOL);
    init_head(vm, TRUE_REF, TYPE_BOOL);
    init_head(vm, NOTIMPLEMENTED_REF, TYPE_NOTIMPLEMENTED);
    init_head(vm, ELLIPSIS_REF, TYPE_ELLIPSIS);
    init_head(vm, EMPTY_TUPLE_REF, TYPE_TUPLE);
    init_head(vm, EMPTY_BYTES_REF, TYPE_BYTES);
    init_head(vm, EMPTY_STR_REF, TYPE_STR);
    PyStr *empty = AT(vm, PyStr, EMPTY_STR_REF);
    empty->kind = empty->ascii = 1;
    for (u32 c = 0; c < 256; c++) {
        Ref r = (Ref)CHAR_STR(c);
        init_head(vm, r, TYPE_STR);
        PyStr *s = AT(vm, PyStr, r);
        s->length = 1;
        s->kind = 1;
        s->ascii = c < 128;
        s->data[0] = (u8)c;
        s->flags = char_flags(c);
        init_head(vm, (Ref)BYTE_BYTES(c), TYPE_BYTES);
        PyBytes *b = OBJ(vm, PyBytes, BYTE_BYTES(c));
        b->length = 1;
        b->data[0] = (u8)c;
    }
    init_head(vm, EMPTY_FROZENSET_REF, TYPE_FROZENSET);
}

static Ref immortal_name(VM *vm, const char *text)
{
    Ref r = str_intern_c(vm, text);
    make_immortal(vm, r);
    return r;
}

static void init_names(VM *vm)
{
    str_intern(vm, EMPTY_STR);
    for (u32 c = 0; c < 256; c++)
        str_intern(vm, CHAR_STR(c));
    for (u32 i = 0; i < SPECIAL_COUNT; i++)
        vm->special_names[i] = immortal_name(vm, special_texts[i]);
    for (u32 i = 0; i < NAME_COUNT; i++)
        vm->names_cache[i] = immortal_name(vm, name_texts[i]);
}

static bool same_text(const char *a, const char *b)
{
    u32 n = (u32)strlen(a);
    return n == strlen(b) && !memcmp(a, b, n);
}

static const char *module_of_type(const char *name)
{
    static const char table[][2][24] = {
        {"ReferenceType", "weakref"}, {"GenericAlias", "types"}, {"shape", "_krait"}, {"host_object", "_krait"}, {"MessageFormat", "_krait"},
    };
    for (u32 i = 0; i < sizeof table / sizeof *table; i++)
        if (same_text(table[i][0], name))
            return table[i][1];
    return "builtins";
}

// "module.name" → the name; the name itself for types of builtins.
static const char *after_dot(const char *name)
{
    for (const char *p = name; *p; p++)
        if (*p == '.')
            return p + 1;
    return name;
}

static void name_type(VM *vm, Ref r, const char *name)
{
    PyType *t = type_at(vm, r);
    const char *own = after_dot(name);
    t->name = t->qualname = immortal_name(vm, own);
    if (own == name) {
        t->module = immortal_name(vm, module_of_type(name));
    } else {
        char module[32] = "";
        memcpy(module, name, (size_t)(own - name - 1));
        t->module = immortal_name(vm, module);
    }
    Value dict = dict_new_cells(vm);
    make_immortal(vm, dict);
    t->dict = (Ref)dict;
    Value base = t->base;
    t->bases = base ? (Ref)tuple_from(vm, &base, 1) : (Ref)EMPTY_TUPLE;
    Value chain[8];
    u32 depth = 0;
    for (Ref c = r; c; c = type_at(vm, c)->base)
        chain[depth++] = c;
    t->mro = (Ref)tuple_from(vm, chain, depth);
    make_immortal(vm, t->bases);
    make_immortal(vm, t->mro);
    if (base)
        type_add_subclass(vm, (Ref)base, r);
}

static void name_types(VM *vm)
{
    for (u32 i = 0; i < STATIC_TYPE_COUNT; i++)
        name_type(vm, STATIC_TYPE_AT(i), static_types[i].name);
    for (u32 i = 0; i < STATIC_EXCEPTION_COUNT; i++)
        name_type(vm, STATIC_TYPE_AT(STATIC_TYPE_COUNT + i), exception_names[i]);
}

// --- definition tables ------------------------------------------------------------------------------------------------------
static Ref make_builtin(VM *vm, Ref type, u32 table, u32 index, Ref owner, Ref module)
{
    const BuiltinDef *def = &core_functions[table].defs[index];
    PyBuiltin *b = heap_new_container(vm, type, sizeof(PyBuiltin));
    Ref r = OFFSET_OF(vm, b);
    make_immortal(vm, r);
    b->kind = BUILTIN_CORE;
    b->flags = def->flags;
    b->table = (u16)table;
    b->index = (u16)index;
    b->min_args = def->min_args;
    b->max_args = def->max_args;
    b->owner = owner;
    b->module = module;
    b->name = immortal_name(vm, def->name);
    if (owner) {
        Value qualname = str_format(vm, "%S.%S", (Value)type_at(vm, owner)->name, (Value)b->name);
        make_immortal(vm, qualname);
        b->qualname = (Ref)qualname;
    } else {
        b->qualname = b->name;
    }
    if (def->signature) {
        Value signature = str_from_c(vm, def->signature);
        make_immortal(vm, signature);
        b->text_signature = (Ref)signature;
    }
    return r;
}

static void put(VM *vm, Ref dict, Ref name, Value value) { dict_set_str(vm, dict, name, value); }

static void add_to_type(VM *vm, u32 table, u32 index)
{
    const BuiltinDef *def = &core_functions[table].defs[index];
    PyType *owner = type_at(vm, def->owner);
    Ref name = immortal_name(vm, def->name);
    if (def->flags & (BUILTIN_FLAG_GETTER | BUILTIN_FLAG_SETTER)) {
        Ref accessor = make_builtin(vm, TYPE_BUILTIN, table, index, def->owner, 0);
        AT(vm, PyBuiltin, accessor)->flags &= ~(BUILTIN_FLAG_GETTER | BUILTIN_FLAG_SETTER);
        Value old = dict_get_str_peek(vm, owner->dict, name);
        if ((def->flags & BUILTIN_FLAG_SETTER) && is_exact(vm, old, TYPE_GETSET_DESCRIPTOR)) {
            OBJ(vm, PyGetSet, old)->setter = accessor;
            return;
        }
        PyGetSet *getset = heap_new_container(vm, TYPE_GETSET_DESCRIPTOR, sizeof(PyGetSet));
        Ref r = OFFSET_OF(vm, getset);
        make_immortal(vm, r);
        getset->owner = def->owner;
        getset->name = name;
        *(def->flags & BUILTIN_FLAG_SETTER ? &getset->setter : &getset->getter) = accessor;
        put(vm, owner->dict, name, r);
        return;
    }
    if (!def->function) { // __hash__ = None
        put(vm, owner->dict, name, NONE);
        return;
    }
    u32 code = (table << 16 | index) + 1;
    if (def->flags & BUILTIN_FLAG_CONSTRUCT) {
        owner->core_new = code;
        return;
    }
    if (name == vm->special_names[SPECIAL_new]) {
        Ref builtin = make_builtin(vm, TYPE_BUILTIN, table, index, def->owner, 0);
        AT(vm, PyBuiltin, builtin)->flags |= BUILTIN_FLAG_STATIC | BUILTIN_FLAG_NEW; // its first argument is no instance
        if (!owner->core_new)
            owner->core_new = code;
        put(vm, owner->dict, name, builtin);
        return;
    }
    Ref type = def->flags & BUILTIN_FLAG_CLASSMETHOD ? TYPE_CLASSMETHOD_DESCRIPTOR
             : def->flags & BUILTIN_FLAG_STATIC ? TYPE_BUILTIN
             : def->flags & BUILTIN_FLAG_WRAPPER ? TYPE_WRAPPER_DESCRIPTOR : TYPE_METHOD_DESCRIPTOR;
    Ref builtin = make_builtin(vm, type, table, index, def->owner, 0);
    PyBuiltin *b = AT(vm, PyBuiltin, builtin);
    if (def->flags & BUILTIN_FLAG_STATIC) {
        b->flags &= ~BUILTIN_FLAG_METHOD;
        PyWrapperMethod *wrapper = heap_new_container(vm, TYPE_STATICMETHOD, sizeof(PyWrapperMethod));
        wrapper->callable = builtin;
        make_immortal(vm, OFFSET_OF(vm, wrapper));
        put(vm, owner->dict, name, OFFSET_OF(vm, wrapper));
        return;
    }
    if (!(def->flags & BUILTIN_FLAG_CLASSMETHOD))
        b->flags |= BUILTIN_FLAG_METHOD;
    put(vm, owner->dict, name, builtin);
}

// The module object of a table, made when its first row is met.
static Ref module_dict(VM *vm, const char *name)
{
    Ref key = immortal_name(vm, name);
    Value module = dict_get_str_peek(vm, vm->core_modules, key);
    if (module == EMPTY) {
        module = module_new(vm, key, same_text(name, "builtins") ? (Value)vm->builtins_dict : EMPTY);
        dict_set_str(vm, vm->core_modules, key, module);
        if (same_text(name, "_krait")) {
            vm->private_module = (Ref)module;
            vm->private_name = key;
        }
        decref(vm, module);
    }
    return OBJ(vm, PyModule, module)->dict;
}

static void add_tables(VM *vm)
{
    for (u32 table = 0; table < core_function_tables; table++) {
        const BuiltinTable *t = &core_functions[table];
        for (u32 i = 0; t->defs[i].name[0]; i++) {
            if (t->defs[i].owner) {
                add_to_type(vm, table, i);
                continue;
            }
            Ref dict = module_dict(vm, t->module);
            put(vm, dict, immortal_name(vm, t->defs[i].name), make_builtin(vm, TYPE_BUILTIN, table, i, 0, immortal_name(vm, t->module)));
        }
    }
}

// builtins.int, builtins.ValueError …: the types a program sees by name.
static void add_builtin_types(VM *vm)
{
    static const Ref named[] = {
        TYPE_OBJECT, TYPE_TYPE, TYPE_INT, TYPE_BOOL, TYPE_FLOAT, TYPE_COMPLEX, TYPE_STR, TYPE_BYTES, TYPE_BYTEARRAY, TYPE_MEMORYVIEW, TYPE_TUPLE,
        TYPE_LIST, TYPE_DICT, TYPE_SET, TYPE_FROZENSET, TYPE_RANGE, TYPE_SLICE, TYPE_PROPERTY, TYPE_CLASSMETHOD, TYPE_STATICMETHOD, TYPE_SUPER,
        TYPE_ENUMERATE, TYPE_ZIP, TYPE_MAP, TYPE_FILTER, TYPE_REVERSED,
    };
    for (u32 i = 0; i < sizeof named / sizeof *named; i++)
        put(vm, vm->builtins_dict, type_at(vm, named[i])->name, named[i]);
    for (u32 i = 0; i < STATIC_EXCEPTION_COUNT; i++) {
        Ref r = STATIC_TYPE_AT(STATIC_TYPE_COUNT + i);
        put(vm, vm->builtins_dict, type_at(vm, r)->name, r);
    }
    put(vm, vm->builtins_dict, immortal_name(vm, "EnvironmentError"), EXC_OSError);
    put(vm, vm->builtins_dict, immortal_name(vm, "IOError"), EXC_OSError);
    put(vm, vm->builtins_dict, immortal_name(vm, "None"), NONE);
    put(vm, vm->builtins_dict, immortal_name(vm, "True"), TRUE);
    put(vm, vm->builtins_dict, immortal_name(vm, "False"), FALSE);
    put(vm, vm->builtins_dict, immortal_name(vm, "Ellipsis"), ELLIPSIS);
    put(vm, vm->builtins_dict, immortal_name(vm, "NotImplemented"), NOTIMPLEMENTED);
    put(vm, vm->builtins_dict, immortal_name(vm, "__debug__"), TRUE);
}

// Types of other modules that C implements are put in the module's dict (collections.deque is _collections' to give away).
static void add_module_types(VM *vm)
{
    for (u32 i = 0; i < STATIC_TYPE_COUNT; i++) {
        const char *name = static_types[i].name, *own = after_dot(name);
        if (own == name)
            continue;
        char module[32] = "_";
        memcpy(module + 1, name, (size_t)(own - name - 1));
        bool hidden = same_text(module, "_collections");
        put(vm, module_dict(vm, hidden ? module : module + 1), immortal_name(vm, own), STATIC_TYPE_AT(i));
    }
}

static void resolve_types(VM *vm)
{
    // Bases before what derives from them: the order of the rows. Twice, because what counts as a hook is told by object, type and module.
    for (u32 round = 0; round < 2; round++)
        for (u32 i = 0; i < STATIC_TYPE_COUNT + STATIC_EXCEPTION_COUNT; i++)
            type_resolve_specials(vm, STATIC_TYPE_AT(i));
    for (u32 i = 0; i < STATIC_EXCEPTION_COUNT; i++) { // exceptions are constructed as their base is
        PyType *t = type_at(vm, STATIC_TYPE_AT(STATIC_TYPE_COUNT + i));
        if (!t->core_new && t->base != TYPE_OBJECT)
            t->core_new = type_at(vm, t->base)->core_new;
    }
}

// The descriptors that every class with a __dict__ or weak references gets a copy of were put in the dictionary of `shape`, which nobody sees.
static void take_models(VM *vm)
{
    Ref dict = type_at(vm, TYPE_SHAPE)->dict;
    vm->instance_dict_getset = (Ref)dict_get_str_peek(vm, dict, NAME(vm, __dict__));
    vm->instance_weakref_getset = (Ref)dict_get_str_peek(vm, dict, NAME(vm, __weakref__));
    dict_delete(vm, dict, NAME(vm, __dict__), NULL);
    dict_delete(vm, dict, NAME(vm, __weakref__), NULL);
}

CORE_EXPORT void core_init(VM *vm)
{
    heap_init(vm);
    vm->gc_threshold = 0xFFFFFFFF;
    vm->recursion_limit = vm->recursion_limit ? vm->recursion_limit : 1000;
    vm->float_biases[0] = vm->float_biases[1] = FLOAT_BIAS;
    vm->stack_limit = vm->stack_limit ? vm->stack_limit : STACK_LIMIT;
    vm->stack_top = vm->stack_top ? vm->stack_top : STACK_BASE;
    vm->tail_mode = RET_DEFAULT;
    init_types(vm);
    init_singletons(vm);
    AT(vm, PyStr, EMPTY_STR_REF)->hash = 0;
    init_names(vm);
    name_types(vm);
    vm->core_modules = (Ref)dict_new(vm);
    vm->builtins_dict = (Ref)dict_new_cells(vm);
    add_exception_members(vm);
    add_container_members(vm);
    add_tables(vm);
    take_models(vm);
    add_builtin_types(vm);
    add_module_types(vm);
    resolve_types(vm);
    vm->spare_memory_error = exception_new(vm, EXC_MemoryError, EMPTY_TUPLE);
    vm->container_allocations = 0;
    vm->gc_threshold = 10000;
    vm->gc_enabled = 1;
}
