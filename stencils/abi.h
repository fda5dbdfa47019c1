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

typedef enum Outcome { CONTINUE, LEAVE, LEAVE_CHANGED, JUMP_AWAY, JUMP_ELSEWHERE } Outcome;

#define STATE_PARAMETERS                                                                                           \
    i64 r0, char *frame, char *vm, i64 r1, i64 r2, i64 r3, i64 r4, i64 r5, i64 r6, i64 r7, double f0, double f1,   \
        double f2, double f3, double f4, double f5, double f6, double f7
#define STATE_UNCHANGED r0, frame, vm, r1, r2, r3, r4, r5, r6, r7, f0, f1, f2, f3, f4, f5, f6, f7
#define STATE_OF(m)                                                                                                \
    m.r[0], m.frame, m.vm, m.r[1], m.r[2], m.r[3], m.r[4], m.r[5], m.r[6], m.r[7], m.f[0], m.f[1], m.f[2], m.f[3], \
        m.f[4], m.f[5], m.f[6], m.f[7]

typedef __attribute__((preserve_none)) u32 Stencil(STATE_PARAMETERS);

typedef struct Machine {
    char *frame; // registers of the current Python frame
    char *vm;    // base of the heap
    i64 r[8];
    double f[8];
    Stencil *elsewhere; // where JUMP_TO goes
} Machine;

// Where code goes on: the next stencil, the exit of this uop, a given place. The stitcher fills these in.
extern __attribute__((visibility("hidden"))) Stencil _CONT, _EXIT, _TARGET;
// The function that a uop of form C calls; each use of such a stencil has its own.
extern __attribute__((visibility("hidden"))) char _CALL[];

// Operands known when a trace is stitched, written as addresses of symbols nobody defines, so that clang puts them where an
// address goes: an immediate or a displacement. HOLE is 32 bits: clang takes it for an address below 2^31, so on x86_64 it is filled as
// a signed number where clang used it as a displacement or in 64-bit arithmetic, and as an unsigned one in 32-bit arithmetic.
// HOLE_U32 is a register's worth of zero-extended 32 bits (an offset anywhere in the heap), HOLE_I32 of sign-extended ones,
// HOLE64 a full word. SHIFT_LEFT and the like take a hole of 8 bits, a count from 0 to 63.
extern __attribute__((visibility("hidden"))) char _HOLE0[], _HOLE1[], _HOLE2[], _HOLE3[];
#define HOLE(n) ((u64)_HOLE##n)
#if defined(__x86_64__)
#define HOLE64(n)                                                                \
    ({                                                                           \
        u64 hole_value;                                                          \
        __asm__("movabsq $%c1, %0" : "=r"(hole_value) : "i"(_HOLE##n));          \
        hole_value;                                                              \
    })
#define HOLE_OF_32_BITS(instruction, n)                                          \
    ({                                                                           \
        u64 hole_value;                                                          \
        __asm__(instruction : "=r"(hole_value) : "i"(_HOLE##n));                 \
        hole_value;                                                              \
    })
#define HOLE_U32(n) HOLE_OF_32_BITS("movl $%c1, %k0", n)
#define HOLE_I32(n) ((i64)HOLE_OF_32_BITS("movq $%c1, %0", n))
#define SHIFTED(instruction, word, n)                                            \
    ({                                                                           \
        u64 hole_shifted = (u64)(word);                                               \
        __asm__(instruction " $%c1, %0" : "+r"(hole_shifted) : "i"(_HOLE##n) : "cc"); \
        (i64)hole_shifted;                                                            \
    })
#define SHIFT_LEFT(word, n) SHIFTED("shlq", word, n)
#define SHIFT_RIGHT(word, n) SHIFTED("sarq", word, n)
#define SHIFT_RIGHT_UNSIGNED(word, n) SHIFTED("shrq", word, n)
#else
#define HOLE_U32(n)                                                              \
    ({                                                                           \
        u64 hole_value;                                                          \
        __asm__("movz %0, #:abs_g0_nc:%c1\n\tmovk %0, #:abs_g1_nc:%c1"           \
                : "=r"(hole_value)                                               \
                : "i"(_HOLE##n));                                                \
        hole_value;                                                              \
    })
#define HOLE_I32(n) ((i64)HOLE(n))
#define HOLE_U8(n)                                                               \
    ({                                                                           \
        u64 hole_value;                                                          \
        __asm__("movz %0, #:abs_g0_nc:%c1" : "=r"(hole_value) : "i"(_HOLE##n));  \
        hole_value;                                                              \
    })
#define SHIFT_LEFT(word, n) ((i64)((u64)(word) << (HOLE_U8(n) & 63)))
#define SHIFT_RIGHT(word, n) ((i64)(word) >> (HOLE_U8(n) & 63))
#define SHIFT_RIGHT_UNSIGNED(word, n) ((i64)((u64)(word) >> (HOLE_U8(n) & 63)))
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
INLINE bool is_not_zero(i64 word)
{
#if defined(__x86_64__)
    bool is_not;
    __asm__("testq %1, %1" : "=@ccne"(is_not) : "r"(word));
    return is_not;
#else
    __asm__("" : "+r"(word));
    return word != 0;
#endif
}

// Instructions with a hole as their immediate operand, where clang would first put the hole into a register.
#if defined(__x86_64__)
#define DIFFERS_FROM_HOLE(word, n)                                                                   \
    ({                                                                                               \
        bool is_different;                                                                           \
        __asm__("cmpq $%c2, %1" : "=@ccne"(is_different) : "r"(word), "i"(_HOLE##n));                \
        is_different;                                                                                \
    })
#define U32_DIFFERS(lvalue, n)                                                                       \
    ({                                                                                               \
        bool is_different;                                                                           \
        __asm__("cmpl $%c2, %1" : "=@ccne"(is_different) : "m"(lvalue), "i"(_HOLE##n));              \
        is_different;                                                                                \
    })
#define U32_SET(lvalue, n) __asm__("movl $%c1, %0" : "=m"(lvalue) : "i"(_HOLE##n))
#define U32_ADD(lvalue, n) __asm__("addl $%c1, %0" : "+m"(lvalue) : "i"(_HOLE##n) : "cc")
#define WITH_HOLE(instruction, word, n) __asm__(instruction " $%c1, %0" : "+r"(word) : "i"(_HOLE##n) : "cc")
#define AND_HOLE(word, n) WITH_HOLE("andq", word, n)
#define SUBTRACT_HOLE(word, n) WITH_HOLE("subq", word, n)
#define OR_HOLE(word, n) WITH_HOLE("orq", word, n)
#define XOR_HOLE(word, n) WITH_HOLE("xorq", word, n)
#define MULTIPLY_BY_HOLE(word, n, product)                                                                          \
    ({                                                                                                              \
        bool overflows;                                                                                             \
        __asm__("imulq $%c3, %2, %0" : "=r"(*(product)), "=@cco"(overflows) : "r"(word), "i"(_HOLE##n));            \
        overflows;                                                                                                  \
    })
#else
#define DIFFERS_FROM_HOLE(word, n) differ(word, (i64)HOLE(n))
#define U32_DIFFERS(lvalue, n) ((lvalue) != (u32)HOLE(n))
#define U32_SET(lvalue, n) ((lvalue) = (u32)HOLE(n))
#define U32_ADD(lvalue, n) ((lvalue) += (u32)HOLE(n))
#define AND_HOLE(word, n) ((word) &= (i64)HOLE(n))
#define SUBTRACT_HOLE(word, n) ((word) -= HOLE(n))
#define OR_HOLE(word, n) ((word) |= (i64)HOLE(n))
#define XOR_HOLE(word, n) ((word) ^= (i64)HOLE(n))
#define MULTIPLY_BY_HOLE(word, n, product) __builtin_mul_overflow(word, (i64)HOLE(n), product)
#endif

// Whether there is an int at an address. x86 looks at the upper half in memory: no register is needed for the test.
INLINE bool is_int48_at(const void *address)
{
#if defined(__x86_64__)
    return *(const u32 *)((const char *)address + 4) >= (u32)(INT_TAG >> 32);
#else
    return is_int48(*(const Value *)address);
#endif
}

// x86 boxes and unboxes floats in float registers, with the bias from memory: that saves a register and a constant of ten bytes.
#if defined(__x86_64__)
typedef u64 Biases __attribute__((vector_size(16)));
#define BIASES(vm) (*(const Biases *)((vm) + FLOAT_BIASES_AT))
INLINE double unboxed(const char *vm, Value v)
{
    double x;
    __builtin_memcpy(&x, &v, 8);
    __asm__("psubq %1, %0" : "+x"(x) : "m"(BIASES(vm)));
    return x;
}
INLINE Value boxed(const char *vm, double x)
{
    Value v;
    __asm__("paddq %1, %0" : "+x"(x) : "m"(BIASES(vm)));
    __builtin_memcpy(&v, &x, 8);
    return v;
}
#else
INLINE double unboxed(const char *vm, Value v) { (void)vm; return float_value(v); }
INLINE Value boxed(const char *vm, double x) { (void)vm; return make_float(x); }
#endif
// Leaves unless the value is a float; x is what it is. Less the bias all other values are NaNs, so only these have to be looked at.
#define TO_FLOAT(x, value)            \
    const Value x##_boxed = (value);  \
    const double x = unboxed(VM, x##_boxed); \
    if (unlikely(x != x)) {           \
        COLD_PATH;                    \
        EXIT_IF(!is_float(x##_boxed)); \
    }

// x86's conversion keeps the upper half of its destination and so waits for whatever was there; clearing it first cuts that.
INLINE double double_of(i64 n)
{
#if defined(__x86_64__)
    double x;
    __asm__("xorps %0, %0\n\tcvtsi2sdq %1, %0" : "=&x"(x) : "r"(n));
    return x;
#else
    return (double)n;
#endif
}

#define R(i) (m->r[i])
#define F(i) (m->f[i])
// Memory: words of the heap at an address.
#define U32_AT(address) (*(u32 *)(address))
#define U64_AT(address) (*(u64 *)(address))
#define FRAME (m->frame)
#define VM (m->vm)
// What follows is seldom run: build/straighten.ts takes it out of the way and the stitcher puts it behind the trace.
#if defined(__x86_64__)
#define COLD_PATH __asm__ volatile("# cold path")
#else
#define COLD_PATH __asm__ volatile("// cold path")
#endif
#define NEXT return CONTINUE
#define JUMP return JUMP_AWAY
#define JUMP_TO(code)                     \
    do {                                  \
        m->elsewhere = (Stencil *)(code); \
        return JUMP_ELSEWHERE;            \
    } while (0)
#define EXIT_IF(condition)                \
    do {                                  \
        if (unlikely(condition))          \
            return LEAVE;                 \
    } while (0)

// Form C: the call itself, and what it leaves behind.
#define CALL(result, ...) (((result (*)(__VA_ARGS__))_CALL))
#if defined(__x86_64__)
#define FORGET_FLOAT(i) __asm__("" : "=x"(m->f[i]) : "i"(i))
#else
#define FORGET_FLOAT(i) __asm__("" : "=w"(m->f[i]) : "i"(i))
#endif
#define FORGET(i) __asm__("" : "=r"(m->r[i]) : "i"(i)) // (the number keeps clang from taking two of them for one)
INLINE void forget_registers(Machine *m)
{
    FORGET(2);
    FORGET(3);
    FORGET(4);
    FORGET(5);
    FORGET(6);
    FORGET(7);
    FORGET_FLOAT(0);
    FORGET_FLOAT(1);
    FORGET_FLOAT(2);
    FORGET_FLOAT(3);
    FORGET_FLOAT(4);
    FORGET_FLOAT(5);
    FORGET_FLOAT(6);
    FORGET_FLOAT(7);
}

// Calls function(VM, argument) of the core, which is preserve_all and returns nothing. Written as assembly because clang would already move
// registers out of the way of the call where no call is made. preserve_all leaves r11 on x86_64, and x0 to x8, x16, x17 and d0 to d7 on
// AArch64, to the caller.
#if defined(__x86_64__)
#define CALL_KEEPING(function, vm, argument)                                              \
    __asm__ volatile("pushq %%rdi\n\tpushq %%rsi\n\tpushq %%rdi\n\t" /* once more, to keep the stack aligned */ \
                     "movq %1, %%rsi\n\tmovq %0, %%rdi\n\tcall " function "\n\t"          \
                     "popq %%rdi\n\tpopq %%rsi\n\tpopq %%rdi"                             \
                     :                                                                    \
                     : "r"(vm), "r"(argument)                                             \
                     : "r11", "cc", "memory")
#else
#define CALL_KEEPING(function, vm, argument)                                                                       \
    __asm__ volatile("stp x30, x0, [sp, #-80]!\n\t"                                                                \
                     "stp d0, d1, [sp, #16]\n\tstp d2, d3, [sp, #32]\n\tstp d4, d5, [sp, #48]\n\tstp d6, d7, [sp, #64]\n\t" \
                     "mov x1, %1\n\tmov x0, %0\n\tbl " function "\n\t"                                            \
                     "ldp d0, d1, [sp, #16]\n\tldp d2, d3, [sp, #32]\n\tldp d4, d5, [sp, #48]\n\tldp d6, d7, [sp, #64]\n\t" \
                     "ldp x30, x0, [sp], #80"                                                                      \
                     :                                                                                             \
                     : "r"(vm), "r"(argument)                                                                      \
                     : "x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x16", "x17", "cc", "memory")
#endif

// Where the core's image begins; the stitcher's resolver is asked for it as for a function.
INLINE char *image_base(void)
{
#if defined(__x86_64__)
    char *base;
    __asm__("leaq core_image_base(%%rip), %0" : "=r"(base)); // (clang would take its address for a number of 32 bits)
    return base;
#else
    extern __attribute__((visibility("hidden"))) char core_image_base[];
    return core_image_base;
#endif
}

// For uops that end in _to: r[a] is not needed at the exit, unless it is an operand too, and so can hold the result already. Saves the
// move that keeps the old contents.
#define EXIT_LOSING_A_IF(condition, is_operand)           \
    do {                                                  \
        if (unlikely(condition))                          \
            return (is_operand) ? LEAVE : LEAVE_CHANGED;  \
    } while (0)

#define FORM_Z
#define FORM_C
#define FORM_R , const int a
#define FORM_F , const int a
#define FORM_RR , const int a, const int b
#define FORM_FF , const int a, const int b
#define FORM_FR , const int a, const int b
#define FORM_RF , const int a, const int b
#define FORM_RRR , const int a, const int b, const int c
#define FORM_FRR , const int a, const int b, const int c
#define FORM_RFF , const int a, const int b, const int c
#define UOP(name, form) INLINE Outcome uop_##name(Machine *m FORM_##form)

// build/ writes one line INSTANTIATE(add_int_3_5, add_int, 3, 5) a stencil.
#define INSTANTIATE(symbol, name, ...)                                                                        \
    __attribute__((preserve_none)) u32 stencil_##symbol(STATE_PARAMETERS)                                     \
    {                                                                                                         \
        Machine m = {frame, vm, {r0, r1, r2, r3, r4, r5, r6, r7}, {f0, f1, f2, f3, f4, f5, f6, f7}};          \
        const Outcome outcome = uop_##name(&m __VA_OPT__(, ) __VA_ARGS__);                                    \
        if (outcome == LEAVE)                                                                                 \
            __attribute__((musttail)) return _EXIT(STATE_UNCHANGED);                                          \
        if (outcome == LEAVE_CHANGED)                                                                         \
            __attribute__((musttail)) return _EXIT(STATE_OF(m));                                              \
        if (outcome == JUMP_AWAY)                                                                             \
            __attribute__((musttail)) return _TARGET(STATE_OF(m));                                            \
        if (outcome == JUMP_ELSEWHERE)                                                                        \
            __attribute__((musttail)) return m.elsewhere(STATE_OF(m));                                        \
        __attribute__((musttail)) return _CONT(STATE_OF(m));                                                  \
    }

// Stencils that aren't uops: the way from C into stitched code and back.
#define SPECIAL(symbol) stencil_##symbol

#endif
