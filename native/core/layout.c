// Which layouts and constants TypeScript sees (src/heap/generated/layout.ts). Compiled for its marks only, no part of the image. A field that is not
// listed here does not exist for TypeScript; a wrong one does not compile.
#include "core.h"
#include "heap_inline.h"
#include "hooks.h"
#include "iterators.h"
#include "trace.h"
#include "unicode.h"
#include "watch.h"
#include "core_build.h"

// FIELDS(struct, a, b, …): a LAYOUT_FIELD each, up to 12. (Constants can't be listed like that: the macro would expand them before their
// names are taken.)
#define EACH1(m, s, a) m(s, a)
#define EACH2(m, s, a, ...) m(s, a); EACH1(m, s, __VA_ARGS__)
#define EACH3(m, s, a, ...) m(s, a); EACH2(m, s, __VA_ARGS__)
#define EACH4(m, s, a, ...) m(s, a); EACH3(m, s, __VA_ARGS__)
#define EACH5(m, s, a, ...) m(s, a); EACH4(m, s, __VA_ARGS__)
#define EACH6(m, s, a, ...) m(s, a); EACH5(m, s, __VA_ARGS__)
#define EACH7(m, s, a, ...) m(s, a); EACH6(m, s, __VA_ARGS__)
#define EACH8(m, s, a, ...) m(s, a); EACH7(m, s, __VA_ARGS__)
#define EACH9(m, s, a, ...) m(s, a); EACH8(m, s, __VA_ARGS__)
#define EACH10(m, s, a, ...) m(s, a); EACH9(m, s, __VA_ARGS__)
#define EACH11(m, s, a, ...) m(s, a); EACH10(m, s, __VA_ARGS__)
#define EACH12(m, s, a, ...) m(s, a); EACH11(m, s, __VA_ARGS__)
#define COUNT_(a, b, c, d, e, f, g, h, i, j, k, l, n, ...) n
#define COUNT(...) COUNT_(__VA_ARGS__, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1)
#define JOIN_(a, b) a##b
#define JOIN(a, b) JOIN_(a, b)
#define FIELDS(s, ...) JOIN(EACH, COUNT(__VA_ARGS__))(LAYOUT_FIELD, s, __VA_ARGS__)
#define TAIL(s, array) LAYOUT_ENTRY_(#s, #array, offsetof(s, array), 0, 2, 0) // flexible array at the end

LAYOUT_STRUCT(ObjectHead);
FIELDS(ObjectHead, refcount, type);
LAYOUT_STRUCT(PyInt);
FIELDS(PyInt, head, sign, limb_count, shape, dict_or_slots);
TAIL(PyInt, limbs);
LAYOUT_STRUCT(PyFloat);
FIELDS(PyFloat, head, value, shape, dict_or_slots);
LAYOUT_STRUCT(PyComplex);
FIELDS(PyComplex, head, real, imag, shape, dict_or_slots);
LAYOUT_STRUCT(PyStr);
FIELDS(PyStr, head, length, hash, kind, ascii, interned, pad, shape, dict_or_slots, flags);
TAIL(PyStr, data);
LAYOUT_STRUCT(PyBytes);
FIELDS(PyBytes, head, length, hash, shape, dict_or_slots);
TAIL(PyBytes, data);
LAYOUT_STRUCT(PyByteArray);
FIELDS(PyByteArray, head, length, capacity, data, exports, shape, dict_or_slots);
LAYOUT_STRUCT(PyTuple);
FIELDS(PyTuple, head, length, shape, dict_or_slots, hash);
TAIL(PyTuple, items);
LAYOUT_STRUCT(PyList);
FIELDS(PyList, head, length, capacity, items, flags, shape, dict_or_slots);
LAYOUT_STRUCT(DictEntry);
FIELDS(DictEntry, key, value, hash, pad);
LAYOUT_STRUCT(PyDict);
FIELDS(PyDict, head, used, entry_count, entry_capacity, index_mask, index, entries, flags, keys_version, shape, dict_or_slots);
LAYOUT_STRUCT(SetEntry);
FIELDS(SetEntry, key, hash);
LAYOUT_STRUCT(PySet);
FIELDS(PySet, head, used, fill, mask, entries, hash, finger, version, shape, dict_or_slots);
LAYOUT_STRUCT(PyRange);
FIELDS(PyRange, head, start, stop, step, length);
LAYOUT_STRUCT(PySlice);
FIELDS(PySlice, head, start, stop, step);
LAYOUT_STRUCT(PyIterator);
FIELDS(PyIterator, head, code, index, source, extra, n, step);
LAYOUT_STRUCT(PyDictView);
FIELDS(PyDictView, head, dict, which);
LAYOUT_STRUCT(PyShape);
FIELDS(PyShape, head, cls, parent, name, slot_count, transitions, flags, table, table_mask, member_count, inline_count, alloc_list);
FIELDS(PyShape, pad, names, next_root);
LAYOUT_STRUCT(PyInstance);
FIELDS(PyInstance, head, shape, dict_or_slots);
TAIL(PyInstance, slots);
LAYOUT_STRUCT(PyType);
FIELDS(PyType, head, name, qualname, module, base, bases, mro, dict, flags, version, kind, base_size);
FIELDS(PyType, member_count, inline_count, root_shape, subclasses, weak_list, doc, heap_extra, init_code, core_new, specials, dict_shape, shape_count);
FIELDS(PyType, own_members, cache_slot);
LAYOUT_STRUCT(PyCode);
FIELDS(PyCode, head, flags, arg_count, posonly_count, kwonly_count, local_count, reg_count, free_count, cell_count, runs, bytecode, word_count);
FIELDS(PyCode, consts, names, local_names, free_names, name, qualname, filename, doc, first_line, exception_table, exception_count, line_table);
FIELDS(PyCode, line_table_bytes, bound_globals, hot, template_id, cell_locals, exact_args, consumers, parameter_count);
LAYOUT_STRUCT(ExceptionEntry);
FIELDS(ExceptionEntry, start, end, handler, first_temp, exc_reg);
LAYOUT_STRUCT(PyFunction);
FIELDS(PyFunction, head, code, globals, builtins, closure, defaults, kwdefaults, name, qualname, module, doc, dict);
FIELDS(PyFunction, annotations, annotate, type_params, weak_list, version);
LAYOUT_STRUCT(PyCell);
FIELDS(PyCell, head, value);
LAYOUT_STRUCT(PyMethod);
FIELDS(PyMethod, head, self, function, weak_list, pad);
LAYOUT_STRUCT(PyBuiltin);
FIELDS(PyBuiltin, head, kind, flags, table, index, host_id, min_args, max_args, name, qualname, module, doc);
FIELDS(PyBuiltin, owner, self, text_signature, weak_list, pad);
LAYOUT_STRUCT(PyProperty);
FIELDS(PyProperty, head, getter, setter, deleter, doc, name, shape, dict_or_slots, pad);
LAYOUT_STRUCT(PyWrapperMethod);
FIELDS(PyWrapperMethod, head, callable, dict, pad);
LAYOUT_STRUCT(PySuper);
FIELDS(PySuper, head, type, object_type, object);
LAYOUT_STRUCT(PyMember);
FIELDS(PyMember, head, owner, name, index, flags, doc, pad);
LAYOUT_STRUCT(PyGetSet);
FIELDS(PyGetSet, head, owner, name, getter, setter, doc, pad);
LAYOUT_STRUCT(PyModule);
FIELDS(PyModule, head, dict, weak_list, shape, dict_or_slots);
LAYOUT_STRUCT(PyWeakref);
FIELDS(PyWeakref, head, referent, callback, next, previous, flags, kind, shape, dict_or_slots, hash);
LAYOUT_STRUCT(PyGenericAlias);
FIELDS(PyGenericAlias, head, origin, args, parameters, starred, weak_list);
LAYOUT_STRUCT(PyMappingProxy);
FIELDS(PyMappingProxy, head, mapping);
LAYOUT_STRUCT(PyHostObject);
FIELDS(PyHostObject, head, host_index, weak_list, shape, dict_or_slots);
TAIL(PyHostObject, fields);
LAYOUT_STRUCT(PyException);
FIELDS(PyException, head, shape, dict_or_slots, args, traceback, context, cause, suppress_context, weak_list, fields);
LAYOUT_STRUCT(PyTraceback);
FIELDS(PyTraceback, head, next, frame, line, word);
LAYOUT_STRUCT(FrameHead);
FIELDS(FrameHead, function, caller_pc, caller_fp, object, code, aux, mode);
LAYOUT_STRUCT(PyFrame);
FIELDS(PyFrame, head, function, code, back, live, word, registers, generator, flags, locals, trace);
LAYOUT_STRUCT(PyGenerator);
FIELDS(PyGenerator, head, function, name, qualname, state, resume_pc, yield_dst, handled, yield_from, frame, weak_list, live);
FIELDS(PyGenerator, kind, hooks, finalizer, origin, register_count, code);
TAIL(PyGenerator, registers);
LAYOUT_STRUCT(VM);
FIELDS(VM, interrupt, tier_state, resume, exit_at, pc, fp, result, exception, handled, depth, recursion_limit, stack_limit);
FIELDS(VM, stack_top, host_id);
FIELDS(VM, host_args, host_nargs, host_kwnames, host_builtin, host_mode, host_window, interrupt_raised, call_base, call_nargs, call_kwnames, call_mode);
FIELDS(VM, float_biases, tail_callee);
FIELDS(VM, tail_args, tail_nargs, tail_kind, tail_kwnames, tail_mode, heap_top, heap_limit, free_runs, pages_in_use, free_lists, carve_pages, heap_trim_at);
FIELDS(VM, heap_emergency, live_containers, container_allocations, gc_threshold, gc_enabled, gc_running, gc_collections, gc_collected, gc_uncollectable, gc_garbage, pending_finalizers, trash_depth);
FIELDS(VM, trash_list, interned, interned_mask, interned_used, type_version, dict_version, function_version, shape_count, builtins_dict, sys_modules, prelude, hooks);
FIELDS(VM, main_module, births, instructions, fatal_message, audit_flags, crash_pad, random_state, hash_seed, nan_count, scratch, special_names, core_modules);
FIELDS(VM, thread_id, replaced_codes);
FIELDS(VM, spare_memory_error, tail_aux, finalized, weakref_table, weakref_count, host_freed, host_freed_count, gc_again, gc_live_after, gc_callbacks, gc_frozen, gc_debug);
FIELDS(VM, audit_report, audit_state, temp_name, instance_dict_getset, instance_weakref_getset, names_cache, reason, mode, aux, window, dead, stack_guard);
FIELDS(VM, throwing, trim_futile, tail_outer_mode, tail_resume_kind, tail_outer_aux);
FIELDS(VM, jit_enabled, hot_loop, hot_entry, hot_kind, hot_pc, hot_exit, step_pc, step_fp, step_code, records, record_count, record_limit);
FIELDS(VM, step_others, step_raised, record_flags, record_start_pc, record_start_fp);
FIELDS(VM, record_depth, record_inner, record_unroll, record_unroll_limit);
FIELDS(VM, record_skip_fp, record_last_fp, record_resumed_fp, record_end, record_code_count, record_codes, traces_died, watches, watch_used);
FIELDS(VM, watch_free, watch_heads, watch_mask, watched_functions, trace_top, spill, trace_stats, counting, counts);
FIELDS(VM, trace_function, profile_function, observed, observer_runs, observed_else);
LAYOUT_STRUCT(TraceRecord);
FIELDS(TraceRecord, pc, fp, op, flags, depth, code, a, b, c, type_a, type_b, type_c);
FIELDS(TraceRecord, shape_a, shape_b, shape_c);
LAYOUT_STRUCT(StepOthers);
FIELDS(StepOthers, number, taken);
TAIL(StepOthers, places);
LAYOUT_CONST(STEP_OTHERS);
LAYOUT_STRUCT(TraceExit);
FIELDS(TraceExit, next, pc, number, frame);
TAIL(TraceExit, state);
LAYOUT_STRUCT(TraceInfo);
FIELDS(TraceInfo, dead, code_start, code_end, pad, continuation_first, continuation_count, watch_first, killer);
LAYOUT_STRUCT(PyDeque);
FIELDS(PyDeque, head, length, capacity, first, items, max_length, version, shape, dict_or_slots);

LAYOUT_STRUCT(PageInfo);
FIELDS(PageInfo, kind, list, group, flags, pages, next, previous, carved, span_bytes);

LAYOUT_CONST(IMMORTAL_REFCOUNT); LAYOUT_CONST(DICT_CELLS); LAYOUT_CONST(DICT_LINEAR_MAX); LAYOUT_CONST(DICT_SLOT_EMPTY);
LAYOUT_CONST(DICT_SLOT_DELETED); LAYOUT_CONST(SHAPE_DICT); LAYOUT_CONST(SHAPE_NO_DICT); LAYOUT_CONST(SHAPE_ROOT);
LAYOUT_CONST(SHAPE_HIDDEN_DICT); LAYOUT_CONST(TYPE_HEAP); LAYOUT_CONST(TYPE_BASETYPE); LAYOUT_CONST(TYPE_CONTAINER);
LAYOUT_CONST(TYPE_HAS_DICT); LAYOUT_CONST(TYPE_HAS_WEAKREF); LAYOUT_CONST(TYPE_HAS_GETATTR_HOOK); LAYOUT_CONST(TYPE_HAS_GETATTRIBUTE); LAYOUT_CONST(TYPE_HAS_SETATTR_HOOK);
LAYOUT_CONST(TYPE_HAS_DEL); LAYOUT_CONST(TYPE_ABSTRACT); LAYOUT_CONST(TYPE_EXCEPTION); LAYOUT_CONST(TYPE_IS_METACLASS);
LAYOUT_CONST(TYPE_SEQUENCE); LAYOUT_CONST(TYPE_MAPPING); LAYOUT_CONST(TYPE_MATCHES_ITSELF); LAYOUT_CONST(TYPE_IMMUTABLE); LAYOUT_CONST(TYPE_DISALLOW_NEW);
LAYOUT_CONST(TYPE_WEAKLY_REFERENCED); LAYOUT_CONST(TYPE_NUMBERS_INSTANCES); LAYOUT_CONST(TYPE_DOTTED_NAME); LAYOUT_CONST(CODE_OPTIMIZED); LAYOUT_CONST(CODE_NEWLOCALS);
LAYOUT_CONST(CODE_VARARGS); LAYOUT_CONST(CODE_VARKEYWORDS); LAYOUT_CONST(CODE_NESTED); LAYOUT_CONST(CODE_GENERATOR);
LAYOUT_CONST(CODE_COROUTINE); LAYOUT_CONST(CODE_ITERABLE_COROUTINE); LAYOUT_CONST(CODE_ASYNC_GENERATOR); LAYOUT_CONST(CODE_HAS_DOCSTRING);
LAYOUT_CONST(CODE_METHOD); LAYOUT_CONST(CODE_NAMESPACE); LAYOUT_CONST(CODE_HIDDEN); LAYOUT_CONST(CODE_SIMPLE);
LAYOUT_CONST(BUILTIN_CORE); LAYOUT_CONST(BUILTIN_HOST); LAYOUT_CONST(BUILTIN_FLAG_METHOD); LAYOUT_CONST(BUILTIN_FLAG_NEW); LAYOUT_CONST(BUILTIN_FLAG_KEYWORDS);
LAYOUT_CONST(BUILTIN_FLAG_WRAPPER); LAYOUT_CONST(BUILTIN_FLAG_STATIC); LAYOUT_CONST(BUILTIN_FLAG_CLASSMETHOD);
LAYOUT_CONST(BUILTIN_FLAG_ASYNC);
LAYOUT_CONST(BUILTIN_FLAG_GETTER); LAYOUT_CONST(BUILTIN_FLAG_SETTER); LAYOUT_CONST(BUILTIN_FLAG_CONSTRUCT); LAYOUT_CONST(MEMBER_FIELD);
LAYOUT_CONST(MEMBER_READONLY); LAYOUT_CONST(WEAKREF_HASHED); LAYOUT_CONST(GEN_CREATED); LAYOUT_CONST(GEN_SUSPENDED);
LAYOUT_CONST(GEN_RUNNING); LAYOUT_CONST(GEN_CLOSED); LAYOUT_CONST(STATIC_BASE); LAYOUT_CONST(STATIC_END); LAYOUT_CONST(PAGE_TABLE_BASE); LAYOUT_CONST(CHECKSUM_WINDOW); LAYOUT_CONST(CHECKSUM_WINDOW_BYTES);
LAYOUT_CONST(PAGE_SHIFT); LAYOUT_CONST(PAGE_SMALL); LAYOUT_CONST(PAGE_SPAN); LAYOUT_CONST(PAGE_KEPT); LAYOUT_CONST(PAGE_RESTING);
LAYOUT_CONST(STACK_BASE); LAYOUT_CONST(STACK_LIMIT); LAYOUT_CONST(THREAD_STACKS); LAYOUT_CONST(HEAP_BASE);
LAYOUT_CONST(HEAP_END); LAYOUT_CONST(METHOD_CACHE_BASE); LAYOUT_CONST(METHOD_CACHE_SIZE); LAYOUT_CONST(FATAL_TEXT_AT);
LAYOUT_CONST(FATAL_TEXT_BYTES); LAYOUT_CONST(HEAP_OBJECTS); LAYOUT_CONST(HEAP_CONTAINERS); LAYOUT_CONST(HEAP_BLOCKS);
LAYOUT_CONST(ITER_LIST); LAYOUT_CONST(ITER_TUPLE); LAYOUT_CONST(ITER_RANGE); LAYOUT_CONST(ITER_ENUMERATE); LAYOUT_CONST(ITER_ZIP); LAYOUT_CONST(ITER_MAP); LAYOUT_CONST(ITER_FILTER);
LAYOUT_CONST(ITER_COUNT); LAYOUT_CONST(ITER_REPEAT); LAYOUT_CONST(ITER_CHAIN); LAYOUT_CONST(ITER_ISLICE); LAYOUT_CONST(ITER_CYCLE); LAYOUT_CONST(ITER_PAIRWISE);
LAYOUT_CONST(ITER_PRODUCT); LAYOUT_CONST(ITER_PERMUTATIONS); LAYOUT_CONST(ITER_COMBINATIONS); LAYOUT_CONST(ITER_COMBINATIONS_REPLACEMENT);
LAYOUT_CONST(HEAP_CLASSES); LAYOUT_CONST(HEAP_LISTS); LAYOUT_CONST(HEAP_RUN_BINS); LAYOUT_CONST(REASON_DONE); LAYOUT_CONST(REASON_RAISE);
LAYOUT_CONST(REASON_HOST_CALL); LAYOUT_CONST(REASON_HOST_RETURN); LAYOUT_CONST(REASON_HOST_UNWIND);
LAYOUT_CONST(REASON_INTERRUPT); LAYOUT_CONST(REASON_TRACE_DONE); LAYOUT_CONST(REASON_HOT); LAYOUT_CONST(REASON_FATAL);
LAYOUT_CONST(RESUME_RUN); LAYOUT_CONST(RESUME_VALUE); LAYOUT_CONST(RESUME_RAISE); LAYOUT_CONST(RESUME_CALL);
LAYOUT_CONST(INTERRUPT_HOST); LAYOUT_CONST(INTERRUPT_TIMEOUT); LAYOUT_CONST(INTERRUPT_SIGNAL); LAYOUT_CONST(INTERRUPT_GC);
LAYOUT_CONST(INTERRUPT_PENDING_CALLS); LAYOUT_CONST(INTERRUPT_TIER); LAYOUT_CONST(TAIL_CALL); LAYOUT_CONST(TAIL_RESUME);
LAYOUT_CONST(TAIL_HOST); LAYOUT_CONST(EMPTY); LAYOUT_CONST(INT48_MAX); LAYOUT_CONST(INT48_MIN); LAYOUT_CONST(INT_TAG);
LAYOUT_CONST(FLOAT_BIAS); LAYOUT_CONST(VALUE_TAIL); LAYOUT_CONST(STATIC_TYPE_STRIDE);
LAYOUT_CONST(STATIC_TYPE_COUNT); LAYOUT_CONST(STATIC_EXCEPTION_COUNT); LAYOUT_CONST(SINGLETONS_AT); LAYOUT_CONST(NONE_REF);
LAYOUT_CONST(FALSE_REF); LAYOUT_CONST(TRUE_REF); LAYOUT_CONST(NOTIMPLEMENTED_REF); LAYOUT_CONST(ELLIPSIS_REF);
LAYOUT_CONST(EMPTY_TUPLE_REF); LAYOUT_CONST(EMPTY_BYTES_REF); LAYOUT_CONST(EMPTY_STR_REF); LAYOUT_CONST(CHAR_STRS_AT);
LAYOUT_CONST(CHAR_ALPHA); LAYOUT_CONST(CHAR_DECIMAL); LAYOUT_CONST(CHAR_DIGIT); LAYOUT_CONST(CHAR_NUMERIC); LAYOUT_CONST(CHAR_LOWER);
LAYOUT_CONST(CHAR_UPPER); LAYOUT_CONST(CHAR_PRINTABLE); LAYOUT_CONST(CHAR_SPACE);
LAYOUT_CONST(EMPTY_FROZENSET_REF); LAYOUT_CONST(BYTE_BYTES_AT); LAYOUT_CONST(STATICS_END); LAYOUT_CONST(FRAME_HEAD_WORDS);
LAYOUT_CONST(FRAME_MODE_BASE); LAYOUT_CONST(FRAME_HAS_OBJECT); LAYOUT_CONST(SPECIAL_COUNT); LAYOUT_CONST(HOOK_COUNT);
LAYOUT_CONST(PRELUDE_COUNT); LAYOUT_CONST(TYPE_NEW_ADDS_DICT); LAYOUT_CONST(TYPE_NEW_ADDS_WEAKREF);
LAYOUT_CONST(RET_STORE); LAYOUT_CONST(RET_DISCARD); LAYOUT_CONST(RET_BRANCH); LAYOUT_CONST(RET_COMPARE); LAYOUT_CONST(RET_BINARY);
LAYOUT_CONST(RET_TRUTH); LAYOUT_CONST(RET_CONTAINS); LAYOUT_CONST(RET_FOR_ITER);
LAYOUT_CONST(FRAME_SKIPS_MASK); LAYOUT_CONST(RET_SEND); LAYOUT_CONST(RET_INIT); LAYOUT_CONST(RET_GENERATOR); LAYOUT_CONST(RET_GETATTR); LAYOUT_CONST(RET_HOST);
LAYOUT_CONST(RET_DONE); LAYOUT_CONST(RET_DEFAULT); LAYOUT_CONST(RET_CALL);
LAYOUT_CONST(RET_NEW); LAYOUT_CONST(RET_CHECK); LAYOUT_CONST(RET_FINALIZER); LAYOUT_CONST(RET_RAISE_FROM); LAYOUT_CONST(RET_CHAIN);
LAYOUT_CONST(RET_CONVERTED); LAYOUT_CONST(RET_TRACE);
LAYOUT_CONST(ATTR_UNCACHED); LAYOUT_CONST(ATTR_SLOT); LAYOUT_CONST(ATTR_OVERFLOW); LAYOUT_CONST(ATTR_MEMBER); LAYOUT_CONST(ATTR_CONSTANT);
LAYOUT_CONST(ATTR_METHOD); LAYOUT_CONST(ATTR_PROPERTY); LAYOUT_CONST(ATTR_GETSET); LAYOUT_CONST(ATTR_TYPE_CONSTANT); LAYOUT_CONST(ATTR_TYPE_STATIC);
LAYOUT_CONST(ATTR_TYPE_CLASSMETHOD); LAYOUT_CONST(ATTR_CLASSMETHOD); LAYOUT_CONST(ATTR_STATIC); LAYOUT_CONST(ATTR_MODULE); LAYOUT_CONST(ATTR_MISSING);
LAYOUT_CONST(ATTR_SET_SLOT); LAYOUT_CONST(ATTR_SET_OVERFLOW); LAYOUT_CONST(ATTR_SET_MEMBER); LAYOUT_CONST(ATTR_SET_ADD);
LAYOUT_CONST(TRACE_TABLE_BASE); LAYOUT_CONST(CONTINUATIONS_BASE); LAYOUT_CONST(EXIT_COUNTERS_BASE);
LAYOUT_CONST(TRACE_MAX); LAYOUT_CONST(CONTINUATION_MAX); LAYOUT_CONST(EXIT_COUNTER_MAX);
LAYOUT_CONST(TIER_OFF); LAYOUT_CONST(TIER_RECORD); LAYOUT_CONST(TIER_STEP); LAYOUT_CONST(COUNTED_TABLES); LAYOUT_CONST(OBSERVED_TABLES); LAYOUT_CONST(HOT_LOOP); LAYOUT_CONST(HOT_ENTRY);
LAYOUT_CONST(HOT_EXIT); LAYOUT_CONST(HOT_COUNTED); LAYOUT_CONST(HOT_CALLABLE); LAYOUT_CONST(HOT_BACKOFF_SHIFT);
LAYOUT_CONST(RECORD_FOLLOW_RETURN); LAYOUT_CONST(RECORD_SKIP_RECURSION); LAYOUT_CONST(RECORD_CROSS_TRACES);
LAYOUT_CONST(EXIT_VALUE); LAYOUT_CONST(EXIT_INT); LAYOUT_CONST(EXIT_FLOAT); LAYOUT_CONST(EXIT_SPILLED); LAYOUT_CONST(EXIT_REFERENCE);
LAYOUT_CONST(EXIT_SMALL_INT); LAYOUT_CONST(EXIT_WORD); LAYOUT_CONST(EXIT_SKIP); LAYOUT_CONST(EXIT_HEAD_PC); LAYOUT_CONST(EXIT_HEAD_AUX);
LAYOUT_CONST(EXIT_OWED); LAYOUT_CONST(EXIT_FIELD); LAYOUT_CONST(EXIT_SPECIAL); LAYOUT_CONST(EXIT_AS_VALUE); LAYOUT_CONST(EXIT_AS_INT);
LAYOUT_CONST(EXIT_AS_FLOAT); LAYOUT_CONST(EXIT_FIELD_VALUE); LAYOUT_CONST(EXIT_FIELD_U32); LAYOUT_CONST(EXIT_FIELD_I64);
LAYOUT_CONST(EXIT_FIELD_FRAME); LAYOUT_CONST(EXIT_FIELD_WORD); LAYOUT_CONST(EXIT_FIELD_FUNCTION); LAYOUT_CONST(EXIT_FIELD_NO_INT); LAYOUT_CONST(EXIT_FIELD_MESSAGE); LAYOUT_CONST(MESSAGE_LIST_INDEX); LAYOUT_CONST(MESSAGE_TUPLE_INDEX); LAYOUT_CONST(MESSAGE_STRING_INDEX); LAYOUT_CONST(MESSAGE_EMPTY_LIST); LAYOUT_CONST(EXIT_RAISED); LAYOUT_CONST(EXIT_TRACEBACK); LAYOUT_CONST(EXIT_OBJECT);
LAYOUT_CONST(EXIT_OBJECTS); LAYOUT_CONST(EXIT_OBJECTS_MAX);
LAYOUT_CONST(EXIT_END); LAYOUT_CONST(EXIT_DEPTH); LAYOUT_CONST(EXIT_CLEAR); LAYOUT_CONST(EXIT_COUNT); LAYOUT_CONST(EXIT_DROP);
LAYOUT_CONST(RECORD_LOOP); LAYOUT_CONST(RECORD_LIMIT); LAYOUT_CONST(RECORD_LEFT); LAYOUT_CONST(RECORD_TRACE);
LAYOUT_CONST(RECORD_INNER); LAYOUT_CONST(RECORD_HOST); LAYOUT_CONST(RECORDED_SKIPPED); LAYOUT_CONST(RECORDED_HOST);
LAYOUT_CONST(WATCH_TYPE); LAYOUT_CONST(WATCH_TYPE_LIFE); LAYOUT_CONST(WATCH_CELL); LAYOUT_CONST(WATCH_CELL_WRITTEN);
LAYOUT_CONST(EVENT_NONE); LAYOUT_CONST(EVENT_CALL); LAYOUT_CONST(EVENT_OTHER);
LAYOUT_CONST(WATCH_KEYS); LAYOUT_CONST(WATCH_FUNCTION); LAYOUT_CONST(WATCH_CODE); LAYOUT_CONST(WATCH_TRACE);
LAYOUT_CONST(DIED_OF_CHANGE); LAYOUT_CONST(DIED_OF_AGE);
LAYOUT_CONST(TYPE_WATCHED); LAYOUT_CONST(DICT_WATCHED);
LAYOUT_CONST(TRUTH_FROM_BOOL); LAYOUT_CONST(TRUTH_FROM_LEN); LAYOUT_CONST(TRUTH_INVERT); LAYOUT_CONST(CHECK_LEN); LAYOUT_CONST(CHECK_ITER);
LAYOUT_CONST(CHECK_REPR); LAYOUT_CONST(CHECK_STR); LAYOUT_CONST(CHECK_FORMAT);
LAYOUT_CONST(CHECK_AITER); LAYOUT_CONST(CHECK_AWAIT); LAYOUT_CONST(CHECK_ANEXT); LAYOUT_CONST(CHECK_BOOL_RESULT);
LAYOUT_CONST(COMPARE_INVERT);
LAYOUT_CONST(DEQUE_UNBOUNDED);

#define X(name) LAYOUT_CONST(LAYOUT_##name);
LAYOUT_KINDS(X)
#undef X
#define X(name, ...) LAYOUT_CONST(TYPE_##name);
STATIC_TYPES(X)
#undef X
#define X(name, base) LAYOUT_CONST(EXC_##name);
STATIC_EXCEPTIONS(X)
#undef X
#define X(name) LAYOUT_CONST(SPECIAL_##name);
SPECIALS(X)
#undef X
#define X(name) LAYOUT_CONST(NAME_##name);
CORE_NAMES(X)
#undef X
#define X(name) LAYOUT_CONST(HOOK_##name);
HOOKS(X)
#undef X
#define X(name) LAYOUT_CONST(PRELUDE_##name);
PRELUDES(X)
#undef X
