// Ints of any size as sign and magnitude, whatever form they come in (48-bit immediate, bool, heap object).
#ifndef KRAIT_INTS_H
#define KRAIT_INTS_H
#include "core.h"

typedef struct IntView {
    i32 sign;          // -1, 0, 1
    u32 count;         // limbs in use, no leading zero
    const u32 *limbs;  // little-endian
    u32 small[2];      // storage for immediates
} IntView;

INLINE bool is_int_like(VM *vm, Value v) // int, bool or an instance of a subclass
{
    return is_int48(v) || (is_object(v) && (v == TRUE || v == FALSE || type_at(vm, ref_type(vm, v))->kind == LAYOUT_INT));
}
// `view` must not move afterwards: limbs may point into it.
void int_view(VM *vm, Value v, IntView *view);
// Normalises count and narrows to 48 bits where it fits; frees nothing. `object` is a fresh PyInt with room for `count` limbs.
Value int_finish(VM *vm, PyInt *object, i32 sign, u32 count);
PyInt *int_new(VM *vm, u32 limb_capacity); // NULL with MemoryError

// bigints.c: operations on views
Value big_add(VM *vm, const IntView *a, const IntView *b, bool subtract);
Value big_mul(VM *vm, const IntView *a, const IntView *b);
Value int_divmod(VM *vm, Value a, Value b); // (a // b, a % b) of ints of any size; b not 0
bool big_divmod(VM *vm, const IntView *a, const IntView *b, Value *quotient, Value *remainder); // floor; b not 0; results may be NULL
Value big_shift_left(VM *vm, const IntView *a, u64 bits);
Value big_shift_right(VM *vm, const IntView *a, u64 bits); // floor
Value big_bitwise(VM *vm, u32 op, const IntView *a, const IntView *b); // BINARY_AND/OR/XOR
Value big_pow(VM *vm, Value base, u64 exponent);
Value big_pow_mod(VM *vm, Value base, Value exponent, Value modulus); // exponent >= 0, modulus not 0
u64 big_bit_length(const IntView *a);
int big_compare(const IntView *a, const IntView *b);
double big_to_double(const IntView *a, bool *overflow);      // correctly rounded
double big_true_divide(VM *vm, const IntView *a, const IntView *b, bool *failed, bool *overflow); // correctly rounded

Value wide_binary(VM *vm, u32 op, Value a, Value b); // wide_ints.c: ints of fewer than 128 bits; NOTIMPLEMENTED (borrowed) if it can't

Value int_add(VM *vm, Value a, Value b);
Value int_sub(VM *vm, Value a, Value b);
Value int_mul(VM *vm, Value a, Value b);
Value int_floordiv(VM *vm, Value a, Value b); // raises ZeroDivisionError
Value int_mod(VM *vm, Value a, Value b);
Value int_pow(VM *vm, Value a, Value b);      // a float for negative b
Value int_shift(VM *vm, Value a, Value b, bool left);
Value int_plain(VM *vm, Value v); // the exact int with the value of a bool or an instance of a subclass (new reference)

// In the order of BinaryOp in src/bytecode/opcodes.ts
enum { BIN_ADD, BIN_SUB, BIN_MUL, BIN_TRUEDIV, BIN_FLOORDIV, BIN_MOD, BIN_POW, BIN_LSHIFT, BIN_RSHIFT, BIN_AND, BIN_OR, BIN_XOR, BIN_MATMUL };
enum { CMP_LT, CMP_LE, CMP_EQ, CMP_NE, CMP_GT, CMP_GE };

// floats.c
Value float_floordiv(VM *vm, double a, double b);
Value float_mod(VM *vm, double a, double b);
Value raise_range_error(VM *vm); // OverflowError(34, 'Numerical result out of range')
double float_mod_value(double a, double b); // b not 0
Value float_pow(VM *vm, double a, double b);
bool float_view(VM *vm, Value v, double *d); // float or instance of a subclass
// floats.c too: complex
Value complex_new(VM *vm, double real, double imag);
Value complex_binary(VM *vm, u32 op, Value a, Value b);
#endif
