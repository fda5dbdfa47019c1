// Items for sum(), list(), join() and their like that come without Python code: those of a pure iterator, and those that map() and filter() make with a
// function of the core that runs none for them (`sum(map(len, words))`, `list(map(int, parts))`). Which items a function can't do shows only when
// it has them; until then nothing has happened that anyone could see, so the iterator is set back and Python code does all of it.
#include "plain_items.h"
#include "containers.h"
#include "quick.h"
#include "strings.h"

static bool is_scalar(VM *vm, Value v)
{
    if (!is_object(v))
        return true;
    Ref type = ref_type(vm, v);
    return type == TYPE_STR || type == TYPE_INT || type == TYPE_BOOL || type == TYPE_NONETYPE || type == TYPE_BYTES;
}
static bool is_container(VM *vm, Value v)
{
    Ref type = is_object(v) ? ref_type(vm, v) : 0;
    return type == TYPE_LIST || type == TYPE_TUPLE || type == TYPE_DICT || type == TYPE_SET || type == TYPE_FROZENSET || type == TYPE_RANGE;
}

static bool class_call(VM *vm, Value cls, PlainCall *call)
{
    bool of_scalars = cls == TYPE_INT || cls == TYPE_FLOAT || cls == TYPE_STR || cls == TYPE_BOOL;
    u32 row = type_at(vm, (Ref)cls)->core_new;
    if ((!of_scalars && cls != TYPE_LIST && cls != TYPE_TUPLE && cls != TYPE_SET && cls != TYPE_FROZENSET) || !row)
        return false;
    call->function = core_functions[(row - 1) >> 16].defs[(row - 1) & 0xFFFF].function;
    call->first = cls;
    call->takes_containers = !of_scalars;
    return true;
}

static bool is_in_module(VM *vm, PyBuiltin *b, const char *name) { return b->module && str_is(AT(vm, PyStr, b->module), name); }
static bool fast_call(VM *vm, PyBuiltin *b, PlainCall *call)
{
    if (!is_in_module(vm, b, "builtins"))
        return false;
    for (u32 i = 0; i < FAST_BUILTINS; i++)
        if (fast_builtins[i].nargs == 1 && str_is(AT(vm, PyStr, b->name), fast_builtins[i].name)) {
            call->fast = fast_builtins[i].function;
            call->takes_containers = true;
            return true;
        }
    return false;
}

// Writes what `f` needs into a call that is all zeros.
static bool find_call(VM *vm, Value f, PlainCall *call)
{
    if (f < STATIC_END && is_object(f) && ref_type(vm, f) == TYPE_TYPE)
        return class_call(vm, f, call);
    if (!is_exact(vm, f, TYPE_BUILTIN) && !is_exact(vm, f, TYPE_METHOD_DESCRIPTOR))
        return false;
    PyBuiltin *b = OBJ(vm, PyBuiltin, f);
    if (b->kind == BUILTIN_HOST)
        return !b->owner && fast_call(vm, b, call);
    if (b->flags & ~(BUILTIN_FLAG_METHOD | BUILTIN_FLAG_KEYWORDS | BUILTIN_FLAG_PLAIN))
        return false;
    u32 nargs = 1;
    if (!(b->flags & BUILTIN_FLAG_METHOD)) {
        if (!(b->flags & BUILTIN_FLAG_PLAIN) && !is_in_module(vm, b, "math"))
            return false;
        call->takes_containers = b->flags & BUILTIN_FLAG_PLAIN;
    } else if (b->self == EMPTY) {
        if (b->owner != TYPE_STR && b->owner != TYPE_BYTES && b->owner != TYPE_INT && b->owner != TYPE_FLOAT)
            return false;
        call->item_type = b->owner;
    } else {
        bool is_text = b->owner == TYPE_STR && is_exact(vm, b->self, TYPE_STR);
        if (!is_text && !((b->flags & BUILTIN_FLAG_PLAIN) && is_exact(vm, b->self, b->owner)))
            return false;
        call->first = b->self;
        call->takes_containers = is_text;
        nargs = 2;
    }
    if (b->min_args > nargs || b->max_args < nargs)
        return false;
    call->function = core_functions[b->table].defs[b->index].function;
    return true;
}

// The function's answer, owned. VALUE_TAIL: it can't do this item, and has changed nothing.
static Value call_plain(VM *vm, const PlainCall *call, Value item)
{
    if (call->item_type ? type_of(vm, item) != call->item_type : !is_scalar(vm, item) && !(call->takes_containers && is_container(vm, item)))
        return VALUE_TAIL;
    Value result;
    if (call->fast) {
        result = call->fast(vm, &item);
        return result == EMPTY && vm->exception == EMPTY ? VALUE_TAIL : result;
    }
    if (call->first == EMPTY) {
        result = call->function(vm, &item, 1, 0);
    } else {
        Value args[2] = {call->first, item};
        result = call->function(vm, args, 2, 0);
    }
    if (result == VALUE_TAIL)
        tail_cancel(vm);
    return result;
}

// Iterators over containers: all that a step changes, but for the last one, are numbers.
static bool can_go_back(VM *vm, Value iterator)
{
    if (!is_kind(vm, iterator, LAYOUT_ITERATOR) || ref_type(vm, iterator) >= STATIC_END)
        return false;
    switch (OBJ(vm, PyIterator, iterator)->code) {
    case ITER_LIST:
    case ITER_TUPLE:
    case ITER_STR:
    case ITER_BYTES:
    case ITER_RANGE:
    case ITER_SET:
    case ITER_DICT_KEYS:
    case ITER_DICT_VALUES: return true;
    default: return false;
    }
}
static void go_back(VM *vm, PlainItems *items)
{
    PyIterator *it = OBJ(vm, PyIterator, items->iterator);
    it->index = items->start.index;
    it->n = items->start.n;
    it->step = items->start.step;
    if (it->code == ITER_RANGE)
        it->extra = items->start.extra;
}

bool plain_items(VM *vm, Value iterable, PlainItems *items)
{
    items->maps = items->filters = false;
    items->iterable = iterable;
    if (is_exact(vm, iterable, TYPE_MAP) || is_exact(vm, iterable, TYPE_FILTER)) {
        PyIterator *it = OBJ(vm, PyIterator, iterable);
        bool maps = it->code == ITER_MAP;
        if ((maps && (it->step || it->n)) || !can_go_back(vm, it->extra))
            return false;
        items->call = (PlainCall){0};
        bool asks_truth = !maps && (it->source == NONE || it->source == TYPE_BOOL);
        if (!asks_truth && !find_call(vm, it->source, &items->call))
            return false;
        items->maps = maps;
        items->filters = !maps;
        items->iterator = retain(vm, it->extra);
        items->start = *OBJ(vm, PyIterator, it->extra);
        return true;
    }
    items->iterator = pure_iter(vm, iterable);
    return items->iterator != EMPTY;
}

Value plain_next(VM *vm, PlainItems *items, bool *done)
{
    if (likely(!has_call(items)))
        return iterator_next(vm, items->iterator, done);
    for (;;) {
        Value item = iterator_next(vm, items->iterator, done), result = item;
        if (item == EMPTY)
            return EMPTY;
        if (interrupted(vm))
            result = VALUE_TAIL;
        else if (items->call.function || items->call.fast)
            result = call_plain(vm, &items->call, item);
        if (items->maps || result == EMPTY || result == VALUE_TAIL) {
            decref(vm, item);
            if (result == VALUE_TAIL)
                go_back(vm, items);
            return result;
        }
        int truth = op_truth(vm, result);
        if (result != item)
            decref(vm, result);
        if (truth == 1)
            return item;
        decref(vm, item);
        if (truth == 2) {
            tail_cancel(vm);
            go_back(vm, items);
            return VALUE_TAIL;
        }
        if (truth < 0)
            return EMPTY;
    }
}
