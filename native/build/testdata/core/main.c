/* The smallest core that uses everything the build offers; tests/platform loads and runs it. */
#include "test_core.h"

static uint32_t add_one(TestVm *vm) { vm->counter += 1; return 1; }
static uint32_t double_it(TestVm *vm) { vm->counter *= 2; return 2; }

typedef uint32_t Step(TestVm *vm);
static Step *const steps[] = {add_one, double_it};

/* Runs step `vm->step` through a table of pointers: works only if RELATIVE relocations were applied. */
CORE_EXPORT uint32_t core_enter(TestVm *vm)
{
    return steps[vm->step & 1](vm);
}

CORE_EXPORT void core_init(TestVm *vm)
{
    vm->counter = 41;
    memcpy(vm->text, test_greeting, sizeof vm->text);
}

/* A loop without end, but for the interrupt word. */
CORE_EXPORT uint32_t test_spin(TestVm *vm)
{
    uint64_t turns = 0;
    while (__atomic_load_n(&vm->interrupt, __ATOMIC_RELAXED) == 0)
        turns++;
    vm->counter = turns;
    return vm->interrupt;
}

CORE_EXPORT double test_power(TestVm *vm) { return host_pow(vm->x, vm->y) + host_sin(0.0); }
CORE_EXPORT uint64_t test_sum(uint64_t a, uint64_t b, uint64_t c, uint64_t d) { return a + 10 * b + 100 * c + 1000 * d; }
CORE_EXPORT int32_t test_negate(int32_t a) { return -a; }

static __attribute__((noinline)) void crash_here(TestVm *vm, uint64_t address)
{
    *(volatile uint32_t *)address = vm->step;
}

CORE_EXPORT uint32_t test_crash(TestVm *vm, uint64_t address)
{
    crash_here(vm, address);
    return vm->step;
}

CORE_EXPORT uint32_t test_trap(TestVm *vm)
{
    if (vm->step != 12345) __builtin_trap();
    return 0;
}
