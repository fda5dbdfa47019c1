// The C side of a benchmark: a program includes this, defines N and bench(), and prints what bench/runner.py prints.
//   PROGRAM [n] [repeats]            ("-" for n: the program's own N)
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Writes the checksum's text. */
static void bench(long n, char *text, size_t size);
static const long N;

static int64_t now_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * INT64_C(1000000000) + t.tv_nsec;
}

int main(int argc, char **argv)
{
    long n = argc > 1 && strcmp(argv[1], "-") ? atol(argv[1]) : N;
    int repeats = argc > 2 ? atoi(argv[2]) : 1;
    char text[128];
    printf("{\"n\": %ld, \"ns\": [", n);
    for (int i = 0; i < repeats; i++) {
        __asm__ volatile("" : "+r"(n)); // or clang would run it once
        int64_t start = now_ns();
        bench(n, text, sizeof text);
        printf("%s%lld", i ? ", " : "", (long long)(now_ns() - start));
    }
    printf("], \"checksum\": \"%s\"}\n", text);
    return 0;
}
