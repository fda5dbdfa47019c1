// The gamma function and its logarithm: Lanczos' approximation (g = 6.0246…, 13 terms), as in CPython, so that digits are the same everywhere.
#include "math_functions.h"

#define LANCZOS_G 6.024680040776729583740234375
static const double lanczos_numerator[13] = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959, 35711959237.355668049440185451547166705960488635843,
    17921034426.037209699919755754458931112671403265390, 6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640, 2876370.6289353724412254090516208496135991145378768,
    186056.26539522349504029498971604569928220784236328, 8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408};
static const double lanczos_denominator[13] = {0.0, 39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0, 2637558.0, 357423.0, 32670.0, 1925.0, 66.0, 1.0};

static double lanczos_sum(double x)
{
    double above = 0.0, below = 0.0;
    if (x < 5.0)
        for (int i = 12; i >= 0; i--) {
            above = above * x + lanczos_numerator[i];
            below = below * x + lanczos_denominator[i];
        }
    else // in powers of 1/x, which cannot overflow
        for (int i = 0; i < 13; i++) {
            above = above / x + lanczos_numerator[i];
            below = below / x + lanczos_denominator[i];
        }
    return above / below;
}

// sin(pi * x), exact where x is a multiple of 1/2
static double sin_pi(double x)
{
    double y = host_fmod(__builtin_fabs(x), 2.0), r;
    switch ((int)__builtin_floor(2.0 * y + 0.5)) {
    case 0: r = host_sin(PI * y); break;
    case 1: r = host_cos(PI * (y - 0.5)); break;
    case 2: r = host_sin(PI * (1.0 - y)); break;
    case 3: r = -host_cos(PI * (y - 1.5)); break;
    default: r = host_sin(PI * (y - 2.0));
    }
    return __builtin_copysign(1.0, x) * r;
}

double gamma_of(double x)
{
    if (!finite(x))
        return x; // a NaN or +inf
    if (x == host_floor(x) && x >= 1.0 && x <= 23.0) { // exact
        double product = 1.0;
        for (double k = 2.0; k < x; k++)
            product *= k;
        return product;
    }
    double size = __builtin_fabs(x);
    if (size < 1e-20)
        return 1.0 / x;
    if (size > 200.0)
        return x < 0.0 ? 0.0 / sin_pi(x) : __builtin_inf();
    // y = size + g - 1/2, and what rounding took away from it
    double y = size + (LANCZOS_G - 0.5), lost = size > LANCZOS_G - 0.5 ? y - size - (LANCZOS_G - 0.5) : y - (LANCZOS_G - 0.5) - size;
    double z = lost * LANCZOS_G / y, r;
    if (x < 0.0) {
        r = -PI / sin_pi(size) / size * host_exp(y) / lanczos_sum(size);
        r -= z * r;
    } else {
        r = lanczos_sum(size) / host_exp(y);
        r += z * r;
    }
    double exponent = size < 140.0 ? size - 0.5 : size / 2.0 - 0.25; // twice half the power does not overflow
    double power = host_pow(y, exponent);
    r = x < 0.0 ? r / power : r * power;
    if (size >= 140.0)
        r = x < 0.0 ? r / power : r * power;
    return r;
}

double log_gamma_of(double x)
{
    if (!finite(x))
        return x == x ? __builtin_inf() : x;
    if (x == host_floor(x) && x > 0.0 && x <= 2.0)
        return 0.0;
    double size = __builtin_fabs(x);
    if (size < 1e-20)
        return -host_log(size);
    double r = host_log(lanczos_sum(size)) - LANCZOS_G + (size - 0.5) * (host_log(size + LANCZOS_G - 0.5) - 1.0);
    if (x < 0.0)
        r = host_log(PI) - host_log(__builtin_fabs(sin_pi(size))) - host_log(size) - r; // reflection
    return finite(r) ? r : __builtin_inf();
}
