// AddressSanitizer for the heap: core.mjs --debug --sanitize has clang put a call before every load and store of the core, and here they are looked up
// in a shadow memory, one byte for eight of the process's: 0 all may be touched, 1 … 7 so many of the eight, SHADOW_* none. A block has red zones where
// its size class is larger than what was asked for, and is out of bounds as a whole while it is free. What traces allocate is not known here: JIT off.
// native/build/sanitizer.c makes the shadow and prints what is found.
#include "heap_inline.h"

#if KRAIT_SANITIZE
#include "core_build.h"

#define UNCHECKED __attribute__((no_sanitize("kernel-address"), noinline))
#define SHADOW_BASE 0x100000000000ull // sanitizer.c has it there too
#define SHADOW_BEHIND 0xFA            // between the end of a block and the next one
#define SHADOW_FREED 0xFD

HOST_FUNCTION(void, krait_sanitizer_report, (u64, u64, u64, u64, u64));
extern const char core_image_base[];

UNCHECKED static u8 *shadow_of(u64 address) { return (u8 *)(SHADOW_BASE + (address >> 3)); }

UNCHECKED static void fill(u8 *shadow, u8 byte, u64 count)
{
    for (u64 i = 0; i < count; i++) {
        shadow[i] = byte;
        __asm__ volatile("" ::: "memory"); // else this is a call of memset, which is checked
    }
}

// The block of `size` bytes at `offset` is in use, `bytes` of it.
UNCHECKED void shadow_use(VM *vm, u32 offset, u64 bytes, u64 size)
{
    u8 *shadow = shadow_of((u64)vm + offset);
    fill(shadow, 0, bytes / 8);
    u64 done = bytes / 8;
    if (bytes % 8)
        shadow[done++] = bytes % 8;
    if (size / 8 > done)
        fill(shadow + done, SHADOW_BEHIND, size / 8 - done);
}

// Nobody has any business in these bytes of the block at `offset`.
UNCHECKED void shadow_free(VM *vm, u32 offset, u64 from, u64 to)
{
    if (to > from)
        fill(shadow_of((u64)vm + offset + from), SHADOW_FREED, (to - from) / 8);
}

UNCHECKED static void check(u64 address, u64 bytes, u64 is_store, const char *caller)
{
    for (u64 at = address; at < address + bytes; at++) {
        i8 shadow = *(i8 *)shadow_of(at);
        if (unlikely(shadow && (i64)(at & 7) >= shadow)) {
            host_krait_sanitizer_report(at, bytes, is_store, (u64)(caller - core_image_base), (u8)shadow);
            return;
        }
    }
}

// What clang calls.
#define CHECKED(name, bytes, is_store) \
    __attribute__((used)) UNCHECKED void name(u64 address) { check(address, bytes, is_store, __builtin_return_address(0)); }
CHECKED(__asan_load1_noabort, 1, 0)
CHECKED(__asan_load2_noabort, 2, 0)
CHECKED(__asan_load4_noabort, 4, 0)
CHECKED(__asan_load8_noabort, 8, 0)
CHECKED(__asan_load16_noabort, 16, 0)
CHECKED(__asan_store1_noabort, 1, 1)
CHECKED(__asan_store2_noabort, 2, 1)
CHECKED(__asan_store4_noabort, 4, 1)
CHECKED(__asan_store8_noabort, 8, 1)
CHECKED(__asan_store16_noabort, 16, 1)
__attribute__((used)) UNCHECKED void __asan_loadN_noabort(u64 address, u64 bytes) { check(address, bytes, 0, __builtin_return_address(0)); }
__attribute__((used)) UNCHECKED void __asan_storeN_noabort(u64 address, u64 bytes) { check(address, bytes, 1, __builtin_return_address(0)); }
__attribute__((used)) UNCHECKED void __asan_handle_no_return(void) {}

#endif
