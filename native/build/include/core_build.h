/* What C code says to the core build (native/build): which symbols TypeScript may ask for, which libm/libc functions
 * the loader must look up, and which layouts TypeScript needs. Everything here leaves marks in object files that the
 * build reads; nothing of it runs. */
#ifndef KRAIT_CORE_BUILD_H
#define KRAIT_CORE_BUILD_H

#include <stddef.h>
#include <stdint.h>

/* A function or constant table that TypeScript (or the addon) finds by name: `platform.loadCore(…).entry("name")`.
 * The mark is the symbol's visibility; everything else is hidden. Needs no declaration elsewhere. */
#define CORE_EXPORT __attribute__((used, visibility("default")))

/* HOST_FUNCTION(double, pow, (double, double)) in any header declares a pointer `host_pow` through which the core calls
 * the process's own `pow`: `host_pow(x, y)`. Only pointers that some file uses become imports; the loader writes their
 * addresses into the image's data pages before these become read-only. Variadic functions won't do. */
#define HOST_FUNCTION(result, name, parameters) \
    extern __attribute__((visibility("hidden"))) result(*const host_##name) parameters

/* The lines of native/core/layout.c, which is compiled for its marks only and is no part of the image. Field offsets,
 * struct sizes and integer constants come out in src/heap/generated/layout.ts as
 *   Layout.PyStr.size, Layout.PyStr.length, …            LAYOUT_STRUCT(PyStr);  LAYOUT_FIELD(PyStr, length);
 *   CoreConst.TYPE_INT                                   LAYOUT_CONST(TYPE_INT);
 * A field of a field is LAYOUT_FIELD_AS(Vm, frame.pc, framePc). A struct whose C name isn't the wanted one is
 * LAYOUT_STRUCT_AS(struct vm, Vm); its fields then name the wanted one: LAYOUT_FIELD_OF(struct vm, pc, Vm, pc).
 * 64-bit constants outside JavaScript's exact integers come out as bigint literals. */
struct LayoutEntry {
    char owner[48];
    char name[64];
    uint64_t value;
    uint32_t size;
    uint8_t kind; /* 1 struct, 2 field, 3 constant */
    uint8_t is_signed;
    uint8_t padding[2];
};

#define LAYOUT_JOIN_(a, b) a##b
#define LAYOUT_JOIN(a, b) LAYOUT_JOIN_(a, b)
#define LAYOUT_ENTRY_(owner, name, value, size, kind, is_signed)                                                   \
    __attribute__((used, section(".krait.layout"), aligned(8))) static const struct LayoutEntry LAYOUT_JOIN(       \
        layout_entry_, __COUNTER__) = {owner, name, (uint64_t)(value), (uint32_t)(size), kind, is_signed, {0, 0}}

#define LAYOUT_STRUCT(type) LAYOUT_ENTRY_(#type, "size", sizeof(type), sizeof(type), 1, 0)
#define LAYOUT_STRUCT_AS(type, as) LAYOUT_ENTRY_(#as, "size", sizeof(type), sizeof(type), 1, 0)
#define LAYOUT_FIELD(type, field) LAYOUT_FIELD_ENTRY_(type, field, #type, #field)
#define LAYOUT_FIELD_AS(type, field, as) LAYOUT_FIELD_ENTRY_(type, field, #type, #as)
#define LAYOUT_FIELD_OF(type, field, owner, as) LAYOUT_FIELD_ENTRY_(type, field, #owner, #as)
#define LAYOUT_CONST(constant) LAYOUT_CONST_ENTRY_(constant, #constant)
#define LAYOUT_CONST_AS(constant, as) LAYOUT_CONST_ENTRY_(constant, #as)

#define LAYOUT_FIELD_ENTRY_(type, field, owner, as) \
    LAYOUT_ENTRY_(owner, as, offsetof(type, field), sizeof(((type *)0)->field), 2, 0)
#define LAYOUT_CONST_ENTRY_(constant, as) \
    LAYOUT_ENTRY_("", as, (constant), sizeof(constant), 3, ((__typeof__((constant) + 0)) - 1) < 0)

#endif
