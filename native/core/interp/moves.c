// Moves, constants, cells.
#include "interp.h"
#include "handlers.h"

HANDLER(op_NOP) { NEXT(1); }

HANDLER(op_MOVE)
{
    Value v = R[B(pc)];
    incref(vm, v);
    STORE_NEXT(v, 1);
}

HANDLER(op_TAKE)
{
    Value v = take(&R[B(pc)]);
    STORE_NEXT(v, 1);
}

HANDLER(op_LOAD_CONST)
{
    Value v = const_of(vm, R, WIDE(pc));
    if (is_ref(v))
        incref_object(vm, v);
    STORE_NEXT(v, 1);
}

HANDLER(op_LOAD_INT)
{
    Value v = int48(WIDE_SIGNED(pc));
    STORE_NEXT(v, 1);
}

HANDLER(op_DROP)
{
    Value old = take(&R[A(pc)]);
    pc += 1;
    DROP_AND_DISPATCH(old);
}

// NameError carries the name, from which tracebacks suggest similar ones; UnboundLocalError does not.
COLD void raise_name_error(VM *vm, Ref type, const char *format, Value name)
{
    raise_error(vm, type, format, name);
    if (type == EXC_NameError && exception_matches(vm, vm->exception, EXC_NameError))
        set_value(vm, &OBJ(vm, PyException, vm->exception)->fields[0], retain(vm, name));
}
#define LOCAL_UNBOUND "cannot access local variable '%S' where it is not associated with a value"
#define FREE_UNBOUND "cannot access free variable '%S' where it is not associated with a value in enclosing scope"

INLINE Value local_name(VM *vm, Value *R, u32 i) { return AT(vm, PyTuple, frame_code(vm, R)->local_names)->items[i]; }
INLINE Value free_name(VM *vm, Value *R, u32 i) { return AT(vm, PyTuple, frame_code(vm, R)->free_names)->items[i]; }

static COLD HANDLER(local_unbound)
{
    raise_name_error(vm, EXC_UnboundLocalError, LOCAL_UNBOUND, local_name(vm, R, generic_op_at(pc) == OP_LOAD_CELL ? B(pc) : A(pc)));
    GOTO(unwind);
}

static COLD HANDLER(free_unbound)
{
    raise_name_error(vm, EXC_NameError, FREE_UNBOUND, free_name(vm, R, generic_op_at(pc) == OP_LOAD_FREE ? B(pc) : A(pc)));
    GOTO(unwind);
}

HANDLER(op_DELETE_LOCAL)
{
    Value old = R[A(pc)];
    if (unlikely(old == EMPTY))
        GOTO(local_unbound);
    R[A(pc)] = EMPTY;
    pc += 1;
    DROP_AND_DISPATCH(old);
}

HANDLER(op_CHECK_BOUND)
{
    if (unlikely(R[A(pc)] == EMPTY))
        GOTO(local_unbound);
    NEXT(1);
}

// --- cells -------------------------------------------------------------------------------------------------------------------
INLINE PyCell *closure_cell(VM *vm, Value *R, u32 i)
{
    return OBJ(vm, PyCell, AT(vm, PyTuple, frame_function(vm, R)->closure)->items[i]);
}

HANDLER(op_MAKE_CELL)
{
    Value cell = cell_new(vm, R[A(pc)]); // takes the value, also when it fails
    R[A(pc)] = cell;
    if (unlikely(cell == EMPTY))
        GOTO(unwind);
    NEXT(1);
}

HANDLER(op_LOAD_CELL)
{
    Value v = OBJ(vm, PyCell, R[B(pc)])->value;
    if (unlikely(v == EMPTY))
        GOTO(local_unbound);
    if (is_ref(v))
        incref_object(vm, v);
    STORE_NEXT(v, 1);
}

HANDLER(op_STORE_CELL)
{
    PyCell *cell = OBJ(vm, PyCell, R[A(pc)]);
    Value v = R[B(pc)];
    if (FLAGS(pc) & FLAG_DROP_B)
        R[B(pc)] = EMPTY;
    else
        incref(vm, v);
    Value old = cell->value;
    cell->value = v;
    pc += 1;
    DROP_AND_DISPATCH(old);
}

HANDLER(op_DELETE_CELL)
{
    PyCell *cell = OBJ(vm, PyCell, R[A(pc)]);
    Value old = cell->value;
    if (unlikely(old == EMPTY))
        GOTO(local_unbound);
    cell->value = EMPTY;
    pc += 1;
    DROP_AND_DISPATCH(old);
}

HANDLER(op_LOAD_FREE)
{
    Value v = closure_cell(vm, R, B(pc))->value;
    if (unlikely(v == EMPTY))
        GOTO(free_unbound);
    if (is_ref(v))
        incref_object(vm, v);
    STORE_NEXT(v, 1);
}

HANDLER(op_STORE_FREE)
{
    PyCell *cell = closure_cell(vm, R, A(pc));
    Value v = R[B(pc)];
    if (FLAGS(pc) & FLAG_DROP_B)
        R[B(pc)] = EMPTY;
    else
        incref(vm, v);
    Value old = cell->value;
    cell->value = v;
    pc += 1;
    DROP_AND_DISPATCH(old);
}

HANDLER(op_DELETE_FREE)
{
    PyCell *cell = closure_cell(vm, R, A(pc));
    Value old = cell->value;
    if (unlikely(old == EMPTY))
        GOTO(free_unbound);
    cell->value = EMPTY;
    pc += 1;
    DROP_AND_DISPATCH(old);
}

HANDLER(op_LOAD_FREE_CELL)
{
    Value v = AT(vm, PyTuple, frame_function(vm, R)->closure)->items[B(pc)];
    incref_object(vm, v);
    STORE_NEXT(v, 1);
}
