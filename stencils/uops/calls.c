// Calls of C functions of the core (form C): arguments in r3, r4, r5, r6 behind the VM, the result in r2; or floats.
// r0 and r1 are kept, all other registers are lost, so nothing lives across the call but what was spilled or stored.
// The target (JUMP) is where a function that raised goes on: VM.exception is set. A function called from here never answers VALUE_TAIL.
#include "abi.h"

INLINE Outcome result(Machine *m, u64 value)
{
    forget_registers(m);
    R(2) = (i64)value;
    NEXT;
}
INLINE Outcome result_or_raised(Machine *m, u64 value)
{
    forget_registers(m);
    R(2) = (i64)value;
    if (unlikely(value == EMPTY)) {
        COLD_PATH;
        JUMP;
    }
    NEXT;
}
INLINE Outcome status(Machine *m, i32 value)
{
    forget_registers(m);
    R(2) = (i64)(u32)value;
    if (unlikely(value < 0)) {
        COLD_PATH;
        JUMP;
    }
    NEXT;
}

#define CALL_0(type) CALL(type, char *)(VM)
#define CALL_1(type) CALL(type, char *, i64)(VM, R(3))
#define CALL_2(type) CALL(type, char *, i64, i64)(VM, R(3), R(4))
#define CALL_3(type) CALL(type, char *, i64, i64, i64)(VM, R(3), R(4), R(5))
#define CALL_4(type) CALL(type, char *, i64, i64, i64, i64)(VM, R(3), R(4), R(5), R(6))

UOP(call_0, C) { return result_or_raised(m, CALL_0(u64)); } /* r2 ← f(vm); to the target if it is EMPTY */
UOP(call_1, C) { return result_or_raised(m, CALL_1(u64)); } /* r2 ← f(vm, r3); to the target if it is EMPTY */
UOP(call_2, C) { return result_or_raised(m, CALL_2(u64)); } /* r2 ← f(vm, r3, r4); to the target if it is EMPTY */
UOP(call_3, C) { return result_or_raised(m, CALL_3(u64)); } /* r2 ← f(vm, r3, r4, r5); to the target if it is EMPTY */
UOP(call_4, C) { return result_or_raised(m, CALL_4(u64)); } /* r2 ← f(vm, r3, r4, r5, r6); to the target if it is EMPTY */

UOP(call_plain_1, C) { return result(m, CALL_1(u64)); } /* r2 ← f(vm, r3), which can't raise (EMPTY is an answer) */
UOP(call_plain_2, C) { return result(m, CALL_2(u64)); } /* r2 ← f(vm, r3, r4), which can't raise (EMPTY is an answer) */
UOP(call_plain_3, C) { return result(m, CALL_3(u64)); } /* r2 ← f(vm, r3, r4, r5), which can't raise (EMPTY is an answer) */
UOP(call_plain_4, C) { return result(m, CALL_4(u64)); } /* r2 ← f(vm, r3, r4, r5, r6), which can't raise (EMPTY is an answer) */

UOP(call_u32_1, C) { return result(m, CALL_1(u32)); } /* r2 ← 32 bits f(vm, r3), zero-extended */
UOP(call_u32_2, C) { return result(m, CALL_2(u32)); } /* r2 ← 32 bits f(vm, r3, r4), zero-extended */
UOP(call_bool_1, C) { return result(m, CALL_1(bool)); } /* r2 ← C's bool f(vm, r3), 0 or 1 */
UOP(call_bool_2, C) { return result(m, CALL_2(bool)); } /* r2 ← C's bool f(vm, r3, r4), 0 or 1 */
UOP(call_bool_3, C) { return result(m, CALL_3(bool)); } /* r2 ← C's bool f(vm, r3, r4, r5), 0 or 1 */
UOP(call_status_1, C) { return status(m, CALL_1(i32)); } /* r2 ← int f(vm, r3), zero-extended; to the target if it is negative */
UOP(call_status_2, C) { return status(m, CALL_2(i32)); } /* r2 ← int f(vm, r3, r4), zero-extended; to the target if it is negative */
UOP(call_status_3, C) { return status(m, CALL_3(i32)); } /* r2 ← int f(vm, r3, r4, r5), zero-extended; to the target if it is negative */

UOP(call_void_1, C) { CALL_1(void); forget_registers(m); NEXT; } /* f(vm, r3) */
UOP(call_void_2, C) { CALL_2(void); forget_registers(m); NEXT; } /* f(vm, r3, r4) */
UOP(call_void_3, C) { CALL_3(void); forget_registers(m); NEXT; } /* f(vm, r3, r4, r5) */

INLINE Outcome float_result(Machine *m, double value)
{
    forget_registers(m);
    F(0) = value;
    NEXT;
}
UOP(call_f_f, C) { return float_result(m, CALL(double, double)(F(0))); } /* f0 ← f(f0): no VM */
UOP(call_f_ff, C) { return float_result(m, CALL(double, double, double)(F(0), F(1))); } /* f0 ← f(f0, f1): no VM */
