// Functions of the prelude that go over a generator, or call a key function for each item, exist once for each such producer that is used often:
// sum(x.n for x in xs) in one place and sum(f(i) for i in r) in another would otherwise share one loop, whose caches and traces would see all of them in
// turn. A code object holds its copies (PyCode.consumers: dict from the prelude's number to the function).
#include "interp.h"
#include "../iterators.h"
#include "../containers.h"

// So often the prelude's own function is used: what runs once or twice does not pay for a copy of some hundred words.
#define RUNS_BEFORE_COPY 8u

// Which argument is gone over, and which is called for each item; 1 + its number, 0: none.
typedef struct Consumes { u8 iterable, callable; } Consumes;
static const Consumes consumes[PRELUDE_COUNT] = {
    [PRELUDE_SUM_LOOP] = {1, 0}, [PRELUDE_ANY_LOOP] = {1, 0}, [PRELUDE_ALL_LOOP] = {1, 0}, [PRELUDE_MIN_LOOP] = {1, 2}, [PRELUDE_MAX_LOOP] = {1, 2},
    [PRELUDE_LIST_BUILD] = {1, 0}, [PRELUDE_TUPLE_BUILD] = {1, 0}, [PRELUDE_SET_BUILD] = {1, 0}, [PRELUDE_LIST_EXTEND] = {2, 0}, [PRELUDE_SORTED_BUILD] = {1, 2}, [PRELUDE_LIST_SORT] = {0, 2},
};

// The code that an iterable's items come from: a generator's, also through iterators over it, or that of the function of a map or filter.
static Ref code_behind(VM *vm, Value v, u32 depth)
{
    if (is_exact(vm, v, TYPE_GENERATOR))
        return OBJ(vm, PyGenerator, v)->code;
    if (depth == 0 || !is_kind(vm, v, LAYOUT_ITERATOR))
        return 0;
    PyIterator *it = OBJ(vm, PyIterator, v);
    switch (it->code) {
    case ITER_MAP:
    case ITER_FILTER:
        return is_exact(vm, it->source, TYPE_FUNCTION) ? OBJ(vm, PyFunction, it->source)->code : code_behind(vm, it->extra, depth - 1);
    case ITER_ENUMERATE:
    case ITER_CHAIN:
    case ITER_ISLICE:
    case ITER_PAIRWISE:
        return code_behind(vm, it->source, depth - 1);
    case ITER_ZIP: {
        if (it->source == EMPTY)
            return 0;
        PyTuple *sources = tuple_at(vm, it->source);
        Ref found = 0;
        for (u32 i = 0; i < sources->length && !found; i++)
            found = code_behind(vm, sources->items[i], depth - 1);
        return found;
    }
    default: return 0;
    }
}
#define ITERATORS_LOOKED_THROUGH 3u

static Ref producer_code(VM *vm, const Value *args, Consumes what)
{
    Ref code = what.iterable ? code_behind(vm, args[what.iterable - 1], ITERATORS_LOOKED_THROUGH) : 0;
    if (code)
        return code;
    if (what.callable && is_exact(vm, args[what.callable - 1], TYPE_FUNCTION))
        return OBJ(vm, PyFunction, args[what.callable - 1])->code;
    return 0;
}

// A copy of `bytes` in a block; false: MemoryError, *block is 0.
static bool copy_block(VM *vm, u32 *block, u32 bytes)
{
    u32 from = *block;
    *block = from ? heap_block(vm, bytes) : 0;
    if (*block)
        memcpy(AT(vm, u8, *block), AT(vm, u8, from), bytes);
    return *block || !from;
}

// The instructions as the compiler has left them: caches that generic forms do not look at stay.
static void make_generic(VM *vm, PyCode *code)
{
    u64 *pc = code_start(vm, code), *end = pc + code->word_count;
    for (; pc < end; pc += width_at(pc)) {
        u32 generic = generic_op_at(pc), width = width_at(pc);
        set_op(pc, generic);
        if (generic == OP_JUMP_BACK || generic == OP_RESUME)
            pc[1] = 0;
        else if (width > 1)
            COUNTER(pc) = 0;
    }
}

static Value copy_code(VM *vm, Ref from)
{
    PyCode *code = heap_new_container(vm, TYPE_CODE, sizeof *code), *old = AT(vm, PyCode, from);
    if (!code)
        return EMPTY;
    ObjectHead head = code->head;
    *code = *old;
    code->head = head;
    code->hot = code->consumers = code->runs = 0;
    Ref shared[] = {code->consts, code->names, code->local_names, code->free_names, code->name, code->qualname, code->filename, code->doc};
    for (u32 i = 0; i < sizeof shared / sizeof *shared; i++)
        if (shared[i])
            incref_object(vm, shared[i]);
    bool done = copy_block(vm, &code->bytecode, code->word_count * 8);
    done &= copy_block(vm, &code->exception_table, code->exception_count * (u32)sizeof(ExceptionEntry));
    done &= copy_block(vm, &code->line_table, code->line_table_bytes);
    done &= copy_block(vm, &code->cell_locals, (code->cell_count * (u32)sizeof(u16) + 7) & ~7u);
    if (done) {
        make_generic(vm, code);
        return OFFSET_OF(vm, code);
    }
    decref(vm, OFFSET_OF(vm, code));
    return EMPTY;
}

static Value copy_function(VM *vm, Ref from)
{
    PyFunction *old = AT(vm, PyFunction, from);
    Value code = copy_code(vm, old->code), function = code == EMPTY ? EMPTY : function_new(vm, (Ref)code, old->globals, old->builtins);
    decref(vm, code);
    if (function == EMPTY)
        return EMPTY;
    PyFunction *f = OBJ(vm, PyFunction, function);
    f->defaults = old->defaults;
    if (f->defaults)
        incref_object(vm, f->defaults);
    return function;
}

Ref consumer_for(VM *vm, u32 prelude, const Value *args)
{
    Ref producer = producer_code(vm, args, consumes[prelude]);
    if (!producer)
        return 0;
    PyCode *code = AT(vm, PyCode, producer);
    if (code->runs < RUNS_BEFORE_COPY) {
        code->runs++;
        return 0;
    }
    Value found;
    if (code->consumers && dict_get_peek(vm, code->consumers, int48(prelude), &found) == DICT_FOUND)
        return (Ref)found;
    if (vm->exception != EMPTY)
        return 0;
    if (!code->consumers && !(code->consumers = (Ref)dict_new(vm)))
        goto failed;
    Value function = copy_function(vm, vm->prelude[prelude]);
    if (function != EMPTY && dict_set(vm, code->consumers, int48(prelude), function) == DICT_FOUND) {
        decref(vm, function);
        return (Ref)function;
    }
    decref(vm, function);
failed: // no memory for it: what there is will do
    code->runs = 0;
    decref(vm, vm->exception);
    vm->exception = EMPTY;
    return 0;
}
