// How a slow path ends: its answer becomes the result of the instruction at pc, whatever that instruction does with it. A value that a Python
// hook returned later comes here too (deliver.c), so every instruction has just one place that says what its result is for.
#include "handlers.h"

HANDLER(answer)
{
    Value v = vm->result;
    if (unlikely(v == EMPTY))
        GOTO(unwind);
    if (unlikely(v == VALUE_TAIL))
        GOTO(tail_instruction);
    GOTO(finish_value);
}

// vm->result = TRUE or FALSE for the instruction at pc.
static HANDLER(finish_truth)
{
    bool truth = vm->result == TRUE, invert = FLAGS(pc) & FLAG_INVERT;
    switch (generic_op_at(pc)) {
    case OP_JUMP_IF:
        release_operands(vm, pc, R);
        NEXT_CHECKED(truth != invert ? WIDE_SIGNED(pc) : 1);
    case OP_JUMP_CMP:
    case OP_JUMP_CMP_K:
    case OP_JUMP_CONTAINS:
        release_operands(vm, pc, R);
        NEXT_CHECKED(truth != invert ? (i16)A(pc) : (i32)width_at(pc));
    case OP_NOT: truth = !truth; break;
    case OP_CONTAINS: truth ^= invert; break;
    default: break; // TO_BOOL
    }
    release_operands(vm, pc, R);
    set_value(vm, &R[A(pc)], make_bool(truth));
    NEXT_CHECKED(width_at(pc));
}

// The value is for its truth only: asks for it, which may take another hook.
static HANDLER(finish_condition)
{
    Value v = vm->result;
    if (v != TRUE && v != FALSE) {
        int truth = op_truth(vm, v);
        decref(vm, v);
        vm->result = truth == 2 ? VALUE_TAIL : truth < 0 ? EMPTY : make_bool(truth);
        if (truth == 2)
            GOTO(tail_instruction); // the bool it makes comes back here
        if (truth < 0)
            GOTO(unwind);
    }
    GOTO(finish_truth);
}

static HANDLER(finish_unpack) // a tuple or list of just the items wanted
{
    Value v = vm->result;
    u32 count = generic_op_at(pc) == OP_UNPACK ? C(pc) : (C(pc) & 255) + 1 + (C(pc) >> 8);
    Value *items = kind_of(vm, v) == LAYOUT_LIST ? AT(vm, Value, OBJ(vm, PyList, v)->items) : OBJ(vm, PyTuple, v)->items;
    release_operands(vm, pc, R);
    for (u32 i = 0; i < count; i++)
        set_value(vm, &R[A(pc) + i], retain(vm, items[i]));
    decref(vm, v);
    NEXT_CHECKED(width_at(pc));
}

static HANDLER(finish_window) // LOAD_METHOD and relatives: an attribute that needs no first argument
{
    Value v = vm->result;
    release_operands(vm, pc, R);
    R[A(pc)] = v;
    R[A(pc) + 4] = EMPTY;
    NEXT_CHECKED(width_at(pc));
}

// Result of an instruction that takes `count` registers from R[b].
#define FINISH_TAKING(count) do { \
        Value v_ = vm->result; \
        release_range(vm, &R[B(pc)], (count)); \
        set_value(vm, &R[A(pc)], v_); \
        NEXT_CHECKED(width_at(pc)); \
    } while (0)

static HANDLER(finish_super)
{
    Value *operands = &R[B(pc)];
    if (operands[1] != EMPTY && (operands[0] != TYPE_SUPER || !is_type(vm, operands[1]))) { // what was called instead of the builtin answered
        Value v = vm->result;
        release_range(vm, operands, 3);
        operands[0] = v;
        operands[1] = operands[2] = EMPTY;
        REDISPATCH;
    }
    release_range(vm, operands, 3);
    if (op_at(pc) == OP_LOAD_SUPER_METHOD)
        GOTO(finish_window);
    set_value(vm, &R[A(pc)], vm->result);
    NEXT_CHECKED(width_at(pc));
}

HANDLER(finish_value)
{
    switch (generic_op_at(pc)) {
    case OP_JUMP_IF: case OP_JUMP_CMP: case OP_JUMP_CMP_K: case OP_CONTAINS: case OP_JUMP_CONTAINS: case OP_NOT: case OP_TO_BOOL:
        GOTO(finish_condition);
    case OP_SETATTR: case OP_DELATTR: case OP_SETITEM: case OP_DELITEM: case OP_STORE_NAME: case OP_DELETE_NAME: case OP_LIST_EXTEND:
    case OP_SET_ADD: case OP_SET_UPDATE: case OP_MAP_ADD: case OP_DICT_UPDATE: case OP_DICT_MERGE:
        release_operands(vm, pc, R);
        decref(vm, vm->result);
        NEXT_CHECKED(width_at(pc));
    case OP_UNPACK: case OP_UNPACK_EX: GOTO(finish_unpack);
    case OP_LOAD_METHOD: case OP_LOAD_SPECIAL: GOTO(finish_window);
    case OP_LOAD_SUPER_ATTR: case OP_LOAD_SUPER_METHOD: GOTO(finish_super);
    case OP_BUILD_SET: FINISH_TAKING(C(pc));
    case OP_BUILD_MAP: FINISH_TAKING(2u * C(pc));
    case OP_FORMAT_SPEC: FINISH_TAKING(2);
    case OP_IMPORT_NAME: FINISH_TAKING(2);
    case OP_MATCH_CLASS: FINISH_TAKING(3);
    case OP_RAISE: GOTO(raise_finished);
    case OP_EXC_GROUP_MATCH: GOTO(group_finished);
    default: {
        Value v = vm->result;
        release_operands(vm, pc, R);
        set_value(vm, &R[A(pc)], v);
        NEXT_CHECKED(width_at(pc));
    }
    }
}

// The delegate of the SEND at pc has returned vm->result.
HANDLER(finish_send)
{
    Value result = vm->result;
    set_value(vm, &R[A(pc)], result);
    release(vm, &R[B(pc)]);
    NEXT_CHECKED((i16)C(pc));
}
