// Ways on and ways out.
#include "abi.h"

UOP(jump, Z) { JUMP; }                 /* to the target: the loop's head, another trace */
UOP(leave, Z) { EXIT_IF(1); NEXT; }    /* always exits */

UOP(check_interrupt, Z) /* exit if the flag word at heap offset hole 0 has any bit set */
{
    EXIT_IF(__atomic_load_n((const u32 *)(VM + HOLE(0)), __ATOMIC_RELAXED) != 0);
    NEXT;
}

// A C function (frame, vm) → u32 that runs stitched code, which starts with undefined registers and ends in return_to_c.
u32 SPECIAL(enter_from_c)(char *frame, char *vm)
{
    return _CONT(0, frame, vm, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}

__attribute__((preserve_none)) u32 SPECIAL(return_to_c)(STATE_PARAMETERS) { return (u32)HOLE(0); }
