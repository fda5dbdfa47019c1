// bench/programs/spectral-norm.py in C.
#include "runner.h"

static const long N = 250;

static double entry(long i, long j) { return 1.0 / ((i + j) * (i + j + 1) / 2 + i + 1); }

static void times(const double *v, long n, double *out)
{
    for (long i = 0; i < n; i++) {
        out[i] = 0.0;
        for (long j = 0; j < n; j++)
            out[i] += entry(i, j) * v[j];
    }
}

static void times_transposed(const double *v, long n, double *out)
{
    for (long i = 0; i < n; i++) {
        out[i] = 0.0;
        for (long j = 0; j < n; j++)
            out[i] += entry(j, i) * v[j];
    }
}

static void bench(long n, char *text, size_t size)
{
    double *u = malloc(3 * n * sizeof(double)), *v = u + n, *w = v + n, uv = 0.0, vv = 0.0;
    for (long i = 0; i < n; i++)
        u[i] = 1.0;
    for (int round = 0; round < 3; round++) {
        times(u, n, w);
        times_transposed(w, n, v);
        times(v, n, w);
        times_transposed(w, n, u);
    }
    for (long i = 0; i < n; i++) {
        uv += u[i] * v[i];
        vv += v[i] * v[i];
    }
    snprintf(text, size, "%.9f", sqrt(uv / vv));
    free(u);
}
