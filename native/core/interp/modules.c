// Imports, intrinsics, pattern matching.
#include "handlers.h"

// --- imports ------------------------------------------------------------------------------------------------------------------
HANDLER(op_IMPORT_NAME)
{
    Value *operands = &R[B(pc)], name = name_of(vm, R, C(pc));
    PyFunction *f = frame_function(vm, R);
    Ref builtins = f->builtins ? f->builtins : vm->builtins_dict;
    Value import = dict_get_str_peek(vm, builtins, str_intern_c(vm, "__import__"));
    if (unlikely(import == EMPTY)) {
        raise_error(vm, EXC_ImportError, "__import__ not found");
        GOTO(unwind);
    }
    Value locals = frame_code(vm, R)->flags & CODE_NAMESPACE ? R[0] : NONE;
    vm->result = tail_call(vm, import, 5, name, (Value)f->globals, locals, operands[1], operands[0]);
    GOTO(answer);
}

HANDLER(op_IMPORT_FROM)
{
    Value found;
    int status = attr_find(vm, R[B(pc)], (Ref)name_of(vm, R, C(pc)), &found);
    if (status == 0) // a submodule, or an error in the right words
        vm->result = tail_host(vm, HOOK_IMPORT_FROM, 2, R[B(pc)], name_of(vm, R, C(pc)));
    else
        vm->result = status == 1 ? found : status == 2 ? VALUE_TAIL : EMPTY;
    GOTO(answer);
}

// --- intrinsics ---------------------------------------------------------------------------------------------------------------
static u32 operand_count(u32 intrinsic)
{
    switch (intrinsic) {
    case INTRINSIC_TYPEVAR_WITH_BOUND: case INTRINSIC_TYPEVAR_WITH_CONSTRAINTS: case INTRINSIC_SET_TYPEPARAM_DEFAULT:
    case INTRINSIC_PREP_RERAISE_STAR: case INTRINSIC_BUILD_TEMPLATE: return 2;
    case INTRINSIC_TYPEALIAS: return 3;
    case INTRINSIC_BUILD_INTERPOLATION: return 4;
    case INTRINSIC_SETUP_ANNOTATIONS: case INTRINSIC_LOAD_LOCALS: case INTRINSIC_ASSERTION_ERROR: case INTRINSIC_BUILD_CLASS: return 0;
    default: return 1;
    }
}

static Value namespace_of(VM *vm, Value *R)
{
    return frame_code(vm, R)->flags & CODE_NAMESPACE ? R[0] : (Value)frame_function(vm, R)->globals;
}

// An exception leaving a generator's body: StopIteration there would look like its end.
static Value stopiteration_error(VM *vm, Value *R, Value exception)
{
    u32 flags = frame_code(vm, R)->flags;
    bool async = flags & CODE_ASYNC_GENERATOR;
    const char *text = NULL;
    if (exception_matches(vm, exception, EXC_StopIteration))
        text = async ? "async generator raised StopIteration" : flags & CODE_COROUTINE ? "coroutine raised StopIteration" : "generator raised StopIteration";
    else if (async && exception_matches(vm, exception, EXC_StopAsyncIteration))
        text = "async generator raised StopAsyncIteration";
    if (!text)
        return retain(vm, exception);
    raise_error(vm, EXC_RuntimeError, text);
    Value error = take(&vm->exception);
    PyException *e = OBJ(vm, PyException, error);
    set_value(vm, &e->cause, retain(vm, exception));
    set_value(vm, &e->context, retain(vm, exception));
    e->suppress_context = 1;
    return error;
}

static Value intrinsic(VM *vm, Value *R, u32 which, Value *operands)
{
    switch (which) {
    case INTRINSIC_STOPITERATION_ERROR: return stopiteration_error(vm, R, operands[0]);
    case INTRINSIC_ASYNC_GEN_WRAP: {
        PyCell *wrapped = heap_new_container(vm, TYPE_ASYNC_GENERATOR_WRAPPED_VALUE, sizeof(PyCell));
        if (!wrapped)
            return EMPTY;
        wrapped->value = retain(vm, operands[0]);
        return OFFSET_OF(vm, wrapped);
    }
    case INTRINSIC_ASSERTION_ERROR: return EXC_AssertionError;
    case INTRINSIC_LOAD_LOCALS: return retain(vm, namespace_of(vm, R));
    case INTRINSIC_BUILD_CLASS: {
        PyFunction *f = frame_function(vm, R);
        Value build = dict_get_str_peek(vm, f->builtins ? f->builtins : vm->builtins_dict, str_intern_c(vm, "__build_class__"));
        return build == EMPTY ? raise_error(vm, EXC_NameError, "__build_class__ not found") : retain(vm, build);
    }
    case INTRINSIC_UNSUPPORTED: return raise_object(vm, EXC_NotImplementedError, operands[0]);
    case INTRINSIC_IMPORT_STAR: return tail_host(vm, HOOK_IMPORT_STAR, 2, operands[0], namespace_of(vm, R));
    default: break;
    }
    Value number = int48(which);
    switch (operand_count(which)) {
    case 0: return tail_host(vm, HOOK_INTRINSIC, 2, number, namespace_of(vm, R));
    case 1: return tail_host(vm, HOOK_INTRINSIC, 2, number, operands[0]);
    case 2: return tail_host(vm, HOOK_INTRINSIC, 3, number, operands[0], operands[1]);
    case 3: return tail_host(vm, HOOK_INTRINSIC, 4, number, operands[0], operands[1], operands[2]);
    default: return tail_host(vm, HOOK_INTRINSIC, 5, number, operands[0], operands[1], operands[2], operands[3]);
    }
}

HANDLER(op_INTRINSIC)
{
    vm->result = intrinsic(vm, R, C(pc), &R[B(pc)]);
    GOTO(answer);
}

// --- patterns -----------------------------------------------------------------------------------------------------------------
static bool has_type_flag(VM *vm, Value v, u32 flag) { return type_at(vm, type_of(vm, v))->flags & flag; }

HANDLER(op_MATCH_MAPPING)
{
    vm->result = make_bool(has_type_flag(vm, R[B(pc)], TYPE_MAPPING));
    GOTO(answer_bool);
}

HANDLER(op_MATCH_SEQUENCE)
{
    vm->result = make_bool(has_type_flag(vm, R[B(pc)], TYPE_SEQUENCE));
    GOTO(answer_bool);
}

HANDLER(answer_bool)
{
    Value v = vm->result;
    release_operands(vm, pc, R);
    set_value(vm, &R[A(pc)], v);
    NEXT_CHECKED(1);
}

HANDLER(op_MATCH_KEYS)
{
    Value subject = R[B(pc)], keys = R[C(pc)];
    if (is_exact(vm, subject, TYPE_DICT)) {
        PyTuple *names = OBJ(vm, PyTuple, keys);
        Value values = tuple_new(vm, names->length);
        if (values == EMPTY)
            GOTO(unwind);
        bool plain = true, distinct = true;
        for (u32 i = 0; i < names->length && plain && distinct; i++) {
            Value v;
            for (u32 k = 0; k < i && distinct; k++)
                distinct = values_equal(vm, names->items[i], names->items[k]) == 0;
            int status = dict_get_peek(vm, subject, names->items[i], &v);
            if (status == DICT_MISSING) {
                decref(vm, values);
                vm->result = NONE;
                GOTO(answer_bool);
            }
            plain = status == DICT_FOUND;
            if (plain)
                OBJ(vm, PyTuple, values)->items[i] = retain(vm, v);
        }
        if (plain && distinct) {
            vm->result = values;
            GOTO(answer_bool);
        }
        decref(vm, values);
        exception_clear(vm); // said again by the prelude
    }
    vm->result = tail_prelude(vm, PRELUDE_MATCH_KEYS, 2, subject, keys);
    GOTO(answer);
}

// Whether a class pattern with one positional pattern gives that the subject itself: the class has no __match_args__ and is a builtin one of this kind or below one.
static bool matches_itself(VM *vm, Ref cls)
{
    return ref_type(vm, cls) == TYPE_TYPE && (type_at(vm, cls)->flags & TYPE_MATCHES_ITSELF) && type_lookup_peek(vm, cls, NAME(vm, __match_args__)) == EMPTY;
}

#define MOST_SUBPATTERNS 16u

// An attribute that is there and asks nobody, borrowed; EMPTY without exception: none that this can tell.
static Value plain_attribute(VM *vm, Value object, Ref name)
{
    AttrCache cache;
    Value value = EMPTY;
    switch (is_object(object) ? attr_cache_get(vm, object, name, &cache) : ATTR_UNCACHED) {
    case ATTR_SLOT:
    case ATTR_MEMBER: value = *AT(vm, Value, (u32)object + cache.offset); break;
    case ATTR_OVERFLOW: value = *AT(vm, Value, *AT(vm, u32, (u32)object + 12) + cache.offset); break;
    case ATTR_CONSTANT:
    case ATTR_TYPE_CONSTANT: value = AT(vm, PyCell, cache.cell)->value; break;
    default: break;
    }
    return value;
}

// The attributes that the patterns are about, as a tuple; EMPTY without exception: the prelude has to look, for errors too.
static Value match_attributes(VM *vm, Value subject, Value cls, u32 count, PyTuple *keywords)
{
    Value names[MOST_SUBPATTERNS], values[MOST_SUBPATTERNS];
    u32 all = count + keywords->length;
    if (all > MOST_SUBPATTERNS)
        return EMPTY;
    if (count) {
        Value positional = plain_attribute(vm, cls, NAME(vm, __match_args__));
        if (!is_exact(vm, positional, TYPE_TUPLE) || OBJ(vm, PyTuple, positional)->length < count)
            return EMPTY;
        memcpy(names, OBJ(vm, PyTuple, positional)->items, count * sizeof(Value));
    }
    memcpy(names + count, keywords->items, keywords->length * sizeof(Value));
    for (u32 i = 0; i < all; i++) {
        if (!is_exact(vm, names[i], TYPE_STR) || !OBJ(vm, PyStr, names[i])->interned)
            return EMPTY;
        for (u32 j = 0; j < i; j++)
            if (names[j] == names[i])
                return EMPTY;
        values[i] = plain_attribute(vm, subject, (Ref)names[i]);
        if (values[i] == EMPTY)
            return EMPTY;
    }
    return tuple_from(vm, values, all);
}

// What needs no Python code; EMPTY without exception: the prelude has to look.
static Value match_class_quickly(VM *vm, Value subject, Value cls, u32 count, Value names)
{
    if (!is_type(vm, cls))
        return EMPTY;
    Value is_one = quick_instance(vm, subject, cls);
    if (is_one == FALSE)
        return NONE;
    if (is_one == EMPTY)
        return EMPTY;
    u32 keywords = OBJ(vm, PyTuple, names)->length;
    if (count + keywords == 0)
        return EMPTY_TUPLE;
    bool itself = count == 1 && keywords == 0 && matches_itself(vm, (Ref)cls);
    Value found = itself ? tuple_from(vm, &subject, 1) : match_attributes(vm, subject, cls, count, OBJ(vm, PyTuple, names));
    if (found == EMPTY)
        exception_clear(vm);
    return found;
}

HANDLER(op_MATCH_CLASS)
{
    Value *operands = &R[B(pc)];
    vm->result = match_class_quickly(vm, operands[0], operands[1], C(pc), operands[2]);
    if (vm->result != EMPTY)
        GOTO(answer);
    vm->result = tail_prelude(vm, PRELUDE_MATCH_CLASS, 4, operands[0], operands[1], int48(C(pc)), operands[2]);
    GOTO(answer);
}

HANDLER(op_DICT_COPY_REST)
{
    Value subject = R[B(pc)], keys = R[C(pc)];
    if (is_exact(vm, subject, TYPE_DICT)) {
        Value rest = dict_copy(vm, subject);
        PyTuple *names = OBJ(vm, PyTuple, keys);
        int status = rest == EMPTY ? DICT_ERROR : DICT_FOUND;
        for (u32 i = 0; i < names->length && status == DICT_FOUND; i++)
            status = dict_delete(vm, rest, names->items[i], NULL);
        if (status == DICT_FOUND) {
            vm->result = rest;
            GOTO(answer_bool);
        }
        decref(vm, rest);
        exception_clear(vm);
    }
    vm->result = tail_prelude(vm, PRELUDE_MAPPING_REST, 2, subject, keys);
    GOTO(answer);
}
