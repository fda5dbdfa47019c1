// pickle.loads() of protocols 2 to 5 (src/modules/_pickle_code.py). What the codes ask for is done here as long as it needs no Python code; else the reader
// returns with a question, its state being lists of the heap, and goes on with the answer. Rare codes and damaged pickles it gives up, None: they are
// pickle.py's from the beginning.
#include "containers.h"
#include "ints.h"
#include "pickle.h"
#include "strings.h"

#define NEWEST_PROTOCOL 5u
#define MOST_LONG 0x1000000u // bytes of an int

// What is asked, with what lies in STATE_FIRST … STATE_THIRD. Those up to ASKS_FROZENSET are answered with an object for the stack.
enum {
    ASKS_CLASS,      // module, name
    ASKS_REDUCE,     // callable, arguments
    ASKS_NEWOBJ,     // class, arguments
    ASKS_NEWOBJ_EX,  // class, arguments, keywords
    ASKS_FROZENSET,  // list of items
    ASKS_BUILD,      // object, state
    ASKS_EXTEND,     // object, list of items
    ASKS_SETITEMS,   // object, list of keys and values
    ASKS_ADDITEMS,   // object, list of items
    ASKS_BYTES,      // number: so many bytes more, to be put behind those that have not been read
    ASKS_NOTHING,    // Python has had time to look at interrupts
};
enum { STATE_DATA, STATE_PLACE, STATE_STACK, STATE_MARKS, STATE_MEMO, STATE_ASKS, STATE_FIRST, STATE_SECOND, STATE_THIRD, STATE_ITEMS };

// Results of a code
enum { DONE, STOPPED, GIVE_UP, RAISED, ASK };

typedef struct Loader {
    VM *vm;
    Value data, stack, marks, memo; // bytes, lists
    const u8 *bytes;
    u32 at, size, code_at, count;
    u32 asks;
    Value operands[3]; // owned
} Loader;

// --- bytes --------------------------------------------------------------------------------------------------------------------------------
// The next bytes; NULL: there are not as many (and what is missing is asked for).
static const u8 *take(Loader *r, u64 count)
{
    if (count > r->size - r->at) {
        u64 missing = count - (r->size - r->at);
        r->asks = ASKS_BYTES;
        r->operands[0] = int48(missing > INT48_MAX ? INT48_MAX : (i64)missing);
        return NULL;
    }
    const u8 *from = r->bytes + r->at;
    r->at += (u32)count;
    return from;
}
static u64 little_endian(const u8 *from, u32 bytes)
{
    u64 n = 0;
    for (u32 i = bytes; i--;)
        n = n << 8 | from[i];
    return n;
}
static bool take_number(Loader *r, u32 bytes, u64 *n)
{
    const u8 *from = take(r, bytes);
    if (from)
        *n = little_endian(from, bytes);
    return from != NULL;
}
// A length in so many bytes and what it is of.
static const u8 *take_counted(Loader *r, u32 bytes, u64 *length) { return take_number(r, bytes, length) ? take(r, *length) : NULL; }

// --- stack ----------------------------------------------------------------------------------------------------------------------------------
INLINE PyList *stack_of(Loader *r) { return list_at(r->vm, r->stack); }
static u32 fence(Loader *r) // what lies below belongs to an outer mark
{
    PyList *marks = list_at(r->vm, r->marks);
    return marks->length ? (u32)int48_value(list_items(r->vm, marks)[marks->length - 1]) : 0;
}
static bool has(Loader *r, u32 count) { return stack_of(r)->length >= fence(r) + count; }
static Value pop(Loader *r) // owned; there is one
{
    PyList *stack = stack_of(r);
    return list_items(r->vm, stack)[--stack->length];
}
INLINE Value *top(Loader *r, u32 below) { return list_items(r->vm, stack_of(r)) + stack_of(r)->length - 1 - below; }
static int push(Loader *r, Value v_taken) { return v_taken != EMPTY && list_append_take(r->vm, r->stack, v_taken) ? DONE : RAISED; }

// The items above the last mark stay where they are: their number. The mark is gone; false: there is none.
static bool pop_mark(Loader *r, u32 *count)
{
    PyList *marks = list_at(r->vm, r->marks);
    if (!marks->length)
        return false;
    *count = stack_of(r)->length - fence(r);
    marks->length--;
    return true;
}
static void drop_items(Loader *r, u32 count)
{
    while (count--) {
        Value v = pop(r);
        decref(r->vm, v);
    }
}
// The uppermost items as a list; EMPTY with MemoryError.
static Value take_items(Loader *r, u32 count)
{
    VM *vm = r->vm;
    Value list = list_new(vm, count);
    for (u32 i = 0; list != EMPTY && i < count; i++)
        list_append(vm, list, *top(r, count - 1 - i)); // (there is room)
    if (list != EMPTY)
        drop_items(r, count);
    return list;
}

static int ask(Loader *r, u32 asks, Value first_taken, Value second_taken, Value third_taken)
{
    r->asks = asks;
    r->operands[0] = first_taken;
    r->operands[1] = second_taken;
    r->operands[2] = third_taken;
    return ASK;
}

// --- objects ----------------------------------------------------------------------------------------------------------------------------------
static int push_str(Loader *r, u32 length_bytes)
{
    u64 length;
    const u8 *from = take_counted(r, length_bytes, &length);
    if (!from)
        return ASK;
    bool good = bytes_are_ascii(from, (u32)length);
    return !good && !is_utf8(from, (u32)length) ? GIVE_UP : push(r, good ? str_from_bytes_latin1(r->vm, from, (u32)length) : str_from_utf8(r->vm, from, (u32)length));
}

static int push_bytes(Loader *r, u32 length_bytes, bool is_array)
{
    u64 length;
    const u8 *from = take_counted(r, length_bytes, &length);
    return !from ? ASK : push(r, is_array ? bytearray_new(r->vm, from, (u32)length) : bytes_new(r->vm, from, (u32)length));
}

static int push_long(Loader *r, u32 length_bytes)
{
    u64 length;
    const u8 *from = take_counted(r, length_bytes, &length);
    if (!from)
        return ASK;
    if (length > MOST_LONG)
        return GIVE_UP;
    bool negative = length && from[length - 1] & 0x80;
    if (length <= 8)
        return push(r, int_from_i64(r->vm, (i64)(little_endian(from, (u32)length) | (negative && length < 8 ? ~0ull << 8 * length : 0))));
    u32 count = (u32)(length + 3) / 4;
    PyInt *n = int_new(r->vm, count);
    if (!n)
        return RAISED;
    u32 carry = negative;
    for (u32 i = 0; i < count; i++) {
        u32 limb = negative ? 0xFFFFFFFF : 0;
        for (u32 k = 0; k < 4 && i * 4 + k < length; k++)
            limb = (limb & ~(0xFFu << 8 * k)) | (u32)from[i * 4 + k] << 8 * k;
        if (negative) {
            u64 sum = (u64)(u32)~limb + carry;
            limb = (u32)sum;
            carry = (u32)(sum >> 32);
        }
        n->limbs[i] = limb;
    }
    return push(r, int_finish(r->vm, n, negative ? -1 : 1, count));
}

static int push_tuple(Loader *r, u32 count)
{
    Value tuple = count ? tuple_from(r->vm, top(r, count - 1), count) : retain(r->vm, EMPTY_TUPLE);
    if (tuple != EMPTY)
        drop_items(r, count);
    return push(r, tuple);
}

static int append(Loader *r, u32 count)
{
    VM *vm = r->vm;
    if (!has(r, count + 1))
        return GIVE_UP;
    Value list = *top(r, count);
    if (is_exact(vm, list, TYPE_LIST)) {
        for (u32 i = 0; i < count; i++)
            if (!list_append(vm, list, *top(r, count - 1 - i)))
                return RAISED;
        drop_items(r, count);
        return DONE;
    }
    Value items = take_items(r, count);
    return items == EMPTY ? RAISED : ask(r, ASKS_EXTEND, retain(vm, list), items, EMPTY);
}

static int set_items(Loader *r, u32 count)
{
    VM *vm = r->vm;
    if (count % 2 || !has(r, count + 1))
        return GIVE_UP;
    Value dict = *top(r, count);
    u32 done = 0;
    if (is_exact(vm, dict, TYPE_DICT))
        for (; done < count; done += 2) {
            int status = dict_set(vm, dict, *top(r, count - 1 - done), *top(r, count - 2 - done));
            if (status == DICT_ERROR)
                return RAISED;
            if (status == DICT_NEEDS_PYTHON)
                break;
        }
    Value items = done < count ? take_items(r, count - done) : EMPTY;
    if (done < count && items == EMPTY)
        return RAISED;
    drop_items(r, done);
    return done < count || !is_exact(vm, dict, TYPE_DICT) ? ask(r, ASKS_SETITEMS, retain(vm, dict), items == EMPTY ? list_new(vm, 0) : items, EMPTY) : DONE;
}

// Adds the uppermost items to a set, as far as that goes without Python; *done: how many.
static int add_all(Loader *r, Value set, u32 count, u32 *done)
{
    for (*done = 0; *done < count; ++*done) {
        int status = set_add(r->vm, set, *top(r, count - 1 - *done));
        if (status == DICT_ERROR)
            return RAISED;
        if (status == DICT_NEEDS_PYTHON)
            break;
    }
    return DONE;
}
static int add_items(Loader *r, u32 count)
{
    VM *vm = r->vm;
    if (!has(r, count + 1))
        return GIVE_UP;
    Value set = *top(r, count);
    u32 done = 0;
    if (is_exact(vm, set, TYPE_SET) && add_all(r, set, count, &done) != DONE)
        return RAISED;
    Value items = take_items(r, count - done);
    drop_items(r, done);
    if (items == EMPTY)
        return RAISED;
    if (list_at(vm, items)->length || !is_exact(vm, set, TYPE_SET))
        return ask(r, ASKS_ADDITEMS, retain(vm, set), items, EMPTY);
    decref(vm, items);
    return DONE;
}
static int push_frozenset(Loader *r, u32 count)
{
    VM *vm = r->vm;
    u32 done = 0;
    Value set = set_new(vm, TYPE_FROZENSET);
    if (set == EMPTY || add_all(r, set, count, &done) != DONE) {
        decref(vm, set);
        return RAISED;
    }
    if (done == count) {
        drop_items(r, count);
        return push(r, set);
    }
    decref(vm, set);
    Value items = take_items(r, count);
    return items == EMPTY ? RAISED : ask(r, ASKS_FROZENSET, items, EMPTY, EMPTY);
}

static int push_instance(Loader *r)
{
    VM *vm = r->vm;
    if (!has(r, 2) || !is_exact(vm, *top(r, 0), TYPE_TUPLE))
        return GIVE_UP;
    Value cls = *top(r, 1);
    if (!tuple_at(vm, *top(r, 0))->length && is_type(vm, cls) && makes_plain_objects(vm, (Ref)cls)) {
        Value instance = instance_new(vm, (Ref)cls);
        if (instance != EMPTY)
            drop_items(r, 2);
        return push(r, instance);
    }
    Value arguments = pop(r);
    return ask(r, ASKS_NEWOBJ, pop(r), arguments, EMPTY);
}

static int build(Loader *r)
{
    if (!has(r, 2))
        return GIVE_UP;
    Value state = pop(r), object = *top(r, 0);
    int status = restore_state(r->vm, object, state);
    if (status == 0)
        return ask(r, ASKS_BUILD, retain(r->vm, object), state, EMPTY);
    decref(r->vm, state);
    return status < 0 ? RAISED : DONE;
}

static int memoize(Loader *r, u64 index)
{
    VM *vm = r->vm;
    PyList *memo = list_at(vm, r->memo);
    if (!has(r, 1) || index > memo->length)
        return GIVE_UP;
    if (index == memo->length)
        return list_append(vm, r->memo, *top(r, 0)) ? DONE : RAISED;
    set_value(vm, list_items(vm, memo) + index, retain(vm, *top(r, 0)));
    return DONE;
}
static int recall(Loader *r, u64 index)
{
    PyList *memo = list_at(r->vm, r->memo);
    return index >= memo->length ? GIVE_UP : push(r, retain(r->vm, list_items(r->vm, memo)[index]));
}

static int push_line_global(Loader *r)
{
    VM *vm = r->vm;
    u32 ends[2], at = r->at;
    for (u32 i = 0; i < 2; i++, at++) {
        while (at < r->size && r->bytes[at] != '\n')
            at++;
        if (at == r->size)
            return GIVE_UP;
        ends[i] = at;
    }
    const u8 *module = r->bytes + r->at, *name = r->bytes + ends[0] + 1;
    u32 module_length = ends[0] - r->at, name_length = ends[1] - ends[0] - 1;
    if (!bytes_are_ascii(module, module_length) || !bytes_are_ascii(name, name_length))
        return GIVE_UP;
    r->at = at;
    Value first = str_from_bytes_latin1(vm, module, module_length), second = str_from_bytes_latin1(vm, name, name_length);
    return ask(r, ASKS_CLASS, first, second, EMPTY);
}

static int run_code(Loader *r, u8 code)
{
    VM *vm = r->vm;
    u64 n;
    u32 count;
    switch (code) {
    case PICKLE_PROTO: return !take_number(r, 1, &n) ? ASK : n > NEWEST_PROTOCOL ? GIVE_UP : DONE;
    case PICKLE_FRAME: {
        if (!take_number(r, 8, &n))
            return ASK;
        u32 at = r->at;
        if (!take(r, n))
            return ASK; // (all of the frame at once)
        r->at = at;
        return DONE;
    }
    case PICKLE_STOP: return has(r, 1) ? STOPPED : GIVE_UP;
    case PICKLE_NONE: return push(r, new_none(vm));
    case PICKLE_NEWTRUE: return push(r, new_bool(vm, true));
    case PICKLE_NEWFALSE: return push(r, new_bool(vm, false));
    case PICKLE_BININT1: return !take_number(r, 1, &n) ? ASK : push(r, int48((i64)n));
    case PICKLE_BININT2: return !take_number(r, 2, &n) ? ASK : push(r, int48((i64)n));
    case PICKLE_BININT: return !take_number(r, 4, &n) ? ASK : push(r, int48((i32)(u32)n));
    case PICKLE_LONG1: return push_long(r, 1);
    case PICKLE_LONG4: return push_long(r, 4);
    case PICKLE_BINFLOAT: {
        if (!take_number(r, 8, &n))
            return ASK;
        double x;
        n = __builtin_bswap64(n);
        __builtin_memcpy(&x, &n, 8);
        return push(r, make_float(x));
    }
    case PICKLE_SHORT_BINUNICODE: return push_str(r, 1);
    case PICKLE_BINUNICODE: return push_str(r, 4);
    case PICKLE_BINUNICODE8: return push_str(r, 8);
    case PICKLE_SHORT_BINBYTES: return push_bytes(r, 1, false);
    case PICKLE_BINBYTES: return push_bytes(r, 4, false);
    case PICKLE_BINBYTES8: return push_bytes(r, 8, false);
    case PICKLE_BYTEARRAY8: return push_bytes(r, 8, true);
    case PICKLE_MEMOIZE: return memoize(r, list_at(vm, r->memo)->length);
    case PICKLE_BINPUT: return !take_number(r, 1, &n) ? ASK : memoize(r, n);
    case PICKLE_LONG_BINPUT: return !take_number(r, 4, &n) ? ASK : memoize(r, n);
    case PICKLE_BINGET: return !take_number(r, 1, &n) ? ASK : recall(r, n);
    case PICKLE_LONG_BINGET: return !take_number(r, 4, &n) ? ASK : recall(r, n);
    case PICKLE_MARK: return list_append(vm, r->marks, int48(stack_of(r)->length)) ? DONE : RAISED;
    case PICKLE_POP:
        if (has(r, 1))
            drop_items(r, 1);
        else if (!pop_mark(r, &count))
            return GIVE_UP;
        return DONE;
    case PICKLE_POP_MARK:
        if (!pop_mark(r, &count))
            return GIVE_UP;
        drop_items(r, count);
        return DONE;
    case PICKLE_EMPTY_TUPLE: return push(r, retain(vm, EMPTY_TUPLE));
    case PICKLE_TUPLE1: case PICKLE_TUPLE2: case PICKLE_TUPLE3: return has(r, code - PICKLE_TUPLE1 + 1) ? push_tuple(r, code - PICKLE_TUPLE1 + 1) : GIVE_UP;
    case PICKLE_TUPLE: return pop_mark(r, &count) ? push_tuple(r, count) : GIVE_UP;
    case PICKLE_EMPTY_LIST: return push(r, list_new(vm, 0));
    case PICKLE_EMPTY_DICT: return push(r, dict_new(vm));
    case PICKLE_EMPTY_SET: return push(r, set_new(vm, TYPE_SET));
    case PICKLE_APPEND: return append(r, 1);
    case PICKLE_APPENDS: return pop_mark(r, &count) ? append(r, count) : GIVE_UP;
    case PICKLE_SETITEM: return set_items(r, 2);
    case PICKLE_SETITEMS: return pop_mark(r, &count) ? set_items(r, count) : GIVE_UP;
    case PICKLE_ADDITEMS: return pop_mark(r, &count) ? add_items(r, count) : GIVE_UP;
    case PICKLE_FROZENSET: return pop_mark(r, &count) ? push_frozenset(r, count) : GIVE_UP;
    case PICKLE_GLOBAL: return push_line_global(r);
    case PICKLE_STACK_GLOBAL: {
        if (!has(r, 2) || !is_str(vm, *top(r, 0)) || !is_str(vm, *top(r, 1)))
            return GIVE_UP;
        Value name = pop(r);
        return ask(r, ASKS_CLASS, pop(r), name, EMPTY);
    }
    case PICKLE_REDUCE: {
        if (!has(r, 2) || !is_exact(vm, *top(r, 0), TYPE_TUPLE))
            return GIVE_UP;
        Value arguments = pop(r);
        return ask(r, ASKS_REDUCE, pop(r), arguments, EMPTY);
    }
    case PICKLE_NEWOBJ: return push_instance(r);
    case PICKLE_NEWOBJ_EX: {
        if (!has(r, 3) || !is_exact(vm, *top(r, 0), TYPE_DICT) || !is_exact(vm, *top(r, 1), TYPE_TUPLE))
            return GIVE_UP;
        Value keywords = pop(r), arguments = pop(r);
        return ask(r, ASKS_NEWOBJ_EX, pop(r), arguments, keywords);
    }
    case PICKLE_BUILD: return build(r);
    default: return GIVE_UP;
    }
}

static int run(Loader *r)
{
    for (;;) {
        if (++r->count % PICKLE_LEAST_POLLED == 0 && interrupted(r->vm))
            return ask(r, ASKS_NOTHING, EMPTY, EMPTY, EMPTY);
        u32 code_at = r->at;
        const u8 *code = take(r, 1);
        int status = code ? run_code(r, *code) : ASK;
        if (status == DONE)
            continue;
        if (status == ASK && r->asks == ASKS_BYTES)
            r->at = code_at; // (it has done nothing yet)
        return status;
    }
}

static Value question(Loader *r)
{
    VM *vm = r->vm;
    Value items[STATE_ITEMS] = {r->data, int48(r->at), r->stack, r->marks, r->memo, int48(r->asks)};
    for (u32 i = 0; i < 3; i++)
        items[STATE_FIRST + i] = r->operands[i] == EMPTY ? NONE : r->operands[i];
    Value state = list_new(vm, STATE_ITEMS);
    for (u32 i = 0; state != EMPTY && i < STATE_ITEMS; i++)
        list_append(vm, state, items[i]);
    for (u32 i = 0; i < 3; i++)
        decref(vm, r->operands[i]);
    return state;
}

// A state that question() may have made: the program can find it while it is asked.
static bool is_state(VM *vm, Value v)
{
    static const Ref types[STATE_FIRST] = {[STATE_DATA] = TYPE_BYTES, [STATE_STACK] = TYPE_LIST, [STATE_MARKS] = TYPE_LIST, [STATE_MEMO] = TYPE_LIST};
    if (!pickle_is_state(vm, v, STATE_ITEMS, types, STATE_FIRST))
        return false;
    const Value *state = list_items(vm, list_at(vm, v));
    u64 place = (u64)int48_value(state[STATE_PLACE]), below = 0;
    PyList *marks = list_at(vm, state[STATE_MARKS]);
    for (u32 i = 0; i < marks->length; i++) {
        Value mark = list_items(vm, marks)[i];
        if (!is_int48(mark) || (u64)int48_value(mark) < below || (u64)int48_value(mark) > list_at(vm, state[STATE_STACK])->length)
            return false;
        below = (u64)int48_value(mark);
    }
    return place <= OBJ(vm, PyBytes, state[STATE_DATA])->length;
}

// pickle_load(data, memo): (object,); None: pickle.py has to do it; or a list, the state, that says what is asked. pickle_load(state, answer) goes on.
static Value pickle_load(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    (void)nargs;
    (void)kwnames;
    Loader r = {.vm = vm};
    int status = DONE;
    if (is_exact(vm, args[0], TYPE_BYTES) && is_exact(vm, args[1], TYPE_LIST)) {
        r.data = retain(vm, args[0]);
        r.memo = retain(vm, args[1]);
        r.stack = list_new(vm, 16);
        r.marks = r.stack == EMPTY ? EMPTY : list_new(vm, 4);
        status = r.marks == EMPTY ? RAISED : DONE;
    } else {
        if (!is_state(vm, args[0]) || (int48_value(list_items(vm, list_at(vm, args[0]))[STATE_ASKS]) == ASKS_BYTES && !is_exact(vm, args[1], TYPE_BYTES)))
            return raise_error(vm, EXC_TypeError, "not the state of an unpickling");
        const Value *state = list_items(vm, list_at(vm, args[0]));
        u32 asked = (u32)int48_value(state[STATE_ASKS]);
        r.data = retain(vm, state[STATE_DATA]);
        r.stack = retain(vm, state[STATE_STACK]);
        r.marks = retain(vm, state[STATE_MARKS]);
        r.memo = retain(vm, state[STATE_MEMO]);
        r.at = (u32)int48_value(state[STATE_PLACE]);
        if (asked == ASKS_BYTES) { // (what was read before is not needed any more)
            set_value(vm, &r.data, retain(vm, args[1]));
            r.at = 0;
        } else if (asked <= ASKS_FROZENSET) {
            status = push(&r, retain(vm, args[1]));
        }
    }
    r.bytes = OBJ(vm, PyBytes, r.data)->data;
    r.size = OBJ(vm, PyBytes, r.data)->length;
    if (status == DONE)
        status = run(&r);
    Value result = EMPTY;
    if (status == STOPPED) {
        Value found[2] = {pop(&r), int48(r.at)};
        result = tuple_take(vm, found, 2);
    } else if (status == ASK) {
        result = question(&r);
    } else if (status == GIVE_UP) {
        result = new_none(vm);
    }
    decref(vm, r.data);
    decref(vm, r.stack);
    decref(vm, r.marks);
    decref(vm, r.memo);
    return result;
}

extern const BuiltinDef pickle_load_defs[];
const BuiltinDef pickle_load_defs[] = {
    {"pickle_load", pickle_load, 2, 2, 0, 0, NULL},
    {"", 0, 0, 0, 0, 0, 0},
};
