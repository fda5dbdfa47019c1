// Loaded before everything else (LD_PRELOAD) into a process that runs the sanitised core: native/core/sanitize.c says what for. Makes the shadow memory,
// forgets what it says of a heap when that is unmapped, and prints which place of the core touches what
// it must not, then aborts; with KRAIT_SANITIZER_GO_ON set each such place is printed once.
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#define SHADOW_BASE 0x100000000000ul
#define SHADOW_BYTES (1ul << 44)
#define HEAP_LEAST (1ul << 30) // what is mapped at once in this size may be a heap
#define PLACES 64

__attribute__((constructor)) static void make_shadow(void)
{
    void *at = (void *)syscall(SYS_mmap, (void *)SHADOW_BASE, SHADOW_BYTES, PROT_READ | PROT_WRITE,
                               MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE, -1, 0L);
    if (at != (void *)SHADOW_BASE) {
        fprintf(stderr, "sanitizer: no room for the shadow memory\n");
        _exit(3);
    }
    madvise(at, SHADOW_BYTES, MADV_DONTDUMP);
}

static void forget(void *at, size_t bytes)
{
    if (bytes >= HEAP_LEAST && (unsigned long)at > SHADOW_BASE + SHADOW_BYTES)
        madvise((void *)(SHADOW_BASE + ((unsigned long)at >> 3)), bytes >> 3, MADV_DONTNEED);
}

int munmap(void *at, size_t bytes)
{
    forget(at, bytes);
    return (int)syscall(SYS_munmap, at, bytes);
}

// The core calls it: see HOST_FUNCTION in sanitize.c. `place`: offset in the core's image, which core.sym has the names for.
void krait_sanitizer_report(unsigned long address, unsigned long bytes, unsigned long is_store, unsigned long place, unsigned long shadow)
{
    static unsigned long seen[PLACES];
    static int count;
    for (int i = 0; i < count; i++)
        if (seen[i] == place)
            return;
    if (count < PLACES)
        seen[count++] = place;
    fprintf(stderr, "SANITIZER: %s of %lu bytes at %lx, shadow %02lx, at core+0x%lx\n", is_store ? "store" : "load", bytes, address, shadow, place);
    if (!getenv("KRAIT_SANITIZER_GO_ON"))
        abort();
}
