// x ** 2 and x ** 0.5 with the very bits of libm's pow, mostly without calling it. x * x and sqrt(x) are what is nearest to the true value; pow
// is off by far less than 0.05 units in the last place before it rounds, so unless the true value lies within that of the middle between two
// floats it rounds to the same. How far it is from the middle is told by what the product of two floats loses, which is a float itself (Dekker).
#include "vm.h"
enum { POWER_AT = offsetof(VM, scratch) + 14 * 8 }; // before abi.h, in which VM is the register
#include "abi.h"

// Constants by their bits: clang would take them from a constant pool, which a stencil can't have.
INLINE double float_of_bits(u64 bits)
{
    double x;
    __asm__ volatile("" : "+r"(bits)); // (volatile: one after the other, in one register)
    __builtin_memcpy(&x, &bits, 8);
    return x;
}
INLINE u64 bits_of_float(double x)
{
    u64 bits;
    __builtin_memcpy(&bits, &x, 8);
    return bits;
}
// x * x - square, exactly.
INLINE double lost_by_square(double x, double square)
{
    const double wide = x * float_of_bits(0x41A0000002000000); // 2^27 + 1
    const double high = wide - (wide - x), low = x - high, mixed = high * low;
    return ((high * high - square) + (mixed + mixed)) + low * low;
}
// The power of two that x begins with, times 0.45 units in the last place of 1.
INLINE double nearly_half_unit(double x)
{
    return float_of_bits(bits_of_float(x) & 0x7FF0000000000000) * float_of_bits(0x3C9CCCCCCCCCCCCD);
}
// From 2^-900 to 2^1000: nothing above gets too small or too large.
INLINE bool is_moderate(double x) { return (bits_of_float(x) >> 52) - 123 < 1900; }
INLINE double size_of(double x) { return float_of_bits(bits_of_float(x) & ~(1ull << 63)); }

UOP(square_float, F) /* f[a] ← f[a] ** 2; exit if that is no finite number */
{
    double power = F(a) * F(a);
    if (unlikely(!(is_moderate(power) && size_of(lost_by_square(F(a), power)) < nearly_half_unit(power)))) {
        COLD_PATH;
        CALL_KEEPING("trace_pow_2", VM, bits_of_float(F(a)));
        power = *(double *)(VM + POWER_AT);
        EXIT_IF(power - power != 0);
    }
    F(a) = power;
    NEXT;
}
UOP(root_float, F) /* f[a] ← f[a] ** 0.5; exit if that is no finite number */
{
    double power = __builtin_sqrt(F(a));
    const double square = power * power;
    if (unlikely(!(is_moderate(F(a)) && size_of((F(a) - square) - lost_by_square(power, square)) < nearly_half_unit(power) * (power + power)))) {
        COLD_PATH;
        CALL_KEEPING("trace_pow_half", VM, bits_of_float(F(a)));
        power = *(double *)(VM + POWER_AT);
        EXIT_IF(power - power != 0);
    }
    F(a) = power;
    NEXT;
}
