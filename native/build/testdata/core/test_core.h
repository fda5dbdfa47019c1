#ifndef TEST_CORE_H
#define TEST_CORE_H
#include "core_build.h"

/* The test core's VM struct, at offset 0 of the heap. */
typedef struct TestVm {
    uint64_t counter;
    uint32_t step;
    uint32_t interrupt;
    double x, y;
    char text[16];
} TestVm;

#define TEST_INT 65536
#define TEST_HUGE 0xFFFE000000000000ull
#define TEST_NEGATIVE (-5)

extern const char test_greeting[16];
void *memcpy(void *restrict to, const void *restrict from, size_t n);
HOST_FUNCTION(double, pow, (double, double));
HOST_FUNCTION(double, sin, (double));
HOST_FUNCTION(double, cos, (double)); /* used by nobody: no import */
#endif
