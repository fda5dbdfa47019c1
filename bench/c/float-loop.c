// bench/programs/float-loop.py in C.
#include "runner.h"

static const long N = 900000;

static void bench(long n, char *text, size_t size)
{
    double dt = 1.0 / n, area = 0.0, position = 1.0, speed = 0.0;
    for (long i = 0; i < n; i++) {
        double x = (i + 0.5) * dt;
        area += 4.0 / (1.0 + x * x) * dt;
        double force = -40.0 * position - 0.3 * speed;
        speed += force * dt;
        position += speed * dt;
    }
    snprintf(text, size, "%.9f %.9f", area, position);
}
