// Reference counts. What reaches zero dies in trace_dealloc, which keeps every register; the finalisers that this makes due are run
// where the trace asks check_pending.
#include "abi.h"
#include "object.h"

#define COUNT(ref) U32_AT(VM + (ref) + offsetof(ObjectHead, refcount))

INLINE void die(char *vm, i64 ref)
{
    COLD_PATH;
    CALL_KEEPING("trace_dealloc", vm, ref);
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
UOP(decref_shared, R) /* drops a reference to the object r[a]; exit: it is the last one */
{
    EXIT_IF(COUNT(R(a)) == 1);
    COUNT(R(a))--;
    NEXT;
}
UOP(decref_shared_value, R) /* drops r[a] if it is a reference; exit: it is the last one */
{
    if (is_object((Value)R(a))) {
        EXIT_IF(COUNT(R(a)) == 1);
        COUNT(R(a))--;
    }
    NEXT;
}
UOP(incref_abs, Z) { U32_AT(VM + HOLE_U32(0))++; NEXT; } /* counts a reference to a constant object; hole 0: its offset */
UOP(decref_abs_nonzero, Z) { U32_AT(VM + HOLE_U32(0))--; NEXT; } /* drops a reference to a constant object that has others; hole 0: its offset */
