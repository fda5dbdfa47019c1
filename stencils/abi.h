// What a stencil is: one uop for one placement of its operands, compiled to a function whose arguments are the whole machine
// state, which it passes on in the same registers by a tail call. These are the only macros of the stencils.
//
//   r0 … r7   integers shifted left by 16 (so that the overflow flag is that of 48 bits), boxed values or references
//   f0 … f7   floats
//
// A uop is written once as an inline function; build/ instantiates it for every placement that its form allows:
//   UOP(name, RR)  two integer registers    UOP(name, R)  one      UOP(name, Z)  none
//   UOP(name, FF)  two float registers      UOP(name, F)  one      UOP(name, FR), UOP(name, RF)  one of each
//   UOP(name, RRR), UOP(name, FRR), UOP(name, RFF)  three: the first is only written
//   UOP(name, C)   none to choose: it calls a C function with what is in r3, r4, r5, r6 or f0, f1; the result is in r2 or f0. After
//                  the call only r0 and r1 are what they were (they are where C keeps its caller's registers)
// In its body a, b and c are the register numbers; R(a), F(a) the registers; FRAME and VM the pointers. It ends with NEXT or JUMP
// and leaves with EXIT_IF(condition), which sees the registers as they were before the uop whatever it has done to them.
//
// The parameters begin as those of the interpreter's handlers do, (pc, R, vm, table): r0 is where a handler has its pc, r1 its table.
// So a trace is entered and left by plain jumps.
#ifndef KRAIT_STENCIL_ABI_H
#define KRAIT_STENCIL_ABI_H

#include "value.h"

typedef enum Outcome { CONTINUE, LEAVE, JUMP_AWAY } Outcome;

typedef struct Machine {
    char *frame; // registers of the current Python frame
    char *vm;    // base of the heap
    i64 r[8];
    double f[8];
} Machine;

#define STATE_PARAMETERS                                                                                           \
    i64 r0, char *frame, char *vm, i64 r1, i64 r2, i64 r3, i64 r4, i64 r5, i64 r6, i64 r7, double f0, double f1,   \
        double f2, double f3, double f4, double f5, double f6, double f7
#define STATE_UNCHANGED r0, frame, vm, r1, r2, r3, r4, r5, r6, r7, f0, f1, f2, f3, f4, f5, f6, f7
#define STATE_OF(m)                                                                                                \
    m.r[0], m.frame, m.vm, m.r[1], m.r[2], m.r[3], m.r[4], m.r[5], m.r[6], m.r[7], m.f[0], m.f[1], m.f[2], m.f[3], \
        m.f[4], m.f[5], m.f[6], m.f[7]

typedef __attribute__((preserve_none)) u32 Stencil(STATE_PARAMETERS);

// Where code goes on: the next stencil, the exit of this uop, a given place. The stitcher fills these in.
extern __attribute__((visibility("hidden"))) Stencil _CONT, _EXIT, _TARGET;

// Operands known when a trace is stitched, written as addresses of symbols nobody defines, so that clang puts them where an
// address goes: an immediate or a displacement. HOLE is 32 bits, HOLE64 a full word.
extern __attribute__((visibility("hidden"))) char _HOLE0[], _HOLE1[], _HOLE2[], _HOLE3[];
#define HOLE(n) ((u64)_HOLE##n)
#if defined(__x86_64__)
#define HOLE64(n)                                                                \
    ({                                                                           \
        u64 hole_value;                                                          \
        __asm__("movabsq $%c1, %0" : "=r"(hole_value) : "i"(_HOLE##n));          \
        hole_value;                                                              \
    })
#else
#define HOLE64(n)                                                                \
    ({                                                                           \
        u64 hole_value;                                                          \
        __asm__("movz %0, #:abs_g0_nc:%c1\n\tmovk %0, #:abs_g1_nc:%c1\n\t"       \
                "movk %0, #:abs_g2_nc:%c1\n\tmovk %0, #:abs_g3:%c1"              \
                : "=r"(hole_value)                                               \
                : "i"(_HOLE##n));                                                \
        hole_value;                                                              \
    })
#endif

// Whether two words differ, in a way that clang learns nothing from: knowing that they are equal it would replace one register
// by the other on the way on, for nothing but an extra move.
INLINE bool differ(i64 left, i64 right)
{
#if defined(__x86_64__)
    bool is_different;
    __asm__("cmpq %2, %1" : "=@ccne"(is_different) : "r"(left), "r"(right));
    return is_different;
#else
    i64 difference;
    __asm__("eor %0, %1, %2" : "=r"(difference) : "r"(left), "r"(right));
    return difference != 0;
#endif
}
INLINE bool differs_from_hole0(i64 word)
{
#if defined(__x86_64__)
    bool is_different;
    __asm__("cmpq $%c2, %1" : "=@ccne"(is_different) : "r"(word), "i"(_HOLE0));
    return is_different;
#else
    return differ(word, (i64)HOLE(0));
#endif
}

#define R(i) (m->r[i])
#define F(i) (m->f[i])
#define FRAME (m->frame)
#define VM (m->vm)
#define NEXT return CONTINUE
#define JUMP return JUMP_AWAY
#define EXIT_IF(condition)                \
    do {                                  \
        if (unlikely(condition))          \
            return LEAVE;                 \
    } while (0)

#define FORM_Z
#define FORM_R , const int a
#define FORM_F , const int a
#define FORM_RR , const int a, const int b
#define FORM_FF , const int a, const int b
#define FORM_FR , const int a, const int b
#define FORM_RF , const int a, const int b
#define UOP(name, form) INLINE Outcome uop_##name(Machine *m FORM_##form)

// build/ writes one line INSTANTIATE(add_int_3_5, add_int, 3, 5) a stencil.
#define INSTANTIATE(symbol, name, ...)                                                                        \
    __attribute__((preserve_none)) u32 stencil_##symbol(STATE_PARAMETERS)                                     \
    {                                                                                                         \
        Machine m = {frame, vm, {r0, r1, r2, r3, r4, r5, r6, r7}, {f0, f1, f2, f3, f4, f5, f6, f7}};          \
        const Outcome outcome = uop_##name(&m __VA_OPT__(, ) __VA_ARGS__);                                    \
        if (outcome == LEAVE)                                                                                 \
            __attribute__((musttail)) return _EXIT(STATE_UNCHANGED);                                          \
        if (outcome == JUMP_AWAY)                                                                             \
            __attribute__((musttail)) return _TARGET(STATE_OF(m));                                            \
        __attribute__((musttail)) return _CONT(STATE_OF(m));                                                  \
    }

// Stencils that aren't uops: the way from C into stitched code and back.
#define SPECIAL(symbol) stencil_##symbol

#endif
