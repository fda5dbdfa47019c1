// Written by stencils/build/build.mjs from stencils/uops: do not edit.

/**
 * Every uop that has stencils. Holes: u8 (a shift count), u32, i32, u31 (0 to 2^31 - 1), word (any 64 bits). It exits (Ways.exit),
 * jumps (Ways.target: raised, or elsewhere), calls (Ways.call: the address of the function to call).
 */
export const STENCIL_UOPS = {
  /** to the target: the loop's head, another trace */
  jump: { id: 0, form: "Z", holes: [], exits: false, jumps: true, calls: false },
  /** always exits */
  leave: { id: 1, form: "Z", holes: [], exits: true, jumps: false, calls: false },
  /** exit if the flag word at heap offset hole 0 has any bit set */
  check_interrupt: { id: 2, form: "Z", holes: ["i32"], exits: true, jumps: false, calls: false },
  /**  */
  add_float: { id: 3, form: "FF", holes: [], exits: false, jumps: false, calls: false },
  /**  */
  sub_float: { id: 4, form: "FF", holes: [], exits: false, jumps: false, calls: false },
  /**  */
  rsub_float: { id: 5, form: "FF", holes: [], exits: false, jumps: false, calls: false },
  /**  */
  mul_float: { id: 6, form: "FF", holes: [], exits: false, jumps: false, calls: false },
  /** f[a] ← f[a] / f[b]; exit if f[b] is zero */
  div_float: { id: 7, form: "FF", holes: [], exits: true, jumps: false, calls: false },
  /** f[a] ← f[b] / f[a]; exit if f[a] is zero */
  rdiv_float: { id: 8, form: "FF", holes: [], exits: true, jumps: false, calls: false },
  /**  */
  neg_float: { id: 9, form: "F", holes: [], exits: false, jumps: false, calls: false },
  /**  */
  abs_float: { id: 10, form: "F", holes: [], exits: false, jumps: false, calls: false },
  /**  */
  int_to_float: { id: 11, form: "FR", holes: [], exits: false, jumps: false, calls: false },
  /**  */
  guard_lt_float: { id: 12, form: "FF", holes: [], exits: true, jumps: false, calls: false },
  /**  */
  guard_le_float: { id: 13, form: "FF", holes: [], exits: true, jumps: false, calls: false },
  /**  */
  guard_eq_float: { id: 14, form: "FF", holes: [], exits: true, jumps: false, calls: false },
  /**  */
  guard_not_lt_float: { id: 15, form: "FF", holes: [], exits: true, jumps: false, calls: false },
  /**  */
  guard_not_le_float: { id: 16, form: "FF", holes: [], exits: true, jumps: false, calls: false },
  /**  */
  guard_not_eq_float: { id: 17, form: "FF", holes: [], exits: true, jumps: false, calls: false },
  /** r[a] ← int in the slot, shifted; exit if it isn't a 48-bit int; hole 0: slot */
  load_int: { id: 18, form: "R", holes: ["i32"], exits: true, jumps: false, calls: false },
  /** the type has been proved; hole 0: slot */
  load_int_known: { id: 19, form: "R", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** slot ← r[a], boxed; hole 0: slot */
  store_int: { id: 20, form: "R", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** f[a] ← float in the slot; exit if it isn't one; hole 0: slot */
  load_float: { id: 21, form: "F", holes: ["i32"], exits: true, jumps: false, calls: false },
  /** the type has been proved; hole 0: slot */
  load_float_known: { id: 22, form: "F", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** slot ← f[a], boxed; hole 0: slot */
  store_float: { id: 23, form: "F", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** hole 0: slot */
  load_value: { id: 24, form: "R", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** hole 0: slot */
  store_value: { id: 25, form: "R", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** hole 0: slot */
  load_raw_float: { id: 26, form: "F", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** hole 0: slot */
  store_raw_float: { id: 27, form: "F", holes: ["i32"], exits: false, jumps: false, calls: false },
  /** hole 0: slot; hole 1: any 64 bits */
  store_const: { id: 28, form: "Z", holes: ["i32", "word"], exits: false, jumps: false, calls: false },
  /** r[a] ← r[a] + r[b]; exit on overflow */
  add_int: { id: 29, form: "RR", holes: [], exits: true, jumps: false, calls: false },
  /** r[a] ← r[a] - r[b]; exit on overflow */
  sub_int: { id: 30, form: "RR", holes: [], exits: true, jumps: false, calls: false },
  /** r[a] ← r[b] - r[a]; exit on overflow */
  rsub_int: { id: 31, form: "RR", holes: [], exits: true, jumps: false, calls: false },
  /** r[a] ← r[a] * r[b]; exit on overflow */
  mul_int: { id: 32, form: "RR", holes: [], exits: true, jumps: false, calls: false },
  /** r[a] ← r[a] + constant; hole 0: constant << 16, must fit 32 bits signed */
  add_int_const: { id: 33, form: "R", holes: ["i32"], exits: true, jumps: false, calls: false },
  /** r[a] ← r[a] // r[b]; exit if r[b] is 0 or the quotient overflows (-2^47 // -1) */
  floordiv_int: { id: 34, form: "RR", holes: [], exits: true, jumps: false, calls: false },
  /** r[a] ← r[a] % r[b]; exit if r[b] is 0 */
  mod_int: { id: 35, form: "RR", holes: [], exits: true, jumps: false, calls: false },
  /**  */
  and_int: { id: 36, form: "RR", holes: [], exits: false, jumps: false, calls: false },
  /**  */
  or_int: { id: 37, form: "RR", holes: [], exits: false, jumps: false, calls: false },
  /**  */
  xor_int: { id: 38, form: "RR", holes: [], exits: false, jumps: false, calls: false },
  /** r[a] ← -r[a]; exit for -2^47 */
  neg_int: { id: 39, form: "R", holes: [], exits: true, jumps: false, calls: false },
  /**  */
  guard_lt_int: { id: 40, form: "RR", holes: [], exits: true, jumps: false, calls: false },
  /**  */
  guard_le_int: { id: 41, form: "RR", holes: [], exits: true, jumps: false, calls: false },
  /**  */
  guard_eq_int: { id: 42, form: "RR", holes: [], exits: true, jumps: false, calls: false },
  /**  */
  guard_ne_int: { id: 43, form: "RR", holes: [], exits: true, jumps: false, calls: false },
  /** hole 0: constant << 16 */
  guard_lt_int_const: { id: 44, form: "R", holes: ["i32"], exits: true, jumps: false, calls: false },
  /** hole 0: constant << 16 */
  guard_le_int_const: { id: 45, form: "R", holes: ["i32"], exits: true, jumps: false, calls: false },
  /** hole 0: constant << 16 */
  guard_gt_int_const: { id: 46, form: "R", holes: ["i32"], exits: true, jumps: false, calls: false },
  /** hole 0: constant << 16 */
  guard_ge_int_const: { id: 47, form: "R", holes: ["i32"], exits: true, jumps: false, calls: false },
  /** hole 0: constant << 16 */
  guard_eq_int_const: { id: 48, form: "R", holes: ["i32"], exits: true, jumps: false, calls: false },
  /** hole 0: constant << 16 */
  guard_ne_int_const: { id: 49, form: "R", holes: ["i32"], exits: true, jumps: false, calls: false },
  /**  */
  move: { id: 50, form: "RR", holes: [], exits: false, jumps: false, calls: false },
  /**  */
  move_float: { id: 51, form: "FF", holes: [], exits: false, jumps: false, calls: false },
  /**  */
  swap: { id: 52, form: "RR", holes: [], exits: false, jumps: false, calls: false },
  /**  */
  swap_float: { id: 53, form: "FF", holes: [], exits: false, jumps: false, calls: false },
  /** hole 0: any 64 bits, say an int << 16 */
  const_word: { id: 54, form: "R", holes: ["word"], exits: false, jumps: false, calls: false },
  /** hole 0: 0 … 2^31 - 1, say a reference */
  const_small: { id: 55, form: "R", holes: ["u32"], exits: false, jumps: false, calls: false },
  /** hole 0: the float's bits */
  const_float: { id: 56, form: "F", holes: ["word"], exits: false, jumps: false, calls: false },
  /**  */
  box_int: { id: 57, form: "R", holes: [], exits: false, jumps: false, calls: false },
  /** exit if it isn't a 48-bit int */
  unbox_int: { id: 58, form: "R", holes: [], exits: true, jumps: false, calls: false },
  /**  */
  box_float: { id: 59, form: "RF", holes: [], exits: false, jumps: false, calls: false },
  /** exit if it isn't a float */
  unbox_float: { id: 60, form: "FR", holes: [], exits: true, jumps: false, calls: false },
} as const;

export type UopName = keyof typeof STENCIL_UOPS;

/** Numbers of the uops; their names by number. */
export const Uop = {
  jump: 0,
  leave: 1,
  check_interrupt: 2,
  add_float: 3,
  sub_float: 4,
  rsub_float: 5,
  mul_float: 6,
  div_float: 7,
  rdiv_float: 8,
  neg_float: 9,
  abs_float: 10,
  int_to_float: 11,
  guard_lt_float: 12,
  guard_le_float: 13,
  guard_eq_float: 14,
  guard_not_lt_float: 15,
  guard_not_le_float: 16,
  guard_not_eq_float: 17,
  load_int: 18,
  load_int_known: 19,
  store_int: 20,
  load_float: 21,
  load_float_known: 22,
  store_float: 23,
  load_value: 24,
  store_value: 25,
  load_raw_float: 26,
  store_raw_float: 27,
  store_const: 28,
  add_int: 29,
  sub_int: 30,
  rsub_int: 31,
  mul_int: 32,
  add_int_const: 33,
  floordiv_int: 34,
  mod_int: 35,
  and_int: 36,
  or_int: 37,
  xor_int: 38,
  neg_int: 39,
  guard_lt_int: 40,
  guard_le_int: 41,
  guard_eq_int: 42,
  guard_ne_int: 43,
  guard_lt_int_const: 44,
  guard_le_int_const: 45,
  guard_gt_int_const: 46,
  guard_ge_int_const: 47,
  guard_eq_int_const: 48,
  guard_ne_int_const: 49,
  move: 50,
  move_float: 51,
  swap: 52,
  swap_float: 53,
  const_word: 54,
  const_small: 55,
  const_float: 56,
  box_int: 57,
  unbox_int: 58,
  box_float: 59,
  unbox_float: 60,
} as const satisfies { [N in UopName]: (typeof STENCIL_UOPS)[N]["id"] };
export type UopId = (typeof Uop)[UopName];
export const UOP_NAMES = Object.keys(Uop) as UopName[];

export type StencilSpecial =
  | "enter_from_c"
  | "return_to_c";
