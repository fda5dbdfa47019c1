// sys.settrace() and sys.setprofile(). While a thread is observed (vm->counting is OBSERVED_TABLES) every instruction comes here first, from a dispatch
// table of its own: nothing is tested where nobody watches. An instruction may be several events (a step each); the function is called for one after the
// other in a frame of mode RET_OBSERVER whose stage is the step, then the instruction runs. Meanwhile the thread is not observed. No trace is
// entered and none is recorded while somebody watches. Hidden frames stand for C and have no events, calls that they make have.
#include "handlers.h"
#include "../delegation.h"
#include "../watch.h"

// In the order in which they are asked for. The first group comes before the instruction at pc, the second when it has raised, the third when the
// exception leaves the frame.
enum {
    STEP_C_RETURN, STEP_CALL, STEP_CALL_PROFILE, STEP_LINE, STEP_OPCODE, STEP_RETURN, STEP_RETURN_PROFILE, STEP_C_CALL, STEP_RUN,
    STEP_THROWN, STEP_THROWN_PROFILE, STEP_C_EXCEPTION, STEP_EXCEPTION, STEP_UNWIND,
    STEP_LEFT, STEP_LEFT_PROFILE, // then the frame goes
};

static HANDLER(observe_from);
INLINE bool is_traced(VM *vm) { return vm->trace_function != EMPTY; }
INLINE bool is_profiled(VM *vm) { return vm->profile_function != EMPTY; }

// --- switching it on and off ------------------------------------------------------------------------------------------------------
static void observe_update(VM *vm)
{
    bool wanted = is_traced(vm) || is_profiled(vm), was = vm->observed;
    if (wanted && !was) {
        watch_kill_all(vm); // frames return into them
        vm->observed_else = vm->counting;
        vm->observed_jit |= vm->jit_enabled;
        vm->jit_enabled = 0;
        vm->record_limit = vm->record_count; // a recording under way ends,
        vm->record_skip_fp = 0;              // and at once
    }
    if (was && !wanted)
        vm->jit_enabled = vm->observed_jit;
    vm->observed = wanted;
    if (!vm->observer_runs)
        vm->counting = wanted ? OBSERVED_TABLES : was ? vm->observed_else : vm->counting;
}

// scratch[0]: the function, None: nobody watches any more.
CORE_EXPORT void api_observe(VM *vm, u32 profile)
{
    Value *place = profile ? &vm->profile_function : &vm->trace_function, old = *place;
    *place = vm->scratch[0] == NONE ? EMPTY : retain(vm, vm->scratch[0]);
    observe_update(vm);
    decref(vm, old);
}

// --- calling the function ------------------------------------------------------------------------------------------------------
static bool is_profile_step(u32 step)
{
    return step == STEP_C_RETURN || step == STEP_CALL_PROFILE || step == STEP_RETURN_PROFILE || step == STEP_C_CALL || step == STEP_THROWN_PROFILE ||
           step == STEP_C_EXCEPTION || step == STEP_LEFT_PROFILE;
}

// The call of `function` (borrowed) for the step vm->observer_step is prepared. `argument`: owned. False: no memory or no room, the event is left out.
static bool prepare_call(VM *vm, Value *R, Value function, const char *event, Value argument)
{
    Ref frame = frame_object(vm, R);
    Value *w = frame_top(vm, R) + 1, name = frame ? str_from_c(vm, event) : EMPTY;
    if (name == EMPTY || OFFSET_OF(vm, w) > vm->stack_guard) {
        decref(vm, name);
        decref(vm, argument);
        if (vm->exception != EMPTY && vm->observer_step < STEP_THROWN)
            exception_clear(vm);
        return false;
    }
    w[-1] = take(&vm->exception);
    w[0] = retain(vm, function);
    w[4] = retain(vm, frame);
    w[5] = name;
    w[6] = argument;
    vm->window = vm->call_base = OFFSET_OF(vm, w);
    vm->call_nargs = 3;
    vm->call_kwnames = 0;
    vm->mode = MODE_WORD(RET_OBSERVER, RET_OBSERVER, vm->observer_step);
    vm->aux = 0;
    vm->observer_runs = 1;
    vm->counting = vm->observed_else;
    return true;
}

static Value exception_triple(VM *vm)
{
    Value e = vm->exception, traceback = OBJ(vm, PyException, e)->traceback;
    Value parts[3] = {ref_type(vm, e), e, traceback == EMPTY ? NONE : traceback};
    vm->heap_emergency++;
    Value triple = tuple_from(vm, parts, 3);
    vm->heap_emergency--;
    return triple;
}

// What a CALL instruction is about to call, if that is C in CPython; EMPTY otherwise. Owned.
static Value builtin_called(VM *vm, u64 *pc, Value *R)
{
    u32 op = generic_op_at(pc);
    bool is_method = op == OP_CALL_METHOD || op == OP_CALL_METHOD_KW;
    if (!is_method && op != OP_CALL && op != OP_CALL_KW && op != OP_CALL_EX)
        return EMPTY;
    Value callable = R[B(pc)];
    if (!is_object(callable))
        return EMPTY;
    if (is_exact(vm, callable, TYPE_FUNCTION))
        return AT(vm, PyCode, OBJ(vm, PyFunction, callable)->code)->flags & CODE_HIDDEN ? retain(vm, callable) : EMPTY;
    if (kind_of(vm, callable) != LAYOUT_BUILTIN)
        return EMPTY;
    if (!is_method || R[B(pc) + 4] == EMPTY)
        return retain(vm, callable);
    Value bound = builtin_bind(vm, callable, R[B(pc) + 4]);
    if (bound == EMPTY)
        exception_clear(vm);
    return bound;
}

// --- steps ------------------------------------------------------------------------------------------------------------------------
static PyFrame *frame_object_of(VM *vm, Value *R) { return FRAME_MODE(R) & FRAME_HAS_OBJECT ? AT(vm, PyFrame, FRAME_OBJECT(R)) : NULL; }

// CPython's instructions for these belong to no line, or come before the "call" event.
static bool has_no_line(u64 *pc)
{
    u32 op = generic_op_at(pc);
    return op == OP_MAKE_CELL || op == OP_RERAISE || op == OP_PUSH_EXC || op == OP_POP_EXC || (op == OP_INTRINSIC && C(pc) == INTRINSIC_STOPITERATION_ERROR);
}

// Is the instruction at pc the beginning of a line, or reached by a jump back? (Not the one from YIELD to SEND, which stands for no loop of the program.)
static bool new_line(VM *vm, u64 *pc, Value *R, PyFrame *f)
{
    u32 word = word_of(vm, R, pc), line = has_no_line(pc) ? 0 : code_line(vm, frame_code(vm, R), word);
    if (!f->seen_line && word && line) // watched from here on: it is in the middle of its line, or this begins one
        f->seen_line = code_line(vm, frame_code(vm, R), word - 1);
    bool is_new = line && (line != f->seen_line || (word <= f->seen_word && generic_op_at(pc) != OP_SEND));
    f->seen_word = word;
    if (line)
        f->seen_line = line;
    return is_new;
}

static Value returned_value(VM *vm, u64 *pc, Value *R)
{
    switch (generic_op_at(pc)) {
    case OP_RETURN: return retain(vm, R[A(pc)]);
    case OP_RETURN_CONST: return retain(vm, const_of(vm, R, WIDE(pc)));
    case OP_YIELD: return retain(vm, R[B(pc)]);
    default: return EMPTY;
    }
}

// Prepares the event of vm->observer_step. False: there is none.
static bool prepare_step(VM *vm, u64 *pc, Value *R)
{
    PyFrame *f = frame_object_of(vm, R);
    u32 step = vm->observer_step;
    if (is_profile_step(step) ? !is_profiled(vm) : !is_traced(vm))
        return false;
    Value global = is_profile_step(step) ? vm->profile_function : vm->trace_function, local = f && f->trace ? f->trace : EMPTY;
    bool enters = step < STEP_RUN ? generic_op_at(pc) == OP_RESUME || (f && f->flags & FRAME_RESUMED) : f && f->flags & FRAME_RESUMED;
    Value v;
    switch (step) {
    case STEP_C_RETURN: case STEP_C_EXCEPTION:
        if (!f || !f->builtin)
            return false;
        v = f->builtin;
        f->builtin = 0;
        return prepare_call(vm, R, global, step == STEP_C_RETURN ? "c_return" : "c_exception", v);
    case STEP_CALL: case STEP_CALL_PROFILE: case STEP_THROWN: case STEP_THROWN_PROFILE:
        return enters && prepare_call(vm, R, global, "call", NONE);
    case STEP_LINE:
        if (generic_op_at(pc) == OP_RESUME) {
            if (f) {
                f->seen_line = UINT32_MAX;
                f->seen_word = 0;
            }
            return false;
        }
        return local != EMPTY && new_line(vm, pc, R, f) && !(f->flags & FRAME_WITHOUT_LINES) && prepare_call(vm, R, local, "line", NONE);
    case STEP_OPCODE:
        return local != EMPTY && f->flags & FRAME_WITH_OPCODES && generic_op_at(pc) != OP_RESUME && prepare_call(vm, R, local, "opcode", NONE);
    case STEP_RETURN: case STEP_RETURN_PROFILE:
        if (step == STEP_RETURN && local == EMPTY)
            return false;
        v = returned_value(vm, pc, R);
        return v != EMPTY && prepare_call(vm, R, step == STEP_RETURN ? local : global, "return", v);
    case STEP_C_CALL:
        v = builtin_called(vm, pc, R);
        if (v == EMPTY)
            return false;
        if (frame_object(vm, R)) {
            f = frame_object_of(vm, R);
            Ref old = f->builtin;
            f->builtin = (Ref)retain(vm, v);
            decref_ref(vm, old);
        }
        return prepare_call(vm, R, global, "c_call", v);
    case STEP_EXCEPTION:
        if (local == EMPTY)
            return false;
        v = exception_triple(vm);
        return v != EMPTY && prepare_call(vm, R, local, "exception", v);
    case STEP_LEFT: return local != EMPTY && prepare_call(vm, R, local, "return", NONE);
    case STEP_LEFT_PROFILE: return prepare_call(vm, R, global, "return", NONE);
    default: return false;
    }
}

void observe_resumed(VM *vm, Value *R)
{
    if (frame_object(vm, R))
        frame_object_of(vm, R)->flags |= FRAME_RESUMED;
    else
        exception_clear(vm);
}

static HANDLER(observe_from)
{
    for (;; vm->observer_step++) {
        if (vm->observer_step == STEP_LINE || vm->observer_step == STEP_C_EXCEPTION) {
            PyFrame *f = frame_object_of(vm, R);
            bool is_resumed = f && f->flags & FRAME_RESUMED;
            if (f)
                f->flags &= ~FRAME_RESUMED;
            if (is_resumed && vm->observer_step == STEP_LINE) { // it goes on in the line of its YIELD
                f->seen_word = word_of(vm, R, pc) - 1;
                f->seen_line = code_line(vm, frame_code(vm, R), f->seen_word);
            }
        }
        if (vm->observer_step == STEP_RUN)
            break;
        if (vm->observer_step == STEP_UNWIND)
            GOTO(unwind_again);
        if (vm->observer_step > STEP_LEFT_PROFILE)
            GOTO(unwind_frame);
        if (prepare_step(vm, pc, R)) {
            table = CURRENT_TABLE(vm);
            GOTO(call_window);
        }
    }
    switch (generic_op_at(pc)) { // what would look at interrupts again, or enter a trace
    case OP_RESUME: pc += 2; DISPATCH;
    case OP_JUMP_BACK: pc += WIDE_SIGNED(pc); DISPATCH;
    default: break;
    }
    REDISPATCH;
}

// The generators that R's frame skips get frames of their own, for there are events to tell of them too.
static Value *with_all_frames(VM *vm, Value *R)
{
    while (unlikely(FRAME_SKIPS(FRAME_MODE(R))) && OFFSET_OF(vm, R) <= vm->stack_guard)
        R = delegation_resume(vm, R);
    return R;
}

HANDLER(observe)
{
    if (vm->interrupt)
        GOTO(safe_point); // and here again
    R = with_all_frames(vm, R);
    vm->observer_step = frame_code(vm, R)->flags & CODE_HIDDEN ? STEP_RUN : STEP_C_RETURN;
    COUNT_INSTRUCTION;
    GOTO(observe_from);
}

HANDLER(observe_raised)
{
    R = with_all_frames(vm, R);
    if (frame_code(vm, R)->flags & CODE_HIDDEN)
        GOTO(unwind_again);
    vm->observer_step = STEP_THROWN;
    GOTO(observe_from);
}

HANDLER(observe_left)
{
    vm->observer_step = frame_code(vm, R)->flags & CODE_HIDDEN ? STEP_LEFT_PROFILE + 1 : STEP_LEFT;
    Value traceback = OBJ(vm, PyException, vm->exception)->traceback; // the frame is left where it has raised, not where that was raised again
    if (is_object(traceback) && traceback != NONE && FRAME_MODE(R) & FRAME_HAS_OBJECT && AT(vm, PyTraceback, traceback)->frame == FRAME_OBJECT(R))
        pc = code_start(vm, frame_code(vm, R)) + AT(vm, PyTraceback, traceback)->word;
    GOTO(observe_from);
}

// vm->result is what the function answered, EMPTY if it raised: then it is not asked again, and the exception takes the place of what was going on.
HANDLER(observer_returned)
{
    u32 step = MODE_STAGE(vm->mode);
    Value kept = take(AT(vm, Value, vm->window) - 1), answer = take(&vm->result);
    vm->window -= 8;
    vm->observer_runs = 0;
    vm->counting = vm->observed ? OBSERVED_TABLES : vm->observed_else;
    table = CURRENT_TABLE(vm);
    vm->observer_step = step + 1;
    if (answer == EMPTY) {
        decref(vm, kept);
        kept = EMPTY;
        Value *place = is_profile_step(step) ? &vm->profile_function : &vm->trace_function, old = take(place);
        observe_update(vm);
        table = CURRENT_TABLE(vm);
        decref(vm, old);
        if (step < STEP_RUN)
            GOTO(unwind);
        GOTO(observe_from);
    }
    vm->exception = kept;
    PyFrame *f = frame_object_of(vm, R);
    if (f && answer != NONE && !is_profile_step(step)) {
        Ref old = f->trace;
        f->trace = 0;
        if (is_object(answer))
            f->trace = (Ref)retain(vm, answer);
        decref_ref(vm, old);
    }
    decref(vm, answer);
    GOTO(observe_from);
}

// --- f_lineno = line (src/vm/line-jump.ts) ----------------------------------------------------------------------------------------
// The registers of the frame that a live frame has called; NULL: it has called none.
static Value *called_by(VM *vm, PyFrame *f)
{
    u32 called = 0;
    for (u32 fp = vm->fp; fp && fp != f->live; fp = FRAME_CALLER_FP(AT(vm, Value, fp)))
        called = fp;
    return f->live && called ? AT(vm, Value, called) : NULL;
}

CORE_EXPORT u32 api_frame_event(VM *vm, u32 frame)
{
    Value *called = called_by(vm, AT(vm, PyFrame, frame));
    if (!called || MODE_OF(FRAME_MODE(called)) != RET_OBSERVER)
        return EVENT_NONE;
    switch (MODE_STAGE(FRAME_MODE(called))) {
    case STEP_LINE: return EVENT_LINE;
    case STEP_CALL: case STEP_THROWN: return EVENT_CALL;
    case STEP_RETURN: return generic_op_at(AT(vm, u64, FRAME_CALLER_PC(called))) == OP_YIELD ? EVENT_YIELD : EVENT_OTHER;
    default: return EVENT_OTHER;
    }
}

// Lets a temporary go; one that keeps what was handled before an exception makes that be handled again.
CORE_EXPORT void api_frame_drop(VM *vm, u32 frame, u32 number, u32 keeps_handled)
{
    Value *R = AT(vm, Value, AT(vm, PyFrame, frame)->live), v = take(&R[number]);
    if (keeps_handled) {
        Value old = vm->handled;
        vm->handled = v == NONE ? retain(vm, inherited(vm, R)) : v;
        v = old;
    }
    decref(vm, v);
}

// When the trace function has returned the frame goes on at `word`, where `line` begins.
CORE_EXPORT void api_frame_jump(VM *vm, u32 frame, u32 word, u32 line)
{
    PyFrame *f = AT(vm, PyFrame, frame);
    FRAME_CALLER_PC(called_by(vm, f)) = AT(vm, PyCode, f->code)->bytecode + word * 8;
    f->seen_word = word;
    f->seen_line = line;
}
