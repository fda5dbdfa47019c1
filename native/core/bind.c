// Arguments of a call to a Python function, put where the callee's registers are. Error texts and their order are those of CPython's
// initialize_locals (Python/ceval.c); the distance behind "Did you mean" is that of Python/suggestions.c.
#include "interp/interp.h"

typedef struct Binding {
    VM *vm;
    PyFunction *function;
    PyCode *code;
    Value *locals;    // the callee's registers
    u32 nargs;        // positional arguments given
    Ref kwnames;      // names of the others
    Value extra;      // tuple for *args
    Value keywords;   // dict for **kwargs
} Binding;

INLINE Value parameter_name(Binding *b, u32 i) { return AT(b->vm, PyTuple, b->code->local_names)->items[i]; }
INLINE Value function_name(Binding *b) { return b->function->qualname; }

// --- suggestions --------------------------------------------------------------------------------------------------------------
#define MOVE_COST 2u
#define CASE_COST 1u
#define MAX_NAME 40u

static u32 lower(u32 c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; }

static u32 substitution_cost(u32 a, u32 b)
{
    if ((a & 31) != (b & 31))
        return MOVE_COST;
    return a == b ? 0 : lower(a) == lower(b) ? CASE_COST : MOVE_COST;
}

// Edit distance of two names, or limit + 1 if it is more than `limit`.
static u32 name_distance(PyStr *a, PyStr *b, u32 limit)
{
    u32 a_start = 0, a_length = a->length, b_length = b->length, row[MAX_NAME];
    while (a_length && b_length && str_char(a, a_start) == str_char(b, a_start))
        a_start++, a_length--, b_length--;
    while (a_length && b_length && str_char(a, a_start + a_length - 1) == str_char(b, a_start + b_length - 1))
        a_length--, b_length--;
    if (a_length == 0 || b_length == 0)
        return (a_length + b_length) * MOVE_COST;
    if (a_length > MAX_NAME || b_length > MAX_NAME)
        return limit + 1;
    if (b_length < a_length) {
        PyStr *s = a;
        a = b, b = s;
        u32 n = a_length;
        a_length = b_length, b_length = n;
    }
    if ((b_length - a_length) * MOVE_COST > limit)
        return limit + 1;
    for (u32 i = 0; i < a_length; i++)
        row[i] = (i + 1) * MOVE_COST;
    u32 result = 0;
    for (u32 j = 0; j < b_length; j++) {
        u32 c = str_char(b, a_start + j), distance = j * MOVE_COST, least = 0xFFFFFFFF;
        result = distance;
        for (u32 i = 0; i < a_length; i++) {
            u32 substituted = distance + substitution_cost(c, str_char(a, a_start + i));
            distance = row[i];
            u32 moved = (result < distance ? result : distance) + MOVE_COST;
            result = moved < substituted ? moved : substituted;
            row[i] = result;
            if (result < least)
                least = result;
        }
        if (least > limit)
            return limit + 1;
    }
    return result;
}

typedef struct Nearest {
    PyStr *wanted;
    Value best; // what looks most like it so far, EMPTY if nothing does
    u32 distance;
} Nearest;

static void consider(VM *vm, Nearest *n, Value candidate)
{
    PyStr *s = OBJ(vm, PyStr, candidate);
    u32 limit = (n->wanted->length + s->length + 3) * MOVE_COST / 6;
    if (limit > n->distance - 1)
        limit = n->distance - 1;
    u32 distance = name_distance(n->wanted, s, limit);
    if (distance <= limit && distance < n->distance) {
        n->best = candidate;
        n->distance = distance;
    }
}

// The parameter that may be given by name and looks most like `name`; EMPTY if none does.
static Value similar_parameter(VM *vm, PyCode *code, Value name)
{
    Nearest nearest = {OBJ(vm, PyStr, name), EMPTY, 0x7FFFFFFF};
    u32 end = code->arg_count + code->kwonly_count;
    if (end - code->posonly_count >= 750)
        return EMPTY;
    for (u32 i = code->posonly_count; i < end; i++)
        consider(vm, &nearest, AT(vm, PyTuple, code->local_names)->items[i]);
    return nearest.best;
}

// A builtin function has no parameter of that name.
COLD Value raise_unexpected_keyword(VM *vm, const char *function, Value name, const char *const *names, u32 count)
{
    Nearest nearest = {OBJ(vm, PyStr, name), EMPTY, 0x7FFFFFFF};
    for (u32 i = 0; i < count; i++) {
        Value candidate = str_intern_c(vm, names[i]);
        if (candidate == EMPTY)
            return EMPTY;
        consider(vm, &nearest, candidate);
    }
    if (nearest.best != EMPTY)
        return raise_error(vm, EXC_TypeError, "%s() got an unexpected keyword argument '%S'. Did you mean '%S'?", function, name, nearest.best);
    return raise_error(vm, EXC_TypeError, "%s() got an unexpected keyword argument '%S'", function, name);
}

void raise_unexpected_parameter(VM *vm, PyCode *code, Value function, Value name)
{
    Value similar = similar_parameter(vm, code, name);
    if (similar != EMPTY)
        raise_error(vm, EXC_TypeError, "%S() got an unexpected keyword argument '%S'. Did you mean '%S'?", function, name, similar);
    else
        raise_error(vm, EXC_TypeError, "%S() got an unexpected keyword argument '%S'", function, name);
}

// --- errors -------------------------------------------------------------------------------------------------------------------
INLINE bool is_builtin(Binding *b) { return b->code->flags & CODE_HIDDEN; }
static COLD bool fail_as_builtin(Binding *b)
{
    raise_builtin_arguments(b->vm, b->function, b->nargs, b->kwnames);
    return false;
}

static COLD bool fail_too_many(Binding *b)
{
    if (is_builtin(b))
        return fail_as_builtin(b);
    VM *vm = b->vm;
    PyCode *code = b->code;
    u32 defaults = b->function->defaults ? AT(vm, PyTuple, b->function->defaults)->length : 0, by_name = 0;
    for (u32 i = code->arg_count; i < (u32)(code->arg_count + code->kwonly_count); i++)
        by_name += b->locals[i] != EMPTY;
    Value takes = defaults ? str_format(vm, "from %u to %u", code->arg_count - defaults, (u32)code->arg_count) : str_format(vm, "%u", (u32)code->arg_count);
    Value also = EMPTY_STR;
    if (by_name)
        also = str_format(vm, " positional argument%s (and %u keyword-only argument%s)", b->nargs != 1 ? "s" : "", by_name, by_name != 1 ? "s" : "");
    if (takes != EMPTY && also != EMPTY)
        raise_error(vm, EXC_TypeError, "%S() takes %S positional argument%s but %u%S %s given", function_name(b), takes,
                    defaults || code->arg_count != 1 ? "s" : "", b->nargs, also, b->nargs == 1 && !by_name ? "was" : "were");
    decref(vm, takes);
    if (by_name)
        decref(vm, also);
    return false;
}

// 'a', 'b', and 'c' of the parameters [start, end) that have no value.
static COLD bool fail_missing(Binding *b, u32 start, u32 end, const char *kind)
{
    if (is_builtin(b))
        return fail_as_builtin(b);
    VM *vm = b->vm;
    u32 missing = 0, seen = 0;
    for (u32 i = start; i < end; i++)
        missing += b->locals[i] == EMPTY;
    Value text = EMPTY;
    for (u32 i = start; i < end; i++) {
        if (b->locals[i] != EMPTY)
            continue;
        const char *before = seen == 0 ? "" : missing == 2 ? " and " : seen + 1 == missing ? ", and " : ", ";
        Value longer = str_format(vm, "%S%s'%S'", seen ? text : EMPTY_STR, before, parameter_name(b, i));
        if (seen++)
            decref(vm, text);
        text = longer;
        if (text == EMPTY)
            return false;
    }
    raise_error(vm, EXC_TypeError, "%S() missing %u required %s argument%s: %S", function_name(b), missing, kind, missing == 1 ? "" : "s", text);
    decref(vm, text);
    return false;
}

static COLD bool fail_unexpected(Binding *b, PyTuple *names, Value name)
{
    if (is_builtin(b))
        return fail_as_builtin(b);
    VM *vm = b->vm;
    Value text = EMPTY;
    for (u32 i = 0; i < b->code->posonly_count; i++) { // in the order of the parameters
        bool passed = false;
        for (u32 k = 0; k < names->length; k++)
            passed |= str_equal(vm, parameter_name(b, i), names->items[k]);
        if (!passed)
            continue;
        Value longer = text == EMPTY ? str_format(vm, "%S", parameter_name(b, i)) : str_format(vm, "%S, %S", text, parameter_name(b, i));
        decref(vm, text);
        text = longer;
        if (text == EMPTY)
            return false;
    }
    if (text != EMPTY) {
        raise_error(vm, EXC_TypeError, "%S() got some positional-only arguments passed as keyword arguments: '%S'", function_name(b), text);
        decref(vm, text);
        return false;
    }
    raise_unexpected_parameter(vm, b->code, function_name(b), name);
    return false;
}

// --- binding ------------------------------------------------------------------------------------------------------------------
static i32 find_parameter(Binding *b, Value name)
{
    Value *names = AT(b->vm, PyTuple, b->code->local_names)->items;
    i32 end = b->code->arg_count + b->code->kwonly_count;
    for (i32 i = b->code->posonly_count; i < end; i++) // names are interned, nearly always
        if (names[i] == name)
            return i;
    for (i32 i = b->code->posonly_count; i < end; i++)
        if (str_equal(b->vm, names[i], name))
            return i;
    return -1;
}

// Takes the values of keyword arguments; those not taken when it fails stay in `values`.
static bool bind_keywords(Binding *b, Ref kwnames, Value *values)
{
    VM *vm = b->vm;
    PyTuple *names = AT(vm, PyTuple, kwnames);
    for (u32 k = 0; k < names->length; k++) {
        Value name = names->items[k];
        if (unlikely(!is_object(name) || kind_of(vm, name) != LAYOUT_STR)) {
            raise_error(vm, EXC_TypeError, "%S() keywords must be strings", function_name(b));
            return false;
        }
        i32 i = find_parameter(b, name);
        if (likely(i >= 0)) {
            if (unlikely(b->locals[i] != EMPTY)) {
                if (is_builtin(b))
                    return fail_as_builtin(b);
                raise_error(vm, EXC_TypeError, "%S() got multiple values for argument '%S'", function_name(b), name);
                return false;
            }
            b->locals[i] = take(&values[k]);
        } else if (b->keywords != EMPTY) {
            if (dict_set(vm, b->keywords, name, values[k]) != DICT_FOUND)
                return false;
            release(vm, &values[k]);
        } else {
            return fail_unexpected(b, names, name);
        }
    }
    return true;
}

static bool fill_defaults(Binding *b)
{
    VM *vm = b->vm;
    PyCode *code = b->code;
    u32 args = code->arg_count, all = args + code->kwonly_count;
    if (b->nargs < args) {
        PyTuple *defaults = b->function->defaults ? AT(vm, PyTuple, b->function->defaults) : NULL;
        u32 count = defaults ? defaults->length : 0, first = count < args ? args - count : 0;
        for (u32 i = b->nargs; i < first; i++)
            if (unlikely(b->locals[i] == EMPTY))
                return fail_missing(b, 0, first, "positional");
        for (u32 i = b->nargs > first ? b->nargs : first; i < args; i++)
            if (b->locals[i] == EMPTY)
                b->locals[i] = retain(vm, defaults->items[i - first]);
    }
    if (args == all)
        return true;
    Ref defaults = b->function->kwdefaults;
    bool missing = false;
    for (u32 i = args; i < all; i++) {
        if (b->locals[i] != EMPTY)
            continue;
        Value v = defaults ? dict_get_str_peek(vm, defaults, (Ref)parameter_name(b, i)) : EMPTY;
        b->locals[i] = retain(vm, v);
        missing |= v == EMPTY;
    }
    return !missing || fail_missing(b, args, all, "keyword-only");
}

// Arguments w[4…]: nargs positional ones, then the values of the names. False: raised, and nothing is left in the window.
bool bind_arguments(VM *vm, Value *w, u32 nargs, Ref kwnames)
{
    PyFunction *function = OBJ(vm, PyFunction, w[0]);
    PyCode *code = AT(vm, PyCode, function->code);
    prepare_code(code);
    Binding b = {.vm = vm, .function = function, .code = code, .locals = w + 4, .nargs = nargs, .kwnames = kwnames};
    u32 named = kwnames ? AT(vm, PyTuple, kwnames)->length : 0, locals = code->local_count, args = code->arg_count;
    // Keyword values are put aside, above everything.
    Value *values = b.locals + (locals > nargs + named ? locals : nargs + named);
    bool bound = stack_has_room(vm, values, named + 8);
    if (unlikely(!bound)) {
        release_range(vm, b.locals, nargs + named);
        release(vm, w);
        decref_ref(vm, kwnames);
        return false;
    }
    for (u32 k = 0; k < named; k++)
        values[k] = take(&b.locals[nargs + k]);
    bool too_many = nargs > args;
    if (code->flags & CODE_VARARGS) {
        b.extra = too_many ? tuple_from(vm, b.locals + args, nargs - args) : retain(vm, EMPTY_TUPLE);
        bound = b.extra != EMPTY;
    }
    if (too_many)
        release_range(vm, b.locals + args, nargs - args);
    for (u32 i = too_many ? args : nargs; i < locals; i++)
        b.locals[i] = EMPTY;
    if (bound && (code->flags & CODE_VARKEYWORDS)) {
        b.keywords = dict_new(vm);
        bound = b.keywords != EMPTY;
    }
    if (bound && named)
        bound = bind_keywords(&b, kwnames, values);
    if (bound && too_many && !(code->flags & CODE_VARARGS))
        bound = fail_too_many(&b);
    if (unlikely(code->flags & CODE_NAMESPACE) && bound && b.locals[0] == EMPTY) // module-level code that a program made a function of
        b.locals[0] = retain(vm, function->globals);
    if (bound)
        bound = fill_defaults(&b);
    decref_ref(vm, kwnames);
    if (unlikely(!bound)) {
        release_range(vm, values, named);
        release_range(vm, b.locals, locals);
        decref(vm, b.extra);
        decref(vm, b.keywords);
        release(vm, w);
        return false;
    }
    u32 next = args + code->kwonly_count;
    if (b.extra != EMPTY)
        b.locals[next++] = b.extra;
    if (b.keywords != EMPTY)
        b.locals[next] = b.keywords;
    return true;
}
