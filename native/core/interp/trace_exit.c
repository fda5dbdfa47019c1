// Ways out of traces that are seldom taken. Such an exit is no code but a description of the interpreter's state, which lies behind the trace: a
// stub stores its code offset in vm->exit_at and jumps to trace_exit, which finds all of the trace's registers in its own parameters.
// src/jit/emit/exit-description.ts writes what is read here; docs/core-contract.md, "Traces", has the format.
#include "handlers.h"
#include "heap_inline.h"

extern const u8 core_image_base[];

// The machine's state as a stencil has it (stencils/abi.h).
#define STATE                                                                                                          \
    i64 r0, Value *R, VM *vm, i64 r1, i64 r2, i64 r3, i64 r4, i64 r5, i64 r6, i64 r7, double f0, double f1, double f2, \
        double f3, double f4, double f5, double f6, double f7
typedef PRESERVE_NONE void StateHandler(STATE);

typedef struct Registers {
    i64 r[8];
    double f[8];
} Registers;

typedef struct Reader {
    VM *vm;
    Value *R; // of the trace's root frame
    const Registers *registers;
    const u8 *at;
    Ref made[EXIT_OBJECTS_MAX];
} Reader;

static u32 read_number(Reader *from)
{
    u32 n = 0, shift = 0, byte;
    do {
        byte = *from->at++;
        n |= (byte & 127u) << shift;
        shift += 7;
    } while (byte & 128u);
    return n;
}
static i32 read_signed(Reader *from)
{
    u32 n = read_number(from);
    return (i32)(n >> 1) ^ -(i32)(n & 1);
}
static u32 read_u32(Reader *from)
{
    u32 n;
    __builtin_memcpy(&n, from->at, 4);
    from->at += 4;
    return n;
}

static Value boxed(u32 kind, u64 bits)
{
    double x;
    switch (kind) {
    case EXIT_AS_INT:
        return int48((i64)bits >> 16);
    case EXIT_AS_FLOAT:
        __builtin_memcpy(&x, &bits, 8);
        return make_float(x);
    default:
        return bits;
    }
}

// The value that a source describes: its first byte has been read.
static Value read_value(Reader *from, u32 byte)
{
    u32 n = byte & 15u, low;
    switch (byte >> 4) {
    case EXIT_VALUE:
        return (Value)from->registers->r[n];
    case EXIT_INT:
        return int48(from->registers->r[n] >> 16);
    case EXIT_FLOAT:
        return make_float(from->registers->f[n]);
    case EXIT_SPILLED:
        return boxed(n, from->vm->spill[*from->at++]);
    case EXIT_REFERENCE:
        return n ? EMPTY : read_number(from);
    case EXIT_SMALL_INT:
        return int48(read_signed(from));
    case EXIT_OBJECT:
        return from->made[read_number(from)];
    default: // EXIT_WORD
        low = read_u32(from);
        return low | (u64)read_u32(from) << 32;
    }
}
static Value read_source(Reader *from)
{
    u32 byte = *from->at++;
    return read_value(from, byte);
}

static void write_field(Reader *from, u32 kind, Value object)
{
    u32 offset = read_number(from);
    Value v = read_source(from);
    if (kind == EXIT_FIELD_FUNCTION) {
        PyGenerator *g = OBJ(from->vm, PyGenerator, object);
        PyFunction *f = OBJ(from->vm, PyFunction, v);
        g->function = (Ref)v;
        g->name = (Ref)retain(from->vm, f->name);
        g->qualname = (Ref)retain(from->vm, f->qualname);
        return;
    }
    if (kind == EXIT_FIELD_NO_INT) {
        Value args = no_int_arguments(from->vm, v);
        decref(from->vm, v);
        v = args;
    }
    if (kind == EXIT_FIELD_MESSAGE)
        v = message_arguments(from->vm, (u32)int48_value(v));
    u8 *field = (u8 *)from->vm + (u32)object + offset;
    i64 n = int48_value(v);
    if (kind == EXIT_FIELD_FRAME)
        n = OFFSET_OF(from->vm, from->R + n);
    if (kind == EXIT_FIELD_U32 || kind == EXIT_FIELD_FRAME)
        __builtin_memcpy(field, &n, 4);
    else
        __builtin_memcpy(field, kind == EXIT_FIELD_I64 ? (void *)&n : (void *)&v, 8);
}

// --- objects that the trace has not made ----------------------------------------------------------------------------------------
// They take over the counts of what they hold. False: there is no memory; then all of them are 0. The limit is stretched a little, for this may
// be the only allocation for miles.
static bool make_objects(Reader *from, u32 count)
{
    VM *vm = from->vm;
    vm->heap_emergency++;
    u32 have = 0;
    const u8 *heads = from->at;
    for (u32 i = 0; i < count; i++) {
        u32 type = read_number(from), list = read_number(from), bytes = read_number(from), holders = read_number(from);
        FreeBlock *block = have == i ? heap_take(vm, list) : NULL;
        from->made[i] = block ? OFFSET_OF(vm, block) : 0;
        if (unlikely(!block))
            continue;
        have++;
        ObjectHead *head = (ObjectHead *)block;
        memset(head, 0, bytes);
        head->refcount = holders;
        head->type = type;
        if (type >= STATIC_END)
            AT(vm, ObjectHead, type)->refcount++;
    }
    vm->heap_emergency--;
    if (likely(have == count))
        return true;
    from->at = heads;
    for (u32 i = 0; i < count; i++) {
        u32 type = read_number(from), list = read_number(from);
        read_number(from);
        read_number(from);
        if (i >= have)
            continue;
        heap_give(vm, from->made[i], list);
        if (type >= STATIC_END)
            AT(vm, ObjectHead, type)->refcount--;
        from->made[i] = 0;
    }
    return false;
}
static void fill_objects(Reader *from, u32 count)
{
    for (u32 i = 0; i < count; i++)
        for (u32 fields = read_number(from); fields; fields--) {
            u32 kind = *from->at++ & 15u;
            write_field(from, kind, from->made[i]);
        }
}
// A dict's first word holds the tuple of its keys and values, all of which are filled in by now. Their counts may be paid later: nothing dies here.
// False: there is no memory for all of them, MemoryError is set.
static bool fill_dict(VM *vm, Value dict)
{
    u64 *first = (u64 *)((u8 *)vm + (u32)dict + offsetof(PyDict, used));
    Value pairs = *first;
    if (!pairs)
        return true;
    *first = 0;
    PyTuple *tuple = OBJ(vm, PyTuple, pairs);
    bool done = true;
    vm->heap_emergency++;
    for (u32 i = 0; i + 1 < tuple->length; i += 2) {
        done = done && dict_set(vm, dict, tuple->items[i], tuple->items[i + 1]) == DICT_FOUND;
        for (u32 k = i; done && k < i + 2; k++) { // the dict has its own
            if (is_object(tuple->items[k]))
                head_of(vm, tuple->items[k])->refcount--;
            tuple->items[k] = EMPTY;
        }
    }
    vm->heap_emergency--;
    if (done)
        decref(vm, pairs);
    return done;
}

// The fields of objects that could not be made: passed over, or what the objects were to take over dropped, when all counts are paid.
static void skip_fields(Reader *from, u32 count, bool drop)
{
    for (u32 i = 0; i < count; i++)
        for (u32 fields = read_number(from); fields; fields--) {
            u32 kind = *from->at++ & 15u;
            read_number(from);
            bool is_object_made = *from->at >> 4 == EXIT_OBJECT;
            Value v = read_source(from);
            if (drop && (kind == EXIT_FIELD_VALUE || kind == EXIT_FIELD_FUNCTION || kind == EXIT_FIELD_NO_INT) && !is_object_made)
                decref(from->vm, v);
        }
}

// The exception gets its entry of the traceback, as unwinding would have made it.
static void note_raised(Reader *from)
{
    VM *vm = from->vm;
    Value exception = read_source(from), before = vm->exception;
    Value *R = from->R + read_signed(from);
    u32 word = read_number(from);
    if (!exception)
        return;
    vm->exception = exception;
    traceback_add(vm, AT(vm, u64, frame_code(vm, R)->bytecode) + word, R);
    vm->exception = before;
}

// Somebody has only the traceback of the exception.
static void give_traceback(Reader *from)
{
    VM *vm = from->vm;
    Value exception = read_source(from);
    Value *slot = from->R + read_signed(from), traceback = exception ? OBJ(vm, PyException, exception)->traceback : EMPTY;
    *slot = traceback == EMPTY ? NONE : retain(vm, traceback);
    decref(vm, exception);
}

// Writes everything back. References that slots lose were taken over by the trace before; what it has not dropped of them is dropped last.
// False: MemoryError is set.
static NOINLINE bool write_state(VM *vm, Value *R, const Registers *registers, const u8 *description)
{
    Reader from;
    from.vm = vm;
    from.R = R;
    from.registers = registers;
    from.at = description;
    Value *slot = R;
    const u8 *unmade = NULL;
    bool complete = true;
    u32 objects = 0;
    for (;;) {
        u32 byte = *from.at++, n = byte & 15u;
        switch (byte >> 4) {
        case EXIT_SKIP:
            slot += n < 15 ? (i32)n + 1 : read_signed(&from);
            break;
        case EXIT_HEAD_PC: {
            u32 pc = read_number(&from);
            i32 frame = read_signed(&from);
            *slot++ = pc | (u64)OFFSET_OF(vm, R + frame) << 32;
            break;
        }
        case EXIT_HEAD_AUX: {
            Value held = read_source(&from);
            *slot++ = (u32)held | (u64)read_u32(&from) << 32;
            break;
        }
        case EXIT_OWED: {
            Value v = read_source(&from);
            if (is_object(v))
                head_of(vm, v)->refcount += n;
            break;
        }
        case EXIT_FIELD: {
            Value object = read_source(&from);
            write_field(&from, n, object);
            break;
        }
        case EXIT_OBJECTS:
            objects = read_number(&from);
            if (likely(make_objects(&from, objects))) {
                fill_objects(&from, objects);
                for (u32 i = 0; i < objects; i++)
                    if (ref_type(vm, from.made[i]) == TYPE_DICT)
                        complete &= fill_dict(vm, from.made[i]);
            } else {
                unmade = from.at;
                skip_fields(&from, objects, false);
            }
            break;
        case EXIT_SPECIAL:
            if (n == EXIT_END) {
                if (likely(!unmade))
                    return complete;
                from.at = unmade;
                skip_fields(&from, objects, true);
                return false;
            }
            if (n == EXIT_DEPTH)
                vm->depth += (u32)read_signed(&from);
            else if (n == EXIT_RAISED)
                note_raised(&from);
            else if (n == EXIT_TRACEBACK)
                give_traceback(&from);
            else if (n == EXIT_DROP)
                decref(vm, read_source(&from));
            else if (n == EXIT_CLEAR)
                *AT(vm, u32, read_number(&from)) = 0;
            else // EXIT_COUNT
                ++*AT(vm, u64, read_number(&from));
            break;
        default:
            *slot++ = read_value(&from, byte);
        }
    }
}

// With vm->exit_at = the code offset of a TraceExit.
CORE_EXPORT PRESERVE_NONE void trace_exit(STATE)
{
    const Registers registers = {{r0, r1, r2, r3, r4, r5, r6, r7}, {f0, f1, f2, f3, f4, f5, f6, f7}};
    const TraceExit *exit = (const TraceExit *)(core_image_base + vm->exit_at);
    bool is_complete = write_state(vm, R, &registers, exit->state);
    R += exit->frame;
    StateHandler *on = (StateHandler *)(void *)trace_leave;
    if (unlikely(!is_complete)) // vm->exception is MemoryError
        on = (StateHandler *)(void *)trace_unwind;
    else if (exit->next)
        on = (StateHandler *)(core_image_base + exit->next);
    else {
        vm->hot_exit = exit->number;
        if (unlikely(--*exit_counter_at(vm, exit->number) == 0))
            on = (StateHandler *)(void *)trace_exit_hot;
    }
    // The first four parameters are those of a handler: pc, R, vm, table (which it sets itself).
    __attribute__((musttail)) return on((i64)AT(vm, u64, exit->pc), R, vm, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
