// What the files of the module math share.
#ifndef KRAIT_MATH_FUNCTIONS_H
#define KRAIT_MATH_FUNCTIONS_H

#include "core_build.h"
#include "hooks.h"
#include "ints.h"

#define LIBM1(X) \
    X(acos) X(acosh) X(asin) X(asinh) X(atan) X(atanh) X(cbrt) X(cos) X(cosh) X(erf) X(erfc) X(exp) X(exp2) X(expm1) X(log) X(log10) X(log1p) \
    X(log2) X(sin) X(sinh) X(sqrt) X(tan) X(tanh) X(floor) X(ceil) X(trunc)
#define X(name) HOST_FUNCTION(double, name, (double));
LIBM1(X)
#undef X
HOST_FUNCTION(double, atan2, (double, double));
HOST_FUNCTION(double, fmod, (double, double));
HOST_FUNCTION(double, pow, (double, double));
HOST_FUNCTION(double, nextafter, (double, double));
HOST_FUNCTION(double, remainder, (double, double));
HOST_FUNCTION(double, hypot, (double, double));
HOST_FUNCTION(double, fma, (double, double, double));
HOST_FUNCTION(double, ldexp, (double, int));

#define METHOD(name) Value name(VM *vm, Value *args, u32 nargs, Ref kwnames)
#define PI 3.14159265358979323846

INLINE bool finite(double d) { return d - d == 0; }

// math_gamma.c
double gamma_of(double x);
double log_gamma_of(double x);

// math_ints.c
METHOD(math_gcd);
METHOD(math_lcm);
METHOD(math_factorial);
METHOD(math_comb);
METHOD(math_perm);
METHOD(math_isqrt);

#endif
