// Written by native/build/core.mjs from native/core/layout.c: do not edit. Offsets and sizes in bytes.

export const Layout = {
  ObjectHead: { size: 8, refcount: 0, type: 4 },
  PyInt: { size: 24, head: 0, sign: 8, limb_count: 12, shape: 16, dict_or_slots: 20, limbs: 24 },
  PyFloat: { size: 24, head: 0, value: 8, shape: 16, dict_or_slots: 20 },
  PyComplex: { size: 32, head: 0, real: 8, imag: 16, shape: 24, dict_or_slots: 28 },
  PyStr: { size: 32, head: 0, length: 8, hash: 12, kind: 16, ascii: 17, interned: 18, pad: 19, shape: 20, dict_or_slots: 24, flags: 28, data: 32 },
  PyBytes: { size: 24, head: 0, length: 8, hash: 12, shape: 16, dict_or_slots: 20, data: 24 },
  PyByteArray: { size: 32, head: 0, length: 8, capacity: 12, data: 16, exports: 20, shape: 24, dict_or_slots: 28 },
  PyTuple: { size: 24, head: 0, length: 8, shape: 12, dict_or_slots: 16, hash: 16, items: 24 },
  PyList: { size: 32, head: 0, length: 8, capacity: 12, items: 16, flags: 20, shape: 24, dict_or_slots: 28 },
  DictEntry: { size: 24, key: 0, value: 8, hash: 16, pad: 20 },
  PyDict: { size: 48, head: 0, used: 8, entry_count: 12, entry_capacity: 16, index_mask: 20, index: 24, entries: 28, flags: 32, keys_version: 36, shape: 40, dict_or_slots: 44 },
  SetEntry: { size: 16, key: 0, hash: 8 },
  PySet: { size: 48, head: 0, used: 8, fill: 12, mask: 16, entries: 20, hash: 24, finger: 32, version: 36, shape: 40, dict_or_slots: 44 },
  PyRange: { size: 40, head: 0, start: 8, stop: 16, step: 24, length: 32 },
  PySlice: { size: 32, head: 0, start: 8, stop: 16, step: 24 },
  PyIterator: { size: 48, head: 0, code: 8, index: 12, source: 16, extra: 24, n: 32, step: 40 },
  PyDictView: { size: 16, head: 0, dict: 8, which: 12 },
  PyShape: { size: 56, head: 0, cls: 8, parent: 12, name: 16, slot_count: 20, transitions: 24, flags: 28, table: 32, table_mask: 36, member_count: 40, inline_count: 42, alloc_list: 44, pad: 46, names: 48, next_root: 52 },
  PyInstance: { size: 16, head: 0, shape: 8, dict_or_slots: 12, slots: 16 },
  PyType: { size: 552, head: 0, name: 8, qualname: 12, module: 16, base: 20, bases: 24, mro: 28, dict: 32, flags: 36, version: 40, kind: 44, base_size: 48, member_count: 52, inline_count: 56, root_shape: 60, subclasses: 64, weak_list: 68, doc: 72, heap_extra: 76, init_code: 80, core_new: 84, specials: 88, dict_shape: 536, shape_count: 540, own_members: 544, cache_slot: 548 },
  PyCode: { size: 116, head: 0, flags: 8, arg_count: 12, posonly_count: 14, kwonly_count: 16, local_count: 18, reg_count: 20, free_count: 22, cell_count: 24, runs: 26, bytecode: 28, word_count: 32, consts: 36, names: 40, local_names: 44, free_names: 48, name: 52, qualname: 56, filename: 60, doc: 64, first_line: 68, exception_table: 72, exception_count: 76, line_table: 80, line_table_bytes: 84, bound_globals: 88, hot: 92, template_id: 96, cell_locals: 100, exact_args: 104, consumers: 108, parameter_count: 112 },
  ExceptionEntry: { size: 16, start: 0, end: 4, handler: 8, first_temp: 12, exc_reg: 14 },
  PyFunction: { size: 72, head: 0, code: 8, globals: 12, builtins: 16, closure: 20, defaults: 24, kwdefaults: 28, name: 32, qualname: 36, module: 40, doc: 44, dict: 48, annotations: 52, annotate: 56, type_params: 60, weak_list: 64, version: 68 },
  PyCell: { size: 16, head: 0, value: 8 },
  PyMethod: { size: 32, head: 0, self: 8, function: 16, weak_list: 24, pad: 28 },
  PyBuiltin: { size: 72, head: 0, kind: 8, flags: 12, table: 16, index: 18, host_id: 20, min_args: 24, max_args: 26, name: 28, qualname: 32, module: 36, doc: 40, owner: 44, self: 48, text_signature: 56, weak_list: 60, pad: 64 },
  PyProperty: { size: 56, head: 0, getter: 8, setter: 16, deleter: 24, doc: 32, name: 40, shape: 44, dict_or_slots: 48, pad: 52 },
  PyWrapperMethod: { size: 32, head: 0, callable: 8, dict: 16, pad: 20 },
  PySuper: { size: 32, head: 0, type: 8, object_type: 12, object: 16 },
  PyMember: { size: 32, head: 0, owner: 8, name: 12, index: 16, flags: 20, doc: 24, pad: 28 },
  PyGetSet: { size: 32, head: 0, owner: 8, name: 12, getter: 16, setter: 20, doc: 24, pad: 28 },
  PyModule: { size: 24, head: 0, dict: 8, weak_list: 12, shape: 16, dict_or_slots: 20 },
  PyWeakref: { size: 56, head: 0, referent: 8, callback: 16, next: 24, previous: 28, flags: 32, kind: 36, shape: 40, dict_or_slots: 44, hash: 48 },
  PyGenericAlias: { size: 48, head: 0, origin: 8, args: 16, parameters: 24, starred: 32, weak_list: 36 },
  PyMappingProxy: { size: 16, head: 0, mapping: 8 },
  PyHostObject: { size: 24, head: 0, host_index: 8, weak_list: 12, shape: 16, dict_or_slots: 20, fields: 24 },
  PyException: { size: 96, head: 0, shape: 8, dict_or_slots: 12, args: 16, traceback: 24, context: 32, cause: 40, suppress_context: 48, weak_list: 52, fields: 56 },
  PyTraceback: { size: 24, head: 0, next: 8, frame: 12, line: 16, word: 20 },
  FrameHead: { size: 32, function: 0, caller_pc: 8, caller_fp: 12, object: 16, code: 20, aux: 24, mode: 28 },
  PyFrame: { size: 60, head: 0, function: 8, code: 12, back: 16, live: 20, word: 24, registers: 28, generator: 32, flags: 36, locals: 40, trace: 44 },
  PyGenerator: { size: 88, head: 0, function: 8, name: 12, qualname: 16, state: 20, resume_pc: 24, yield_dst: 28, handled: 32, yield_from: 40, frame: 48, weak_list: 52, live: 56, kind: 60, hooks: 64, finalizer: 68, origin: 72, register_count: 76, code: 80, registers: 88 },
  VM: { size: 5672, interrupt: 0, tier_state: 4, resume: 8, exit_at: 12, pc: 16, fp: 20, result: 24, exception: 32, handled: 40, depth: 48, recursion_limit: 52, stack_limit: 56, stack_top: 60, host_id: 64, host_args: 68, host_nargs: 72, host_kwnames: 76, host_builtin: 80, host_mode: 84, host_window: 88, interrupt_raised: 92, call_base: 96, call_nargs: 100, call_kwnames: 104, call_mode: 108, float_biases: 112, tail_callee: 128, tail_args: 136, tail_nargs: 200, tail_kind: 204, tail_kwnames: 208, tail_mode: 212, heap_top: 216, heap_limit: 220, free_runs: 224, pages_in_use: 292, free_lists: 296, carve_pages: 944, heap_trim_at: 1592, heap_emergency: 1596, live_containers: 1600, container_allocations: 1604, gc_threshold: 1608, gc_enabled: 1612, gc_running: 1616, gc_collections: 1620, gc_collected: 1624, gc_uncollectable: 1628, gc_garbage: 1632, pending_finalizers: 1636, trash_depth: 1640, trash_list: 1644, interned: 1648, interned_mask: 1652, interned_used: 1656, type_version: 1660, dict_version: 1664, function_version: 1668, shape_count: 1672, builtins_dict: 1676, sys_modules: 1680, prelude: 1684, hooks: 2196, main_module: 2324, births: 2328, instructions: 2336, fatal_message: 2344, audit_flags: 2348, crash_pad: 2352, random_state: 2360, hash_seed: 2376, nan_count: 2380, scratch: 2384, special_names: 2512, core_modules: 2968, thread_id: 4296, replaced_codes: 4300, spare_memory_error: 2976, tail_aux: 2984, finalized: 2992, weakref_table: 2996, weakref_count: 3000, host_freed: 3004, host_freed_count: 3008, gc_again: 3012, gc_live_after: 3016, gc_callbacks: 3020, gc_frozen: 3024, gc_debug: 3028, audit_report: 3032, audit_state: 3036, temp_name: 3048, instance_dict_getset: 3056, instance_weakref_getset: 3060, names_cache: 3064, reason: 3192, mode: 3196, aux: 3200, window: 3204, dead: 3208, stack_guard: 3216, throwing: 3220, trim_futile: 3224, tail_outer_mode: 3228, tail_resume_kind: 3232, tail_outer_aux: 3240, jit_enabled: 3248, hot_loop: 3252, hot_entry: 3256, hot_kind: 3260, hot_pc: 3264, hot_exit: 3268, step_pc: 3272, step_fp: 3276, step_code: 3280, records: 3292, record_count: 3296, record_limit: 3300, step_others: 3284, step_raised: 3288, record_flags: 3304, record_start_pc: 3308, record_start_fp: 3312, record_depth: 3316, record_inner: 3320, record_unroll: 3324, record_unroll_limit: 3328, record_skip_fp: 3332, record_last_fp: 3336, record_resumed_fp: 3340, record_end: 3344, record_code_count: 3348, record_codes: 3352, traces_died: 3608, watches: 3612, watch_used: 3616, watch_free: 3620, watch_heads: 3624, watch_mask: 3628, watched_functions: 3632, trace_top: 3636, spill: 3648, trace_stats: 4160, counting: 4224, counts: 4228, trace_function: 4256, profile_function: 4264, observed: 4272, observer_runs: 4276, observed_else: 4284 },
  TraceRecord: { size: 64, pc: 0, fp: 4, op: 8, flags: 9, depth: 10, code: 12, a: 16, b: 24, c: 32, type_a: 40, type_b: 44, type_c: 48, shape_a: 52, shape_b: 56, shape_c: 60 },
  StepOthers: { size: 56, number: 0, taken: 4, places: 8 },
  TraceExit: { size: 16, next: 0, pc: 4, number: 8, frame: 12, state: 16 },
  TraceInfo: { size: 32, dead: 0, code_start: 4, code_end: 8, pad: 12, continuation_first: 16, continuation_count: 20, watch_first: 24, killer: 28 },
  PyDeque: { size: 40, head: 0, length: 8, capacity: 12, first: 16, items: 20, max_length: 24, version: 28, shape: 32, dict_or_slots: 36 },
  PageInfo: { size: 32, kind: 0, list: 1, group: 2, flags: 3, pages: 4, next: 8, previous: 12, carved: 16, span_bytes: 28 },
} as const;

/** Sizes of the fields in bytes (0 for a flexible array). */
export const FieldSize = {
  ObjectHead: { refcount: 4, type: 4 },
  PyInt: { head: 8, sign: 4, limb_count: 4, shape: 4, dict_or_slots: 4, limbs: 0 },
  PyFloat: { head: 8, value: 8, shape: 4, dict_or_slots: 4 },
  PyComplex: { head: 8, real: 8, imag: 8, shape: 4, dict_or_slots: 4 },
  PyStr: { head: 8, length: 4, hash: 4, kind: 1, ascii: 1, interned: 1, pad: 1, shape: 4, dict_or_slots: 4, flags: 4, data: 0 },
  PyBytes: { head: 8, length: 4, hash: 4, shape: 4, dict_or_slots: 4, data: 0 },
  PyByteArray: { head: 8, length: 4, capacity: 4, data: 4, exports: 4, shape: 4, dict_or_slots: 4 },
  PyTuple: { head: 8, length: 4, shape: 4, dict_or_slots: 4, hash: 8, items: 0 },
  PyList: { head: 8, length: 4, capacity: 4, items: 4, flags: 4, shape: 4, dict_or_slots: 4 },
  DictEntry: { key: 8, value: 8, hash: 4, pad: 4 },
  PyDict: { head: 8, used: 4, entry_count: 4, entry_capacity: 4, index_mask: 4, index: 4, entries: 4, flags: 4, keys_version: 4, shape: 4, dict_or_slots: 4 },
  SetEntry: { key: 8, hash: 8 },
  PySet: { head: 8, used: 4, fill: 4, mask: 4, entries: 4, hash: 8, finger: 4, version: 4, shape: 4, dict_or_slots: 4 },
  PyRange: { head: 8, start: 8, stop: 8, step: 8, length: 8 },
  PySlice: { head: 8, start: 8, stop: 8, step: 8 },
  PyIterator: { head: 8, code: 4, index: 4, source: 8, extra: 8, n: 8, step: 8 },
  PyDictView: { head: 8, dict: 4, which: 4 },
  PyShape: { head: 8, cls: 4, parent: 4, name: 4, slot_count: 4, transitions: 4, flags: 4, table: 4, table_mask: 4, member_count: 2, inline_count: 2, alloc_list: 2, pad: 2, names: 4, next_root: 4 },
  PyInstance: { head: 8, shape: 4, dict_or_slots: 4, slots: 0 },
  PyType: { head: 8, name: 4, qualname: 4, module: 4, base: 4, bases: 4, mro: 4, dict: 4, flags: 4, version: 4, kind: 4, base_size: 4, member_count: 4, inline_count: 4, root_shape: 4, subclasses: 4, weak_list: 4, doc: 4, heap_extra: 4, init_code: 4, core_new: 4, specials: 448, dict_shape: 4, shape_count: 4, own_members: 4, cache_slot: 4 },
  PyCode: { head: 8, flags: 4, arg_count: 2, posonly_count: 2, kwonly_count: 2, local_count: 2, reg_count: 2, free_count: 2, cell_count: 2, runs: 2, bytecode: 4, word_count: 4, consts: 4, names: 4, local_names: 4, free_names: 4, name: 4, qualname: 4, filename: 4, doc: 4, first_line: 4, exception_table: 4, exception_count: 4, line_table: 4, line_table_bytes: 4, bound_globals: 4, hot: 4, template_id: 4, cell_locals: 4, exact_args: 4, consumers: 4, parameter_count: 4 },
  ExceptionEntry: { start: 4, end: 4, handler: 4, first_temp: 2, exc_reg: 2 },
  PyFunction: { head: 8, code: 4, globals: 4, builtins: 4, closure: 4, defaults: 4, kwdefaults: 4, name: 4, qualname: 4, module: 4, doc: 4, dict: 4, annotations: 4, annotate: 4, type_params: 4, weak_list: 4, version: 4 },
  PyCell: { head: 8, value: 8 },
  PyMethod: { head: 8, self: 8, function: 8, weak_list: 4, pad: 4 },
  PyBuiltin: { head: 8, kind: 4, flags: 4, table: 2, index: 2, host_id: 4, min_args: 2, max_args: 2, name: 4, qualname: 4, module: 4, doc: 4, owner: 4, self: 8, text_signature: 4, weak_list: 4, pad: 4 },
  PyProperty: { head: 8, getter: 8, setter: 8, deleter: 8, doc: 8, name: 4, shape: 4, dict_or_slots: 4, pad: 4 },
  PyWrapperMethod: { head: 8, callable: 8, dict: 4, pad: 4 },
  PySuper: { head: 8, type: 4, object_type: 4, object: 8 },
  PyMember: { head: 8, owner: 4, name: 4, index: 4, flags: 4, doc: 4, pad: 4 },
  PyGetSet: { head: 8, owner: 4, name: 4, getter: 4, setter: 4, doc: 4, pad: 4 },
  PyModule: { head: 8, dict: 4, weak_list: 4, shape: 4, dict_or_slots: 4 },
  PyWeakref: { head: 8, referent: 8, callback: 8, next: 4, previous: 4, flags: 4, kind: 4, shape: 4, dict_or_slots: 4, hash: 8 },
  PyGenericAlias: { head: 8, origin: 8, args: 8, parameters: 8, starred: 4, weak_list: 4 },
  PyMappingProxy: { head: 8, mapping: 8 },
  PyHostObject: { head: 8, host_index: 4, weak_list: 4, shape: 4, dict_or_slots: 4, fields: 0 },
  PyException: { head: 8, shape: 4, dict_or_slots: 4, args: 8, traceback: 8, context: 8, cause: 8, suppress_context: 4, weak_list: 4, fields: 40 },
  PyTraceback: { head: 8, next: 4, frame: 4, line: 4, word: 4 },
  FrameHead: { function: 8, caller_pc: 4, caller_fp: 4, object: 4, code: 4, aux: 4, mode: 4 },
  PyFrame: { head: 8, function: 4, code: 4, back: 4, live: 4, word: 4, registers: 4, generator: 4, flags: 4, locals: 4, trace: 4 },
  PyGenerator: { head: 8, function: 4, name: 4, qualname: 4, state: 4, resume_pc: 4, yield_dst: 4, handled: 8, yield_from: 8, frame: 4, weak_list: 4, live: 4, kind: 4, hooks: 4, finalizer: 4, origin: 4, register_count: 4, code: 4, registers: 0 },
  VM: { interrupt: 4, tier_state: 4, resume: 4, exit_at: 4, pc: 4, fp: 4, result: 8, exception: 8, handled: 8, depth: 4, recursion_limit: 4, stack_limit: 4, stack_top: 4, host_id: 4, host_args: 4, host_nargs: 4, host_kwnames: 4, host_builtin: 4, host_mode: 4, host_window: 4, interrupt_raised: 4, call_base: 4, call_nargs: 4, call_kwnames: 4, call_mode: 4, float_biases: 16, tail_callee: 8, tail_args: 64, tail_nargs: 4, tail_kind: 4, tail_kwnames: 4, tail_mode: 4, heap_top: 4, heap_limit: 4, free_runs: 68, pages_in_use: 4, free_lists: 648, carve_pages: 648, heap_trim_at: 4, heap_emergency: 4, live_containers: 4, container_allocations: 4, gc_threshold: 4, gc_enabled: 4, gc_running: 4, gc_collections: 4, gc_collected: 4, gc_uncollectable: 4, gc_garbage: 4, pending_finalizers: 4, trash_depth: 4, trash_list: 4, interned: 4, interned_mask: 4, interned_used: 4, type_version: 4, dict_version: 4, function_version: 4, shape_count: 4, builtins_dict: 4, sys_modules: 4, prelude: 512, hooks: 128, main_module: 4, births: 4, instructions: 8, fatal_message: 4, audit_flags: 4, crash_pad: 8, random_state: 16, hash_seed: 4, nan_count: 4, scratch: 128, special_names: 448, core_modules: 4, thread_id: 4, replaced_codes: 4, spare_memory_error: 8, tail_aux: 8, finalized: 4, weakref_table: 4, weakref_count: 4, host_freed: 4, host_freed_count: 4, gc_again: 4, gc_live_after: 4, gc_callbacks: 4, gc_frozen: 4, gc_debug: 4, audit_report: 4, audit_state: 4, temp_name: 8, instance_dict_getset: 4, instance_weakref_getset: 4, names_cache: 128, reason: 4, mode: 4, aux: 4, window: 4, dead: 8, stack_guard: 4, throwing: 4, trim_futile: 4, tail_outer_mode: 4, tail_resume_kind: 4, tail_outer_aux: 8, jit_enabled: 4, hot_loop: 4, hot_entry: 4, hot_kind: 4, hot_pc: 4, hot_exit: 4, step_pc: 4, step_fp: 4, step_code: 4, records: 4, record_count: 4, record_limit: 4, step_others: 4, step_raised: 4, record_flags: 4, record_start_pc: 4, record_start_fp: 4, record_depth: 4, record_inner: 4, record_unroll: 4, record_unroll_limit: 4, record_skip_fp: 4, record_last_fp: 4, record_resumed_fp: 4, record_end: 4, record_code_count: 4, record_codes: 256, traces_died: 4, watches: 4, watch_used: 4, watch_free: 4, watch_heads: 4, watch_mask: 4, watched_functions: 4, trace_top: 4, spill: 512, trace_stats: 64, counting: 4, counts: 4, trace_function: 8, profile_function: 8, observed: 4, observer_runs: 4, observed_else: 4 },
  TraceRecord: { pc: 4, fp: 4, op: 1, flags: 1, depth: 2, code: 4, a: 8, b: 8, c: 8, type_a: 4, type_b: 4, type_c: 4, shape_a: 4, shape_b: 4, shape_c: 4 },
  StepOthers: { number: 4, taken: 4, places: 0 },
  TraceExit: { next: 4, pc: 4, number: 4, frame: 4, state: 0 },
  TraceInfo: { dead: 4, code_start: 4, code_end: 4, pad: 4, continuation_first: 4, continuation_count: 4, watch_first: 4, killer: 4 },
  PyDeque: { head: 8, length: 4, capacity: 4, first: 4, items: 4, max_length: 4, version: 4, shape: 4, dict_or_slots: 4 },
  PageInfo: { kind: 1, list: 1, group: 1, flags: 1, pages: 4, next: 4, previous: 4, carved: 4, span_bytes: 4 },
} as const;

export const CoreConst = {
  STEP_OTHERS: 4,
  IMMORTAL_REFCOUNT: 1073741824,
  DICT_CELLS: 1,
  DICT_LINEAR_MAX: 8,
  DICT_SLOT_EMPTY: 4294967295,
  DICT_SLOT_DELETED: 4294967294,
  SHAPE_DICT: 1,
  SHAPE_NO_DICT: 2,
  SHAPE_ROOT: 4,
  SHAPE_HIDDEN_DICT: 8,
  TYPE_HEAP: 1,
  TYPE_BASETYPE: 2,
  TYPE_CONTAINER: 4,
  TYPE_HAS_DICT: 8,
  TYPE_HAS_WEAKREF: 16,
  TYPE_HAS_GETATTR_HOOK: 32,
  TYPE_HAS_GETATTRIBUTE: 2097152,
  TYPE_HAS_SETATTR_HOOK: 64,
  TYPE_HAS_DEL: 128,
  TYPE_ABSTRACT: 256,
  TYPE_EXCEPTION: 512,
  TYPE_IS_METACLASS: 1024,
  TYPE_SEQUENCE: 2048,
  TYPE_MAPPING: 4096,
  TYPE_MATCHES_ITSELF: 1048576,
  TYPE_IMMUTABLE: 8192,
  TYPE_DISALLOW_NEW: 16384,
  TYPE_WEAKLY_REFERENCED: 32768,
  TYPE_NUMBERS_INSTANCES: 65536,
  TYPE_DOTTED_NAME: 262144,
  CODE_OPTIMIZED: 1,
  CODE_NEWLOCALS: 2,
  CODE_VARARGS: 4,
  CODE_VARKEYWORDS: 8,
  CODE_NESTED: 16,
  CODE_GENERATOR: 32,
  CODE_COROUTINE: 128,
  CODE_ITERABLE_COROUTINE: 256,
  CODE_ASYNC_GENERATOR: 512,
  CODE_HAS_DOCSTRING: 67108864,
  CODE_METHOD: 134217728,
  CODE_NAMESPACE: 268435456,
  CODE_HIDDEN: 536870912,
  CODE_SIMPLE: 1073741824,
  BUILTIN_CORE: 0,
  BUILTIN_HOST: 1,
  BUILTIN_FLAG_METHOD: 1,
  BUILTIN_FLAG_NEW: 512,
  BUILTIN_FLAG_KEYWORDS: 2,
  BUILTIN_FLAG_WRAPPER: 4,
  BUILTIN_FLAG_STATIC: 8,
  BUILTIN_FLAG_CLASSMETHOD: 16,
  BUILTIN_FLAG_ASYNC: 32,
  BUILTIN_FLAG_GETTER: 128,
  BUILTIN_FLAG_SETTER: 256,
  BUILTIN_FLAG_CONSTRUCT: 64,
  MEMBER_FIELD: 1,
  MEMBER_READONLY: 2,
  WEAKREF_HASHED: 1,
  GEN_CREATED: 0,
  GEN_SUSPENDED: 1,
  GEN_RUNNING: 2,
  GEN_CLOSED: 3,
  STATIC_BASE: 65536,
  STATIC_END: 1048576,
  PAGE_TABLE_BASE: 1048576,
  CHECKSUM_WINDOW: 7340032,
  CHECKSUM_WINDOW_BYTES: 16384,
  PAGE_SHIFT: 16,
  PAGE_SMALL: 2,
  PAGE_SPAN: 3,
  PAGE_KEPT: 2,
  PAGE_RESTING: 4,
  STACK_BASE: 16777216,
  STACK_LIMIT: 83886080,
  THREAD_STACKS: 83886080,
  HEAP_BASE: 352321536,
  HEAP_END: 4294901760,
  METHOD_CACHE_BASE: 24576,
  METHOD_CACHE_SIZE: 2048,
  FATAL_TEXT_AT: 61440,
  FATAL_TEXT_BYTES: 1024,
  HEAP_OBJECTS: 0,
  HEAP_CONTAINERS: 1,
  HEAP_BLOCKS: 2,
  ITER_LIST: 1,
  ITER_TUPLE: 3,
  ITER_RANGE: 7,
  ITER_ENUMERATE: 19,
  ITER_ZIP: 20,
  ITER_MAP: 21,
  ITER_FILTER: 22,
  ITER_COUNT: 24,
  ITER_REPEAT: 25,
  ITER_CHAIN: 26,
  ITER_ISLICE: 27,
  ITER_CYCLE: 28,
  ITER_PAIRWISE: 29,
  ITER_PRODUCT: 31,
  ITER_PERMUTATIONS: 32,
  ITER_COMBINATIONS: 33,
  ITER_COMBINATIONS_REPLACEMENT: 34,
  HEAP_CLASSES: 54,
  HEAP_LISTS: 162,
  HEAP_RUN_BINS: 17,
  REASON_DONE: 0,
  REASON_RAISE: 1,
  REASON_HOST_CALL: 2,
  REASON_HOST_RETURN: 3,
  REASON_HOST_UNWIND: 4,
  REASON_INTERRUPT: 5,
  REASON_TRACE_DONE: 6,
  REASON_HOT: 7,
  REASON_FATAL: 8,
  RESUME_RUN: 0,
  RESUME_VALUE: 1,
  RESUME_RAISE: 2,
  RESUME_CALL: 3,
  INTERRUPT_HOST: 1,
  INTERRUPT_TIMEOUT: 2,
  INTERRUPT_SIGNAL: 4,
  INTERRUPT_GC: 8,
  INTERRUPT_PENDING_CALLS: 16,
  INTERRUPT_TIER: 32,
  TAIL_CALL: 0,
  TAIL_RESUME: 1,
  TAIL_HOST: 2,
  EMPTY: 0,
  INT48_MAX: 140737488355327,
  INT48_MIN: -140737488355328,
  INT_TAG: 0xfffe000000000000n,
  FLOAT_BIAS: 562949953421312,
  VALUE_TAIL: 4294967296,
  STATIC_TYPE_STRIDE: 640,
  STATIC_TYPE_COUNT: 95,
  STATIC_EXCEPTION_COUNT: 67,
  SINGLETONS_AT: 169216,
  NONE_REF: 169216,
  FALSE_REF: 169232,
  TRUE_REF: 169248,
  NOTIMPLEMENTED_REF: 169264,
  ELLIPSIS_REF: 169280,
  EMPTY_TUPLE_REF: 169296,
  EMPTY_BYTES_REF: 169344,
  EMPTY_STR_REF: 169408,
  CHAR_STRS_AT: 169472,
  CHAR_ALPHA: 1,
  CHAR_DECIMAL: 2,
  CHAR_DIGIT: 4,
  CHAR_NUMERIC: 8,
  CHAR_LOWER: 16,
  CHAR_UPPER: 32,
  CHAR_PRINTABLE: 128,
  CHAR_SPACE: 256,
  EMPTY_FROZENSET_REF: 181760,
  BYTE_BYTES_AT: 181824,
  STATICS_END: 194112,
  FRAME_HEAD_WORDS: 4,
  FRAME_MODE_BASE: 2147483648,
  FRAME_HAS_OBJECT: 1073741824,
  SPECIAL_COUNT: 101,
  HOOK_COUNT: 28,
  PRELUDE_COUNT: 113,
  TYPE_NEW_ADDS_DICT: 1,
  TYPE_NEW_ADDS_WEAKREF: 2,
  RET_STORE: 0,
  RET_DISCARD: 1,
  RET_BRANCH: 2,
  RET_COMPARE: 3,
  RET_BINARY: 4,
  RET_TRUTH: 5,
  RET_CONTAINS: 6,
  RET_FOR_ITER: 7,
  FRAME_SKIPS_MASK: 1072693248,
  RET_SEND: 8,
  RET_INIT: 9,
  RET_GENERATOR: 10,
  RET_GETATTR: 11,
  RET_HOST: 12,
  RET_DONE: 13,
  RET_DEFAULT: 255,
  RET_CALL: 14,
  RET_NEW: 15,
  RET_CHECK: 16,
  RET_FINALIZER: 17,
  RET_RAISE_FROM: 18,
  RET_CHAIN: 19,
  RET_CONVERTED: 22,
  RET_TRACE: 23,
  ATTR_UNCACHED: 0,
  ATTR_SLOT: 1,
  ATTR_OVERFLOW: 2,
  ATTR_MEMBER: 3,
  ATTR_CONSTANT: 4,
  ATTR_METHOD: 5,
  ATTR_PROPERTY: 6,
  ATTR_GETSET: 7,
  ATTR_TYPE_CONSTANT: 8,
  ATTR_TYPE_STATIC: 9,
  ATTR_TYPE_CLASSMETHOD: 10,
  ATTR_CLASSMETHOD: 11,
  ATTR_STATIC: 12,
  ATTR_MODULE: 13,
  ATTR_MISSING: 14,
  ATTR_SET_SLOT: 15,
  ATTR_SET_OVERFLOW: 16,
  ATTR_SET_MEMBER: 17,
  ATTR_SET_ADD: 18,
  TRACE_TABLE_BASE: 8388608,
  CONTINUATIONS_BASE: 9437184,
  EXIT_COUNTERS_BASE: 10485760,
  TRACE_MAX: 32768,
  CONTINUATION_MAX: 262144,
  EXIT_COUNTER_MAX: 1048576,
  TIER_OFF: 0,
  TIER_RECORD: 1,
  TIER_STEP: 2,
  COUNTED_TABLES: 3,
  OBSERVED_TABLES: 6,
  HOT_LOOP: 0,
  HOT_ENTRY: 1,
  HOT_EXIT: 2,
  HOT_COUNTED: 1,
  HOT_CALLABLE: 2,
  HOT_BACKOFF_SHIFT: 8,
  RECORD_FOLLOW_RETURN: 1,
  RECORD_SKIP_RECURSION: 2,
  RECORD_CROSS_TRACES: 4,
  EXIT_VALUE: 0,
  EXIT_INT: 1,
  EXIT_FLOAT: 2,
  EXIT_SPILLED: 3,
  EXIT_REFERENCE: 4,
  EXIT_SMALL_INT: 5,
  EXIT_WORD: 6,
  EXIT_SKIP: 8,
  EXIT_HEAD_PC: 9,
  EXIT_HEAD_AUX: 10,
  EXIT_OWED: 11,
  EXIT_FIELD: 12,
  EXIT_SPECIAL: 15,
  EXIT_AS_VALUE: 0,
  EXIT_AS_INT: 1,
  EXIT_AS_FLOAT: 2,
  EXIT_FIELD_VALUE: 0,
  EXIT_FIELD_U32: 1,
  EXIT_FIELD_I64: 2,
  EXIT_FIELD_FRAME: 3,
  EXIT_FIELD_WORD: 4,
  EXIT_FIELD_FUNCTION: 5,
  EXIT_FIELD_NO_INT: 6,
  EXIT_FIELD_MESSAGE: 7,
  MESSAGE_LIST_INDEX: 0,
  MESSAGE_TUPLE_INDEX: 1,
  MESSAGE_STRING_INDEX: 2,
  MESSAGE_EMPTY_LIST: 3,
  EXIT_RAISED: 4,
  EXIT_TRACEBACK: 6,
  EXIT_OBJECT: 7,
  EXIT_OBJECTS: 13,
  EXIT_OBJECTS_MAX: 64,
  EXIT_END: 0,
  EXIT_DEPTH: 1,
  EXIT_CLEAR: 2,
  EXIT_COUNT: 3,
  EXIT_DROP: 5,
  RECORD_LOOP: 0,
  RECORD_LIMIT: 1,
  RECORD_LEFT: 2,
  RECORD_TRACE: 3,
  RECORD_INNER: 4,
  RECORD_HOST: 5,
  RECORDED_SKIPPED: 1,
  RECORDED_HOST: 2,
  WATCH_TYPE: 0,
  WATCH_TYPE_LIFE: 1,
  WATCH_CELL: 2,
  WATCH_CELL_WRITTEN: 3,
  EVENT_NONE: 0,
  EVENT_CALL: 3,
  EVENT_OTHER: 4,
  WATCH_KEYS: 4,
  WATCH_FUNCTION: 5,
  WATCH_CODE: 6,
  WATCH_TRACE: 7,
  DIED_OF_CHANGE: 0,
  DIED_OF_AGE: 1,
  TYPE_WATCHED: 131072,
  DICT_WATCHED: 2,
  TRUTH_FROM_BOOL: 0,
  TRUTH_FROM_LEN: 1,
  TRUTH_INVERT: 2,
  CHECK_LEN: 0,
  CHECK_ITER: 1,
  CHECK_REPR: 2,
  CHECK_STR: 3,
  CHECK_FORMAT: 4,
  CHECK_AITER: 5,
  CHECK_AWAIT: 6,
  CHECK_ANEXT: 7,
  CHECK_BOOL_RESULT: 8,
  COMPARE_INVERT: 8,
  DEQUE_UNBOUNDED: 4294967295,
  LAYOUT_OBJECT: 0,
  LAYOUT_INT: 1,
  LAYOUT_FLOAT: 2,
  LAYOUT_COMPLEX: 3,
  LAYOUT_STR: 4,
  LAYOUT_BYTES: 5,
  LAYOUT_BYTEARRAY: 6,
  LAYOUT_MEMORYVIEW: 7,
  LAYOUT_TUPLE: 8,
  LAYOUT_LIST: 9,
  LAYOUT_DICT: 10,
  LAYOUT_SET: 11,
  LAYOUT_RANGE: 12,
  LAYOUT_SLICE: 13,
  LAYOUT_TYPE: 14,
  LAYOUT_FUNCTION: 15,
  LAYOUT_BUILTIN: 16,
  LAYOUT_METHOD: 17,
  LAYOUT_CODE: 18,
  LAYOUT_CELL: 19,
  LAYOUT_FRAME: 20,
  LAYOUT_TRACEBACK: 21,
  LAYOUT_GENERATOR: 22,
  LAYOUT_EXCEPTION: 23,
  LAYOUT_PROPERTY: 24,
  LAYOUT_CLASSMETHOD: 25,
  LAYOUT_STATICMETHOD: 26,
  LAYOUT_SUPER: 27,
  LAYOUT_MODULE: 28,
  LAYOUT_WEAKREF: 29,
  LAYOUT_MEMBER: 30,
  LAYOUT_GETSET: 31,
  LAYOUT_ITERATOR: 32,
  LAYOUT_DICTVIEW: 33,
  LAYOUT_SHAPE: 34,
  LAYOUT_HOST: 35,
  LAYOUT_SINGLETON: 36,
  LAYOUT_GENERICALIAS: 37,
  LAYOUT_MAPPINGPROXY: 38,
  LAYOUT_DEQUE: 39,
  TYPE_OBJECT: 65536,
  TYPE_TYPE: 66176,
  TYPE_INT: 66816,
  TYPE_BOOL: 67456,
  TYPE_FLOAT: 68096,
  TYPE_COMPLEX: 68736,
  TYPE_STR: 69376,
  TYPE_BYTES: 70016,
  TYPE_BYTEARRAY: 70656,
  TYPE_MEMORYVIEW: 71296,
  TYPE_TUPLE: 71936,
  TYPE_LIST: 72576,
  TYPE_DICT: 73216,
  TYPE_SET: 73856,
  TYPE_FROZENSET: 74496,
  TYPE_RANGE: 75136,
  TYPE_SLICE: 75776,
  TYPE_NONETYPE: 76416,
  TYPE_NOTIMPLEMENTED: 77056,
  TYPE_ELLIPSIS: 77696,
  TYPE_FUNCTION: 78336,
  TYPE_BUILTIN: 78976,
  TYPE_METHOD_DESCRIPTOR: 79616,
  TYPE_WRAPPER_DESCRIPTOR: 80256,
  TYPE_METHOD_WRAPPER: 80896,
  TYPE_CLASSMETHOD_DESCRIPTOR: 81536,
  TYPE_METHOD: 82176,
  TYPE_CODE: 82816,
  TYPE_CELL: 83456,
  TYPE_FRAME: 84096,
  TYPE_TRACEBACK: 84736,
  TYPE_GENERATOR: 85376,
  TYPE_COROUTINE: 86016,
  TYPE_ASYNC_GENERATOR: 86656,
  TYPE_COROUTINE_WRAPPER: 87296,
  TYPE_ASYNC_GENERATOR_ASEND: 87936,
  TYPE_ASYNC_GENERATOR_ATHROW: 88576,
  TYPE_ASYNC_GENERATOR_WRAPPED_VALUE: 89216,
  TYPE_ANEXT_AWAITABLE: 89856,
  TYPE_PROPERTY: 90496,
  TYPE_CLASSMETHOD: 91136,
  TYPE_STATICMETHOD: 91776,
  TYPE_SUPER: 92416,
  TYPE_MODULE: 93056,
  TYPE_WEAKREF: 93696,
  TYPE_MEMBER_DESCRIPTOR: 94336,
  TYPE_GETSET_DESCRIPTOR: 94976,
  TYPE_LIST_ITERATOR: 95616,
  TYPE_LIST_REVERSE_ITERATOR: 96256,
  TYPE_TUPLE_ITERATOR: 96896,
  TYPE_STR_ITERATOR: 97536,
  TYPE_STR_ASCII_ITERATOR: 98176,
  TYPE_BYTES_ITERATOR: 98816,
  TYPE_BYTEARRAY_ITERATOR: 99456,
  TYPE_MEMORY_ITERATOR: 100096,
  TYPE_RANGE_ITERATOR: 100736,
  TYPE_LONGRANGE_ITERATOR: 101376,
  TYPE_SET_ITERATOR: 102016,
  TYPE_DICT_KEYITERATOR: 102656,
  TYPE_DICT_VALUEITERATOR: 103296,
  TYPE_DICT_ITEMITERATOR: 103936,
  TYPE_DICT_REVERSEKEYITERATOR: 104576,
  TYPE_DICT_REVERSEVALUEITERATOR: 105216,
  TYPE_DICT_REVERSEITEMITERATOR: 105856,
  TYPE_DICT_KEYS: 106496,
  TYPE_DICT_VALUES: 107136,
  TYPE_DICT_ITEMS: 107776,
  TYPE_CALLABLE_ITERATOR: 108416,
  TYPE_SEQUENCE_ITERATOR: 109056,
  TYPE_ENUMERATE: 109696,
  TYPE_ZIP: 110336,
  TYPE_MAP: 110976,
  TYPE_FILTER: 111616,
  TYPE_REVERSED: 112256,
  TYPE_GENERIC_ALIAS: 112896,
  TYPE_MAPPINGPROXY: 113536,
  TYPE_SHAPE: 114176,
  TYPE_HOST_OBJECT: 114816,
  TYPE_ITERTOOLS_COUNT: 115456,
  TYPE_ITERTOOLS_REPEAT: 116096,
  TYPE_ITERTOOLS_CHAIN: 116736,
  TYPE_ITERTOOLS_ISLICE: 117376,
  TYPE_ITERTOOLS_CYCLE: 118016,
  TYPE_ITERTOOLS_PAIRWISE: 118656,
  TYPE_ITERTOOLS_COMPRESS: 119296,
  TYPE_ITERTOOLS_PRODUCT: 119936,
  TYPE_ITERTOOLS_PERMUTATIONS: 120576,
  TYPE_ITERTOOLS_COMBINATIONS: 121216,
  TYPE_ITERTOOLS_COMBINATIONS_WITH_REPLACEMENT: 121856,
  TYPE_ITERTOOLS_ZIP_LONGEST: 122496,
  TYPE_ITERTOOLS_BATCHED: 123136,
  TYPE_DEQUE: 123776,
  TYPE_DEQUE_ITERATOR: 124416,
  TYPE_DEQUE_REVERSE_ITERATOR: 125056,
  TYPE_TUPLEGETTER: 125696,
  EXC_BaseException: 126336,
  EXC_Exception: 126976,
  EXC_BaseExceptionGroup: 127616,
  EXC_GeneratorExit: 128256,
  EXC_KeyboardInterrupt: 128896,
  EXC_SystemExit: 129536,
  EXC_ArithmeticError: 130176,
  EXC_FloatingPointError: 130816,
  EXC_OverflowError: 131456,
  EXC_ZeroDivisionError: 132096,
  EXC_AssertionError: 132736,
  EXC_AttributeError: 133376,
  EXC_BufferError: 134016,
  EXC_EOFError: 134656,
  EXC_ImportError: 135296,
  EXC_ModuleNotFoundError: 135936,
  EXC_LookupError: 136576,
  EXC_IndexError: 137216,
  EXC_KeyError: 137856,
  EXC_MemoryError: 138496,
  EXC_NameError: 139136,
  EXC_UnboundLocalError: 139776,
  EXC_OSError: 140416,
  EXC_BlockingIOError: 141056,
  EXC_ChildProcessError: 141696,
  EXC_ConnectionError: 142336,
  EXC_BrokenPipeError: 142976,
  EXC_ConnectionAbortedError: 143616,
  EXC_ConnectionRefusedError: 144256,
  EXC_ConnectionResetError: 144896,
  EXC_FileExistsError: 145536,
  EXC_FileNotFoundError: 146176,
  EXC_InterruptedError: 146816,
  EXC_IsADirectoryError: 147456,
  EXC_NotADirectoryError: 148096,
  EXC_PermissionError: 148736,
  EXC_ProcessLookupError: 149376,
  EXC_TimeoutError: 150016,
  EXC_ReferenceError: 150656,
  EXC_RuntimeError: 151296,
  EXC_NotImplementedError: 151936,
  EXC_RecursionError: 152576,
  EXC_PythonFinalizationError: 153216,
  EXC_StopAsyncIteration: 153856,
  EXC_StopIteration: 154496,
  EXC_SyntaxError: 155136,
  EXC_IndentationError: 155776,
  EXC_TabError: 156416,
  EXC_SystemError: 157056,
  EXC_TypeError: 157696,
  EXC_ValueError: 158336,
  EXC_UnicodeError: 158976,
  EXC_UnicodeDecodeError: 159616,
  EXC_UnicodeEncodeError: 160256,
  EXC_UnicodeTranslateError: 160896,
  EXC_Warning: 161536,
  EXC_BytesWarning: 162176,
  EXC_DeprecationWarning: 162816,
  EXC_EncodingWarning: 163456,
  EXC_FutureWarning: 164096,
  EXC_ImportWarning: 164736,
  EXC_PendingDeprecationWarning: 165376,
  EXC_ResourceWarning: 166016,
  EXC_RuntimeWarning: 166656,
  EXC_SyntaxWarning: 167296,
  EXC_UnicodeWarning: 167936,
  EXC_UserWarning: 168576,
  SPECIAL_new: 0,
  SPECIAL_init: 1,
  SPECIAL_del: 2,
  SPECIAL_call: 3,
  SPECIAL_getattribute: 4,
  SPECIAL_getattr: 5,
  SPECIAL_setattr: 6,
  SPECIAL_delattr: 7,
  SPECIAL_get: 8,
  SPECIAL_set: 9,
  SPECIAL_delete: 10,
  SPECIAL_repr: 11,
  SPECIAL_str: 12,
  SPECIAL_format: 13,
  SPECIAL_bytes: 14,
  SPECIAL_hash: 15,
  SPECIAL_bool: 16,
  SPECIAL_len: 17,
  SPECIAL_length_hint: 18,
  SPECIAL_index: 19,
  SPECIAL_int: 20,
  SPECIAL_float: 21,
  SPECIAL_complex: 22,
  SPECIAL_lt: 23,
  SPECIAL_le: 24,
  SPECIAL_eq: 25,
  SPECIAL_ne: 26,
  SPECIAL_gt: 27,
  SPECIAL_ge: 28,
  SPECIAL_iter: 29,
  SPECIAL_next: 30,
  SPECIAL_reversed: 31,
  SPECIAL_contains: 32,
  SPECIAL_getitem: 33,
  SPECIAL_setitem: 34,
  SPECIAL_delitem: 35,
  SPECIAL_missing: 36,
  SPECIAL_neg: 37,
  SPECIAL_pos: 38,
  SPECIAL_abs: 39,
  SPECIAL_invert: 40,
  SPECIAL_round: 41,
  SPECIAL_trunc: 42,
  SPECIAL_floor: 43,
  SPECIAL_ceil: 44,
  SPECIAL_add: 45,
  SPECIAL_sub: 46,
  SPECIAL_mul: 47,
  SPECIAL_truediv: 48,
  SPECIAL_floordiv: 49,
  SPECIAL_mod: 50,
  SPECIAL_pow: 51,
  SPECIAL_lshift: 52,
  SPECIAL_rshift: 53,
  SPECIAL_and: 54,
  SPECIAL_or: 55,
  SPECIAL_xor: 56,
  SPECIAL_matmul: 57,
  SPECIAL_radd: 58,
  SPECIAL_rsub: 59,
  SPECIAL_rmul: 60,
  SPECIAL_rtruediv: 61,
  SPECIAL_rfloordiv: 62,
  SPECIAL_rmod: 63,
  SPECIAL_rpow: 64,
  SPECIAL_rlshift: 65,
  SPECIAL_rrshift: 66,
  SPECIAL_rand: 67,
  SPECIAL_ror: 68,
  SPECIAL_rxor: 69,
  SPECIAL_rmatmul: 70,
  SPECIAL_iadd: 71,
  SPECIAL_isub: 72,
  SPECIAL_imul: 73,
  SPECIAL_itruediv: 74,
  SPECIAL_ifloordiv: 75,
  SPECIAL_imod: 76,
  SPECIAL_ipow: 77,
  SPECIAL_ilshift: 78,
  SPECIAL_irshift: 79,
  SPECIAL_iand: 80,
  SPECIAL_ior: 81,
  SPECIAL_ixor: 82,
  SPECIAL_imatmul: 83,
  SPECIAL_divmod: 84,
  SPECIAL_rdivmod: 85,
  SPECIAL_enter: 86,
  SPECIAL_exit: 87,
  SPECIAL_await: 88,
  SPECIAL_aiter: 89,
  SPECIAL_anext: 90,
  SPECIAL_aenter: 91,
  SPECIAL_aexit: 92,
  SPECIAL_instancecheck: 93,
  SPECIAL_subclasscheck: 94,
  SPECIAL_class_getitem: 95,
  SPECIAL_prepare: 96,
  SPECIAL_set_name: 97,
  SPECIAL_init_subclass: 98,
  SPECIAL_fspath: 99,
  SPECIAL_buffer: 100,
  NAME___class__: 0,
  NAME___dict__: 1,
  NAME___doc__: 2,
  NAME___module__: 3,
  NAME___qualname__: 4,
  NAME___name__: 5,
  NAME___slots__: 6,
  NAME___weakref__: 7,
  NAME___notes__: 8,
  NAME___bases__: 9,
  NAME___mro__: 10,
  NAME___abstractmethods__: 11,
  NAME___annotations__: 12,
  NAME___annotate__: 13,
  NAME___type_params__: 14,
  NAME___firstlineno__: 15,
  NAME___path__: 16,
  NAME___file__: 17,
  NAME___spec__: 18,
  NAME___loader__: 19,
  NAME___package__: 20,
  NAME___builtins__: 21,
  NAME___main__: 22,
  NAME_builtins: 23,
  NAME_name: 24,
  NAME_obj: 25,
  NAME_path: 26,
  NAME_name_from: 27,
  NAME___classcell__: 28,
  NAME___static_attributes__: 29,
  NAME__initializing: 30,
  NAME___match_args__: 31,
  HOOK_REPR: 0,
  HOOK_STR: 1,
  HOOK_FORMAT: 2,
  HOOK_ASCII: 3,
  HOOK_INT_PARSE: 4,
  HOOK_INT_TO_STR: 5,
  HOOK_BUILD_CLASS: 6,
  HOOK_IMPORT_NAME: 7,
  HOOK_IMPORT_FROM: 8,
  HOOK_IMPORT_STAR: 9,
  HOOK_INTRINSIC: 10,
  HOOK_ATTRIBUTE_ERROR: 11,
  HOOK_UNRAISABLE: 12,
  HOOK_TYPE_CALL: 13,
  HOOK_FRAME_LOCALS: 14,
  HOOK_UNSUPPORTED: 15,
  HOOK_STR_CASE: 16,
  HOOK_STR_TEST: 17,
  HOOK_STR_ENCODE: 18,
  HOOK_BYTES_DECODE: 19,
  HOOK_BYTES_NEW: 20,
  HOOK_FLOAT_NEW: 21,
  HOOK_COMPLEX_NEW: 22,
  HOOK_STR_NEW: 23,
  HOOK_RAISE_WITH_REPR: 24,
  HOOK_STR_MOD: 25,
  HOOK_STR_FORMAT: 26,
  HOOK_SET_LINE: 27,
  PRELUDE_DICT_GET: 0,
  PRELUDE_DICT_SET: 1,
  PRELUDE_DICT_DELETE: 2,
  PRELUDE_DICT_CONTAINS: 3,
  PRELUDE_DICT_BUILD: 4,
  PRELUDE_DICT_UPDATE: 5,
  PRELUDE_SET_ADD: 6,
  PRELUDE_SET_CONTAINS: 7,
  PRELUDE_SET_DISCARD: 8,
  PRELUDE_SET_UPDATE: 9,
  PRELUDE_SET_BUILD: 10,
  PRELUDE_DICT_EQ: 11,
  PRELUDE_SEQ_CONTAINS: 12,
  PRELUDE_SEQ_INDEX: 13,
  PRELUDE_SEQ_COUNT: 14,
  PRELUDE_LIST_REMOVE: 15,
  PRELUDE_LIST_SORT: 16,
  PRELUDE_LIST_EXTEND: 17,
  PRELUDE_UNPACK: 18,
  PRELUDE_UNPACK_EX: 19,
  PRELUDE_CALL_EX: 20,
  PRELUDE_ITER_CONTAINS: 21,
  PRELUDE_LEN_ANSWER: 22,
  PRELUDE_INDEX: 23,
  PRELUDE_ASKED_INDEX: 24,
  PRELUDE_SUM_LOOP: 25,
  PRELUDE_MIN_LOOP: 26,
  PRELUDE_MAX_LOOP: 27,
  PRELUDE_ANY_LOOP: 28,
  PRELUDE_ALL_LOOP: 29,
  PRELUDE_STR_JOIN: 30,
  PRELUDE_NEXT_DEFAULT: 31,
  PRELUDE_MAP_NEXT: 32,
  PRELUDE_FILTER_NEXT: 33,
  PRELUDE_ZIP_NEXT: 34,
  PRELUDE_ENUMERATE_NEXT: 35,
  PRELUDE_REVERSED_NEXT: 36,
  PRELUDE_CALLABLE_ITER_NEXT: 37,
  PRELUDE_SEQUENCE_ITER_NEXT: 38,
  PRELUDE_INSTANCE_CHECK: 39,
  PRELUDE_SUBCLASS_CHECK: 40,
  PRELUDE_HOOK_SAYS: 41,
  PRELUDE_TUPLE_BUILD: 42,
  PRELUDE_LIST_BUILD: 43,
  PRELUDE_HASH_CALL: 44,
  PRELUDE_HASH_ITEMS: 45,
  PRELUDE_BYTES_EXTEND: 46,
  PRELUDE_MATH_RETRY: 47,
  PRELUDE_MATH_CALL_SPECIAL: 48,
  PRELUDE_GETATTR_DEFAULT: 49,
  PRELUDE_HASATTR: 50,
  PRELUDE_DICT_METHOD: 51,
  PRELUDE_DICT_FROMKEYS: 52,
  PRELUDE_DICT_PAIRS: 53,
  PRELUDE_ITEMS_CONTAINS: 54,
  PRELUDE_SET_OPERATION: 55,
  PRELUDE_SET_COMPARE: 56,
  PRELUDE_SORTED_BUILD: 57,
  PRELUDE_LIST_SET_SLICE: 58,
  PRELUDE_POOLS_BUILD: 59,
  PRELUDE_SEQUENCE_COMPARE: 60,
  PRELUDE_ORDER: 61,
  PRELUDE_BYTEARRAY_INIT: 62,
  PRELUDE_CLASS_GETITEM: 63,
  PRELUDE_VIEW_OPERATION: 64,
  PRELUDE_SET_CONSTRUCT: 65,
  PRELUDE_DICT_CONSTRUCT: 66,
  PRELUDE_NEXT_CALL: 67,
  PRELUDE_ITER_BUILD: 68,
  PRELUDE_REVERSED_BUILD: 69,
  PRELUDE_TUPLEGETTER_REPR: 70,
  PRELUDE_DEQUE_EXTEND: 71,
  PRELUDE_DEQUE_SEARCH: 72,
  PRELUDE_DEQUE_COPY: 73,
  PRELUDE_DEQUE_REPR: 74,
  PRELUDE_DEQUE_REDUCE: 75,
  PRELUDE_COUNT_REPR: 76,
  PRELUDE_REPEAT_REPR: 77,
  PRELUDE_COUNT_NEXT: 78,
  PRELUDE_CHAIN_NEXT: 79,
  PRELUDE_ISLICE_NEXT: 80,
  PRELUDE_CYCLE_NEXT: 81,
  PRELUDE_PAIRWISE_NEXT: 82,
  PRELUDE_COMPRESS_NEXT: 83,
  PRELUDE_BATCHED_NEXT: 84,
  PRELUDE_ZIP_LONGEST_NEXT: 85,
  PRELUDE_CALL_WITH_INDEX: 86,
  PRELUDE_SLICE_INDICES: 87,
  PRELUDE_RANGE_SLICE: 88,
  PRELUDE_CALL_WITH_TRUTH: 89,
  PRELUDE_WEAKREF_HASH: 90,
  PRELUDE_REMOVE_DEAD_WEAKREF: 91,
  PRELUDE_GC_COLLECT: 92,
  PRELUDE_LOOK_UP_GLOBAL: 93,
  PRELUDE_OBJECT_NE: 94,
  PRELUDE_CALL_FOR_NONE: 95,
  PRELUDE_SPECIAL_CALL: 96,
  PRELUDE_DESCRIPTOR_CALL: 97,
  PRELUDE_MATCH_CLASS: 98,
  PRELUDE_MATCH_KEYS: 99,
  PRELUDE_MAPPING_REST: 100,
  PRELUDE_FRAME_PROXY: 101,
  PRELUDE_WARN_UNAWAITED: 102,
  PRELUDE_THROW_PARTS: 103,
  PRELUDE_PROPERTY_DOC: 104,
  PRELUDE_PRINT_TO: 105,
  PRELUDE_MAKE_UNION: 106,
  PRELUDE_JOIN_TEXTS: 107,
  PRELUDE_NUMBER_OF: 108,
  PRELUDE_SUPER_CLAIM: 109,
  PRELUDE_NEXT_AWAITER: 110,
  PRELUDE_BYTEARRAY_STORE: 111,
  PRELUDE_BUILD_CLASS: 112,
} as const;

/** What `CoreImage.entry()` can be asked for. */
export type CoreEntryName =
  | "api_attr_find"
  | "api_attr_get"
  | "api_attr_set"
  | "api_binary"
  | "api_block"
  | "api_block_free"
  | "api_bytearray_new"
  | "api_bytes_new"
  | "api_code_read"
  | "api_compare"
  | "api_contains"
  | "api_dealloc"
  | "api_delitem"
  | "api_dict_cell"
  | "api_dict_delete"
  | "api_dict_digest"
  | "api_dict_get"
  | "api_dict_get_str"
  | "api_dict_make_cells"
  | "api_dict_new"
  | "api_dict_set"
  | "api_dict_set_str"
  | "api_equal"
  | "api_exception_new"
  | "api_frame_back"
  | "api_frame_drop"
  | "api_frame_event"
  | "api_frame_jump"
  | "api_frame_locals"
  | "api_frame_object"
  | "api_frame_of_top"
  | "api_frame_word"
  | "api_gc_collect"
  | "api_getitem"
  | "api_hash"
  | "api_instance_dict"
  | "api_instance_get"
  | "api_instance_new"
  | "api_iter"
  | "api_len"
  | "api_list_append"
  | "api_list_new"
  | "api_module_new"
  | "api_new"
  | "api_new_container"
  | "api_next"
  | "api_observe"
  | "api_quick_row"
  | "api_raise"
  | "api_set_add"
  | "api_set_contains"
  | "api_set_new"
  | "api_setitem"
  | "api_str_hash"
  | "api_str_intern"
  | "api_str_new"
  | "api_truth"
  | "api_tuple_new"
  | "api_type_add_subclass"
  | "api_type_is_subtype"
  | "api_type_lookup"
  | "api_type_modified"
  | "api_type_remove_subclass"
  | "api_type_set_attr"
  | "api_value_box"
  | "checksum_add"
  | "core_attr_of"
  | "core_attr_on"
  | "core_attr_store"
  | "core_attr_store_builtin"
  | "core_audit"
  | "core_code_copied"
  | "core_counters_reset"
  | "core_enter"
  | "core_forget_continuations"
  | "core_fresh_containers"
  | "core_init"
  | "core_keep_containers"
  | "core_leaks"
  | "core_make_all_immortal"
  | "core_operator_hook"
  | "core_record"
  | "core_record_read"
  | "core_super_attr"
  | "core_trace_enter"
  | "core_trace_kill"
  | "core_type_best_base"
  | "core_type_new"
  | "core_type_set_bases"
  | "core_type_update_mro"
  | "core_watch"
  | "core_watch_cell"
  | "heap_apart"
  | "heap_give_back"
  | "heap_next_dirty_run"
  | "instance_new"
  | "trace_answer"
  | "trace_binary"
  | "trace_binary_numbers"
  | "trace_builtin_bind"
  | "trace_call_1"
  | "trace_call_2"
  | "trace_cell_new"
  | "trace_chr"
  | "trace_compare"
  | "trace_compare_any"
  | "trace_construct"
  | "trace_contains"
  | "trace_core_0"
  | "trace_core_1"
  | "trace_core_2"
  | "trace_core_many"
  | "trace_dealloc"
  | "trace_delete_item"
  | "trace_dict_contains"
  | "trace_dict_contains_again"
  | "trace_dict_get"
  | "trace_dict_get_again"
  | "trace_dict_get_or"
  | "trace_dict_get_or_again"
  | "trace_dict_length"
  | "trace_dict_misses"
  | "trace_dict_new"
  | "trace_dict_of"
  | "trace_dict_of_pairs"
  | "trace_dict_put"
  | "trace_dict_put_again"
  | "trace_dict_set"
  | "trace_dict_set_again"
  | "trace_dict_setdefault"
  | "trace_dict_update"
  | "trace_exit"
  | "trace_exit_hot"
  | "trace_fast"
  | "trace_finish"
  | "trace_format"
  | "trace_format_spec"
  | "trace_function_new"
  | "trace_generator_new"
  | "trace_getitem"
  | "trace_getter"
  | "trace_instance_new"
  | "trace_int_of_text"
  | "trace_int_refuses"
  | "trace_item"
  | "trace_iter"
  | "trace_leave"
  | "trace_list_append"
  | "trace_list_extend"
  | "trace_list_new"
  | "trace_list_pop"
  | "trace_list_room"
  | "trace_list_to_tuple"
  | "trace_math_acos"
  | "trace_math_acosh"
  | "trace_math_asin"
  | "trace_math_asinh"
  | "trace_math_atan"
  | "trace_math_atan2"
  | "trace_math_atanh"
  | "trace_math_cbrt"
  | "trace_math_cos"
  | "trace_math_cosh"
  | "trace_math_erf"
  | "trace_math_erfc"
  | "trace_math_exp"
  | "trace_math_exp2"
  | "trace_math_expm1"
  | "trace_math_log"
  | "trace_math_log10"
  | "trace_math_log1p"
  | "trace_math_log2"
  | "trace_math_pow"
  | "trace_math_sin"
  | "trace_math_sinh"
  | "trace_math_tan"
  | "trace_math_tanh"
  | "trace_method_new"
  | "trace_next"
  | "trace_not"
  | "trace_part"
  | "trace_pow_2"
  | "trace_pow_half"
  | "trace_range"
  | "trace_refill"
  | "trace_return"
  | "trace_sequence_contains"
  | "trace_set_add"
  | "trace_set_contains"
  | "trace_set_item"
  | "trace_set_new"
  | "trace_set_of"
  | "trace_set_part"
  | "trace_set_update"
  | "trace_slice"
  | "trace_step"
  | "trace_step_counted"
  | "trace_str_append"
  | "trace_str_concat"
  | "trace_str_contains"
  | "trace_str_equal"
  | "trace_str_item"
  | "trace_str_less"
  | "trace_str_of_parts"
  | "trace_truth"
  | "trace_tuple_new"
  | "trace_type_of"
  | "trace_unary"
  | "trace_unwind";
