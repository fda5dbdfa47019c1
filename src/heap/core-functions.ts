// The functions of native/core/api.c by the names TypeScript calls them. The first C argument, `vm`, is filled in by whoever binds
// them (src/vm/machine.ts). Operands that are Values lie in vm->scratch.

export type CoreResult = "none" | "u32";

export const CORE_FUNCTIONS = {
  newObject: { entry: "api_new", args: 2, result: "u32" },
  quickRow: { entry: "api_quick_row", args: 2, result: "u32" },
  newContainer: { entry: "api_new_container", args: 2, result: "u32" },
  block: { entry: "api_block", args: 1, result: "u32" },
  blockFree: { entry: "api_block_free", args: 1, result: "none" },
  dealloc: { entry: "api_dealloc", args: 1, result: "none" },
  strNew: { entry: "api_str_new", args: 2, result: "u32" },
  strIntern: { entry: "api_str_intern", args: 1, result: "u32" },
  strHash: { entry: "api_str_hash", args: 1, result: "u32" },
  bytesNew: { entry: "api_bytes_new", args: 1, result: "u32" },
  byteArrayNew: { entry: "api_bytearray_new", args: 1, result: "u32" },
  tupleNew: { entry: "api_tuple_new", args: 1, result: "u32" },
  listNew: { entry: "api_list_new", args: 1, result: "u32" },
  listAppend: { entry: "api_list_append", args: 1, result: "u32" },
  dictNew: { entry: "api_dict_new", args: 1, result: "u32" },
  dictGet: { entry: "api_dict_get", args: 1, result: "u32" },
  dictSet: { entry: "api_dict_set", args: 1, result: "u32" },
  dictDelete: { entry: "api_dict_delete", args: 1, result: "u32" },
  dictGetStr: { entry: "api_dict_get_str", args: 2, result: "u32" },
  dictSetStr: { entry: "api_dict_set_str", args: 2, result: "u32" },
  dictCell: { entry: "api_dict_cell", args: 3, result: "u32" },
  dictDigest: { entry: "api_dict_digest", args: 2, result: "u32" },
  setNew: { entry: "api_set_new", args: 1, result: "u32" },
  setAdd: { entry: "api_set_add", args: 1, result: "u32" },
  setContains: { entry: "api_set_contains", args: 1, result: "u32" },
  hash: { entry: "api_hash", args: 0, result: "u32" },
  equal: { entry: "api_equal", args: 0, result: "u32" },
  attrFind: { entry: "api_attr_find", args: 1, result: "u32" },
  attrGet: { entry: "api_attr_get", args: 1, result: "u32" },
  attrSet: { entry: "api_attr_set", args: 1, result: "u32" },
  typeLookup: { entry: "api_type_lookup", args: 2, result: "u32" },
  typeModified: { entry: "api_type_modified", args: 1, result: "none" },
  typeAddSubclass: { entry: "api_type_add_subclass", args: 2, result: "u32" },
  typeRemoveSubclass: { entry: "api_type_remove_subclass", args: 2, result: "none" },
  typeIsSubtype: { entry: "api_type_is_subtype", args: 2, result: "u32" },
  typeBestBase: { entry: "core_type_best_base", args: 1, result: "u32" },
  typeSetAttr: { entry: "api_type_set_attr", args: 2, result: "u32" },
  typeUpdateMro: { entry: "core_type_update_mro", args: 2, result: "u32" },
  typeSetBases: { entry: "core_type_set_bases", args: 3, result: "u32" },
  typeNew: { entry: "core_type_new", args: 2, result: "u32" },
  moduleNew: { entry: "api_module_new", args: 1, result: "u32" },
  observe: { entry: "api_observe", args: 1, result: "none" },
  frameOfTop: { entry: "api_frame_of_top", args: 0, result: "u32" },
  frameObject: { entry: "api_frame_object", args: 1, result: "u32" },
  frameBack: { entry: "api_frame_back", args: 1, result: "u32" },
  frameLocals: { entry: "api_frame_locals", args: 1, result: "u32" },
  frameWord: { entry: "api_frame_word", args: 1, result: "u32" },
  gcCollect: { entry: "api_gc_collect", args: 1, result: "u32" },
  freshContainers: { entry: "core_fresh_containers", args: 1, result: "none" },
  keepContainers: { entry: "core_keep_containers", args: 0, result: "none" },
  valueBox: { entry: "api_value_box", args: 1, result: "u32" },
  instanceNew: { entry: "api_instance_new", args: 1, result: "u32" },
  instanceDict: { entry: "api_instance_dict", args: 1, result: "u32" },
  instanceGet: { entry: "api_instance_get", args: 2, result: "u32" },
  binary: { entry: "api_binary", args: 2, result: "u32" },
  compare: { entry: "api_compare", args: 1, result: "u32" },
  getitem: { entry: "api_getitem", args: 0, result: "u32" },
  setitem: { entry: "api_setitem", args: 0, result: "u32" },
  delitem: { entry: "api_delitem", args: 0, result: "u32" },
  contains: { entry: "api_contains", args: 0, result: "u32" },
  iter: { entry: "api_iter", args: 0, result: "u32" },
  len: { entry: "api_len", args: 0, result: "u32" },
  truth: { entry: "api_truth", args: 0, result: "u32" },
  next: { entry: "api_next", args: 0, result: "u32" },
  exceptionNew: { entry: "api_exception_new", args: 1, result: "u32" },
  raise: { entry: "api_raise", args: 1, result: "none" },
  // Traces: native/core/interp/trace.c, native/core/watch.c.
  record: { entry: "core_record", args: 0, result: "none" },
  recordRead: { entry: "core_record_read", args: 0, result: "none" },
  traceEnter: { entry: "core_trace_enter", args: 3, result: "u32" },
  traceKill: { entry: "core_trace_kill", args: 1, result: "none" },
  watch: { entry: "core_watch", args: 3, result: "u32" },
  watchCell: { entry: "core_watch_cell", args: 3, result: "u32" },
  // What an attribute is, for traces: native/core/attr_cache.c. The answer is an ATTR_* kind, the rest lies in scratch.
  attrOf: { entry: "core_attr_of", args: 3, result: "u32" },
  attrStore: { entry: "core_attr_store", args: 3, result: "u32" },
  attrOn: { entry: "core_attr_on", args: 2, result: "u32" },
  superAttr: { entry: "core_super_attr", args: 3, result: "u32" },
  operatorHook: { entry: "core_operator_hook", args: 3, result: "u32" },
  forgetContinuations: { entry: "core_forget_continuations", args: 2, result: "none" },
  codeCopied: { entry: "core_code_copied", args: 1, result: "none" },
  countersReset: { entry: "core_counters_reset", args: 0, result: "none" },
} as const satisfies Record<string, { entry: string; args: 0 | 1 | 2 | 3; result: CoreResult }>;

type Arguments = { 0: []; 1: [a: number]; 2: [a: number, b: number]; 3: [a: number, b: number, c: number] };
export type CoreFunctions = {
  readonly [N in keyof typeof CORE_FUNCTIONS]: (
    ...args: Arguments[(typeof CORE_FUNCTIONS)[N]["args"]]
  ) => (typeof CORE_FUNCTIONS)[N]["result"] extends "u32" ? number : void;
};

/** Answers of the functions that can fail or would need Python code (API_* in api.c). */
export const Answer = { RAISED: 0, OK: 1, TAIL: 2, NOTHING: 3 } as const;
