// Frame objects and tracebacks. A running frame has no object until somebody asks (sys._getframe) or an exception passes; then the two point at each
// other until the frame ends. If the object lives on, the locals move into it, so tb.tb_frame.f_locals keeps what CPython keeps alive.
#include "interp/interp.h"
#include "delegation.h"

INLINE PyFrame *frame_at(VM *vm, Ref frame) { return AT(vm, PyFrame, frame); }
INLINE bool is_hidden(VM *vm, Value *R) { return frame_code(vm, R)->flags & CODE_HIDDEN; }

Ref frame_object(VM *vm, Value *R)
{
    if (FRAME_MODE(R) & FRAME_HAS_OBJECT)
        return FRAME_OBJECT(R);
    PyFrame *f = heap_new_container(vm, TYPE_FRAME, sizeof(PyFrame));
    if (!f)
        return 0;
    f->function = (Ref)retain(vm, FRAME_FUNCTION(R));
    f->code = (Ref)retain(vm, FRAME_CODE(R));
    f->live = OFFSET_OF(vm, R);
    if (MODE_OF(FRAME_MODE(R)) == RET_GENERATOR)
        f->generator = FRAME_AUX(R);
    FRAME_OBJECT(R) = OFFSET_OF(vm, f);
    FRAME_MODE(R) |= FRAME_HAS_OBJECT;
    return FRAME_OBJECT(R);
}

// The nearest frame below R (or R itself) that a program may see; 0 if there is none.
static u32 visible_fp(VM *vm, u32 fp)
{
    while (fp && is_hidden(vm, AT(vm, Value, fp)))
        fp = FRAME_CALLER_FP(AT(vm, Value, fp));
    return fp;
}

// Its frame object. On the way there may be generators that have no frames: see delegation.h.
static Ref visible_frame(VM *vm, u32 fp)
{
    while (fp && is_hidden(vm, AT(vm, Value, fp))) {
        Value *R = AT(vm, Value, fp);
        Ref skipped = FRAME_SKIPS(FRAME_MODE(R)) ? delegation_back(vm, R, 0) : 0;
        if (skipped)
            return skipped;
        fp = FRAME_CALLER_FP(R);
    }
    return fp ? frame_object(vm, AT(vm, Value, fp)) : 0;
}

Ref frame_object_of_top(VM *vm) { return visible_frame(vm, vm->fp); }

Ref frame_back(VM *vm, Ref frame)
{
    PyFrame *f = frame_at(vm, frame);
    PyGenerator *g = f->generator ? AT(vm, PyGenerator, f->generator) : NULL;
    bool is_skipped = !f->live && g && g->state == GEN_DELEGATING;
    if (!f->live && !is_skipped)
        return f->back;
    while (is_skipped && g->state == GEN_DELEGATING)
        g = delegate_of(vm, g);
    Value *R = AT(vm, Value, is_skipped ? g->live : f->live);
    Ref skipped = FRAME_SKIPS(FRAME_MODE(R)) ? delegation_back(vm, R, is_skipped ? f->generator : 0) : 0;
    return skipped ? skipped : visible_frame(vm, FRAME_CALLER_FP(R));
}

u32 frame_word(VM *vm, Ref frame)
{
    PyFrame *f = frame_at(vm, frame);
    if (!f->live) {
        PyGenerator *g = f->generator ? AT(vm, PyGenerator, f->generator) : NULL;
        if (g && generator_rests(g))
            return (g->resume_pc - AT(vm, PyCode, f->code)->bytecode) / 8 - 1;
        return f->word;
    }
    u32 pc = vm->pc;
    bool is_past = false; // the instruction is done: it was the last to use what is now finalised
    for (u32 fp = vm->fp; fp && fp != f->live; fp = FRAME_CALLER_FP(AT(vm, Value, fp))) {
        Value *R = AT(vm, Value, fp);
        pc = FRAME_CALLER_PC(R);
        is_past = (FRAME_MODE(R) & 0xFF) == RET_FINALIZER && runs_after_instruction(R);
    }
    return (pc - AT(vm, PyCode, f->code)->bytecode) / 8 - is_past;
}

void frame_detach(VM *vm, Value *R, u64 *pc, bool unused)
{
    Ref frame = FRAME_OBJECT(R);
    PyFrame *f = frame_at(vm, frame);
    PyCode *code = frame_code(vm, R);
    f->live = 0;
    f->word = word_of(vm, R, pc);
    f->generator = 0;
    if (f->head.refcount > 1) {
        if (code->local_count) {
            vm->heap_emergency++;
            f->registers = heap_block(vm, code->local_count * 8u);
            vm->heap_emergency--;
            if (f->registers) {
                Value *to = AT(vm, Value, f->registers);
                for (u32 i = 0; i < code->local_count; i++)
                    to[i] = is_ref(R[i]) ? take(&R[i]) : R[i];
            } else {
                exception_clear(vm);
            }
        }
        Ref back = visible_frame(vm, FRAME_CALLER_FP(R));
        f->back = back ? (Ref)retain(vm, back) : 0;
    }
    FRAME_OBJECT(R) = 0;
    FRAME_MODE(R) &= ~FRAME_HAS_OBJECT;
    decref_object(vm, frame);
}

void frame_object_detach(VM *vm, Ref frame) // its generator dies
{
    PyFrame *f = frame_at(vm, frame);
    PyGenerator *g = f->generator ? AT(vm, PyGenerator, f->generator) : NULL;
    if (g && f->head.refcount > 1)
        f->word = (g->resume_pc - AT(vm, PyCode, f->code)->bytecode) / 8 - 1;
    f->generator = 0;
}

// A traceback entry that has the frame object dies. If only the running frame itself has it then, the frame is as before the exception passed.
void frame_object_unneeded(VM *vm, Ref frame)
{
    PyFrame *f = frame_at(vm, frame);
    if (!f->live || f->head.refcount != 2 || f->trace || f->locals || f->flags)
        return;
    Value *R = AT(vm, Value, f->live);
    FRAME_OBJECT(R) = 0;
    FRAME_MODE(R) &= ~FRAME_HAS_OBJECT;
    f->live = 0;
    f->head.refcount--;
}

void traceback_add(VM *vm, u64 *pc, Value *R)
{
    if (is_hidden(vm, R) || vm->exception == EMPTY)
        return;
    Value exception = take(&vm->exception); // making the objects may raise
    vm->heap_emergency++;
    Ref frame = frame_object(vm, R);
    PyTraceback *t = frame ? heap_new_container(vm, TYPE_TRACEBACK, sizeof(PyTraceback)) : NULL;
    vm->heap_emergency--;
    if (t) {
        PyException *e = OBJ(vm, PyException, exception);
        t->frame = (Ref)retain(vm, frame);
        t->word = word_of(vm, R, pc);
        t->next = e->traceback == NONE ? 0 : (Ref)e->traceback;
        e->traceback = OFFSET_OF(vm, t);
    } else {
        exception_clear(vm);
    }
    vm->exception = exception;
}

// --- lines (see src/bytecode/line-table.ts) --------------------------------------------------------------------------------------
static u64 read_varint(const u8 **at)
{
    u64 value = 0;
    for (u32 shift = 0;; shift += 7) {
        u8 byte = *(*at)++;
        value |= (u64)(byte & 0x7F) << shift;
        if (byte < 0x80)
            return value;
    }
}
static i64 read_svarint(const u8 **at)
{
    u64 v = read_varint(at);
    return v & 1 ? -(i64)((v + 1) / 2) : (i64)(v / 2);
}

u32 code_line(VM *vm, PyCode *code, u32 word)
{
    if (!code->line_table)
        return 0;
    const u8 *at = AT(vm, u8, code->line_table), *end = at + code->line_table_bytes;
    u64 start = 0;
    i64 line = code->first_line;
    while (at < end) {
        u64 head = read_varint(&at), kind = head & 3;
        start += head >> 2;
        if (kind == 2 || kind == 3)
            line += read_svarint(&at);
        if (kind == 3)
            read_svarint(&at);
        if (kind == 1 || kind == 2) {
            read_varint(&at);
            read_varint(&at);
        } else if (kind == 3) {
            read_svarint(&at);
            read_svarint(&at);
        }
        if (word < start)
            return kind == 0 ? 0 : (u32)line;
    }
    return 0;
}

// --- locals -----------------------------------------------------------------------------------------------------------------------
// Where the locals of a frame lie now; NULL if they are gone.
static Value *local_registers(VM *vm, PyFrame *f)
{
    if (f->live)
        return AT(vm, Value, f->live);
    PyGenerator *g = f->generator ? AT(vm, PyGenerator, f->generator) : NULL;
    if (g && generator_rests(g))
        return g->registers;
    return f->registers ? AT(vm, Value, f->registers) : NULL;
}

static bool is_cell_local(VM *vm, PyCode *code, u32 i)
{
    for (u32 k = 0; k < code->cell_count; k++)
        if (AT(vm, u16, code->cell_locals)[k] == i)
            return true;
    return false;
}

// Place of local i's value: its register, or the inside of its cell.
static Value *local_place(VM *vm, PyCode *code, Value *registers, u32 i)
{
    if (is_exact(vm, registers[i], TYPE_CELL) && is_cell_local(vm, code, i))
        return &OBJ(vm, PyCell, registers[i])->value;
    return &registers[i];
}

static bool is_visible_name(VM *vm, Value name)
{
    PyStr *s = OBJ(vm, PyStr, name);
    return !(s->length && s->kind == 1 && s->data[0] == '.' && !(s->length == 2 && s->data[1] == '0'));
}

// Place of the variable `name` as the frame sees it: a name can come twice, then the later one wins while it has a value. NULL: no such variable.
static Value *variable_place(VM *vm, PyFrame *f, Value name)
{
    PyCode *code = AT(vm, PyCode, f->code);
    Value *registers = local_registers(vm, f), *found = NULL;
    for (u32 i = 0; registers && i < code->local_count; i++) {
        if (!str_equal(vm, AT(vm, PyTuple, code->local_names)->items[i], name))
            continue;
        Value *place = local_place(vm, code, registers, i);
        if (!found || *place != EMPTY)
            found = place;
    }
    PyFunction *function = AT(vm, PyFunction, f->function);
    PyTuple *free_names = AT(vm, PyTuple, code->free_names);
    for (u32 i = 0; !found && function->closure && i < free_names->length; i++)
        if (str_equal(vm, free_names->items[i], name))
            found = &OBJ(vm, PyCell, AT(vm, PyTuple, function->closure)->items[i])->value;
    return found;
}

// Does a comprehension run in place in this module or class body? While it does its variables are what locals() shows. (Names with two
// underscores are the cells of a class body.)
static bool in_comprehension(VM *vm, PyCode *code, Value *registers)
{
    for (u32 i = 1; i < code->local_count; i++) {
        Value name = AT(vm, PyTuple, code->local_names)->items[i];
        PyStr *s = OBJ(vm, PyStr, name);
        if (is_visible_name(vm, name) && !(s->kind == 1 && s->length > 1 && s->data[0] == '_' && s->data[1] == '_') && *local_place(vm, code, registers, i) != EMPTY)
            return true;
    }
    return false;
}

// The namespace of a module or class body itself; else a new dict of the variables that have values.
Value frame_locals(VM *vm, Ref frame)
{
    PyFrame *f = frame_at(vm, frame);
    PyCode *code = AT(vm, PyCode, f->code);
    Value *registers = local_registers(vm, f);
    if ((code->flags & CODE_NAMESPACE) && !(registers && in_comprehension(vm, code, registers)))
        return registers && registers[0] != EMPTY ? retain(vm, registers[0]) : dict_new(vm);
    Value dict = dict_new(vm);
    bool ok = dict != EMPTY;
    for (u32 i = 0; ok && registers && i < code->local_count; i++) {
        Value name = AT(vm, PyTuple, code->local_names)->items[i], v = *local_place(vm, code, registers, i);
        if (v != EMPTY && is_visible_name(vm, name))
            ok = dict_set_str(vm, dict, (Ref)name, v);
    }
    PyFunction *function = AT(vm, PyFunction, f->function);
    PyTuple *free_names = AT(vm, PyTuple, code->free_names);
    for (u32 i = 0; ok && function->closure && i < free_names->length; i++) {
        Value v = OBJ(vm, PyCell, AT(vm, PyTuple, function->closure)->items[i])->value;
        if (v != EMPTY)
            ok = dict_set_str(vm, dict, (Ref)free_names->items[i], v);
    }
    if (ok)
        return dict;
    decref(vm, dict);
    return EMPTY;
}

// super() without arguments: the class is in the cell __class__, the object is the first argument. Both borrowed. False: raised.
bool super_from_frame(VM *vm, Value *type, Value *object)
{
    u32 fp = visible_fp(vm, vm->fp);
    if (!fp) {
        raise_error(vm, EXC_RuntimeError, "super(): no current frame");
        return false;
    }
    Value *R = AT(vm, Value, fp);
    PyCode *code = frame_code(vm, R);
    if (code->arg_count == 0 || (code->flags & CODE_NAMESPACE)) {
        raise_error(vm, EXC_RuntimeError, "super(): no arguments");
        return false;
    }
    *object = *local_place(vm, code, R, 0);
    if (*object == EMPTY) {
        raise_error(vm, EXC_RuntimeError, "super(): arg[0] deleted");
        return false;
    }
    PyTuple *names = AT(vm, PyTuple, code->free_names);
    for (u32 i = 0; i < names->length; i++) {
        if (!str_equal(vm, names->items[i], NAME(vm, __class__)))
            continue;
        *type = OBJ(vm, PyCell, AT(vm, PyTuple, frame_function(vm, R)->closure)->items[i])->value;
        if (*type == EMPTY)
            raise_error(vm, EXC_RuntimeError, "super(): empty __class__ cell");
        else if (!is_type(vm, *type))
            raise_error(vm, EXC_RuntimeError, "super(): __class__ is not a type (%T)", *type);
        return vm->exception == EMPTY;
    }
    raise_error(vm, EXC_RuntimeError, "super(): __class__ cell not found");
    return false;
}

// --- attributes -------------------------------------------------------------------------------------------------------------------
#define RETURN_REF(ref) do { Ref r_ = (ref); return r_ ? retain(vm, r_) : NONE; } while (0)

// CPython's programs halve f_lasti and tb_lasti to index co_positions(), which here has an item for each word.
#define LASTI_UNIT 2

static Value f_back(VM *vm, Value *args, u32 nargs, Ref kwnames) { RETURN_REF(frame_back(vm, (Ref)args[0])); }
static Value f_code(VM *vm, Value *args, u32 nargs, Ref kwnames) { RETURN_REF(OBJ(vm, PyFrame, args[0])->code); }
static Value f_globals(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Ref globals = AT(vm, PyFunction, OBJ(vm, PyFrame, args[0])->function)->globals;
    return is_private(vm, globals) ? dict_new(vm) : retain(vm, globals);
}
static Value f_builtins(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Ref builtins = AT(vm, PyFunction, OBJ(vm, PyFrame, args[0])->function)->builtins;
    RETURN_REF(builtins ? builtins : vm->builtins_dict);
}
static Value f_lasti(VM *vm, Value *args, u32 nargs, Ref kwnames) { return int48((i64)frame_word(vm, (Ref)args[0]) * LASTI_UNIT); }
static Value f_lineno(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyFrame *f = OBJ(vm, PyFrame, args[0]);
    u32 line = code_line(vm, AT(vm, PyCode, f->code), frame_word(vm, (Ref)args[0]));
    return line ? int48(line) : NONE;
}
static Value set_f_lineno(VM *vm, Value *args, u32 nargs, Ref kwnames) { return tail_host(vm, HOOK_SET_LINE, nargs, args[0], nargs > 1 ? args[1] : EMPTY); }
// Functions have a view that writes through (PEP 667); it is a class of the prelude.
static Value f_locals(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyFrame *f = OBJ(vm, PyFrame, args[0]);
    if (AT(vm, PyCode, f->code)->flags & CODE_NAMESPACE)
        return frame_locals(vm, (Ref)args[0]);
    return tail_prelude(vm, PRELUDE_FRAME_PROXY, 1, args[0]);
}
// What that class is made of: functions of the module _krait.
static bool check_frame(VM *vm, Value v)
{
    if (is_exact(vm, v, TYPE_FRAME))
        return true;
    raise_error(vm, EXC_TypeError, "a frame is needed, not %T", v);
    return false;
}
static Value locals_function(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (!check_frame(vm, args[0]))
        return EMPTY;
    return frame_locals(vm, (Ref)args[0]);
}
static Value extras_function(VM *vm, Value *args, u32 nargs, Ref kwnames) // dict of names set through the view that are no variables
{
    if (!check_frame(vm, args[0]))
        return EMPTY;
    PyFrame *f = OBJ(vm, PyFrame, args[0]);
    if (!f->locals)
        f->locals = (Ref)dict_new(vm);
    return f->locals ? retain(vm, f->locals) : EMPTY;
}
static Value has_variable_function(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (!check_frame(vm, args[0]))
        return EMPTY;
    return make_bool(is_instance(vm, args[1], TYPE_STR) && variable_place(vm, OBJ(vm, PyFrame, args[0]), args[1]));
}
static Value set_variable_function(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (!check_frame(vm, args[0]))
        return EMPTY;
    Value *place = is_instance(vm, args[1], TYPE_STR) ? variable_place(vm, OBJ(vm, PyFrame, args[0]), args[1]) : NULL;
    if (!place)
        return FALSE;
    if (vm->tier_state == TIER_STEP) // a trace has the registers' contents in its own
        vm->tier_state = TIER_OFF;
    // Traces that wait for a call take it that their registers hold what they held.
    for (Value *R = AT(vm, Value, vm->fp); has_frame(vm, R); R = AT(vm, Value, FRAME_CALLER_FP(R))) {
        if (MODE_OF(FRAME_MODE(R)) != RET_TRACE)
            continue;
        FRAME_MODE(R) = (FRAME_MODE(R) & ~0xFFu) | RET_CALL;
        FRAME_AUX(R) = 0;
    }
    set_value(vm, place, retain(vm, args[2]));
    return TRUE;
}
static Value f_generator(VM *vm, Value *args, u32 nargs, Ref kwnames) { RETURN_REF(OBJ(vm, PyFrame, args[0])->generator); }
static Value f_trace(VM *vm, Value *args, u32 nargs, Ref kwnames) { RETURN_REF(OBJ(vm, PyFrame, args[0])->trace); }
static Value set_f_trace(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyFrame *f = OBJ(vm, PyFrame, args[0]);
    Ref old = f->trace;
    f->trace = nargs > 1 && args[1] != NONE ? (Ref)retain(vm, args[1]) : 0;
    decref_ref(vm, old);
    return NONE;
}
static Value f_trace_lines(VM *vm, Value *args, u32 nargs, Ref kwnames) { return make_bool(!(OBJ(vm, PyFrame, args[0])->flags & FRAME_WITHOUT_LINES)); }
static Value f_trace_opcodes(VM *vm, Value *args, u32 nargs, Ref kwnames) { return make_bool(OBJ(vm, PyFrame, args[0])->flags & FRAME_WITH_OPCODES); }
static Value set_frame_flag(VM *vm, Value *args, u32 nargs, u32 flag, bool inverted)
{
    if (nargs < 2)
        return raise_error(vm, EXC_TypeError, "cannot delete numeric/char attribute");
    if (args[1] != TRUE && args[1] != FALSE)
        return raise_error(vm, EXC_TypeError, "attribute value type must be bool");
    PyFrame *f = OBJ(vm, PyFrame, args[0]);
    f->flags = (args[1] == TRUE) != inverted ? f->flags | flag : f->flags & ~flag;
    return NONE;
}
static Value set_f_trace_lines(VM *vm, Value *args, u32 nargs, Ref kwnames) { return set_frame_flag(vm, args, nargs, FRAME_WITHOUT_LINES, true); }
static Value set_f_trace_opcodes(VM *vm, Value *args, u32 nargs, Ref kwnames) { return set_frame_flag(vm, args, nargs, FRAME_WITH_OPCODES, false); }

// frame.clear(): drops the locals of a frame that runs no more.
static Value f_clear(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyFrame *f = OBJ(vm, PyFrame, args[0]);
    if (f->live || (f->generator && AT(vm, PyGenerator, f->generator)->state == GEN_DELEGATING))
        return raise_error(vm, EXC_RuntimeError, "cannot clear an executing frame");
    if (f->generator)
        return raise_error(vm, EXC_RuntimeError, "cannot clear a suspended frame");
    if (f->registers) {
        u32 block = f->registers, count = AT(vm, PyCode, f->code)->local_count;
        f->registers = 0;
        release_range(vm, AT(vm, Value, block), count);
        heap_block_free(vm, block);
    }
    return NONE;
}

static Value tb_frame(VM *vm, Value *args, u32 nargs, Ref kwnames) { RETURN_REF(OBJ(vm, PyTraceback, args[0])->frame); }
static Value tb_next(VM *vm, Value *args, u32 nargs, Ref kwnames) { RETURN_REF(OBJ(vm, PyTraceback, args[0])->next); }
static Value tb_lasti(VM *vm, Value *args, u32 nargs, Ref kwnames) { return int48((i64)OBJ(vm, PyTraceback, args[0])->word * LASTI_UNIT); }
static Value tb_lineno(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyTraceback *t = OBJ(vm, PyTraceback, args[0]);
    if (!t->line) // worked out when first asked for
        t->line = code_line(vm, AT(vm, PyCode, AT(vm, PyFrame, t->frame)->code), t->word);
    return t->line ? int48(t->line) : NONE;
}
static Value set_tb_next(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyTraceback *t = OBJ(vm, PyTraceback, args[0]);
    if (nargs < 2)
        return raise_error(vm, EXC_TypeError, "can't delete tb_next attribute");
    Value next = args[1];
    if (next != NONE && !is_exact(vm, next, TYPE_TRACEBACK))
        return raise_error(vm, EXC_TypeError, "expected traceback object, got '%T'", next);
    for (Ref r = next == NONE ? 0 : (Ref)next; r; r = AT(vm, PyTraceback, r)->next)
        if (r == (Ref)args[0])
            return raise_error(vm, EXC_ValueError, "traceback loop detected");
    Ref old = t->next;
    t->next = next == NONE ? 0 : (Ref)retain(vm, next);
    decref_ref(vm, old);
    return NONE;
}

// types.TracebackType(next, frame, lasti, lineno)
static Value traceback_new(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    i64 lasti, line;
    if (args[1] != NONE && !is_exact(vm, args[1], TYPE_TRACEBACK))
        return raise_error(vm, EXC_TypeError, "expected traceback object or None, got '%T'", args[1]);
    if (!is_exact(vm, args[2], TYPE_FRAME))
        return raise_error(vm, EXC_TypeError, "traceback() argument 'tb_frame' must be frame, not %T", args[2]);
    if (!int_fits_index(vm, args[3], &lasti, EXC_OverflowError) || !int_fits_index(vm, args[4], &line, EXC_OverflowError))
        return EMPTY;
    PyTraceback *t = heap_new_container(vm, TYPE_TRACEBACK, sizeof(PyTraceback));
    if (!t)
        return EMPTY;
    t->next = args[1] == NONE ? 0 : (Ref)retain(vm, args[1]);
    t->frame = (Ref)retain(vm, args[2]);
    t->word = (u32)(lasti / LASTI_UNIT);
    t->line = (u32)line;
    return OFFSET_OF(vm, t);
}

// sys._getframe's plain case (quick_functions.c).
Value quick_getframe(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (kwnames || nargs > 1 || (nargs && !is_int48(args[0])))
        return EMPTY;
    Ref frame = frame_object_of_top(vm);
    for (i64 depth = nargs ? int48_value(args[0]) : 0; depth > 0 && frame; depth--)
        frame = frame_back(vm, frame);
    return frame ? retain(vm, frame) : EMPTY;
}

Value quick_globals(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    (void)args;
    u32 fp = nargs || kwnames ? 0 : visible_fp(vm, vm->fp);
    return fp ? retain(vm, AT(vm, PyFunction, FRAME_FUNCTION(AT(vm, Value, fp)))->globals) : EMPTY;
}

#define CODE_GETTER(name) \
    static Value co_##name(VM *vm, Value *args, u32 nargs, Ref kwnames) { RETURN_REF(OBJ(vm, PyCode, args[0])->name); }
CODE_GETTER(name)
CODE_GETTER(qualname)
CODE_GETTER(filename)
static Value co_consts(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Ref consts = OBJ(vm, PyCode, args[0])->consts;
    return is_private(vm, consts) ? EMPTY_TUPLE : retain(vm, consts);
}
CODE_GETTER(names)
static Value co_firstlineno(VM *vm, Value *args, u32 nargs, Ref kwnames) { return int48(OBJ(vm, PyCode, args[0])->first_line); }
#define CODE_ROW(name) {#name, name, 1, 1, BUILTIN_FLAG_GETTER, TYPE_CODE, NULL}

#define FRAME_GETTER(name) {#name, name, 1, 1, BUILTIN_FLAG_GETTER, TYPE_FRAME, NULL}
#define TRACEBACK_GETTER(name) {#name, name, 1, 1, BUILTIN_FLAG_GETTER, TYPE_TRACEBACK, NULL}
const BuiltinDef frame_defs[] = {
    FRAME_GETTER(f_back), FRAME_GETTER(f_code), FRAME_GETTER(f_globals), FRAME_GETTER(f_builtins), FRAME_GETTER(f_lasti), FRAME_GETTER(f_lineno),
    FRAME_GETTER(f_locals), FRAME_GETTER(f_generator), FRAME_GETTER(f_trace),
    {"f_lineno", set_f_lineno, 1, 2, BUILTIN_FLAG_SETTER, TYPE_FRAME, NULL},
    {"f_trace", set_f_trace, 1, 2, BUILTIN_FLAG_SETTER, TYPE_FRAME, NULL},
    FRAME_GETTER(f_trace_lines), FRAME_GETTER(f_trace_opcodes),
    {"f_trace_lines", set_f_trace_lines, 1, 2, BUILTIN_FLAG_SETTER, TYPE_FRAME, NULL},
    {"f_trace_opcodes", set_f_trace_opcodes, 1, 2, BUILTIN_FLAG_SETTER, TYPE_FRAME, NULL},
    {"clear", f_clear, 1, 1, BUILTIN_FLAG_METHOD, TYPE_FRAME, "($self, /)"},
    {"__new__", traceback_new, 5, 5, BUILTIN_FLAG_STATIC, TYPE_TRACEBACK, "(tb_next, tb_frame, tb_lasti, tb_lineno)"},
    TRACEBACK_GETTER(tb_frame), TRACEBACK_GETTER(tb_next), TRACEBACK_GETTER(tb_lasti), TRACEBACK_GETTER(tb_lineno),
    {"tb_next", set_tb_next, 1, 2, BUILTIN_FLAG_SETTER, TYPE_TRACEBACK, NULL},
    CODE_ROW(co_name), CODE_ROW(co_qualname), CODE_ROW(co_filename), CODE_ROW(co_consts), CODE_ROW(co_names), CODE_ROW(co_firstlineno),
    {.name = ""},
};
const BuiltinDef frame_private_defs[] = { // module _krait
    {"frame_locals", locals_function, 1, 1, 0, 0, "(frame, /)"},
    {"frame_extras", extras_function, 1, 1, 0, 0, "(frame, /)"},
    {"frame_has_variable", has_variable_function, 2, 2, 0, 0, "(frame, name, /)"},
    {"frame_set_variable", set_variable_function, 3, 3, 0, 0, "(frame, name, value, /)"},
    {.name = ""},
};
