// Every definition table of the core: a PyBuiltin names its function by row here, so a heap image depends on the order. New rows go to the end.
#include "core.h"

extern const BuiltinDef object_defs[], type_defs[], attribute_defs[], descriptor_defs[], function_defs[], exception_defs[], weakref_type_defs[],
    weakref_defs[], weakref_private_defs[], gc_defs[], gc_private_defs[], module_defs[], super_defs[], attribute_private_defs[], call_defs[];

extern const BuiltinDef call_defs[], frame_defs[], generator_defs[], generator_private_defs[], frame_private_defs[];

const BuiltinTable core_functions[] = {
    {"", object_defs},
    {"", type_defs},
    {"builtins", attribute_defs},
    {"_krait", attribute_private_defs},
    {"", call_defs},
    {"", descriptor_defs},
    {"", function_defs},
    {"", module_defs},
    {"", super_defs},
    {"", exception_defs},
    {"", weakref_type_defs},
    {"_weakref", weakref_defs},
    {"_krait", weakref_private_defs},
    {"gc", gc_defs},
    {"_krait", gc_private_defs},
    {"", number_defs},
    {"", str_defs},
    {"", bytes_defs},
    {"", bytearray_defs},
    {"", construct_defs},
    {"math", math_defs},
    {"", tuple_defs},
    {"", list_defs},
    {"", dict_defs},
    {"", dict_view_defs},
    {"", set_defs},
    {"", range_defs},
    {"", slice_defs},
    {"", iterator_defs},
    {"", iterator_type_defs},
    {"builtins", builtins_iter_defs},
    {"_krait", container_private_defs},
    {"", itertools_type_defs},
    {"", collections_type_defs},
    {"_krait", itertools_private_defs},
    {"_krait", collections_private_defs},
    {"_krait", random_defs},
    {"_krait", sre_defs},
    {"", call_defs},
    {"", frame_defs},
    {"", generator_defs},
    {"_krait", generator_private_defs},
    {"_krait", frame_private_defs},
};
const u32 core_function_tables = sizeof core_functions / sizeof *core_functions;
