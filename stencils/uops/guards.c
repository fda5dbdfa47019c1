// What a value is, and which one. Go on if it holds, else exit.
#include "abi.h"
#include "object.h"

#define TYPE_OF(ref) U32_AT(VM + (ref) + offsetof(ObjectHead, type))

// Of any boxed value.
UOP(guard_int, R) { EXIT_IF(!is_int48((Value)R(a))); NEXT; }        /* r[a] is a 48-bit int */
UOP(guard_float, R) { EXIT_IF(!is_float((Value)R(a))); NEXT; }                    /* r[a] is a float */
UOP(guard_object, R) { EXIT_IF(!is_object((Value)R(a))); NEXT; }    /* r[a] is a reference */
UOP(guard_value_type, R) /* r[a] is a reference to an object of a type; hole 0: the type */
{
    // EMPTY needs no test: where its type would be is VM.tier_state, a small number and no type's offset.
    EXIT_IF((u64)R(a) >> 32);
    EXIT_IF(U32_DIFFERS(TYPE_OF(R(a)), 0));
    NEXT;
}

// Of a reference.
UOP(guard_type, R) { EXIT_IF(U32_DIFFERS(TYPE_OF(R(a)), 0)); NEXT; } /* the object r[a] has this type; hole 0: the type */
UOP(guard_shape, R) /* the instance r[a] has this shape; hole 0: the shape */
{
    EXIT_IF(U32_DIFFERS(U32_AT(VM + R(a) + offsetof(PyInstance, shape)), 0));
    NEXT;
}
UOP(guard_u32, R) { EXIT_IF(U32_DIFFERS(U32_AT(VM + R(a) + HOLE(0)), 1)); NEXT; } /* a field of the object r[a] has these 32 bits; hole 0: field; hole 1: constant */

// Which one. None of these lets clang learn that two registers are equal: it would replace one by the other on the way on.
UOP(guard_ref_is, R) { EXIT_IF(differ(R(a), (i64)HOLE_U32(0))); NEXT; } /* r[a], any value, is this reference; hole 0: 32 bits */
UOP(guard_ref_is_not, R) { EXIT_IF(!differ(R(a), (i64)HOLE_U32(0))); NEXT; } /* r[a], any value, is not this reference; hole 0: 32 bits */
UOP(guard_word_is, R) { EXIT_IF(differ(R(a), (i64)HOLE64(0))); NEXT; } /* r[a] is this word; hole 0: any 64 bits */
UOP(guard_word_is_not, R) { EXIT_IF(!differ(R(a), (i64)HOLE64(0))); NEXT; } /* r[a] is not this word; hole 0: any 64 bits */
UOP(guard_same, RR) { EXIT_IF(differ(R(a), R(b))); NEXT; }      /* r[a] and r[b] are the same word */
UOP(guard_not_same, RR) { EXIT_IF(!differ(R(a), R(b))); NEXT; } /* r[a] and r[b] are different words */
UOP(guard_empty, R) { EXIT_IF(is_not_zero(R(a))); NEXT; }       /* r[a] is EMPTY */
UOP(guard_not_empty, R) { EXIT_IF(!is_not_zero(R(a))); NEXT; }  /* r[a] is not EMPTY */
UOP(guard_zero, R) { EXIT_IF(is_not_zero(R(a))); NEXT; }        /* r[a], an int or 32 bits, is 0 */
UOP(guard_nonzero, R) { EXIT_IF(!is_not_zero(R(a))); NEXT; }    /* r[a], an int or 32 bits, is not 0 */
