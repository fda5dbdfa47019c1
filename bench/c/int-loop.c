// bench/programs/int-loop.py in C.
#include "runner.h"

static const long N = 1000000;

static void bench(long n, char *text, size_t size)
{
    int64_t i = 0, total = 0, state = 12345;
    while (i < n) {
        state = (state * 1103 + 12345) & 0xFFFFFF;
        if (state & 1)
            total += state >> 3;
        else
            total -= i % 7;
        i++;
    }
    snprintf(text, size, "%lld", (long long)total);
}
