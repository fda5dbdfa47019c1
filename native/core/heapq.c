// Sifting in binary heaps (src/modules/_heapq.py). All comparisons come first, in CPython's order, and then the moves: where a comparison needs Python
// code nothing has changed yet, and the Python functions do the whole.
#include "containers.h"

#define MOST_LEVELS 32u

// x < y: 1, 0, or below 0 as less_at_depth.
static int item_less(VM *vm, Value x, Value y)
{
    if (are_int48(x, y))
        return (i64)(x << 16) < (i64)(y << 16);
    if (is_float(x) && is_float(y))
        return float_value(x) < float_value(y);
    if (!is_exact(vm, x, TYPE_TUPLE) || !is_exact(vm, y, TYPE_TUPLE))
        return less_at_depth(vm, x, y, COMPARE_LT, 0);
    PyTuple *left = tuple_at(vm, x), *right = tuple_at(vm, y);
    for (u32 i = 0; i < left->length && i < right->length; i++) {
        Value a = left->items[i], b = right->items[i];
        if (a == b)
            continue;
        if (are_int48(a, b))
            return (i64)(a << 16) < (i64)(b << 16);
        if (!is_float(a) || !is_float(b))
            return less_at_depth(vm, x, y, COMPARE_LT, 0);
        if (float_value(a) != float_value(b))
            return float_value(a) < float_value(b);
    }
    return left->length < right->length;
}
static int goes_before(VM *vm, Value x, Value y, bool largest_first) { return largest_first ? item_less(vm, y, x) : item_less(vm, x, y); }

// An error is raised in Python, too: what has been moved until then is seen.
static Value answer(VM *vm, int status)
{
    if (status == DICT_ERROR)
        exception_clear(vm);
    return retain(vm, make_bool(status >= 0));
}

// heap_up(heap, position, largest first): moves the item towards the root. False: it has to be done in Python.
static Value heap_up(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (!is_object(args[0]) || kind_of(vm, args[0]) != LAYOUT_LIST || !is_int48(args[1]))
        return answer(vm, DICT_NEEDS_PYTHON);
    PyList *list = list_at(vm, args[0]);
    Value *heap = list_items(vm, list);
    u32 from = (u32)int48_value(args[1]), to = from;
    if (from >= list->length)
        return answer(vm, DICT_NEEDS_PYTHON);
    Value item = heap[from];
    for (; to; to = (to - 1) >> 1) {
        int before = goes_before(vm, item, heap[(to - 1) >> 1], args[2] == TRUE);
        if (before < 0)
            return answer(vm, before);
        if (!before)
            break;
    }
    for (u32 at = from; at != to; at = (at - 1) >> 1)
        heap[at] = heap[(at - 1) >> 1];
    heap[to] = item;
    return answer(vm, 1);
}

// heap_down(heap, position, largest first): moves the item to the bottom along the children that come first, and up again to its place.
static Value heap_down(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (!is_object(args[0]) || kind_of(vm, args[0]) != LAYOUT_LIST || !is_int48(args[1]))
        return answer(vm, DICT_NEEDS_PYTHON);
    PyList *list = list_at(vm, args[0]);
    Value *heap = list_items(vm, list);
    u32 path[MOST_LEVELS], levels = 0, end = list->length;
    path[0] = (u32)int48_value(args[1]);
    if (path[0] >= end)
        return answer(vm, DICT_NEEDS_PYTHON);
    bool largest_first = args[2] == TRUE;
    Value item = heap[path[0]];
    for (u64 child; (child = 2 * (u64)path[levels] + 1) < end;) {
        if (child + 1 < end) {
            int before = goes_before(vm, heap[child], heap[child + 1], largest_first);
            if (before < 0)
                return answer(vm, before);
            child += !before;
        }
        path[++levels] = (u32)child;
    }
    for (; levels; levels--) {
        int before = goes_before(vm, item, heap[path[levels]], largest_first);
        if (before < 0)
            return answer(vm, before);
        if (!before)
            break;
    }
    for (u32 i = 0; i < levels; i++)
        heap[path[i]] = heap[path[i + 1]];
    heap[path[levels]] = item;
    return answer(vm, 1);
}

const BuiltinDef heap_private_defs[] = {
    {"heap_up", heap_up, 3, 3, 0, 0, NULL},
    {"heap_down", heap_down, 3, 3, 0, 0, NULL},
    {"", 0, 0, 0, 0, 0, 0},
};
