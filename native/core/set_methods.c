// Operators and methods of set and frozenset. An operation that would need Python code (keys with __eq__ or __hash__ written in Python, iterables
// that are not builtin) is done over by PRELUDE_SET_OPERATION; an iterator that was already read is passed on as a list.
#include "containers.h"
#include "plain_items.h"

// Numbers of PRELUDE_SET_OPERATION (src/prelude/containers.py).
enum {
    SET_UNION, SET_INTERSECTION, SET_DIFFERENCE, SET_SYMMETRIC_DIFFERENCE, SET_INTERSECTION_UPDATE, SET_DIFFERENCE_UPDATE,
    SET_SYMMETRIC_DIFFERENCE_UPDATE, SET_ISDISJOINT, SET_ISSUBSET, SET_ISSUPERSET,
};

static bool is_any_set(VM *vm, Value v) { return is_kind(vm, v, LAYOUT_SET); }
// Results have the base type of the left operand.
static Ref base_type(VM *vm, Value v) { return type_is_subtype(vm, ref_type(vm, v), TYPE_FROZENSET) ? TYPE_FROZENSET : TYPE_SET; }

// --- adding many --------------------------------------------------------------------------------------------------------------------
// As set_update_pure, but stops at an item that needs Python: *item is that one (owned) and *iterator what comes after it (owned).
static int update_pure(VM *vm, Value set, Value iterable, bool *served, Value *iterator, Value *item)
{
    PySet *s = set_at(vm, set);
    *served = true;
    *iterator = *item = EMPTY;
    if (is_any_set(vm, iterable))
        return set_merge(vm, s, set_at(vm, iterable));
    if (is_exact(vm, iterable, TYPE_DICT)) {
        u32 more = dict_at(vm, iterable)->used, position = 0;
        if (!set_reserve(vm, s, more))
            return DICT_ERROR;
        Value key, value;
        while (dict_next(vm, iterable, &position, &key, &value)) {
            int status = set_add(vm, set, key);
            if (status != DICT_FOUND)
                return status;
        }
        return DICT_FOUND;
    }
    int status = DICT_FOUND;
    if (is_exact(vm, iterable, TYPE_STR) && OBJ(vm, PyStr, iterable)->kind == 1) {
        PyStr *text = OBJ(vm, PyStr, iterable);
        for (u32 i = 0; i < text->length && status == DICT_FOUND; i++)
            status = set_add(vm, set, CHAR_STR(text->data[i]));
        if (status != DICT_NEEDS_PYTHON) // (a key that is no str and wants to compare: the iterator begins again, which does no harm)
            return status;
    }
    PlainItems plain;
    if (!plain_items(vm, iterable, &plain)) {
        *served = vm->exception != EMPTY;
        return DICT_ERROR;
    }
    Value it = plain.iterator;
    if (is_exact(vm, iterable, TYPE_LIST) || is_exact(vm, iterable, TYPE_TUPLE)) {
        u32 count;
        Value *items = sequence_items(vm, iterable, &count);
        u32 i = 0;
        for (status = DICT_FOUND; i < count && (i % 4096 || !interrupted(vm)); i++)
            if ((status = set_add(vm, set, items[i])) != DICT_FOUND)
                break;
        if (status == DICT_ERROR) {
            decref(vm, it);
            return status;
        }
        OBJ(vm, PyIterator, it)->index = i; // at the end, or at the one that needs Python code, which is tried again
    }
    do {
        bool done = false;
        *item = plain_next(vm, &plain, &done);
        if (*item == VALUE_TAIL) { // what is in the set already is put there again
            *item = EMPTY;
            *served = false;
            decref(vm, it);
            return DICT_ERROR;
        }
        if (*item == EMPTY) {
            decref(vm, it);
            return done ? DICT_FOUND : DICT_ERROR;
        }
        status = interrupted(vm) ? DICT_NEEDS_PYTHON : set_add(vm, set, *item);
        if (status == DICT_NEEDS_PYTHON) {
            *iterator = retain(vm, rest_of(&plain));
            decref(vm, it);
            return status;
        }
        decref(vm, *item);
        *item = EMPTY;
    } while (status == DICT_FOUND);
    decref(vm, it);
    return status;
}

// Answers `result`; may tail.
Value set_update_result(VM *vm, Value set, Value iterable, Value result)
{
    bool served;
    Value iterator, item;
    int status = update_pure(vm, set, iterable, &served, &iterator, &item);
    if (!served || (status == DICT_NEEDS_PYTHON && iterator == EMPTY))
        return tail_prelude(vm, PRELUDE_SET_UPDATE, 3, set, iterable, result);
    if (status == DICT_FOUND)
        return retain(vm, result);
    if (status == DICT_ERROR)
        return EMPTY;
    Value answer = tail_prelude(vm, PRELUDE_SET_UPDATE, 4, set, iterator, result, item);
    decref(vm, iterator);
    decref(vm, item);
    return answer;
}

Value set_update(VM *vm, Value set, Value iterable) { return set_update_result(vm, set, iterable, NONE); }

// A set of the items of `other` if it isn't one already (owned). EMPTY: exception, or *again is what the prelude should be given instead (owned).
static Value as_set(VM *vm, Value other, Value *again)
{
    *again = EMPTY;
    if (is_any_set(vm, other))
        return retain(vm, other);
    Value list = list_new(vm, 0);
    if (list == EMPTY)
        return EMPTY;
    bool served, ok = list_extend_pure(vm, list, other, &served);
    if (!served || !ok) {
        decref(vm, list);
        if (!served)
            *again = retain(vm, other);
        return EMPTY;
    }
    Value set = set_new(vm, TYPE_SET);
    for (u32 i = 0; set != EMPTY && i < list_at(vm, list)->length; i++) {
        int status = set_add(vm, set, list_items(vm, list_at(vm, list))[i]);
        if (status == DICT_FOUND)
            continue;
        if (status == DICT_NEEDS_PYTHON)
            *again = retain(vm, list);
        decref(vm, set);
        set = EMPTY;
    }
    decref(vm, list);
    return set;
}

// --- the operations on two sets: DICT_FOUND, DICT_ERROR, DICT_NEEDS_PYTHON; nothing of `s` is changed before success ---------------------
static int add_known(VM *vm, Value result, SetEntry *e)
{
    u32 slot;
    int status = set_find(vm, set_at(vm, result), e->key, e->hash, &slot);
    return status == DICT_MISSING ? (set_insert_new(vm, set_at(vm, result), e->key, e->hash) ? DICT_FOUND : DICT_ERROR) : status;
}

// Keys of `walked` that are (or are not) in `tested`.
static int filter_into(VM *vm, Value result, PySet *walked, PySet *tested, bool wanted)
{
    u32 position = 0, slot;
    SetEntry *e;
    while (set_next(vm, walked, &position, &e)) {
        int status = set_find(vm, tested, e->key, e->hash, &slot);
        if (status >= 0 && (status == DICT_FOUND) == wanted)
            status = set_insert_new(vm, set_at(vm, result), e->key, e->hash) ? DICT_FOUND : DICT_ERROR;
        if (status < 0)
            return status;
    }
    return DICT_FOUND;
}

static int remove_all(VM *vm, Value from, PySet *other)
{
    PySet *s = set_at(vm, from);
    u32 position = 0, slot;
    SetEntry *e;
    while (set_next(vm, other, &position, &e)) {
        int status = set_find(vm, s, e->key, e->hash, &slot);
        if (status < 0)
            return status;
        if (status == DICT_FOUND)
            decref(vm, set_remove_slot(vm, s, slot));
    }
    return set_drop_dummies(vm, s) ? DICT_FOUND : DICT_ERROR;
}

// The result as a new set of type `type`, from two sets.
// copy_first: a difference with something that is neither set nor dict, which CPython makes from a copy (the order depends on it).
static int operate(VM *vm, u32 op, Value a, Value b, Ref type, bool copy_first, Value *result)
{
    PySet *s = set_at(vm, a), *other = set_at(vm, b);
    int status = DICT_FOUND;
    bool starts_as_copy = op == SET_UNION || (op == SET_DIFFERENCE && (copy_first || (s->used >> 2) > other->used));
    *result = starts_as_copy ? set_copy(vm, a, type) : op == SET_SYMMETRIC_DIFFERENCE ? set_copy(vm, b, type) : set_new(vm, type);
    if (*result == EMPTY)
        return DICT_ERROR;
    if (op == SET_UNION) {
        status = set_merge(vm, set_at(vm, *result), other);
    } else if (op == SET_INTERSECTION) {
        status = other->used > s->used ? filter_into(vm, *result, s, other, true) : filter_into(vm, *result, other, s, true);
    } else if (op == SET_DIFFERENCE) {
        status = starts_as_copy ? remove_all(vm, *result, other) : filter_into(vm, *result, s, other, false);
    } else {
        u32 position = 0, slot;
        SetEntry *e;
        while (status >= 0 && set_next(vm, s, &position, &e)) {
            PySet *r = set_at(vm, *result);
            status = set_find(vm, r, e->key, e->hash, &slot);
            if (status == DICT_FOUND)
                decref(vm, set_remove_slot(vm, r, slot));
            else if (status == DICT_MISSING)
                status = set_insert_new(vm, r, e->key, e->hash) ? DICT_FOUND : DICT_ERROR;
        }
        if (status >= 0)
            status = DICT_FOUND;
    }
    if (status < 0) {
        decref(vm, *result);
        *result = EMPTY;
    }
    return status;
}

// Swaps the contents of two sets (the second is about to die).
static void swap_bodies(VM *vm, Value a, Value b)
{
    PySet *s = set_at(vm, a), *t = set_at(vm, b);
    u32 used = s->used, fill = s->fill, mask = s->mask, entries = s->entries;
    s->used = t->used, s->fill = t->fill, s->mask = t->mask, s->entries = t->entries;
    t->used = used, t->fill = fill, t->mask = mask, t->entries = entries;
    s->version++;
}

// Intersection with an iterable that isn't a set walks it: the keys kept are the iterable's.
static int intersect_items(VM *vm, Value a, Value list, Value result)
{
    for (u32 i = 0; i < list_at(vm, list)->length; i++) {
        Value key = list_items(vm, list_at(vm, list))[i];
        u64 hash;
        u32 slot;
        int status = hash_value(vm, key, &hash);
        if (status == DICT_FOUND)
            status = set_find(vm, set_at(vm, a), key, hash, &slot);
        if (status == DICT_FOUND)
            status = add_known(vm, result, &(SetEntry){key, hash});
        if (status < 0)
            return status;
    }
    return DICT_FOUND;
}

// A new set `a op b` where b is any iterable. May tail.
static Value operation(VM *vm, u32 op, Value a, Value b, Ref type)
{
    Value again = EMPTY, result = EMPTY;
    int status = DICT_ERROR;
    if (op == SET_INTERSECTION && !is_any_set(vm, b)) {
        Value list = list_new(vm, 0);
        bool served, ok = list != EMPTY && list_extend_pure(vm, list, b, &served);
        if (list != EMPTY && !served) {
            again = retain(vm, b);
        } else if (ok && (result = set_new(vm, type)) != EMPTY) {
            status = intersect_items(vm, a, list, result);
            if (status == DICT_NEEDS_PYTHON)
                again = retain(vm, list);
            if (status < 0) {
                decref(vm, result);
                result = EMPTY;
            }
        }
        decref(vm, list);
    } else {
        Value other = as_set(vm, b, &again);
        if (other != EMPTY) {
            status = operate(vm, op, a, other, type, !is_any_set(vm, b) && !is_exact(vm, b, TYPE_DICT), &result);
            if (status == DICT_NEEDS_PYTHON)
                again = retain(vm, other);
            decref(vm, other);
        }
    }
    if (again == EMPTY)
        return result;
    Value answer = tail_prelude(vm, PRELUDE_SET_OPERATION, 4, int48(op), a, again, ref_value(type));
    decref(vm, again);
    return answer;
}

// The same in place; answers `answer_value`.
static Value operation_update(VM *vm, u32 op, Value a, Value b, Value answer_value)
{
    u32 plain = op == SET_INTERSECTION_UPDATE ? SET_INTERSECTION : op == SET_DIFFERENCE_UPDATE ? SET_DIFFERENCE : SET_SYMMETRIC_DIFFERENCE;
    Value again = EMPTY, other;
    int status = DICT_ERROR;
    if (a == b && op != SET_INTERSECTION_UPDATE) {
        set_clear(vm, a);
        return retain(vm, answer_value);
    }
    if (op == SET_INTERSECTION_UPDATE) {
        Value result = operation(vm, plain, a, b, TYPE_SET);
        if (result == VALUE_TAIL) {
            tail_cancel(vm);
            return tail_prelude(vm, PRELUDE_SET_OPERATION, 5, int48(op), a, b, TYPE_SET, answer_value);
        }
        if (result == EMPTY)
            return EMPTY;
        swap_bodies(vm, a, result);
        decref(vm, result);
        return retain(vm, answer_value);
    }
    other = as_set(vm, b, &again);
    if (other != EMPTY) {
        // Try each key first: a comparison that needs Python must find the set unchanged.
        PySet *s = set_at(vm, a), *o = set_at(vm, other);
        u32 position = 0, slot;
        SetEntry *e;
        status = DICT_FOUND;
        while (status >= 0 && set_next(vm, o, &position, &e))
            status = set_find(vm, s, e->key, e->hash, &slot);
        if (status >= 0 && op == SET_DIFFERENCE_UPDATE) {
            status = remove_all(vm, a, o);
        } else if (status >= 0) {
            position = 0;
            while (status >= 0 && set_next(vm, o, &position, &e)) {
                status = set_find(vm, s, e->key, e->hash, &slot);
                if (status == DICT_FOUND)
                    decref(vm, set_remove_slot(vm, s, slot));
                else if (status == DICT_MISSING)
                    status = set_insert_new(vm, s, e->key, e->hash) ? DICT_FOUND : DICT_ERROR;
            }
        }
        if (status == DICT_NEEDS_PYTHON)
            again = retain(vm, other);
        decref(vm, other);
    }
    if (again == EMPTY)
        return status < 0 ? EMPTY : retain(vm, answer_value);
    Value answer = tail_prelude(vm, PRELUDE_SET_OPERATION, 5, int48(op), a, again, TYPE_SET, answer_value);
    decref(vm, again);
    return answer;
}

Value set_view_operation(VM *vm, u32 op, Value a, Value b) { return operation(vm, op, a, b, TYPE_SET); }

// --- making ------------------------------------------------------------------------------------------------------------------------------
static Value m_set_new(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    return check_new_class(vm, args, nargs, TYPE_SET) ? set_new(vm, (Ref)args[0]) : EMPTY;
}

static Value m_set_construct(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (!no_keywords(vm, kwnames, "set") || !check_arg_count(vm, nargs - 1, 0, 1, "set"))
        return EMPTY;
    if (nargs == 2 && is_exact(vm, args[1], TYPE_GENERATOR)) // each generator's code has a copy of that function (interp/consumers.c)
        return tail_prelude(vm, PRELUDE_SET_BUILD, 1, args[1]);
    Value set = set_new(vm, TYPE_SET);
    if (set == EMPTY || nargs == 1)
        return set;
    Value answer = set_update_result(vm, set, args[1], set);
    decref(vm, set);
    return answer;
}

static Value m_set_init(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (kwnames && has_base_init(vm, ref_type(vm, args[0]), TYPE_SET) && !no_keywords(vm, kwnames, "set"))
        return EMPTY;
    if (!check_arg_count(vm, nargs - 1, 0, 1, "set"))
        return EMPTY;
    set_clear(vm, args[0]);
    return nargs == 1 ? new_none(vm) : set_update(vm, args[0], args[1]);
}

static Value m_frozenset_new(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (!check_new_class(vm, args, nargs, TYPE_FROZENSET))
        return EMPTY;
    Ref cls = (Ref)args[0];
    if (kwnames && has_base_init(vm, cls, TYPE_FROZENSET) && !no_keywords(vm, kwnames, "frozenset"))
        return EMPTY;
    if (!check_arg_count(vm, nargs - 1, 0, 1, "frozenset"))
        return EMPTY;
    if (nargs == 2 && cls == TYPE_FROZENSET && is_exact(vm, args[1], TYPE_FROZENSET))
        return retain(vm, args[1]);
    Value set = set_new(vm, cls);
    if (set == EMPTY || nargs == 1)
        return set;
    Value answer = set_update_result(vm, set, args[1], set);
    decref(vm, set);
    return answer;
}

// --- one key -------------------------------------------------------------------------------------------------------------------------------
Value set_contains_value(VM *vm, Value set, Value key)
{
    u32 slot;
    int status = set_find_or_frozen(vm, set, key, &slot);
    return status >= 0 ? new_bool(vm, status == DICT_FOUND) : status == DICT_ERROR ? EMPTY : tail_prelude(vm, PRELUDE_SET_CONTAINS, 2, set, key);
}
static Value m_contains(VM *vm, Value *args, u32 nargs, Ref kwnames) { return set_contains_value(vm, args[0], args[1]); }

static Value m_add(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    int status = set_add(vm, args[0], args[1]);
    return likely(status == DICT_FOUND) ? new_none(vm)
         : status == DICT_ERROR         ? EMPTY
                                        : tail_prelude(vm, PRELUDE_SET_ADD, 2, args[0], args[1]);
}

static Value discard(VM *vm, Value *args, bool must_exist)
{
    u32 slot;
    int status = set_find_or_frozen(vm, args[0], args[1], &slot);
    if (status == DICT_FOUND) {
        decref(vm, set_remove_slot(vm, set_at(vm, args[0]), slot));
        return new_none(vm);
    }
    if (status == DICT_MISSING)
        return must_exist ? raise_object(vm, EXC_KeyError, args[1]) : new_none(vm);
    return status == DICT_ERROR ? EMPTY : tail_prelude(vm, PRELUDE_SET_DISCARD, 3, args[0], args[1], make_bool(must_exist));
}
static Value m_discard(VM *vm, Value *args, u32 nargs, Ref kwnames) { return discard(vm, args, false); }
static Value m_remove(VM *vm, Value *args, u32 nargs, Ref kwnames) { return discard(vm, args, true); }

static Value m_pop(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PySet *s = set_at(vm, args[0]);
    if (s->used == 0)
        return raise_error(vm, EXC_KeyError, "pop from an empty set");
    SetEntry *table = set_entries(vm, s);
    u32 at = s->finger & s->mask;
    while (table[at].key == EMPTY)
        at = at == s->mask ? 0 : at + 1;
    s->finger = at + 1;
    return set_remove_slot(vm, s, at);
}

// --- whole sets ------------------------------------------------------------------------------------------------------------------------------
static Value m_len(VM *vm, Value *args, u32 nargs, Ref kwnames) { return int48(set_at(vm, args[0])->used); }
static Value m_iter(VM *vm, Value *args, u32 nargs, Ref kwnames) { return container_iter(vm, args[0]); }
static Value m_clear(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    set_clear(vm, args[0]);
    return new_none(vm);
}
static Value m_copy(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (ref_type(vm, args[0]) == TYPE_FROZENSET)
        return retain(vm, args[0]);
    return set_copy(vm, args[0], base_type(vm, args[0]));
}

static Value m_update(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    for (u32 i = 1; i < nargs; i++) {
        Value answer = set_update(vm, args[0], args[i]);
        if (answer == VALUE_TAIL && i + 1 < nargs) { // the rest must come after it: all of it in the prelude
            if (vm->tail_callee != vm->prelude[PRELUDE_SET_UPDATE] || vm->tail_nargs != 4) {
                tail_cancel(vm);
                Value rest = tuple_from(vm, args + i, nargs - i);
                if (rest == EMPTY)
                    return EMPTY;
                answer = tail_prelude(vm, PRELUDE_SET_CONSTRUCT, 2, args[0], rest);
                decref(vm, rest);
                return answer;
            }
            Value iterator = retain(vm, vm->tail_args[1]), item = retain(vm, vm->tail_args[3]);
            tail_cancel(vm);
            Value rest = tuple_from(vm, args + i + 1, nargs - i - 1);
            if (rest != EMPTY)
                answer = tail_prelude(vm, PRELUDE_SET_CONSTRUCT, 4, args[0], rest, iterator, item);
            decref(vm, iterator);
            decref(vm, item);
            decref(vm, rest);
            return rest == EMPTY ? EMPTY : answer;
        }
        if (answer == EMPTY || answer == VALUE_TAIL)
            return answer;
        decref(vm, answer);
    }
    return new_none(vm);
}

// Methods that take any number of iterables: one after the other on intermediate results.
static Value many(VM *vm, u32 op, Value *args, u32 nargs)
{
    Ref type = base_type(vm, args[0]);
    if (nargs == 1)
        return set_copy(vm, args[0], type);
    Value result = retain(vm, args[0]);
    for (u32 i = 1; i < nargs; i++) {
        Value next = operation(vm, op, result, args[i], type);
        if (next == VALUE_TAIL && i + 1 < nargs) {
            tail_cancel(vm);
            Value rest = tuple_from(vm, args + i, nargs - i);
            next = rest == EMPTY ? EMPTY : tail_prelude(vm, PRELUDE_SET_OPERATION, 6, int48(op), result, rest, ref_value(type), NONE, TRUE);
            decref(vm, rest);
            decref(vm, result);
            return next;
        }
        decref(vm, result);
        result = next;
        if (result == EMPTY || result == VALUE_TAIL)
            return result;
    }
    return result;
}

static Value many_in_place(VM *vm, u32 op, Value *args, u32 nargs)
{
    for (u32 i = 1; i < nargs; i++) {
        Value answer = operation_update(vm, op, args[0], args[i], NONE);
        if (answer == VALUE_TAIL && i + 1 < nargs) {
            tail_cancel(vm);
            Value rest = tuple_from(vm, args + i, nargs - i);
            answer = rest == EMPTY ? EMPTY : tail_prelude(vm, PRELUDE_SET_OPERATION, 6, int48(op), args[0], rest, TYPE_SET, NONE, TRUE);
            decref(vm, rest);
            return answer;
        }
        if (answer == EMPTY || answer == VALUE_TAIL)
            return answer;
        decref(vm, answer);
    }
    return new_none(vm);
}

static Value m_union(VM *vm, Value *args, u32 nargs, Ref kwnames) { return many(vm, SET_UNION, args, nargs); }
static Value m_intersection(VM *vm, Value *args, u32 nargs, Ref kwnames) { return many(vm, SET_INTERSECTION, args, nargs); }
static Value m_difference(VM *vm, Value *args, u32 nargs, Ref kwnames) { return many(vm, SET_DIFFERENCE, args, nargs); }
static Value m_symmetric_difference(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    return operation(vm, SET_SYMMETRIC_DIFFERENCE, args[0], args[1], base_type(vm, args[0]));
}
static Value m_difference_update(VM *vm, Value *args, u32 nargs, Ref kwnames) { return many_in_place(vm, SET_DIFFERENCE_UPDATE, args, nargs); }
static Value m_intersection_update(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (nargs <= 2)
        return nargs == 1 ? new_none(vm) : operation_update(vm, SET_INTERSECTION_UPDATE, args[0], args[1], NONE);
    Value result = many(vm, SET_INTERSECTION, args, nargs);
    if (result == VALUE_TAIL) {
        tail_cancel(vm);
        return many_in_place(vm, SET_INTERSECTION_UPDATE, args, nargs);
    }
    if (result == EMPTY)
        return EMPTY;
    swap_bodies(vm, args[0], result);
    decref(vm, result);
    return new_none(vm);
}
static Value m_symmetric_difference_update(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    return operation_update(vm, SET_SYMMETRIC_DIFFERENCE_UPDATE, args[0], args[1], NONE);
}

static Value test(VM *vm, u32 op, Value a, Value b)
{
    Value again = EMPTY, other = as_set(vm, b, &again);
    int answer = DICT_ERROR;
    if (other != EMPTY) {
        PySet *s = set_at(vm, a), *o = set_at(vm, other);
        if (op == SET_ISSUBSET) {
            answer = s->used <= o->used ? set_is_subset(vm, a, other, 0) : 0;
        } else if (op == SET_ISSUPERSET) {
            answer = o->used <= s->used ? set_is_subset(vm, other, a, 0) : 0;
        } else {
            PySet *walked = s->used > o->used ? o : s, *tested = walked == s ? o : s;
            u32 position = 0, slot;
            SetEntry *e;
            int status = DICT_MISSING;
            while (status == DICT_MISSING && set_next(vm, walked, &position, &e))
                status = set_find(vm, tested, e->key, e->hash, &slot);
            answer = status < 0 ? status : status == DICT_MISSING;
        }
        if (answer == DICT_NEEDS_PYTHON)
            again = retain(vm, other);
        decref(vm, other);
    }
    if (again == EMPTY)
        return answer < 0 ? EMPTY : new_bool(vm, answer);
    Value result = tail_prelude(vm, PRELUDE_SET_OPERATION, 4, int48(op), a, again, TYPE_SET);
    decref(vm, again);
    return result;
}
// With anything but a set: whether the intersection is as large as the set, as CPython asks it.
static Value m_issubset(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (is_any_set(vm, args[1]))
        return test(vm, SET_ISSUBSET, args[0], args[1]);
    Value common = operation(vm, SET_INTERSECTION, args[0], args[1], TYPE_SET);
    if (common == VALUE_TAIL) {
        Value other = retain(vm, vm->tail_args[2]); // the iterable, or a list of what it gave
        tail_cancel(vm);
        Value result = tail_prelude(vm, PRELUDE_SET_OPERATION, 4, int48(SET_ISSUBSET), args[0], other, TYPE_SET);
        decref(vm, other);
        return result;
    }
    if (common == EMPTY)
        return EMPTY;
    bool all = set_at(vm, common)->used == set_at(vm, args[0])->used;
    decref(vm, common);
    return new_bool(vm, all);
}
static Value m_issuperset(VM *vm, Value *args, u32 nargs, Ref kwnames) { return test(vm, SET_ISSUPERSET, args[0], args[1]); }
static Value m_isdisjoint(VM *vm, Value *args, u32 nargs, Ref kwnames) { return test(vm, SET_ISDISJOINT, args[0], args[1]); }

// --- operators: both operands must be sets ------------------------------------------------------------------------------------------------------
Value set_binary(VM *vm, u32 op, bool in_place, Value a, Value b)
{
    if (!is_any_set(vm, a) || !is_any_set(vm, b))
        return new_notimplemented(vm);
    u32 set_op = op == BINARY_OR ? SET_UNION : op == BINARY_AND ? SET_INTERSECTION : op == BINARY_SUB ? SET_DIFFERENCE : SET_SYMMETRIC_DIFFERENCE;
    if (!in_place || base_type(vm, a) == TYPE_FROZENSET)
        return operation(vm, set_op, a, b, base_type(vm, a));
    if (op == BINARY_OR)
        return set_update_result(vm, a, b, a);
    u32 update = op == BINARY_AND ? SET_INTERSECTION_UPDATE : op == BINARY_SUB ? SET_DIFFERENCE_UPDATE : SET_SYMMETRIC_DIFFERENCE_UPDATE;
    return operation_update(vm, update, a, b, a);
}

#define SET_OPERATOR(name, op) \
    static Value m_##name(VM *vm, Value *args, u32 nargs, Ref kwnames) { return set_binary(vm, op, false, args[0], args[1]); } \
    static Value m_r##name(VM *vm, Value *args, u32 nargs, Ref kwnames) { return set_binary(vm, op, false, args[1], args[0]); } \
    static Value m_i##name(VM *vm, Value *args, u32 nargs, Ref kwnames) { return set_binary(vm, op, true, args[0], args[1]); }
SET_OPERATOR(or, BINARY_OR)
SET_OPERATOR(and, BINARY_AND)
SET_OPERATOR(sub, BINARY_SUB)
SET_OPERATOR(xor, BINARY_XOR)

#define SET_COMPARE(name, op) \
    static Value m_##name(VM *vm, Value *args, u32 nargs, Ref kwnames) { return container_compare(vm, op, args[0], args[1]); }
SET_COMPARE(lt, COMPARE_LT)
SET_COMPARE(le, COMPARE_LE)
SET_COMPARE(eq, COMPARE_EQ)
SET_COMPARE(ne, COMPARE_NE)
SET_COMPARE(gt, COMPARE_GT)
SET_COMPARE(ge, COMPARE_GE)

static Value m_sizeof(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PySet *s = set_at(vm, args[0]);
    return int48((i64)sizeof(PySet) + (s->entries ? ((i64)s->mask + 1) * (i64)sizeof(SetEntry) : 0));
}

#define BOTH(TYPE) \
    {"__len__", m_len, 1, 1, WRAPPER, TYPE, "($self, /)"}, {"__iter__", m_iter, 1, 1, WRAPPER, TYPE, "($self, /)"}, \
    {"__contains__", m_contains, 2, 2, METHOD, TYPE, "($self, object, /)"}, {"__or__", m_or, 2, 2, WRAPPER, TYPE, "($self, value, /)"}, \
    {"__ror__", m_ror, 2, 2, WRAPPER, TYPE, "($self, value, /)"}, {"__and__", m_and, 2, 2, WRAPPER, TYPE, "($self, value, /)"}, \
    {"__rand__", m_rand, 2, 2, WRAPPER, TYPE, "($self, value, /)"}, {"__sub__", m_sub, 2, 2, WRAPPER, TYPE, "($self, value, /)"}, \
    {"__rsub__", m_rsub, 2, 2, WRAPPER, TYPE, "($self, value, /)"}, {"__xor__", m_xor, 2, 2, WRAPPER, TYPE, "($self, value, /)"}, \
    {"__rxor__", m_rxor, 2, 2, WRAPPER, TYPE, "($self, value, /)"}, {"__lt__", m_lt, 2, 2, WRAPPER, TYPE, "($self, value, /)"}, \
    {"__le__", m_le, 2, 2, WRAPPER, TYPE, "($self, value, /)"}, {"__eq__", m_eq, 2, 2, WRAPPER, TYPE, "($self, value, /)"}, \
    {"__ne__", m_ne, 2, 2, WRAPPER, TYPE, "($self, value, /)"}, {"__gt__", m_gt, 2, 2, WRAPPER, TYPE, "($self, value, /)"}, \
    {"__ge__", m_ge, 2, 2, WRAPPER, TYPE, "($self, value, /)"}, {"copy", m_copy, 1, 1, METHOD, TYPE, "($self, /)"}, \
    {"union", m_union, 1, ANY_ARGS, METHOD, TYPE, "($self, /, *others)"}, \
    {"intersection", m_intersection, 1, ANY_ARGS, METHOD, TYPE, "($self, /, *others)"}, \
    {"difference", m_difference, 1, ANY_ARGS, METHOD, TYPE, "($self, /, *others)"}, \
    {"symmetric_difference", m_symmetric_difference, 2, 2, METHOD, TYPE, "($self, other, /)"}, \
    {"isdisjoint", m_isdisjoint, 2, 2, METHOD, TYPE, "($self, other, /)"}, {"issubset", m_issubset, 2, 2, METHOD, TYPE, "($self, other, /)"}, \
    {"issuperset", m_issuperset, 2, 2, METHOD, TYPE, "($self, other, /)"}, {"__sizeof__", m_sizeof, 1, 1, METHOD, TYPE, "($self, /)"}, \
    {"__class_getitem__", class_getitem_method, 2, 2, BUILTIN_FLAG_CLASSMETHOD, TYPE, "($type, object, /)"}

const BuiltinDef set_defs[] = {
    BOTH(TYPE_SET),
    BOTH(TYPE_FROZENSET),
    {"__new__", m_set_new, 0, ANY_ARGS, BUILTIN_FLAG_STATIC | KEYWORDS, TYPE_SET, "($type, *args, **kwargs)"},
    {"__new__", m_set_construct, 1, ANY_ARGS, BUILTIN_FLAG_CONSTRUCT | KEYWORDS, TYPE_SET, NULL},
    {"__init__", m_set_init, 1, ANY_ARGS, WRAPPER | KEYWORDS, TYPE_SET, "($self, /, *args, **kwargs)"},
    {"__ior__", m_ior, 2, 2, WRAPPER, TYPE_SET, "($self, value, /)"},
    {"__iand__", m_iand, 2, 2, WRAPPER, TYPE_SET, "($self, value, /)"},
    {"__isub__", m_isub, 2, 2, WRAPPER, TYPE_SET, "($self, value, /)"},
    {"__ixor__", m_ixor, 2, 2, WRAPPER, TYPE_SET, "($self, value, /)"},
    {"__hash__", NULL, 1, 1, 0, TYPE_SET, NULL},
    {"add", m_add, 2, 2, METHOD, TYPE_SET, "($self, object, /)"},
    {"discard", m_discard, 2, 2, METHOD, TYPE_SET, "($self, object, /)"},
    {"remove", m_remove, 2, 2, METHOD, TYPE_SET, "($self, object, /)"},
    {"pop", m_pop, 1, 1, METHOD, TYPE_SET, "($self, /)"},
    {"clear", m_clear, 1, 1, METHOD, TYPE_SET, "($self, /)"},
    {"update", m_update, 1, ANY_ARGS, METHOD, TYPE_SET, "($self, /, *others)"},
    {"difference_update", m_difference_update, 1, ANY_ARGS, METHOD, TYPE_SET, "($self, /, *others)"},
    {"intersection_update", m_intersection_update, 1, ANY_ARGS, METHOD, TYPE_SET, "($self, /, *others)"},
    {"symmetric_difference_update", m_symmetric_difference_update, 2, 2, METHOD, TYPE_SET, "($self, other, /)"},
    {"__new__", m_frozenset_new, 0, ANY_ARGS, BUILTIN_FLAG_STATIC | KEYWORDS, TYPE_FROZENSET, "($type, *args, **kwargs)"},
    {"__hash__", hash_method, 1, 1, WRAPPER, TYPE_FROZENSET, "($self, /)"},
    {"", NULL, 0, 0, 0, 0, NULL},
};
