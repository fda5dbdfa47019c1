// bench/programs/mandelbrot.py in C.
#include "runner.h"

static const long N = 260;

static void bench(long n, char *text, size_t size)
{
    long inside = 0, total = 0;
    for (long row = 0; row < n; row++) {
        double ci = 2.0 * row / n - 1.0;
        for (long column = 0; column < n; column++) {
            double cr = 3.0 * column / n - 2.0, zr = 0.0, zi = 0.0;
            int steps = 0;
            for (; steps < 50; steps++) {
                double zr2 = zr * zr, zi2 = zi * zi;
                if (zr2 + zi2 > 4.0)
                    break;
                zi = 2.0 * zr * zi + ci;
                zr = zr2 - zi2 + cr;
            }
            inside += steps == 50;
            total += steps;
        }
    }
    snprintf(text, size, "%ld %ld", inside, total);
}
