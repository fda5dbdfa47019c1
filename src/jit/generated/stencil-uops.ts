// Written by stencils/build/build.mjs from stencils/uops: do not edit.

/**
 * Every uop that has stencils. Holes: u8 (a shift count), u32, i32, u31 (0 to 2^31 - 1), word (any 64 bits). It exits (Ways.exit),
 * jumps (Ways.target: raised, or elsewhere), calls (Ways.call: the address of the function to call).
 */
export const STENCIL_UOPS = {
  /** r[a] ← word as it is; hole 0: its offset */
  load_abs: { id: 0, form: "R", holes: ["u32"], exits: false, jumps: false, calls: false },
  /** r[a] ← 32 bits, zero-extended; hole 0: their offset */
  load_abs_u32: { id: 1, form: "R", holes: ["u32"], exits: false, jumps: false, calls: false },
  /** r[a] ← int in the word, shifted; exit if it isn't a 48-bit int; hole 0: its offset */
  load_abs_int: { id: 2, form: "R", holes: ["u32"], exits: true, jumps: false, calls: false },
  /** the same where the type has been proved; hole 0: its offset */
  load_abs_int_known: { id: 3, form: "R", holes: ["u32"], exits: false, jumps: false, calls: false },
  /** f[a] ← float in the word; exit if it isn't one; hole 0: its offset */
  load_abs_float: { id: 4, form: "F", holes: ["u32"], exits: true, jumps: false, calls: false },
  /** the same where the type has been proved; hole 0: its offset */
  load_abs_float_known: { id: 5, form: "F", holes: ["u32"], exits: false, jumps: false, calls: false },
  /** word ← r[a] as it is; hole 0: its offset */
  store_abs: { id: 6, form: "R", holes: ["u32"], exits: false, jumps: false, calls: false },
  /** word ← r[a], boxed; hole 0: its offset */
  store_abs_int: { id: 7, form: "R", holes: ["u32"], exits: false, jumps: false, calls: false },
  /** word ← f[a], boxed; hole 0: its offset */
  store_abs_float: { id: 8, form: "F", holes: ["u32"], exits: false, jumps: false, calls: false },
  /** word ← constant; hole 0: its offset; hole 1: any 64 bits */
  store_abs_const: { id: 9, form: "Z", holes: ["u32", "word"], exits: false, jumps: false, calls: false },
  /** 32 bits ← low half of r[a]; hole 0: their offset */
  store_abs_u32: { id: 10, form: "R", holes: ["u32"], exits: false, jumps: false, calls: false },
  /** 32 bits ← constant; hole 0: their offset; hole 1: constant */
  store_abs_u32_const: { id: 11, form: "Z", holes: ["u32", "u32"], exits: false, jumps: false, calls: false },
  /** exit unless 32 bits are these; hole 0: their offset; hole 1: constant */
  guard_abs_u32: { id: 12, form: "Z", holes: ["u32", "u32"], exits: true, jumps: false, calls: false },
  /** exit unless a word is this; hole 0: its offset; hole 1: any 64 bits */
  guard_abs_word: { id: 13, form: "Z", holes: ["u32", "word"], exits: true, jumps: false, calls: false },
  /** a 64-bit counter of --stats goes up by one; hole 0: its offset */
  count_run: { id: 14, form: "Z", holes: ["u32"], exits: false, jumps: false, calls: false },
  /** field ← constant; hole 0: its offset in the VM struct; hole 1: constant */
  store_vm_u32: { id: 15, form: "Z", holes: ["i32", "u32"], exits: false, jumps: false, calls: false },
  /** field += constant; hole 0: its offset in the VM struct; hole 1: constant */
  add_abs_u32_const: { id: 16, form: "Z", holes: ["i32", "u32"], exits: false, jumps: false, calls: false },
  /** exit unless field + constant <= limit (32 bits, unsigned); hole 0: the field's offset in the VM struct; hole 1: the limit's; hole 2: constant */
  guard_abs_below: { id: 17, form: "Z", holes: ["i32", "i32", "u32"], exits: true, jumps: false, calls: false },
  /** r[a] ← a block of a free list; exit if there is no memory; hole 0: the list's offset in the VM struct; hole 1: its number */
  allocate: { id: 18, form: "R", holes: ["i32", "u32"], exits: true, jumps: false, calls: false },
  /** the list a gets room for one item more; exit if there is no memory; hole 0: offset of its length; hole 1: of its capacity */
  list_room: { id: 19, form: "R", holes: ["i32", "i32"], exits: true, jumps: false, calls: false },
  /** r[a] ← boxed int r[a] */
  box_int: { id: 20, form: "R", holes: [], exits: false, jumps: false, calls: false },
  /** r[a] ← int in r[a], shifted; exit if it isn't a 48-bit int */
  unbox_int: { id: 21, form: "R", holes: [], exits: true, jumps: false, calls: false },
  /** the same where the type has been proved */
  unbox_int_known: { id: 22, form: "R", holes: [], exits: false, jumps: false, calls: false },
  /** r[a] ← boxed float f[b] */
  box_float: { id: 23, form: "RF", holes: [], exits: false, jumps: false, calls: false },
  /** f[a] ← float in r[b]; exit if it isn't one */
  unbox_float: { id: 24, form: "FR", holes: [], exits: true, jumps: false, calls: false },
  /** the same where the type has been proved */
  unbox_float_known: { id: 25, form: "FR", holes: [], exits: false, jumps: false, calls: false },
  /** f[a] ← number in r[b] (48-bit int or float); exit if it is neither */
  number_to_float: { id: 26, form: "FR", holes: [], exits: true, jumps: false, calls: false },
  /** f[a] ← shifted int r[b] */
  int_to_float: { id: 27, form: "FR", holes: [], exits: false, jumps: false, calls: false },
  /** r[a] ← f[b] rounded towards zero, shifted; exit if that isn't a 48-bit int */
  float_to_int_trunc: { id: 28, form: "RF", holes: [], exits: true, jumps: false, calls: false },
  /** r[a] ← floor(f[b]), shifted; exit if that isn't a 48-bit int */
  float_to_int_floor: { id: 29, form: "RF", holes: [], exits: true, jumps: false, calls: false },
  /** r[a] ← the int equal to f[b], shifted; exit if there is none of 48 bits */
  float_to_int_exact: { id: 30, form: "RF", holes: [], exits: true, jumps: false, calls: false },
  /** r2 ← f(vm); to the target if it is EMPTY */
  call_0: { id: 31, form: "C", holes: [], exits: false, jumps: true, calls: true },
  /** r2 ← f(vm, r3); to the target if it is EMPTY */
  call_1: { id: 32, form: "C", holes: [], exits: false, jumps: true, calls: true },
  /** r2 ← f(vm, r3, r4); to the target if it is EMPTY */
  call_2: { id: 33, form: "C", holes: [], exits: false, jumps: true, calls: true },
  /** r2 ← f(vm, r3, r4, r5); to the target if it is EMPTY */
  call_3: { id: 34, form: "C", holes: [], exits: false, jumps: true, calls: true },
  /** r2 ← f(vm, r3, r4, r5, r6); to the target if it is EMPTY */
  call_4: { id: 35, form: "C", holes: [], exits: false, jumps: true, calls: true },
  /** r2 ← f(vm, r3), which can't raise (EMPTY is an answer) */
  call_plain_1: { id: 36, form: "C", holes: [], exits: false, jumps: false, calls: true },
  /** r2 ← f(vm, r3, r4), which can't raise (EMPTY is an answer) */
  call_plain_2: { id: 37, form: "C", holes: [], exits: false, jumps: false, calls: true },
  /** r2 ← f(vm, r3, r4, r5), which can't raise (EMPTY is an answer) */
  call_plain_3: { id: 38, form: "C", holes: [], exits: false, jumps: false, calls: true },
  /** r2 ← f(vm, r3, r4, r5, r6), which can't raise (EMPTY is an answer) */
  call_plain_4: { id: 39, form: "C", holes: [], exits: false, jumps: false, calls: true },
  /** r2 ← 32 bits f(vm, r3), zero-extended */
  call_u32_1: { id: 40, form: "C", holes: [], exits: false, jumps: false, calls: true },
  /** r2 ← 32 bits f(vm, r3, r4), zero-extended */
  call_u32_2: { id: 41, form: "C", holes: [], exits: false, jumps: false, calls: true },
  /** r2 ← C's bool f(vm, r3), 0 or 1 */
  call_bool_1: { id: 42, form: "C", holes: [], exits: false, jumps: false, calls: true },
  /** r2 ← C's bool f(vm, r3, r4), 0 or 1 */
  call_bool_2: { id: 43, form: "C", holes: [], exits: false, jumps: false, calls: true },
  /** r2 ← C's bool f(vm, r3, r4, r5), 0 or 1 */
  call_bool_3: { id: 44, form: "C", holes: [], exits: false, jumps: false, calls: true },
  /** r2 ← int f(vm, r3), zero-extended; to the target if it is negative */
  call_status_1: { id: 45, form: "C", holes: [], exits: false, jumps: true, calls: true },
  /** r2 ← int f(vm, r3, r4), zero-extended; to the target if it is negative */
  call_status_2: { id: 46, form: "C", holes: [], exits: false, jumps: true, calls: true },
  /** r2 ← int f(vm, r3, r4, r5), zero-extended; to the target if it is negative */
  call_status_3: { id: 47, form: "C", holes: [], exits: false, jumps: true, calls: true },
  /** f(vm, r3) */
  call_void_1: { id: 48, form: "C", holes: [], exits: false, jumps: false, calls: true },
  /** f(vm, r3, r4) */
  call_void_2: { id: 49, form: "C", holes: [], exits: false, jumps: false, calls: true },
  /** f(vm, r3, r4, r5) */
  call_void_3: { id: 50, form: "C", holes: [], exits: false, jumps: false, calls: true },
  /** f0 ← f(f0): no VM */
  call_f_f: { id: 51, form: "C", holes: [], exits: false, jumps: false, calls: true },
  /** f0 ← f(f0, f1): no VM */
  call_f_ff: { id: 52, form: "C", holes: [], exits: false, jumps: false, calls: true },
  /** exit unless r[a] < r[b] */
  guard_lt_int: { id: 53, form: "RR", holes: [], exits: true, jumps: false, calls: false },
  /** exit unless r[a] <= r[b] */
  guard_le_int: { id: 54, form: "RR", holes: [], exits: true, jumps: false, calls: false },
  /** exit unless r[a] == r[b] */
  guard_eq_int: { id: 55, form: "RR", holes: [], exits: true, jumps: false, calls: false },
  /** exit unless r[a] != r[b] */
  guard_ne_int: { id: 56, form: "RR", holes: [], exits: true, jumps: false, calls: false },
  /** exit unless r[a] < constant; hole 0: constant << 16 */
  guard_lt_int_const: { id: 57, form: "R", holes: ["i32"], exits: true, jumps: false, calls: false },
  /** exit unless r[a] <= constant; hole 0: constant << 16 */
  guard_le_int_const: { id: 58, form: "R", holes: ["i32"], exits: true, jumps: false, calls: false },
  /** exit unless r[a] > constant; hole 0: constant << 16 */
  guard_gt_int_const: { id: 59, form: "R", holes: ["i32"], exits: true, jumps: false, calls: false },
  /** exit unless r[a] >= constant; hole 0: constant << 16 */
  guard_ge_int_const: { id: 60, form: "R", holes: ["i32"], exits: true, jumps: false, calls: false },
  /** exit unless r[a] == constant; hole 0: constant << 16 */
  guard_eq_int_const: { id: 61, form: "R", holes: ["i32"], exits: true, jumps: false, calls: false },
  /** exit unless r[a] != constant; hole 0: constant << 16 */
  guard_ne_int_const: { id: 62, form: "R", holes: ["i32"], exits: true, jumps: false, calls: false },
  /** exit unless f[a] < f[b] */
  guard_lt_float: { id: 63, form: "FF", holes: [], exits: true, jumps: false, calls: false },
  /** exit unless f[a] <= f[b] */
  guard_le_float: { id: 64, form: "FF", holes: [], exits: true, jumps: false, calls: false },
  /** exit unless f[a] == f[b] */
  guard_eq_float: { id: 65, form: "FF", holes: [], exits: true, jumps: false, calls: false },
  /** exit unless f[a] != f[b]: true of a NaN */
  guard_ne_float: { id: 66, form: "FF", holes: [], exits: true, jumps: false, calls: false },
  /** exit if f[a] < f[b] */
  guard_not_lt_float: { id: 67, form: "FF", holes: [], exits: true, jumps: false, calls: false },
  /** exit if f[a] <= f[b] */
  guard_not_le_float: { id: 68, form: "FF", holes: [], exits: true, jumps: false, calls: false },
  /** r[a] ← r[a] < r[b]; hole 0: False */
  set_lt_int: { id: 69, form: "RR", holes: ["u32"], exits: false, jumps: false, calls: false },
  /** r[a] ← r[a] <= r[b]; hole 0: False */
  set_le_int: { id: 70, form: "RR", holes: ["u32"], exits: false, jumps: false, calls: false },
  /** r[a] ← r[a] == r[b], any two words; hole 0: False */
  set_eq_int: { id: 71, form: "RR", holes: ["u32"], exits: false, jumps: false, calls: false },
  /** r[a] ← r[a] != r[b], any two words; hole 0: False */
  set_ne_int: { id: 72, form: "RR", holes: ["u32"], exits: false, jumps: false, calls: false },
  /** r[a] ← r[a] < constant; hole 0: constant << 16; hole 1: False */
  set_lt_int_const: { id: 73, form: "R", holes: ["i32", "u32"], exits: false, jumps: false, calls: false },
  /** r[a] ← r[a] <= constant; hole 0: constant << 16; hole 1: False */
  set_le_int_const: { id: 74, form: "R", holes: ["i32", "u32"], exits: false, jumps: false, calls: false },
  /** r[a] ← r[a] > constant; hole 0: constant << 16; hole 1: False */
  set_gt_int_const: { id: 75, form: "R", holes: ["i32", "u32"], exits: false, jumps: false, calls: false },
  /** r[a] ← r[a] >= constant; hole 0: constant << 16; hole 1: False */
  set_ge_int_const: { id: 76, form: "R", holes: ["i32", "u32"], exits: false, jumps: false, calls: false },
  /** r[a] ← r[a] == constant; hole 0: constant << 16; hole 1: False */
  set_eq_int_const: { id: 77, form: "R", holes: ["i32", "u32"], exits: false, jumps: false, calls: false },
  /** r[a] ← r[a] != constant; hole 0: constant << 16; hole 1: False */
  set_ne_int_const: { id: 78, form: "R", holes: ["i32", "u32"], exits: false, jumps: false, calls: false },
  /** r[a] ← f[b] < f[c]; hole 0: False */
  set_lt_float: { id: 79, form: "RFF", holes: ["u32"], exits: false, jumps: false, calls: false },
  /** r[a] ← f[b] <= f[c]; hole 0: False */
  set_le_float: { id: 80, form: "RFF", holes: ["u32"], exits: false, jumps: false, calls: false },
  /** r[a] ← f[b] == f[c]; hole 0: False */
  set_eq_float: { id: 81, form: "RFF", holes: ["u32"], exits: false, jumps: false, calls: false },
  /** r[a] ← r[a] is this reference; hole 0: 32 bits; hole 1: False */
  set_is: { id: 82, form: "R", holes: ["u32", "u32"], exits: false, jumps: false, calls: false },
  /** r[a] ← not r[a], a bool; hole 0: False + True */
  not_bool: { id: 83, form: "R", holes: ["u32"], exits: false, jumps: false, calls: false },
  /** exit unless r[a], a shifted int, is one of 64 in a row and its bit is set; hole 0: the bits; hole 1: the first << 16 */
  guard_in_window: { id: 84, form: "R", holes: ["word", "i32"], exits: true, jumps: false, calls: false },
  /** exit if r[a], a shifted int, is one of 64 in a row and its bit is set; hole 0: the bits; hole 1: the first << 16 */
  guard_not_in_window: { id: 85, form: "R", holes: ["word", "i32"], exits: true, jumps: false, calls: false },
  /** to the target: the loop's head, another trace, a handler of the core */
  jump: { id: 86, form: "Z", holes: [], exits: false, jumps: true, calls: false },
  /** always exits */
  leave: { id: 87, form: "Z", holes: [], exits: true, jumps: false, calls: false },
  /** exit if VM.interrupt has any bit set */
  check_interrupt: { id: 88, form: "Z", holes: [], exits: true, jumps: false, calls: false },
  /** exit if finalisers wait: VM.interrupt has INTERRUPT_PENDING_CALLS */
  check_pending: { id: 89, form: "Z", holes: [], exits: true, jumps: false, calls: false },
  /** r0 ← address of an instruction; hole 0: its heap offset */
  set_pc: { id: 90, form: "Z", holes: ["u32"], exits: false, jumps: false, calls: false },
  /** a counter goes down by one; to the target if it is 0 then; hole 0: the counter's heap offset */
  exit_count: { id: 91, form: "Z", holes: ["u32"], exits: false, jumps: true, calls: false },
  /** VM.exit_at ← where the exit is described, to the target; hole 0: its code offset */
  take_exit: { id: 92, form: "Z", holes: ["u32"], exits: false, jumps: true, calls: false },
  /** to the code at offset r[a] from the core image's base; every register is kept */
  jump_code: { id: 93, form: "R", holes: [], exits: false, jumps: false, calls: false },
  /** counts a reference to the object r[a] */
  incref: { id: 94, form: "R", holes: [], exits: false, jumps: false, calls: false },
  /** counts a reference to r[a] if it is one; any value */
  incref_value: { id: 95, form: "R", holes: [], exits: false, jumps: false, calls: false },
  /** drops a reference to the object r[a], which may die */
  decref: { id: 96, form: "R", holes: [], exits: false, jumps: false, calls: false },
  /** drops r[a] if it is a reference; its object may die */
  decref_value: { id: 97, form: "R", holes: [], exits: false, jumps: false, calls: false },
  /** drops a reference to the object r[a], which is known to have others */
  decref_nonzero: { id: 98, form: "R", holes: [], exits: false, jumps: false, calls: false },
  /** drops a reference to the object r[a]; exit: it is the last one */
  decref_shared: { id: 99, form: "R", holes: [], exits: true, jumps: false, calls: false },
  /** drops r[a] if it is a reference; exit: it is the last one */
  decref_shared_value: { id: 100, form: "R", holes: [], exits: true, jumps: false, calls: false },
  /** counts a reference to a constant object; hole 0: its offset */
  incref_abs: { id: 101, form: "Z", holes: ["u32"], exits: false, jumps: false, calls: false },
  /** drops a reference to a constant object that has others; hole 0: its offset */
  decref_abs_nonzero: { id: 102, form: "Z", holes: ["u32"], exits: false, jumps: false, calls: false },
  /** r[a] ← r[a] // r[b]; exit if r[b] is 0 or the quotient overflows (-2^47 // -1) */
  floordiv_int: { id: 103, form: "RR", holes: [], exits: true, jumps: false, calls: false },
  /** r[a] ← r[a] % r[b]; exit if r[b] is 0 */
  mod_int: { id: 104, form: "RR", holes: [], exits: true, jumps: false, calls: false },
  /** r[a] ← r[a] // 2^k; hole 0: k */
  floordiv_int_pow2: { id: 105, form: "R", holes: ["u8"], exits: false, jumps: false, calls: false },
  /** r[a] ← r[a] % 2^k; hole 0: 48 - k */
  mod_int_pow2: { id: 106, form: "R", holes: ["u8"], exits: false, jumps: false, calls: false },
  /** r[a] ← r[a] // constant; hole 0: its multiplier (word); hole 1: its shift */
  floordiv_int_magic: { id: 107, form: "R", holes: ["word", "u8"], exits: false, jumps: false, calls: false },
  /** r[a] ← r[a] % constant; hole 0: its multiplier (word); hole 1: its shift; hole 2: the constant, not shifted */
  mod_int_magic: { id: 108, form: "R", holes: ["word", "u8", "i32"], exits: false, jumps: false, calls: false },
  /** r[a] ← item r[c] of r[b] as it is; hole 0: item 0 */
  load_elem: { id: 109, form: "RRR", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** r[a] ← int that is item r[c] of r[b], shifted; exit if it isn't a 48-bit int; hole 0: item 0 */
  load_elem_int: { id: 110, form: "RRR", holes: ["i32"], exits: true, jumps: false, calls: false },
  /** f[a] ← float that is item r[c] of r[b]; exit if it isn't one; hole 0: item 0 */
  load_elem_float: { id: 111, form: "FRR", holes: ["i32"], exits: true, jumps: false, calls: false },
  /** item r[b] of r[a] ← r[c] as it is (nothing is written to a register); hole 0: item 0 */
  store_elem: { id: 112, form: "RRR", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** r[a] ← r[b] + 8 * r[a]: use with load_field and store_field */
  elem_address: { id: 113, form: "RR", holes: [], exits: false, jumps: false, calls: false },
  /** r[a] ← byte r[c] of r[b] as a shifted int; hole 0: byte 0 */
  load_elem_u8: { id: 114, form: "RRR", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** r[a] ← r[b] + r[a]: use with store_byte */
  byte_address: { id: 115, form: "RR", holes: [], exits: false, jumps: false, calls: false },
  /** byte at r[a] ← int r[b]; hole 0: byte 0 */
  store_byte: { id: 116, form: "RR", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** r[a] ← 16 bits number r[a] of r[b] as a shifted int; hole 0: number 0 */
  load_elem_u16: { id: 117, form: "RR", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** r[a] ← 32 bits number r[a] of r[b] as a shifted int; hole 0: number 0 */
  load_elem_u32: { id: 118, form: "RR", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** exit unless 0 <= r[a] < r[b], both shifted ints */
  guard_index: { id: 119, form: "RR", holes: [], exits: true, jumps: false, calls: false },
  /** f[a] ← f[a] + f[b] */
  add_float: { id: 120, form: "FF", holes: [], exits: false, jumps: false, calls: false },
  /** f[a] ← f[a] - f[b] */
  sub_float: { id: 121, form: "FF", holes: [], exits: false, jumps: false, calls: false },
  /** f[a] ← f[b] - f[a] */
  rsub_float: { id: 122, form: "FF", holes: [], exits: false, jumps: false, calls: false },
  /** f[a] ← f[a] * f[b] */
  mul_float: { id: 123, form: "FF", holes: [], exits: false, jumps: false, calls: false },
  /** f[a] ← f[a] / f[b]; exit if f[b] is zero */
  div_float: { id: 124, form: "FF", holes: [], exits: true, jumps: false, calls: false },
  /** f[a] ← f[b] / f[a]; exit if f[a] is zero */
  rdiv_float: { id: 125, form: "FF", holes: [], exits: true, jumps: false, calls: false },
  /**  */
  div_float_nc: { id: 126, form: "FF", holes: [], exits: false, jumps: false, calls: false },
  /** f[a] ← -f[a] */
  neg_float: { id: 127, form: "F", holes: [], exits: false, jumps: false, calls: false },
  /** f[a] ← abs(f[a]) */
  abs_float: { id: 128, form: "F", holes: [], exits: false, jumps: false, calls: false },
  /** f[a] ← square root of f[a]; exit if f[a] < 0 */
  sqrt_float: { id: 129, form: "F", holes: [], exits: true, jumps: false, calls: false },
  /** r[a] ← slot as it is; hole 0: slot */
  load_value: { id: 130, form: "R", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** r[a] ← 32 bits, zero-extended; hole 0: slot */
  load_slot_u32: { id: 131, form: "R", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** slot ← r[a] as it is; hole 0: slot */
  store_value: { id: 132, form: "R", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** r[a] ← int in the slot, shifted; exit if it isn't a 48-bit int; hole 0: slot */
  load_int: { id: 133, form: "R", holes: ["i32"], exits: true, jumps: false, calls: false },
  /** the same where the type has been proved; hole 0: slot */
  load_int_known: { id: 134, form: "R", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** slot ← r[a], boxed; hole 0: slot */
  store_int: { id: 135, form: "R", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** f[a] ← float in the slot; exit if it isn't one; hole 0: slot */
  load_float: { id: 136, form: "F", holes: ["i32"], exits: true, jumps: false, calls: false },
  /** the same where the type has been proved; hole 0: slot */
  load_float_known: { id: 137, form: "F", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** slot ← f[a], boxed; hole 0: slot */
  store_float: { id: 138, form: "F", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** r[a] ← reference in the slot; exit if it holds a number or nothing; hole 0: slot */
  load_ref: { id: 139, form: "R", holes: ["i32"], exits: true, jumps: false, calls: false },
  /** slot ← constant; hole 0: slot; hole 1: any 64 bits */
  store_const: { id: 140, form: "Z", holes: ["i32", "word"], exits: false, jumps: false, calls: false },
  /** head word ← {low: pc, high: offset of a frame}; hole 0: the word; hole 1: pc; hole 2: that frame's distance from FRAME */
  store_head_pc: { id: 141, form: "Z", holes: ["i32", "u32", "u32"], exits: false, jumps: false, calls: false },
  /** exit unless the low half of a head word is this pc; hole 0: the word; hole 1: pc */
  guard_return_pc: { id: 142, form: "Z", holes: ["i32", "u32"], exits: true, jumps: false, calls: false },
  /** exit unless a head word is {low: pc, high: offset of a frame}; hole 0: the word; hole 1: pc; hole 2: that frame's distance from FRAME */
  guard_caller: { id: 143, form: "Z", holes: ["i32", "u32", "u32"], exits: true, jumps: false, calls: false },
  /** the trace goes on in another frame; hole 0: its distance in bytes */
  add_frame: { id: 144, form: "Z", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** exit unless the VM stack has room for a frame above one; hole 0: VM.stack_guard; hole 1: that frame's distance from FRAME */
  guard_stack: { id: 145, form: "Z", holes: ["i32", "u32"], exits: true, jumps: false, calls: false },
  /** r[a] is a 48-bit int */
  guard_int: { id: 146, form: "R", holes: [], exits: true, jumps: false, calls: false },
  /** r[a] is a float */
  guard_float: { id: 147, form: "R", holes: [], exits: true, jumps: false, calls: false },
  /** r[a] is a reference */
  guard_object: { id: 148, form: "R", holes: [], exits: true, jumps: false, calls: false },
  /** r[a] is a reference to an object of a type; hole 0: the type */
  guard_value_type: { id: 149, form: "R", holes: ["u32"], exits: true, jumps: false, calls: false },
  /** the object r[a] has this type; hole 0: the type */
  guard_type: { id: 150, form: "R", holes: ["u32"], exits: true, jumps: false, calls: false },
  /** the instance r[a] has this shape; hole 0: the shape */
  guard_shape: { id: 151, form: "R", holes: ["u32"], exits: true, jumps: false, calls: false },
  /** a field of the object r[a] has these 32 bits; hole 0: field; hole 1: constant */
  guard_u32: { id: 152, form: "R", holes: ["i32", "u32"], exits: true, jumps: false, calls: false },
  /** r[a], any value, is this reference; hole 0: 32 bits */
  guard_ref_is: { id: 153, form: "R", holes: ["u32"], exits: true, jumps: false, calls: false },
  /** r[a], any value, is not this reference; hole 0: 32 bits */
  guard_ref_is_not: { id: 154, form: "R", holes: ["u32"], exits: true, jumps: false, calls: false },
  /** r[a] is this word; hole 0: any 64 bits */
  guard_word_is: { id: 155, form: "R", holes: ["word"], exits: true, jumps: false, calls: false },
  /** r[a] is not this word; hole 0: any 64 bits */
  guard_word_is_not: { id: 156, form: "R", holes: ["word"], exits: true, jumps: false, calls: false },
  /** r[a] and r[b] are the same word */
  guard_same: { id: 157, form: "RR", holes: [], exits: true, jumps: false, calls: false },
  /** r[a] and r[b] are different words */
  guard_not_same: { id: 158, form: "RR", holes: [], exits: true, jumps: false, calls: false },
  /** r[a] is EMPTY */
  guard_empty: { id: 159, form: "R", holes: [], exits: true, jumps: false, calls: false },
  /** r[a] is not EMPTY */
  guard_not_empty: { id: 160, form: "R", holes: [], exits: true, jumps: false, calls: false },
  /** r[a], an int or 32 bits, is 0 */
  guard_zero: { id: 161, form: "R", holes: [], exits: true, jumps: false, calls: false },
  /** r[a], an int or 32 bits, is not 0 */
  guard_nonzero: { id: 162, form: "R", holes: [], exits: true, jumps: false, calls: false },
  /** r[a] ← r[a] + r[b]; exit on overflow */
  add_int: { id: 163, form: "RR", holes: [], exits: true, jumps: false, calls: false },
  /** r[a] ← r[a] - r[b]; exit on overflow */
  sub_int: { id: 164, form: "RR", holes: [], exits: true, jumps: false, calls: false },
  /** r[a] ← r[b] - r[a]; exit on overflow */
  rsub_int: { id: 165, form: "RR", holes: [], exits: true, jumps: false, calls: false },
  /** r[a] ← r[a] * r[b]; exit on overflow */
  mul_int: { id: 166, form: "RR", holes: [], exits: true, jumps: false, calls: false },
  /** r[a] ← r[a] + constant; exit on overflow; hole 0: constant << 16 */
  add_int_const: { id: 167, form: "R", holes: ["i32"], exits: true, jumps: false, calls: false },
  /** r[a] ← constant - r[a]; exit on overflow; hole 0: constant << 16 */
  rsub_int_const: { id: 168, form: "R", holes: ["i32"], exits: true, jumps: false, calls: false },
  /** r[a] ← r[a] * constant; exit on overflow; hole 0: constant, not shifted */
  mul_int_const: { id: 169, form: "R", holes: ["i32"], exits: true, jumps: false, calls: false },
  /** r[a] ← r[a] + r[b], known to fit */
  add_int_nc: { id: 170, form: "RR", holes: [], exits: false, jumps: false, calls: false },
  /** r[a] ← r[a] - r[b], known to fit */
  sub_int_nc: { id: 171, form: "RR", holes: [], exits: false, jumps: false, calls: false },
  /** r[a] ← r[b] - r[a], known to fit */
  rsub_int_nc: { id: 172, form: "RR", holes: [], exits: false, jumps: false, calls: false },
  /** r[a] ← r[a] * r[b], known to fit */
  mul_int_nc: { id: 173, form: "RR", holes: [], exits: false, jumps: false, calls: false },
  /** r[a] ← r[a] + constant, known to fit; hole 0: constant << 16 */
  add_int_const_nc: { id: 174, form: "R", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** r[a] ← r[a] * constant, known to fit; hole 0: constant, not shifted */
  mul_int_const_nc: { id: 175, form: "R", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** r[a] ← -r[a]; exit for -2^47 */
  neg_int: { id: 176, form: "R", holes: [], exits: true, jumps: false, calls: false },
  /** r[a] ← abs(r[a]); exit for -2^47 */
  abs_int: { id: 177, form: "R", holes: [], exits: true, jumps: false, calls: false },
  /** r[a] ← max(r[a], 0) */
  max_zero_int: { id: 178, form: "R", holes: [], exits: false, jumps: false, calls: false },
  /** r[a] ← r[a] & r[b] */
  and_int: { id: 179, form: "RR", holes: [], exits: false, jumps: false, calls: false },
  /** r[a] ← r[a] | r[b] */
  or_int: { id: 180, form: "RR", holes: [], exits: false, jumps: false, calls: false },
  /** r[a] ← r[a] ^ r[b] */
  xor_int: { id: 181, form: "RR", holes: [], exits: false, jumps: false, calls: false },
  /** r[a] ← r[a] & constant; hole 0: constant << 16 */
  and_int_const: { id: 182, form: "R", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** r[a] ← r[a] | constant; hole 0: constant << 16 */
  or_int_const: { id: 183, form: "R", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** r[a] ← r[a] ^ constant; hole 0: constant << 16 */
  xor_int_const: { id: 184, form: "R", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** r[a] ← ~r[a] */
  invert_int: { id: 185, form: "R", holes: [], exits: false, jumps: false, calls: false },
  /** r[a] ← r[a] << count; exit on overflow; hole 0: count, 0 to 47 */
  lshift_int_const: { id: 186, form: "R", holes: ["u8"], exits: true, jumps: false, calls: false },
  /** r[a] ← r[a] >> count; hole 0: count, 0 to 63 */
  rshift_int_const: { id: 187, form: "R", holes: ["u8"], exits: false, jumps: false, calls: false },
  /** r[a] ← r[a] << r[b]; exit if r[b] is negative or above 47, and on overflow */
  lshift_int: { id: 188, form: "RR", holes: [], exits: true, jumps: false, calls: false },
  /** r[a] ← r[a] >> r[b]; exit if r[b] is negative */
  rshift_int: { id: 189, form: "RR", holes: [], exits: true, jumps: false, calls: false },
  /** r[a] ← r[b] */
  move: { id: 190, form: "RR", holes: [], exits: false, jumps: false, calls: false },
  /** f[a] ← f[b] */
  move_float: { id: 191, form: "FF", holes: [], exits: false, jumps: false, calls: false },
  /** r[a] ↔ r[b] */
  swap: { id: 192, form: "RR", holes: [], exits: false, jumps: false, calls: false },
  /** f[a] ↔ f[b] */
  swap_float: { id: 193, form: "FF", holes: [], exits: false, jumps: false, calls: false },
  /** r[a] ← constant; hole 0: any 64 bits, say an int << 16 */
  const_word: { id: 194, form: "R", holes: ["word"], exits: false, jumps: false, calls: false },
  /** r[a] ← constant; hole 0: 32 bits, say a reference */
  const_small: { id: 195, form: "R", holes: ["u32"], exits: false, jumps: false, calls: false },
  /** f[a] ← constant; hole 0: the float's bits */
  const_float: { id: 196, form: "F", holes: ["word"], exits: false, jumps: false, calls: false },
  /** spill slot ← r[a]; hole 0: its offset in the VM struct */
  spill_store: { id: 197, form: "R", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** r[a] ← spill slot; hole 0: its offset in the VM struct */
  spill_load: { id: 198, form: "R", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** spill slot ← f[a]; hole 0: its offset in the VM struct */
  spill_store_float: { id: 199, form: "F", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** f[a] ← spill slot; hole 0: its offset in the VM struct */
  spill_load_float: { id: 200, form: "F", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** r[a] ← field of r[b] as it is; hole 0: field */
  load_field: { id: 201, form: "RR", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** r[a] ← int in a field of r[b], shifted; exit if it isn't a 48-bit int; hole 0: field */
  load_field_int: { id: 202, form: "RR", holes: ["i32"], exits: true, jumps: false, calls: false },
  /** the same where the type has been proved; hole 0: field */
  load_field_int_known: { id: 203, form: "RR", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** f[a] ← float in a field of r[b]; exit if it isn't one; hole 0: field */
  load_field_float: { id: 204, form: "FR", holes: ["i32"], exits: true, jumps: false, calls: false },
  /** the same where the type has been proved; hole 0: field */
  load_field_float_known: { id: 205, form: "FR", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** r[a] ← 32 bits of r[b], zero-extended; hole 0: field */
  load_field_u32: { id: 206, form: "RR", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** r[a] ← 32 bits of r[b] as a shifted int; hole 0: field */
  load_field_u32_int: { id: 207, form: "RR", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** r[a] ← byte of r[b] as a shifted int; hole 0: field */
  load_field_u8_int: { id: 208, form: "RR", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** field of r[a] ← r[b] as it is; hole 0: field */
  store_field: { id: 209, form: "RR", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** field of r[a] ← r[b], boxed; hole 0: field */
  store_field_int: { id: 210, form: "RR", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** field of r[a] ← f[b], boxed; hole 0: field */
  store_field_float: { id: 211, form: "RF", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** field of r[a] ← constant; hole 0: field; hole 1: any 64 bits */
  store_field_const: { id: 212, form: "R", holes: ["i32", "word"], exits: false, jumps: false, calls: false },
  /** 32 bits of r[a] ← low half of r[b]; hole 0: field */
  store_field_u32: { id: 213, form: "RR", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** 32 bits of r[a] ← constant; hole 0: field; hole 1: constant */
  store_field_u32_const: { id: 214, form: "R", holes: ["i32", "u32"], exits: false, jumps: false, calls: false },
  /** 32 bits of r[a] ← offset of a frame; hole 0: field; hole 1: that frame's distance from FRAME */
  store_field_frame: { id: 215, form: "R", holes: ["i32", "u32"], exits: false, jumps: false, calls: false },
  /** 32 bits of r[a] += constant; hole 0: field; hole 1: constant */
  add_field_u32_const: { id: 216, form: "R", holes: ["i32", "u32"], exits: false, jumps: false, calls: false },
  /** f[a] ← f[a] ** 2; exit if that is no finite number */
  square_float: { id: 217, form: "F", holes: [], exits: true, jumps: false, calls: false },
  /** f[a] ← f[a] ** 0.5; exit if that is no finite number */
  root_float: { id: 218, form: "F", holes: [], exits: true, jumps: false, calls: false },
  /** u32 field of the VM struct ← heap offset of the frame + constant; hole 0: field; hole 1: constant */
  store_vm_frame: { id: 219, form: "Z", holes: ["i32", "u32"], exits: false, jumps: false, calls: false },
  /** u32 at a frame offset ← constant; hole 0: offset; hole 1: constant */
  store_slot_u32_const: { id: 220, form: "Z", holes: ["i32", "u32"], exits: false, jumps: false, calls: false },
  /** r[a] ← i64 field of r[b] as a shifted int; hole 0: field */
  load_field_i64_int: { id: 221, form: "RR", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** i64 field of r[a] ← int r[b]; hole 0: field */
  store_field_i64_int: { id: 222, form: "RR", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** u32 field of r[a] ← int r[b]; hole 0: field */
  store_field_u32_int: { id: 223, form: "RR", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** a frame returns r[a], boxed, to the trace that called it; hole 0: the frame's distance */
  return_to_trace: { id: 224, form: "R", holes: ["i32"], exits: false, jumps: true, calls: false },
  /** r[a] ← r[b] + r[c]; exit on overflow, r[a] is lost then */
  add_int_to: { id: 225, form: "RRR", holes: [], exits: true, jumps: false, calls: false },
  /** r[a] ← r[b] - r[c]; exit on overflow, r[a] is lost then */
  sub_int_to: { id: 226, form: "RRR", holes: [], exits: true, jumps: false, calls: false },
  /** r[a] ← r[b] * r[c]; exit on overflow, r[a] is lost then */
  mul_int_to: { id: 227, form: "RRR", holes: [], exits: true, jumps: false, calls: false },
  /** r[a] ← r[b] + constant; exit on overflow, r[a] is lost then; hole 0: constant << 16 */
  add_int_const_to: { id: 228, form: "RR", holes: ["i32"], exits: true, jumps: false, calls: false },
  /** r[a] ← r[b] * constant; exit on overflow, r[a] is lost then; hole 0: constant, not shifted */
  mul_int_const_to: { id: 229, form: "RR", holes: ["i32"], exits: true, jumps: false, calls: false },
  /** r[a] ← r[b] + r[c], known to fit */
  add_int_nc_to: { id: 230, form: "RRR", holes: [], exits: false, jumps: false, calls: false },
  /** r[a] ← r[b] - r[c], known to fit */
  sub_int_nc_to: { id: 231, form: "RRR", holes: [], exits: false, jumps: false, calls: false },
  /** r[a] ← r[b] + constant, known to fit; hole 0: constant << 16 */
  add_int_const_nc_to: { id: 232, form: "RR", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** r[a] ← r[b] >> count; hole 0: count, 0 to 63 */
  rshift_int_const_to: { id: 233, form: "RR", holes: ["u8"], exits: false, jumps: false, calls: false },
} as const;

export type UopName = keyof typeof STENCIL_UOPS;

/** Numbers of the uops; their names by number. */
export const Uop = {
  load_abs: 0,
  load_abs_u32: 1,
  load_abs_int: 2,
  load_abs_int_known: 3,
  load_abs_float: 4,
  load_abs_float_known: 5,
  store_abs: 6,
  store_abs_int: 7,
  store_abs_float: 8,
  store_abs_const: 9,
  store_abs_u32: 10,
  store_abs_u32_const: 11,
  guard_abs_u32: 12,
  guard_abs_word: 13,
  count_run: 14,
  store_vm_u32: 15,
  add_abs_u32_const: 16,
  guard_abs_below: 17,
  allocate: 18,
  list_room: 19,
  box_int: 20,
  unbox_int: 21,
  unbox_int_known: 22,
  box_float: 23,
  unbox_float: 24,
  unbox_float_known: 25,
  number_to_float: 26,
  int_to_float: 27,
  float_to_int_trunc: 28,
  float_to_int_floor: 29,
  float_to_int_exact: 30,
  call_0: 31,
  call_1: 32,
  call_2: 33,
  call_3: 34,
  call_4: 35,
  call_plain_1: 36,
  call_plain_2: 37,
  call_plain_3: 38,
  call_plain_4: 39,
  call_u32_1: 40,
  call_u32_2: 41,
  call_bool_1: 42,
  call_bool_2: 43,
  call_bool_3: 44,
  call_status_1: 45,
  call_status_2: 46,
  call_status_3: 47,
  call_void_1: 48,
  call_void_2: 49,
  call_void_3: 50,
  call_f_f: 51,
  call_f_ff: 52,
  guard_lt_int: 53,
  guard_le_int: 54,
  guard_eq_int: 55,
  guard_ne_int: 56,
  guard_lt_int_const: 57,
  guard_le_int_const: 58,
  guard_gt_int_const: 59,
  guard_ge_int_const: 60,
  guard_eq_int_const: 61,
  guard_ne_int_const: 62,
  guard_lt_float: 63,
  guard_le_float: 64,
  guard_eq_float: 65,
  guard_ne_float: 66,
  guard_not_lt_float: 67,
  guard_not_le_float: 68,
  set_lt_int: 69,
  set_le_int: 70,
  set_eq_int: 71,
  set_ne_int: 72,
  set_lt_int_const: 73,
  set_le_int_const: 74,
  set_gt_int_const: 75,
  set_ge_int_const: 76,
  set_eq_int_const: 77,
  set_ne_int_const: 78,
  set_lt_float: 79,
  set_le_float: 80,
  set_eq_float: 81,
  set_is: 82,
  not_bool: 83,
  guard_in_window: 84,
  guard_not_in_window: 85,
  jump: 86,
  leave: 87,
  check_interrupt: 88,
  check_pending: 89,
  set_pc: 90,
  exit_count: 91,
  take_exit: 92,
  jump_code: 93,
  incref: 94,
  incref_value: 95,
  decref: 96,
  decref_value: 97,
  decref_nonzero: 98,
  decref_shared: 99,
  decref_shared_value: 100,
  incref_abs: 101,
  decref_abs_nonzero: 102,
  floordiv_int: 103,
  mod_int: 104,
  floordiv_int_pow2: 105,
  mod_int_pow2: 106,
  floordiv_int_magic: 107,
  mod_int_magic: 108,
  load_elem: 109,
  load_elem_int: 110,
  load_elem_float: 111,
  store_elem: 112,
  elem_address: 113,
  load_elem_u8: 114,
  byte_address: 115,
  store_byte: 116,
  load_elem_u16: 117,
  load_elem_u32: 118,
  guard_index: 119,
  add_float: 120,
  sub_float: 121,
  rsub_float: 122,
  mul_float: 123,
  div_float: 124,
  rdiv_float: 125,
  div_float_nc: 126,
  neg_float: 127,
  abs_float: 128,
  sqrt_float: 129,
  load_value: 130,
  load_slot_u32: 131,
  store_value: 132,
  load_int: 133,
  load_int_known: 134,
  store_int: 135,
  load_float: 136,
  load_float_known: 137,
  store_float: 138,
  load_ref: 139,
  store_const: 140,
  store_head_pc: 141,
  guard_return_pc: 142,
  guard_caller: 143,
  add_frame: 144,
  guard_stack: 145,
  guard_int: 146,
  guard_float: 147,
  guard_object: 148,
  guard_value_type: 149,
  guard_type: 150,
  guard_shape: 151,
  guard_u32: 152,
  guard_ref_is: 153,
  guard_ref_is_not: 154,
  guard_word_is: 155,
  guard_word_is_not: 156,
  guard_same: 157,
  guard_not_same: 158,
  guard_empty: 159,
  guard_not_empty: 160,
  guard_zero: 161,
  guard_nonzero: 162,
  add_int: 163,
  sub_int: 164,
  rsub_int: 165,
  mul_int: 166,
  add_int_const: 167,
  rsub_int_const: 168,
  mul_int_const: 169,
  add_int_nc: 170,
  sub_int_nc: 171,
  rsub_int_nc: 172,
  mul_int_nc: 173,
  add_int_const_nc: 174,
  mul_int_const_nc: 175,
  neg_int: 176,
  abs_int: 177,
  max_zero_int: 178,
  and_int: 179,
  or_int: 180,
  xor_int: 181,
  and_int_const: 182,
  or_int_const: 183,
  xor_int_const: 184,
  invert_int: 185,
  lshift_int_const: 186,
  rshift_int_const: 187,
  lshift_int: 188,
  rshift_int: 189,
  move: 190,
  move_float: 191,
  swap: 192,
  swap_float: 193,
  const_word: 194,
  const_small: 195,
  const_float: 196,
  spill_store: 197,
  spill_load: 198,
  spill_store_float: 199,
  spill_load_float: 200,
  load_field: 201,
  load_field_int: 202,
  load_field_int_known: 203,
  load_field_float: 204,
  load_field_float_known: 205,
  load_field_u32: 206,
  load_field_u32_int: 207,
  load_field_u8_int: 208,
  store_field: 209,
  store_field_int: 210,
  store_field_float: 211,
  store_field_const: 212,
  store_field_u32: 213,
  store_field_u32_const: 214,
  store_field_frame: 215,
  add_field_u32_const: 216,
  square_float: 217,
  root_float: 218,
  store_vm_frame: 219,
  store_slot_u32_const: 220,
  load_field_i64_int: 221,
  store_field_i64_int: 222,
  store_field_u32_int: 223,
  return_to_trace: 224,
  add_int_to: 225,
  sub_int_to: 226,
  mul_int_to: 227,
  add_int_const_to: 228,
  mul_int_const_to: 229,
  add_int_nc_to: 230,
  sub_int_nc_to: 231,
  add_int_const_nc_to: 232,
  rshift_int_const_to: 233,
} as const satisfies { [N in UopName]: (typeof STENCIL_UOPS)[N]["id"] };
export type UopId = (typeof Uop)[UopName];
export const UOP_NAMES = Object.keys(Uop) as UopName[];

export type StencilSpecial =
  | "enter_from_c"
  | "return_to_c";
