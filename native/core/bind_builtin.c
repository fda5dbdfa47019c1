// What is wrong with the arguments of a call to a builtin that is written in Python: told in the words that CPython has for functions written in C
// (Python/getargs.c, Objects/call.c), in the order in which they are found there.
#include "interp/interp.h"
#include "containers.h"
#include "strings.h"

typedef struct BuiltinCall {
    VM *vm;
    PyFunction *function;
    PyCode *code;
    PyTuple *names;              // of the arguments given by name
    u32 own;                     // 1: the first parameter is self or cls
    bool constructs;             // __new__ or __init__
    u32 positional, least, most; // parameters without `own`: only by position, without a default, by position or name
    u32 nargs, named;
} BuiltinCall;

static PyStr *parameter(BuiltinCall *c, u32 i) { return OBJ(c->vm, PyStr, AT(c->vm, PyTuple, c->code->local_names)->items[c->own + i]); }
static bool is_text(PyStr *s, const char *text) { return s->kind == 1 && s->length == strlen(text) && memcmp(s->data, text, s->length) == 0; }

static bool given_by_name(BuiltinCall *c, u32 i)
{
    Value name = OFFSET_OF(c->vm, parameter(c, i));
    for (u32 k = 0; k < c->named; k++)
        if (str_equal(c->vm, c->names->items[k], name))
            return true;
    return false;
}

// The part of the qualified name that ends at *end, a dot. Owned.
static Value part_before(BuiltinCall *c, u32 *end)
{
    PyStr *whole = OBJ(c->vm, PyStr, c->function->qualname);
    u32 start = *end, length;
    while (start && str_char(whole, start - 1) != '.')
        start--;
    length = *end - start;
    *end = start ? start - 1 : 0;
    return str_slice(c->vm, c->function->qualname, start, 1, length);
}

// The function's name, or that of the class for its constructors. Owned.
static Value short_name(BuiltinCall *c)
{
    u32 end = OBJ(c->vm, PyStr, c->function->qualname)->length;
    Value name = part_before(c, &end);
    if (name == EMPTY || !c->constructs || !end)
        return name;
    decref(c->vm, name);
    return part_before(c, &end);
}

// module.function, Class.method. Owned.
static Value long_name(BuiltinCall *c)
{
    Value module = c->own ? EMPTY : dict_get_str_peek(c->vm, c->function->globals, NAME(c->vm, __name__));
    if (module == EMPTY || !is_str(c->vm, module) || module == NAME(c->vm, builtins))
        return retain(c->vm, c->function->qualname);
    return str_format(c->vm, "%S.%S", module, c->function->qualname);
}

#define S(n) ((n) == 1 ? "" : "s")

static void only_by_position(BuiltinCall *c)
{
    VM *vm = c->vm;
    bool is_single = c->most == 1 && c->least == 1 && !c->constructs, is_none = !c->most && !c->constructs;
    Value name = c->constructs || !(c->named || is_single || is_none) ? short_name(c) : long_name(c);
    if (name == EMPTY)
        return;
    if (c->named)
        raise_error(vm, EXC_TypeError, "%S() takes no keyword arguments", name);
    else if (is_none)
        raise_error(vm, EXC_TypeError, "%S() takes no arguments (%u given)", name, c->nargs);
    else if (is_single)
        raise_error(vm, EXC_TypeError, "%S() takes exactly one argument (%u given)", name, c->nargs);
    else {
        u32 limit = c->nargs < c->least ? c->least : c->most;
        const char *bound = c->least == c->most && !(c->code->flags & CODE_VARARGS) ? "" : c->nargs < c->least ? "at least " : "at most ";
        raise_error(vm, EXC_TypeError, "%S expected %s%u argument%s, got %u", name, bound, limit, S(limit), c->nargs);
    }
    decref(vm, name);
}

static void by_name_too(BuiltinCall *c)
{
    VM *vm = c->vm;
    u32 all = c->most + c->code->kwonly_count, flags = c->code->flags, given = c->nargs + c->named;
    Value name = short_name(c);
    if (name == EMPTY)
        return;
    if (!(flags & (CODE_VARARGS | CODE_VARKEYWORDS)) && given > all)
        raise_error(vm, EXC_TypeError, "%S() takes at most %u %sargument%s (%u given)", name, all, c->nargs ? "" : "keyword ", S(all), given);
    else if (!(flags & CODE_VARARGS) && c->nargs > c->most && !c->most)
        raise_error(vm, EXC_TypeError, "%S() takes no positional arguments", name);
    else if (!(flags & CODE_VARARGS) && c->nargs > c->most)
        raise_error(vm, EXC_TypeError, "%S() takes %s %u positional argument%s (%u given)", name, c->least < c->most ? "at most" : "exactly", c->most,
                    S(c->most), c->nargs);
    else if (c->nargs < c->positional && c->nargs < c->least) {
        u32 needed = c->positional < c->least ? c->positional : c->least;
        raise_error(vm, EXC_TypeError, "%S() takes %s %u positional argument%s (%u given)", name, needed < c->most ? "at least" : "exactly", needed,
                    S(needed), c->nargs);
    } else {
        u32 i = c->nargs;
        while (i < c->least && given_by_name(c, i))
            i++;
        if (i < c->least) {
            raise_error(vm, EXC_TypeError, "%S() missing required argument '%S' (pos %u)", name, OFFSET_OF(vm, parameter(c, i)), i + 1);
            goto done;
        }
        for (i = c->positional; i < c->nargs && i < c->most; i++)
            if (given_by_name(c, i)) {
                raise_error(vm, EXC_TypeError, "argument for %S() given by name ('%S') and position (%u)", name, OFFSET_OF(vm, parameter(c, i)), i + 1);
                goto done;
            }
        for (u32 k = 0; k < c->named && !(flags & CODE_VARKEYWORDS); k++) {
            for (i = c->positional; i < all && !str_equal(vm, c->names->items[k], OFFSET_OF(vm, parameter(c, i))); i++)
                ;
            if (i == all) {
                raise_unexpected_parameter(vm, c->code, name, c->names->items[k]);
                goto done;
            }
        }
        for (i = c->most; i < all; i++)
            if (!given_by_name(c, i) && (!c->function->kwdefaults || dict_get_str_peek(vm, c->function->kwdefaults, (Ref)OFFSET_OF(vm, parameter(c, i))) == EMPTY)) {
                raise_error(vm, EXC_TypeError, "%S() missing required keyword-only argument: '%S'", name, OFFSET_OF(vm, parameter(c, i)));
                goto done;
            }
        raise_error(vm, EXC_TypeError, "%S() got wrong arguments", name);
    }
done:
    decref(vm, name);
}

void raise_builtin_arguments(VM *vm, PyFunction *function, u32 nargs, Ref kwnames)
{
    PyCode *code = AT(vm, PyCode, function->code);
    BuiltinCall c = {.vm = vm, .function = function, .code = code, .names = kwnames ? AT(vm, PyTuple, kwnames) : NULL};
    if (code->arg_count)
        c.own = is_text(parameter(&c, 0), "self") || is_text(parameter(&c, 0), "cls");
    Value name = function->name;
    c.constructs = is_text(OBJ(vm, PyStr, name), "__new__") || is_text(OBJ(vm, PyStr, name), "__init__");
    u32 defaults = function->defaults ? AT(vm, PyTuple, function->defaults)->length : 0;
    c.most = code->arg_count - c.own;
    c.least = defaults < c.most ? c.most - defaults : 0;
    c.positional = code->posonly_count > c.own ? code->posonly_count - c.own : 0;
    c.nargs = nargs > c.own ? nargs - c.own : 0;
    c.named = c.names && !(code->flags & CODE_VARKEYWORDS) ? c.names->length : 0;
    if (c.positional == c.most && !code->kwonly_count)
        only_by_position(&c);
    else
        by_name_too(&c);
}
