// pickle.dumps() of protocols 2 to 5 (src/modules/_pickle_code.py). Objects of builtin types and plain instances are written here; how any other is made
// again is asked of Python. Nothing here calls Python code: what is open lies in lists of the heap, so that the writer can return with a question and go
// on with the answer. What it gives up, None, is pickle.py's from the beginning.
#include "containers.h"
#include "pickle_writer.h"
#include "strings.h"

#define BATCH 1000u
#define MOST_OPEN 20000u // containers in containers

// One open object: four items of the list `work`.
enum { KIND, OBJECT, EXTRA, POSITION, FRAME_ITEMS };
// KIND's low byte. (A dict's also has its length; EXTRA of a list and a set says whether a batch is open, of a set's copy it is the set.)
enum { SAVE_LIST, SAVE_ITEMS, SAVE_TUPLE, SAVE_DICT, SAVE_ONE, SAVE_PAIRS, SAVE_SET, SAVE_FROZENSET, SAVE_BUILD, SAVE_REDUCED };
// What is open in a list
enum { NOTHING, MARKED, SINGLE };
// Results
enum { DONE, OPENED, ASK, PAUSE, GIVE_UP, CHANGED, RAISED };

// What Python says: (kind, …)
enum { SAYS_GLOBAL, SAYS_REDUCE, SAYS_NEWOBJ, SAYS_NEWOBJ_EX };
// (SAYS_GLOBAL, module, name); else (kind, parts, () or (state,), () or (setter,), tuple of list items, tuple of pairs)
enum { ANSWER_KIND, ANSWER_PARTS, ANSWER_STATE, ANSWER_SETTER, ANSWER_ITEMS, ANSWER_PAIRS, ANSWER_LENGTH };

// --- open objects ---------------------------------------------------------------------------------------------------------------------------
INLINE Value *frame_at(Dumper *d, u32 at) { return list_items(d->vm, list_at(d->vm, d->work)) + at; }

static int open_object(Dumper *d, u64 kind, Value object, Value extra)
{
    VM *vm = d->vm;
    return list_append(vm, d->work, int48((i64)kind)) && list_append(vm, d->work, object) && list_append(vm, d->work, extra) && list_append(vm, d->work, int48(0)) ? OPENED : RAISED;
}
static void close_object(Dumper *d)
{
    PyList *work = list_at(d->vm, d->work);
    work->length -= FRAME_ITEMS;
    const Value *frame = list_items(d->vm, work) + work->length;
    Value object = frame[OBJECT], extra = frame[EXTRA];
    decref(d->vm, object);
    decref(d->vm, extra);
}
INLINE int opened_or(bool good) { return good ? DONE : RAISED; }

static int save_value(Dumper *d, Value v);
// (Both texts are exact strings, or else nothing of it can be done here.)
static int save_global(Dumper *d, Value v, Value module, Value name)
{
    if (d->protocol < 4) {
        const PyStr *first = OBJ(d->vm, PyStr, module), *second = OBJ(d->vm, PyStr, name);
        bool plain = is_str(d->vm, module) && is_str(d->vm, name) && first->ascii && second->ascii && find_byte(second->data, 0, second->length, '.') < 0;
        return plain ? opened_or(save_global_lines(d, first, second) && remember(d, v)) : GIVE_UP;
    }
    int status = save_value(d, module);
    status = status == DONE ? save_value(d, name) : status;
    return status != DONE ? GIVE_UP : opened_or(put(d, PICKLE_STACK_GLOBAL) && remember(d, v));
}

// --- instances whose class has no say in how they are pickled -----------------------------------------------------------------------------------
// Whether an instance says itself how it is pickled.
static bool has_own_hooks(Dumper *d, Value v)
{
    static const char names[6][20] = {"__reduce_ex__", "__reduce__", "__getstate__", "__getnewargs__", "__getnewargs_ex__", "__dict__"};
    Ref shape = OBJ(d->vm, PyInstance, v)->shape;
    if (shape == d->plain_shape)
        return false;
    for (u32 i = 0; i < 6; i++) {
        Ref name = str_intern_c(d->vm, names[i]);
        if (!name || instance_get_peek(d->vm, v, name) != EMPTY)
            return true;
    }
    if (!(AT(d->vm, PyShape, shape)->flags & SHAPE_DICT))
        d->plain_shape = shape;
    return false;
}

// Whether all that is to be known of a class's instances is what lies in their __dict__ and slots.
static bool makes_plain_instances(VM *vm, Ref cls)
{
    static const char names[6][20] = {"__reduce_ex__", "__reduce__", "__getstate__", "__getnewargs__", "__getnewargs_ex__", "__class__"};
    const PyType *type = type_at(vm, cls);
    if (ref_type(vm, cls) != TYPE_TYPE || type->kind != LAYOUT_OBJECT || !(type->flags & TYPE_HEAP) || type->flags & TYPE_HAS_GETATTRIBUTE || type->specials[SPECIAL_getattr])
        return false;
    for (u32 i = 0; i < 6; i++) {
        Ref name = str_intern_c(vm, names[i]);
        if (!name || type_lookup_peek(vm, cls, name) != dict_get_str_peek(vm, type_at(vm, TYPE_OBJECT)->dict, name))
            return false;
    }
    return true;
}

static Value module_dict(VM *vm, Value name)
{
    Value module;
    bool found = is_exact(vm, vm->sys_modules, TYPE_DICT) && dict_get_peek(vm, vm->sys_modules, name, &module) == DICT_FOUND && is_exact(vm, module, TYPE_MODULE);
    return found ? OBJ(vm, PyModule, module)->dict : EMPTY;
}

static Value copyreg_dict(VM *vm, const char *name)
{
    Value dict = module_dict(vm, str_intern_c(vm, "copyreg")), found = dict == EMPTY ? EMPTY : dict_get_str_peek(vm, dict, str_intern_c(vm, name));
    return is_exact(vm, found, TYPE_DICT) ? found : EMPTY;
}
static bool has_reducer(VM *vm, Ref cls)
{
    Value reducers = copyreg_dict(vm, "dispatch_table"), found;
    return reducers == EMPTY || dict_get_peek(vm, reducers, cls, &found) != DICT_MISSING;
}
static bool has_extension_codes(VM *vm)
{
    Value codes = copyreg_dict(vm, "_extension_registry");
    return codes == EMPTY || dict_length(vm, codes);
}

// Whether Python 2 has had another name for something.
static bool is_renamed(VM *vm, Value module, Value name)
{
    Value dict = module_dict(vm, str_intern_c(vm, "_compat_pickle")), found;
    Value modules = dict == EMPTY ? EMPTY : dict_get_str_peek(vm, dict, str_intern_c(vm, "REVERSE_IMPORT_MAPPING"));
    Value names = dict == EMPTY ? EMPTY : dict_get_str_peek(vm, dict, str_intern_c(vm, "REVERSE_NAME_MAPPING"));
    Value both = tuple_from(vm, (Value[]){module, name}, 2);
    bool same = both != EMPTY && is_exact(vm, modules, TYPE_DICT) && is_exact(vm, names, TYPE_DICT) && dict_get_peek(vm, modules, module, &found) == DICT_MISSING
        && dict_get_peek(vm, names, both, &found) == DICT_MISSING;
    decref(vm, both);
    exception_clear(vm);
    return !same;
}

// Saves a class or function that its module has under its name: ASK if that is not plain to see.
static int save_named(Dumper *d, Value v, Value module, Value name)
{
    VM *vm = d->vm;
    if (!is_str(vm, module) || !is_str(vm, name) || has_extension_codes(vm) || (d->protocol < 3 && is_renamed(vm, module, name)))
        return ASK;
    Value dict = module_dict(vm, module);
    Ref interned = str_intern(vm, name);
    if (dict == EMPTY || !interned || dict_get_str_peek(vm, dict, interned) != v)
        return ASK;
    return save_global(d, v, module, name);
}
static int save_class(Dumper *d, Ref cls)
{
    VM *vm = d->vm;
    const PyType *type = type_at(vm, cls);
    return ref_type(vm, cls) == TYPE_TYPE && type->flags & TYPE_HEAP ? save_named(d, cls, dict_get_str_peek(vm, type->dict, NAME(vm, __module__)), type->qualname) : ASK;
}

// A __dict__ that is an object already is the state itself: others may hold it too.
static Value own_state(VM *vm, Value v)
{
    bool has_dict = AT(vm, PyShape, OBJ(vm, PyInstance, v)->shape)->flags & SHAPE_DICT && !type_at(vm, ref_type(vm, v))->member_count;
    if (!has_dict)
        return instance_whole_state(vm, v);
    Value dict = instance_dict(vm, v);
    return !is_exact(vm, dict, TYPE_DICT) ? EMPTY : dict_length(vm, dict) ? retain(vm, dict) : new_none(vm);
}

// ASK: it is not.
static int save_plain(Dumper *d, Value v)
{
    VM *vm = d->vm;
    u32 word = *table_slot(d, ref_type(vm, v));
    if ((word && !(word & 1)) || kind_of(vm, v) != LAYOUT_OBJECT || has_own_hooks(d, v))
        return ASK;
    Value state = own_state(vm, v);
    if (state == EMPTY) {
        exception_clear(vm);
        return ASK;
    }
    int status = DONE;
    if (!word) {
        Ref cls = ref_type(vm, v);
        status = makes_plain_instances(vm, cls) && !has_reducer(vm, cls) ? save_class(d, cls) : ASK;
        if (status == DONE)
            *table_slot(d, cls) |= 1;
    }
    if (status == DONE)
        status = opened_or((!word || put_get(d, word)) && put(d, PICKLE_EMPTY_TUPLE) && put(d, PICKLE_NEWOBJ) && remember(d, v));
    if (status == DONE && state != NONE) {
        status = open_object(d, SAVE_BUILD, NONE, NONE);
        if (status == OPENED)
            status = save_value(d, state);
        if (status == DONE) {
            close_object(d);
            status = opened_or(put(d, PICKLE_BUILD));
        }
    }
    decref(vm, state);
    return status;
}

// --- all values -----------------------------------------------------------------------------------------------------------------------------
static int save_container(Dumper *d, Value v, Ref type)
{
    VM *vm = d->vm;
    u32 count;
    switch (type) {
    case TYPE_TUPLE:
        count = tuple_at(vm, v)->length;
        if (!count)
            return opened_or(put(d, PICKLE_EMPTY_TUPLE));
        return count > 3 && !put(d, PICKLE_MARK) ? RAISED : open_object(d, SAVE_TUPLE, v, NONE);
    case TYPE_LIST:
        return !put(d, PICKLE_EMPTY_LIST) || !remember(d, v) ? RAISED : list_at(vm, v)->length ? open_object(d, SAVE_LIST, v, int48(NOTHING)) : DONE;
    case TYPE_DICT:
        count = dict_length(vm, v);
        if (!put(d, PICKLE_EMPTY_DICT) || !remember(d, v))
            return RAISED;
        return !count ? DONE : count > 1 && !put(d, PICKLE_MARK) ? RAISED : open_object(d, SAVE_DICT | (u64)count << 8, v, NONE);
    default:;
        bool frozen = type == TYPE_FROZENSET;
        count = set_at(vm, v)->used;
        if (!frozen && (!put(d, PICKLE_EMPTY_SET) || !remember(d, v)))
            return RAISED;
        if (!frozen && !count)
            return DONE;
        Value items = tuple_new(vm, count);
        if (items == EMPTY)
            return RAISED;
        u32 position = 0, filled = 0;
        for (SetEntry *entry; filled < count && set_next(vm, set_at(vm, v), &position, &entry);)
            tuple_at(vm, items)->items[filled++] = retain(vm, entry->key);
        int status = put(d, PICKLE_MARK) ? open_object(d, frozen ? SAVE_FROZENSET : SAVE_SET, items, v) : RAISED;
        decref(vm, items);
        return status;
    }
}

static int save_value(Dumper *d, Value v)
{
    VM *vm = d->vm;
    pickle_boundary(d);
    if (!is_object(v))
        return opened_or(save_number(d, v));
    if (v == NONE || v == TRUE || v == FALSE)
        return opened_or(put(d, v == NONE ? PICKLE_NONE : v == TRUE ? PICKLE_NEWTRUE : PICKLE_NEWFALSE));
    Ref type = ref_type(vm, v);
    if (type == TYPE_INT)
        return opened_or(save_big_int(d, v));
    u32 known = *table_slot(d, v);
    if (known)
        return opened_or(put_get(d, known));
    switch (type) {
    case TYPE_STR: return opened_or(save_str(d, v));
    case TYPE_BYTES:
        if (d->protocol >= 3)
            return opened_or(save_bytes(d, v, false));
        break;
    case TYPE_BYTEARRAY:
        if (d->protocol >= 5)
            return opened_or(save_bytes(d, v, true));
        break;
    case TYPE_SET: case TYPE_FROZENSET:
        if (d->protocol >= 4)
            return save_container(d, v, type);
        break;
    case TYPE_LIST: case TYPE_TUPLE: case TYPE_DICT: return save_container(d, v, type);
    default:;
        const PyFunction *f = OBJ(vm, PyFunction, v);
        int status = type == TYPE_TYPE ? save_class(d, (Ref)v) : type == TYPE_FUNCTION ? save_named(d, v, f->module, f->qualname) : save_plain(d, v);
        if (status != ASK)
            return status;
    }
    d->asked = v;
    return ASK;
}

// --- what is done next with the innermost open object: OPENED if there is another one now, or none --------------------------------------------
#define SAVE_OR_RETURN(v) \
    do { \
        int status_ = save_value(d, v); \
        if (status_ != DONE) \
            return status_; \
    } while (0)

static int go_on_list(Dumper *d, u32 at, bool is_iterated)
{
    VM *vm = d->vm;
    for (Value *frame = frame_at(d, at);;) {
        u32 count, index = (u32)int48_value(frame[POSITION]), batch = (u32)int48_value(frame[EXTRA]);
        const Value *items = sequence_items(vm, frame[OBJECT], &count);
        if (batch != NOTHING && (index % BATCH == 0 || index >= count)) {
            if (!put(d, batch == SINGLE ? PICKLE_APPEND : PICKLE_APPENDS))
                return RAISED;
            frame[EXTRA] = int48(batch = NOTHING);
        }
        if (index >= count) {
            close_object(d);
            return OPENED;
        }
        if (batch == NOTHING) {
            bool single = is_iterated ? count - index == 1 : count == 1;
            if (!single && !put(d, PICKLE_MARK))
                return RAISED;
            frame[EXTRA] = int48(single ? SINGLE : MARKED);
        }
        frame[POSITION] = int48(index + 1);
        SAVE_OR_RETURN(items[index]);
    }
}

static int go_on_tuple(Dumper *d, u32 at)
{
    Value *frame = frame_at(d, at), tuple = frame[OBJECT];
    u32 count = tuple_at(d->vm, tuple)->length;
    for (u32 index = (u32)int48_value(frame[POSITION]); index < count; index++) {
        frame[POSITION] = int48(index + 1);
        SAVE_OR_RETURN(tuple_at(d->vm, tuple)->items[index]);
    }
    u32 known = *table_slot(d, tuple);
    bool good;
    if (known) { // it holds itself, and has been made meanwhile
        good = count > 3 ? put(d, PICKLE_POP_MARK) : true;
        for (u32 i = 0; count <= 3 && i < count; i++)
            good = good && put(d, PICKLE_POP);
        good = good && put_get(d, known);
    } else {
        good = put(d, count > 3 ? PICKLE_TUPLE : (u8)(PICKLE_TUPLE1 + count - 1)) && remember(d, tuple);
    }
    close_object(d);
    return good ? OPENED : RAISED;
}

// POSITION: place in the dict, and 2^32 times how many are in the batch.
static int go_on_dict(Dumper *d, u32 at)
{
    VM *vm = d->vm;
    for (;;) {
        Value *frame = frame_at(d, at), dict = frame[OBJECT], key, value;
        u32 count = (u32)(int48_value(frame[KIND]) >> 8), place = (u32)int48_value(frame[POSITION]), in_batch = (u32)(int48_value(frame[POSITION]) >> 32);
        if (in_batch == BATCH) {
            if (!put(d, PICKLE_SETITEMS) || !put(d, PICKLE_MARK))
                return RAISED;
            in_batch = 0;
        }
        bool more = dict_next(vm, dict, &place, &key, &value);
        if (dict_length(vm, dict) != count)
            return CHANGED;
        if (!more) {
            close_object(d);
            return put(d, count == 1 ? PICKLE_SETITEM : PICKLE_SETITEMS) ? OPENED : RAISED;
        }
        frame[POSITION] = int48((i64)(place | (u64)(in_batch + 1) << 32));
        if (is_object(key) && !is_str(vm, key) && open_object(d, SAVE_ONE, value, NONE) != OPENED)
            return RAISED;
        SAVE_OR_RETURN(key);
        if (is_object(key) && !is_str(vm, key))
            return OPENED;
        SAVE_OR_RETURN(value);
    }
}

// A value whose key has been saved.
static int go_on_one(Dumper *d, u32 at)
{
    Value *frame = frame_at(d, at);
    if (frame[POSITION] == int48(0)) {
        frame[POSITION] = int48(1);
        SAVE_OR_RETURN(frame[OBJECT]);
    }
    close_object(d);
    return OPENED;
}

// Pairs of an iterator: the last one alone has no mark. POSITION counts keys and values.
static int go_on_pairs(Dumper *d, u32 at)
{
    VM *vm = d->vm;
    for (Value *frame = frame_at(d, at), pairs = frame[OBJECT];;) {
        u32 count = tuple_at(vm, pairs)->length * 2, index = (u32)int48_value(frame[POSITION]), batch = (u32)int48_value(frame[EXTRA]);
        if (batch != NOTHING && (index % (2 * BATCH) == 0 || index == count)) {
            if (!put(d, batch == SINGLE ? PICKLE_SETITEM : PICKLE_SETITEMS))
                return RAISED;
            frame[EXTRA] = int48(batch = NOTHING);
        }
        if (index == count) {
            close_object(d);
            return OPENED;
        }
        if (batch == NOTHING) {
            if (count - index > 2 && !put(d, PICKLE_MARK))
                return RAISED;
            frame[EXTRA] = int48(count - index > 2 ? MARKED : SINGLE);
        }
        frame[POSITION] = int48(index + 1);
        Value pair = tuple_at(vm, pairs)->items[index / 2];
        SAVE_OR_RETURN(tuple_at(vm, pair)->items[index % 2]);
    }
}

// A copy of a set's items; of a whole number of batches the last one is empty.
static int go_on_set(Dumper *d, u32 at, bool frozen)
{
    VM *vm = d->vm;
    Value *frame = frame_at(d, at), items = frame[OBJECT], set = frame[EXTRA];
    u32 count = tuple_at(vm, items)->length;
    for (u32 index = (u32)int48_value(frame[POSITION]); index < count; index++) {
        if (!frozen && index && index % BATCH == 0 && (!put(d, PICKLE_ADDITEMS) || !put(d, PICKLE_MARK)))
            return RAISED;
        frame[POSITION] = int48(index + 1);
        SAVE_OR_RETURN(tuple_at(vm, items)->items[index]);
    }
    bool good = frozen || count % BATCH || (put(d, PICKLE_ADDITEMS) && put(d, PICKLE_MARK));
    u32 known = frozen ? *table_slot(d, set) : 0;
    if (!frozen)
        good = good && put(d, PICKLE_ADDITEMS);
    else if (known) // it holds itself
        good = put(d, PICKLE_POP_MARK) && put_get(d, known);
    else
        good = put(d, PICKLE_FROZENSET) && remember(d, set);
    close_object(d);
    return good ? OPENED : RAISED;
}

// What Python has answered, part by part: POSITION counts.
static int go_on_reduced(Dumper *d, u32 at)
{
    VM *vm = d->vm;
    for (;;) {
        Value *frame = frame_at(d, at), object = frame[OBJECT];
        const Value *answer = tuple_at(vm, frame[EXTRA])->items;
        u32 step = (u32)int48_value(frame[POSITION]), parts = tuple_at(vm, answer[ANSWER_PARTS])->length, known;
        const PyTuple *state = tuple_at(vm, answer[ANSWER_STATE]), *setter = tuple_at(vm, answer[ANSWER_SETTER]);
        frame[POSITION] = int48(step + 1);
        if (step < parts) {
            SAVE_OR_RETURN(tuple_at(vm, answer[ANSWER_PARTS])->items[step]);
            continue;
        }
        switch (step - parts) {
        case 0: {
            i64 kind = int48_value(answer[ANSWER_KIND]);
            if (!put(d, kind == SAYS_REDUCE ? PICKLE_REDUCE : kind == SAYS_NEWOBJ ? PICKLE_NEWOBJ : PICKLE_NEWOBJ_EX))
                return RAISED;
            known = *table_slot(d, object);
            if (!(known ? put(d, PICKLE_POP) && put_get(d, known) : remember(d, object)))
                return RAISED;
            continue;
        }
        case 1:
        case 2: {
            u32 which = step - parts == 1 ? ANSWER_ITEMS : ANSWER_PAIRS;
            if (tuple_at(vm, answer[which])->length)
                return open_object(d, which == ANSWER_ITEMS ? SAVE_ITEMS : SAVE_PAIRS, answer[which], int48(NOTHING));
            continue;
        }
        case 3:
            if (!state->length)
                break;
            SAVE_OR_RETURN(setter->length ? setter->items[0] : state->items[0]);
            continue;
        case 4:
            if (!setter->length) {
                if (!put(d, PICKLE_BUILD))
                    return RAISED;
                break;
            }
            SAVE_OR_RETURN(object);
            continue;
        case 5:
            SAVE_OR_RETURN(state->items[0]);
            continue;
        default:
            if (!put(d, PICKLE_TUPLE2) || !put(d, PICKLE_REDUCE) || !put(d, PICKLE_POP))
                return RAISED;
        }
        close_object(d);
        return OPENED;
    }
}

static int go_on(Dumper *d)
{
    for (;;) {
        u32 length = list_at(d->vm, d->work)->length, at = length - FRAME_ITEMS;
        if (!length)
            return DONE;
        if (length > MOST_OPEN * FRAME_ITEMS)
            return GIVE_UP;
        if (++d->saved % PICKLE_LEAST_POLLED == 0 && interrupted(d->vm))
            return PAUSE;
        int status;
        switch (int48_value(frame_at(d, at)[KIND]) & 0xFF) {
        case SAVE_LIST: status = go_on_list(d, at, false); break;
        case SAVE_ITEMS: status = go_on_list(d, at, true); break;
        case SAVE_TUPLE: status = go_on_tuple(d, at); break;
        case SAVE_DICT: status = go_on_dict(d, at); break;
        case SAVE_ONE: status = go_on_one(d, at); break;
        case SAVE_PAIRS: status = go_on_pairs(d, at); break;
        case SAVE_SET: status = go_on_set(d, at, false); break;
        case SAVE_FROZENSET: status = go_on_set(d, at, true); break;
        case SAVE_BUILD:
            close_object(d);
            status = put(d, PICKLE_BUILD) ? OPENED : RAISED;
            break;
        default: status = go_on_reduced(d, at);
        }
        if (status != OPENED)
            return status;
    }
}

// --- questions and answers --------------------------------------------------------------------------------------------------------------------
enum { STATE_OUT, STATE_KEEP, STATE_WORK, STATE_TABLE, STATE_LENGTH, STATE_FRAME, STATE_PROTOCOL, STATE_ASKED, STATE_ITEMS };

static bool is_answer(VM *vm, Value answer)
{
    if (!is_exact(vm, answer, TYPE_TUPLE) || !tuple_at(vm, answer)->length || !is_int48(tuple_at(vm, answer)->items[ANSWER_KIND]))
        return false;
    const PyTuple *parts = tuple_at(vm, answer);
    i64 kind = int48_value(parts->items[ANSWER_KIND]);
    if (kind == SAYS_GLOBAL)
        return parts->length == 3;
    bool good = parts->length == ANSWER_LENGTH;
    for (u32 i = 1; good && i < ANSWER_LENGTH; i++)
        good = is_exact(vm, parts->items[i], TYPE_TUPLE);
    for (u32 i = 0; good && i < tuple_at(vm, parts->items[ANSWER_PAIRS])->length; i++) {
        Value pair = tuple_at(vm, parts->items[ANSWER_PAIRS])->items[i];
        good = is_exact(vm, pair, TYPE_TUPLE) && tuple_at(vm, pair)->length == 2;
    }
    return good;
}

static int take_answer(Dumper *d, Value answer)
{
    VM *vm = d->vm;
    if (!is_answer(vm, answer))
        return GIVE_UP;
    const Value *parts = tuple_at(vm, answer)->items;
    switch (int48_value(parts[ANSWER_KIND])) {
    case SAYS_GLOBAL: return save_global(d, d->asked, parts[1], parts[2]);
    case SAYS_NEWOBJ_EX:
        if (d->protocol < 4)
            return GIVE_UP;
        [[fallthrough]];
    default: return open_object(d, SAVE_REDUCED, d->asked, answer);
    }
}

// The state as a list whose last item is what is asked (or None: nothing is, Python has but had time to look at interrupts).
static Value question(Dumper *d, Value asked)
{
    VM *vm = d->vm;
    Value asked_or_none = asked == EMPTY ? new_none(vm) : tuple_from(vm, &asked, 1);
    Value items[STATE_ITEMS] = {d->out, d->keep, d->work, d->table, int48(d->length), int48(d->frame), int48(d->protocol), asked_or_none};
    Value state = asked_or_none == EMPTY ? EMPTY : list_new(vm, STATE_ITEMS);
    for (u32 i = 0; state != EMPTY && i < STATE_ITEMS; i++)
        list_append(vm, state, items[i]);
    decref(vm, asked_or_none);
    return state;
}

// A state that question() may have made: the program can find it while it is asked.
static bool is_state(VM *vm, Value v)
{
    static const Ref types[STATE_ASKED] = {[STATE_OUT] = TYPE_BYTEARRAY, [STATE_KEEP] = TYPE_LIST, [STATE_WORK] = TYPE_LIST, [STATE_TABLE] = TYPE_BYTEARRAY};
    if (!pickle_is_state(vm, v, STATE_ITEMS, types, STATE_ASKED))
        return false;
    const Value *state = list_items(vm, list_at(vm, v)), asked = state[STATE_ASKED];
    return list_at(vm, state[STATE_WORK])->length % FRAME_ITEMS == 0 && (u64)int48_value(state[STATE_LENGTH]) <= OBJ(vm, PyByteArray, state[STATE_OUT])->length &&
           (asked == NONE || (is_exact(vm, asked, TYPE_TUPLE) && tuple_at(vm, asked)->length == 1));
}

// pickle_dump(object, protocol, []): the bytes; None: pickle.py has to do it; False: a dict has changed meanwhile; or a list, the state, whose last item is (object,) that Python is to answer
// for, or None. pickle_dump(state, answer, None) goes on. The empty list becomes the memo.
static Value pickle_dump(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    (void)nargs;
    (void)kwnames;
    Dumper d = {.vm = vm};
    int status = RAISED;
    if (is_int48(args[1]) && is_exact(vm, args[2], TYPE_LIST)) {
        if (pickle_start(&d, (u32)int48_value(args[1]), args[2]))
            status = save_value(&d, args[0]);
    } else {
        if (!is_state(vm, args[0]))
            return raise_error(vm, EXC_TypeError, "not the state of a pickling");
        const Value *state = list_items(vm, list_at(vm, args[0])), asked = state[STATE_ASKED];
        d.out = retain(vm, state[STATE_OUT]);
        d.keep = retain(vm, state[STATE_KEEP]);
        d.work = retain(vm, state[STATE_WORK]);
        d.table = retain(vm, state[STATE_TABLE]);
        d.length = (u32)int48_value(state[STATE_LENGTH]);
        d.frame = (u32)int48_value(state[STATE_FRAME]);
        d.protocol = (u32)int48_value(state[STATE_PROTOCOL]);
        if (asked == NONE) {
            status = DONE;
        } else {
            d.asked = tuple_at(vm, asked)->items[0];
            status = take_answer(&d, args[1]);
        }
    }
    if (status == DONE || status == OPENED)
        status = go_on(&d);
    Value result = status == DONE ? pickle_finish(&d) : status == ASK ? question(&d, d.asked) : status == PAUSE ? question(&d, EMPTY) : status == GIVE_UP ? new_none(vm) : status == CHANGED ? new_bool(vm, false) : EMPTY;
    decref(vm, d.out);
    decref(vm, d.keep);
    decref(vm, d.work);
    decref(vm, d.table);
    return result;
}

extern const BuiltinDef pickle_dump_defs[];
const BuiltinDef pickle_dump_defs[] = {
    {"pickle_dump", pickle_dump, 3, 3, 0, 0, NULL},
    {"", 0, 0, 0, 0, 0, 0},
};
