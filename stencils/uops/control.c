// Ways on and ways out.
#include "vm.h"
enum { INTERRUPT_AT = offsetof(VM, interrupt), EXIT_AT = offsetof(VM, exit_at) }; // before abi.h, in which VM is the register
#include "abi.h"

UOP(jump, Z) { JUMP; }              /* to the target: the loop's head, another trace, a handler of the core */
UOP(leave, Z) { EXIT_IF(1); NEXT; } /* always exits */

// Whether one of the bits is set in the word that others set: on x86 looked at in memory.
INLINE bool interrupt_has(char *vm, u32 bits)
{
#if defined(__x86_64__)
    bool is_set;
    if (bits == ~0u)
        __asm__ volatile("cmpl $0, %1" : "=@ccne"(is_set) : "m"(U32_AT(vm + INTERRUPT_AT)));
    else
        __asm__ volatile("testl %2, %1" : "=@ccne"(is_set) : "m"(U32_AT(vm + INTERRUPT_AT)), "i"(bits));
    return is_set;
#else
    return (__atomic_load_n((const u32 *)(vm + INTERRUPT_AT), __ATOMIC_RELAXED) & bits) != 0;
#endif
}

UOP(check_interrupt, Z) /* exit if VM.interrupt has any bit set */
{
    EXIT_IF(interrupt_has(VM, ~0u));
    NEXT;
}
UOP(check_pending, Z) /* exit if finalisers wait: VM.interrupt has INTERRUPT_PENDING_CALLS */
{
    EXIT_IF(interrupt_has(VM, INTERRUPT_PENDING_CALLS));
    NEXT;
}

UOP(set_pc, Z) { R(0) = (i64)(VM + HOLE_U32(0)); NEXT; } /* r0 ← address of an instruction; hole 0: its heap offset */
UOP(exit_count, Z) /* a counter goes down by one; to the target if it is 0 then; hole 0: the counter's heap offset */
{
    if (unlikely(--U32_AT(VM + HOLE_U32(0)) == 0))
        JUMP;
    NEXT;
}

UOP(take_exit, Z) { U32_SET(U32_AT(VM + EXIT_AT), 0); JUMP; } /* VM.exit_at ← where the exit is described, to the target; hole 0: its code offset */

UOP(jump_code, R) /* to the code at offset r[a] from the core image's base; every register is kept */
{
    JUMP_TO(image_base() + R(a));
}

// A C function (frame, vm) → u32 that runs stitched code, which starts with undefined registers and ends in return_to_c.
u32 SPECIAL(enter_from_c)(char *frame, char *vm)
{
    return _CONT(0, frame, vm, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}

__attribute__((preserve_none)) u32 SPECIAL(return_to_c)(STATE_PARAMETERS) { return (u32)HOLE(0); }
