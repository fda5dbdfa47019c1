// Reference counts. What reaches zero dies in trace_dealloc, which keeps every register; the finalisers that this makes due are run
// where the trace asks check_pending.
#include "abi.h"
#include "object.h"

#define COUNT(ref) U32_AT(VM + (ref) + offsetof(ObjectHead, refcount))

// trace_dealloc(vm, ref) is preserve_all. Written as assembly because clang would already move registers out of the way of the call
// where no call is made. preserve_all leaves r11 on x86_64, and x0 to x8, x16, x17 and d0 to d7 on AArch64, to the caller.
INLINE void die(char *vm, i64 ref)
{
    COLD_PATH;
#if defined(__x86_64__)
    __asm__ volatile("pushq %%rdi\n\tpushq %%rsi\n\tpushq %%rdi\n\t" // once more, to keep the stack aligned
                     "movq %1, %%rsi\n\tmovq %0, %%rdi\n\tcall trace_dealloc\n\t"
                     "popq %%rdi\n\tpopq %%rsi\n\tpopq %%rdi"
                     :
                     : "r"(vm), "r"(ref)
                     : "r11", "cc", "memory");
#else
    __asm__ volatile("stp x30, x0, [sp, #-80]!\n\t"
                     "stp d0, d1, [sp, #16]\n\tstp d2, d3, [sp, #32]\n\tstp d4, d5, [sp, #48]\n\tstp d6, d7, [sp, #64]\n\t"
                     "mov x1, %1\n\tmov x0, %0\n\tbl trace_dealloc\n\t"
                     "ldp d0, d1, [sp, #16]\n\tldp d2, d3, [sp, #32]\n\tldp d4, d5, [sp, #48]\n\tldp d6, d7, [sp, #64]\n\t"
                     "ldp x30, x0, [sp], #80"
                     :
                     : "r"(vm), "r"(ref)
                     : "x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x16", "x17", "cc", "memory");
#endif
}

UOP(incref, R) { COUNT(R(a))++; NEXT; } /* counts a reference to the object r[a] */
UOP(incref_value, R) /* counts a reference to r[a] if it is one; any value */
{
    if (is_object((Value)R(a)))
        COUNT(R(a))++;
    NEXT;
}
UOP(decref, R) /* drops a reference to the object r[a], which may die */
{
    if (unlikely(--COUNT(R(a)) == 0))
        die(VM, R(a));
    NEXT;
}
UOP(decref_value, R) /* drops r[a] if it is a reference; its object may die */
{
    if (is_object((Value)R(a)) && unlikely(--COUNT(R(a)) == 0))
        die(VM, R(a));
    NEXT;
}
UOP(decref_nonzero, R) { COUNT(R(a))--; NEXT; } /* drops a reference to the object r[a], which is known to have others */
UOP(incref_abs, Z) { U32_AT(VM + HOLE_U32(0))++; NEXT; } /* counts a reference to a constant object; hole 0: its offset */
UOP(decref_abs_nonzero, Z) { U32_AT(VM + HOLE_U32(0))--; NEXT; } /* drops a reference to a constant object that has others; hole 0: its offset */
