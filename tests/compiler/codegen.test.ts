// What the compiler makes of each construct. The listings were read and found right when they were written down; a change here is a
// change of the code that programs run.
import { describe, expect, test } from "vitest";
import { listing } from "./listing.ts";

describe("operators and variables", () => {
  test("a counting loop has six instructions, its arithmetic writes variables directly", () => {
    const source = `
def loop(n):
    s = i = 0
    while i < n:
        s += i*i % 7
        i += 1
    return s
`;
    expect(listing(source)).toEqual([
      "LOAD_INT s, 0",
      "MOVE i, s",
      "L1: JUMP_CMP →L2, i, n, <, not",
      "BINARY t0, i, i, *",
      "BINARY_K t0, t0!, % 7",
      "BINARY s, s, t0!, +, in place",
      "BINARY_K i, i, + 1, in place",
      "JUMP_BACK →L1",
      "L2: RETURN s",
    ]);
  });

  test("a recursive call computes its argument in the window", () => {
    const source = `
def fib(n):
    if n < 2:
        return n
    return fib(n-1) + fib(n-2)
`;
    expect(listing(source)).toEqual([
      "JUMP_CMP_K →L1, n, < 2, not",
      "RETURN n",
      "L1: LOAD_GLOBAL t0, .fib",
      "BINARY_K t4, n, - 1",
      "CALL t0, t0, 1",
      "LOAD_GLOBAL t1, .fib",
      "BINARY_K t5, n, - 2",
      "CALL t1, t1, 1",
      "BINARY t0, t0!, t1!, +",
      "RETURN t0!",
    ]);
  });

  test("constants on either side go into the instruction", () => {
    const source = `
def f(x):
    return 2 ** x - 1.5, 1 < x, x == -3
`;
    expect(listing(source)).toEqual([
      "BINARY_K t0, x, ** 2, constant left",
      "BINARY_K t0, t0!, - 1.5",
      "COMPARE_K t1, x, < 1, constant left",
      "COMPARE_K t2, x, == -3",
      "BUILD_TUPLE t0, t0, 3",
      "RETURN t0!",
    ]);
  });

  test("a variable is checked once and only where it may be unbound", () => {
    const source = `
def f(c):
    if c:
        x = 1
    print(x)
    return x
`;
    expect(listing(source)).toEqual([
      "JUMP_IF c, →L1, not",
      "LOAD_INT x, 1",
      "L1: LOAD_GLOBAL t0, .print",
      "CHECK_BOUND x",
      "MOVE t4, x",
      "CALL t0, t0, 1",
      "DROP t0",
      "RETURN x",
    ]);
  });

  test("an operand that an assignment expression changes later is copied", () => {
    const source = `
def f(a):
    return a + (a := 1) + a
`;
    expect(listing(source)).toEqual([
      "MOVE t0, a",
      "LOAD_INT a, 1",
      "BINARY t0, t0!, a, +",
      "BINARY t0, t0!, a, +",
      "RETURN t0!",
    ]);
  });

  test("two variables change places through one temporary", () => {
    const source = `
def f(a, b):
    a, b = b, a
`;
    expect(listing(source)).toEqual(["MOVE t0, b", "MOVE b, a", "TAKE a, t0", "RETURN_CONST None"]);
  });

  test("a parallel assignment needs no tuple", () => {
    const source = `
def f(a, b):
    a, b = b, a + b
`;
    expect(listing(source)).toEqual(["MOVE t0, b", "BINARY b, a, b, +", "TAKE a, t0", "RETURN_CONST None"]);
  });

  test("unpacking goes straight into neighbouring variables", () => {
    const source = `
def f(d):
    for k, v in d.items():
        k, v
`;
    expect(listing(source)).toEqual([
      "LOAD_METHOD t0, d, .items",
      "CALL_METHOD t0, t0, 0",
      "GET_ITER t0, t0!",
      "L1: FOR_ITER t1, t0, →L2",
      "UNPACK k, t1!, 2",
      "MOVE t1, k",
      "MOVE t2, v",
      "BUILD_TUPLE t1, t1, 2",
      "DROP t1",
      "JUMP_BACK →L1",
      "L2: RETURN_CONST None",
    ]);
  });

  test("unpacking into anything else goes through temporaries", () => {
    const source = `
def f(d):
    for k, (d.a, *b) in d:
        k, b
`;
    expect(listing(source)).toEqual([
      "GET_ITER t0, d",
      "L1: FOR_ITER t1, t0, →L2",
      "UNPACK t2, t1!, 2",
      "TAKE k, t2",
      "UNPACK_EX t4, t3!, 1, 0",
      "SETATTR d, t4!, .a",
      "TAKE b, t5",
      "MOVE t1, k",
      "MOVE t2, b",
      "BUILD_TUPLE t1, t1, 2",
      "DROP t1",
      "JUMP_BACK →L1",
      "L2: RETURN_CONST None",
    ]);
  });

  test("augmented assignment evaluates its target once", () => {
    const source = `
def f(a, i):
    a.x += 1
    a[i()] -= a
`;
    expect(listing(source)).toEqual([
      "GETATTR t0, a, .x",
      "BINARY_K t0, t0!, + 1, in place",
      "SETATTR a, t0!, .x",
      "MOVE t0, i",
      "CALL t0, t0, 0",
      "GETITEM t1, a, t0",
      "BINARY t1, t1!, a, -, in place",
      "SETITEM a, t0!, t1!",
      "RETURN_CONST None",
    ]);
  });

  test("several targets get the value from left to right", () => {
    const source = `
def f(o):
    x = o.y = o[0] = g()
`;
    expect(listing(source)).toEqual([
      "LOAD_GLOBAL t0, .g",
      "CALL x, t0, 0",
      "SETATTR o, x, .y",
      "LOAD_INT t0, 0",
      "SETITEM o, t0!, x",
      "RETURN_CONST None",
    ]);
  });

  test("constants are folded within CPython's limits", () => {
    const source = `
def f():
    return 3 * 7 + 1, "ab" * 2, (1, 2)[1], 2 ** 200, "a" "b" + "c", -1 // 2, not ()
`;
    expect(listing(source)).toEqual([
      "LOAD_INT t0, 22",
      "LOAD_CONST t1, 'abab'",
      "LOAD_INT t2, 2",
      "LOAD_INT t3, 2",
      "BINARY_K t3, t3!, ** 200",
      "LOAD_CONST t4, 'abc'",
      "LOAD_INT t5, -1",
      "LOAD_CONST t6, True",
      "BUILD_TUPLE t0, t0, 7",
      "RETURN t0!",
    ]);
  });

  test("displays of constants are copied from a constant", () => {
    const source = `
def f(x):
    return [1, 2, 3], {1, 2, 3}, x in [1, 2], x in {1, 2}
`;
    expect(listing(source)).toEqual([
      "BUILD_LIST t0, t0, 0",
      "LOAD_CONST t1, (1, 2, 3)",
      "LIST_EXTEND t0, t1!",
      "BUILD_SET t1, t1, 0",
      "LOAD_CONST t2, frozenset({1, 2, 3})",
      "SET_UPDATE t1, t2!",
      "LOAD_CONST t2, (1, 2)",
      "CONTAINS t2, x, t2!",
      "LOAD_CONST t3, frozenset({1, 2})",
      "CONTAINS t3, x, t3!",
      "BUILD_TUPLE t0, t0, 4",
      "RETURN t0!",
    ]);
  });

  test("slices of constants are constants", () => {
    const source = `
def f(x):
    return x[1:], x[:x], x[::2]
`;
    expect(listing(source)).toEqual([
      "LOAD_CONST t0, slice(1, None, None)",
      "GETITEM t0, x, t0!",
      "LOAD_CONST t1, None",
      "MOVE t2, x",
      "BUILD_SLICE t1, t1, 2",
      "GETITEM t1, x, t1!",
      "LOAD_CONST t2, slice(None, None, 2)",
      "GETITEM t2, x, t2!",
      "BUILD_TUPLE t0, t0, 3",
      "RETURN t0!",
    ]);
  });
});

describe("conditions", () => {
  test("and, or, not and comparisons jump without making bools", () => {
    const source = `
def f(a, b, c):
    if a < b and not (c is None or b in c):
        return 1
`;
    expect(listing(source)).toEqual([
      "JUMP_CMP →L1, a, b, <, not",
      "JUMP_NONE →L1, c",
      "JUMP_CONTAINS →L1, b, c",
      "RETURN_CONST 1",
      "L1: RETURN_CONST None",
    ]);
  });

  test("a chain of comparisons evaluates its middle once", () => {
    const source = `
def f(a, b):
    if 0 <= a.x < b:
        return 1
`;
    expect(listing(source)).toEqual([
      "GETATTR t0, a, .x",
      "JUMP_CMP_K →L1, t0, <= 0, constant left, not",
      "JUMP_CMP →L2, t0!, b, <, not",
      "RETURN_CONST 1",
      "L1: DROP t0",
      "RETURN_CONST None",
      "L2: RETURN_CONST None",
    ]);
  });

  test("a chain as a value gives the first false result", () => {
    const source = `
def f(a, b):
    return a < b < 10
`;
    expect(listing(source)).toEqual([
      "COMPARE t0, a, b, <",
      "JUMP_IF t0, →L1, not",
      "DROP t0",
      "COMPARE_K t0, b, < 10",
      "L1: RETURN t0!",
    ]);
  });

  test("or of variables copies only the one that is the value", () => {
    const source = `
def f(a, b):
    x = a or b
    return x
`;
    expect(listing(source)).toEqual(["JUMP_IF a, →L1, not", "MOVE x, a", "JUMP →L2", "L1: MOVE x, b", "L2: RETURN x"]);
  });

  test("or of calls drops the false one", () => {
    const source = `
def f(a):
    return a() or a.b
`;
    expect(listing(source)).toEqual([
      "MOVE t0, a",
      "CALL t0, t0, 0",
      "JUMP_IF t0, →L1",
      "DROP t0",
      "GETATTR t0, a, .b",
      "L1: RETURN t0!",
    ]);
  });

  test("a constant condition leaves no test", () => {
    const source = `
def f(x):
    while True:
        if 0:
            x()
        elif not x:
            break
`;
    expect(listing(source)).toEqual([
      "NOP",
      "L1: NOP",
      "JUMP_IF x, →L2",
      "NOP",
      "RETURN_CONST None",
      "L2: JUMP_BACK →L1",
    ]);
  });

  test("a conditional expression writes its target on both ways", () => {
    const source = `
def f(a):
    x = 1 if a else 2
    return x
`;
    expect(listing(source)).toEqual([
      "JUMP_IF a, →L1, not",
      "LOAD_INT x, 1",
      "JUMP →L2",
      "L1: LOAD_INT x, 2",
      "L2: RETURN x",
    ]);
  });
});

describe("calls", () => {
  test("methods are called without a bound method", () => {
    const source = `
def f(o, x):
    return o.m(x, k=1)
`;
    expect(listing(source)).toEqual([
      "LOAD_METHOD t0, o, .m",
      "MOVE t5, x",
      "LOAD_INT t6, 1",
      "CALL_METHOD_KW t0, t0, 2, names ('k',)",
      "RETURN t0!",
    ]);
  });

  test("a method of an imported module is an attribute", () => {
    const source = `
import math
def f(x):
    return math.sqrt(x)
`;
    expect(listing(source)).toEqual([
      "LOAD_GLOBAL t0, .math",
      "GETATTR t0, t0!, .sqrt",
      "MOVE t4, x",
      "CALL t0, t0, 1",
      "RETURN t0!",
    ]);
  });

  test("starred arguments and keywords are collected", () => {
    const source = `
def f(g, a, k):
    g(*a)
    g(1, *a, x=2, **k)
`;
    expect(listing(source)).toEqual([
      "MOVE t0, g",
      "MOVE t4, a",
      "CALL_EX t0, t0, 0",
      "DROP t0",
      "MOVE t0, g",
      "LOAD_INT t4, 1",
      "BUILD_LIST t4, t4, 1",
      "LIST_EXTEND t4, a",
      "LIST_TO_TUPLE t4, t4!",
      "BUILD_MAP t5, t5, 0",
      "LOAD_CONST t6, 'x'",
      "LOAD_INT t7, 2",
      "MAP_ADD t5, t6!, t7!",
      "DICT_MERGE t5, k, t0",
      "CALL_EX t0, t0, 1",
      "DROP t0",
      "RETURN_CONST None",
    ]);
  });

  test("super is looked up and bound in one step", () => {
    const source = `
class C:
    def f(self):
        return super().f() + super().x
`;
    expect(listing(source, "C.f")).toEqual([
      "LOAD_GLOBAL t0, .super",
      "LOAD_FREE t1, free __class__",
      "MOVE t2, self",
      "LOAD_SUPER_METHOD t0, t0, .f",
      "CALL_METHOD t0, t0, 0",
      "LOAD_GLOBAL t1, .super",
      "LOAD_FREE t2, free __class__",
      "MOVE t3, self",
      "LOAD_SUPER_ATTR t1, t1, .x",
      "BINARY t0, t0!, t1!, +",
      "RETURN t0!",
    ]);
  });
});

describe("loops and blocks", () => {
  test("break and continue in for", () => {
    const source = `
def f(xs):
    for x in xs:
        if x: continue
        if x is None: break
    else:
        return 1
`;
    expect(listing(source)).toEqual([
      "GET_ITER t0, xs",
      "L1: FOR_ITER x, t0, →L4",
      "JUMP_IF x, →L2, not",
      "JUMP_BACK →L1",
      "L2: JUMP_NONE →L3, x, not",
      "DROP t0",
      "RETURN_CONST None",
      "L3: JUMP_BACK →L1",
      "L4: RETURN_CONST 1",
    ]);
  });

  test("return drops the iterators it leaves", () => {
    const source = `
def f(xs):
    for x in xs:
        for y in x:
            return y
`;
    expect(listing(source)).toEqual([
      "GET_ITER t0, xs",
      "L1: FOR_ITER x, t0, →L3",
      "GET_ITER t1, x",
      "FOR_ITER y, t1, →L2",
      "DROP t1",
      "DROP t0",
      "RETURN y",
      "L2: JUMP_BACK →L1",
      "L3: RETURN_CONST None",
    ]);
  });

  test("try and except; the exception is unbound at the end", () => {
    const source = `
def f():
    try:
        g()
    except (A, B) as e:
        h(e)
    except C:
        pass
    else:
        k()
`;
    expect(listing(source)).toEqual([
      "NOP",
      "LOAD_GLOBAL t0, .g",
      "CALL t0, t0, 0",
      "DROP t0",
      "LOAD_GLOBAL t0, .k",
      "CALL t0, t0, 0",
      "DROP t0",
      "RETURN_CONST None",
      "L1: PUSH_EXC t0, t1",
      "LOAD_GLOBAL t2, .A",
      "LOAD_GLOBAL t3, .B",
      "BUILD_TUPLE t2, t2, 2",
      "EXC_MATCH t2, t1, t2!",
      "JUMP_IF t2!, →L2, not",
      "TAKE e, t1",
      "LOAD_GLOBAL t1, .h",
      "MOVE t5, e",
      "CALL t1, t1, 1",
      "DROP t1",
      "POP_EXC t0",
      "DROP e",
      "RETURN_CONST None",
      "L2: LOAD_GLOBAL t2, .C",
      "EXC_MATCH t2, t1, t2!",
      "JUMP_IF t2!, →L3, not",
      "DROP t1",
      "NOP",
      "POP_EXC t0",
      "RETURN_CONST None",
      "L3: POP_EXC t0",
      "RERAISE t1",
      "L4: DROP e",
      "JUMP →L3",
      "handler L1 drops t0 exception t1",
      "handler L3 drops t1 exception t1",
      "handler L4 drops t1 exception t1",
    ]);
  });

  test("finally is there twice", () => {
    const source = `
def f():
    try:
        g()
    finally:
        h()
`;
    expect(listing(source)).toEqual([
      "NOP",
      "LOAD_GLOBAL t0, .g",
      "CALL t0, t0, 0",
      "DROP t0",
      "LOAD_GLOBAL t0, .h",
      "CALL t0, t0, 0",
      "DROP t0",
      "RETURN_CONST None",
      "L1: PUSH_EXC t0, t1",
      "LOAD_GLOBAL t2, .h",
      "CALL t2, t2, 0",
      "DROP t2",
      "L2: POP_EXC t0",
      "RERAISE t1",
      "handler L1 drops t0 exception t1",
      "handler L2 drops t1 exception t1",
    ]);
  });

  test("return through finally keeps its value", () => {
    const source = `
def f(x):
    try:
        return x
    finally:
        x = 1
`;
    expect(listing(source)).toEqual([
      "NOP",
      "MOVE t0, x",
      "LOAD_INT x, 1",
      "RETURN t0!",
      "L1: PUSH_EXC t0, t1",
      "LOAD_INT x, 1",
      "L2: POP_EXC t0",
      "RERAISE t1",
      "handler L1 drops t0 exception t1",
      "handler L2 drops t1 exception t1",
    ]);
  });

  test("with calls the exit method where it lies", () => {
    const source = `
def f(a):
    with a as b:
        g(b)
`;
    expect(listing(source)).toEqual([
      "LOAD_SPECIAL t0, a, EXIT",
      "LOAD_SPECIAL t5, a, ENTER",
      "CALL_METHOD b, t5, 0",
      "LOAD_GLOBAL t5, .g",
      "MOVE t9, b",
      "CALL t5, t5, 1",
      "DROP t5",
      "LOAD_CONST t5, None",
      "LOAD_CONST t6, None",
      "LOAD_CONST t7, None",
      "CALL_METHOD t0, t0, 3",
      "DROP t0",
      "RETURN_CONST None",
      "L1: PUSH_EXC t5, t6",
      "WITH_EXIT t7, t0, t6",
      "JUMP_IF t7!, →L3",
      "L2: POP_EXC t5",
      "RERAISE t6",
      "L3: DROP t6",
      "POP_EXC t5",
      "DROP t4",
      "DROP t0",
      "RETURN_CONST None",
      "handler L1 drops t5 exception t6",
      "handler L2 drops t6 exception t6",
    ]);
  });

  test("return out of with moves the exit method above the value", () => {
    const source = `
def f(a):
    with a:
        return g()
`;
    expect(listing(source)).toEqual([
      "LOAD_SPECIAL t0, a, EXIT",
      "LOAD_SPECIAL t5, a, ENTER",
      "CALL_METHOD t5, t5, 0",
      "DROP t5",
      "LOAD_GLOBAL t5, .g",
      "CALL t5, t5, 0",
      "TAKE t6, t0",
      "TAKE t10, t4",
      "LOAD_CONST t11, None",
      "LOAD_CONST t12, None",
      "LOAD_CONST t13, None",
      "CALL_METHOD t6, t6, 3",
      "DROP t6",
      "RETURN t5!",
      "L1: PUSH_EXC t5, t6",
      "WITH_EXIT t7, t0, t6",
      "JUMP_IF t7!, →L3",
      "L2: POP_EXC t5",
      "RERAISE t6",
      "L3: DROP t6",
      "POP_EXC t5",
      "DROP t4",
      "DROP t0",
      "RETURN_CONST None",
      "handler L1 drops t5 exception t6",
      "handler L2 drops t6 exception t6",
    ]);
  });

  test("except* splits the group", () => {
    const source = `
def f():
    try:
        g()
    except* A as e:
        h(e)
`;
    expect(listing(source)).toEqual([
      "NOP",
      "LOAD_GLOBAL t0, .g",
      "CALL t0, t0, 0",
      "DROP t0",
      "RETURN_CONST None",
      "L1: PUSH_EXC t0, t1",
      "BUILD_LIST t2, t2, 0",
      "MOVE t3, t1",
      "LOAD_GLOBAL t6, .A",
      "EXC_GROUP_MATCH t4, t3!, t6!",
      "TAKE t3, t5",
      "JUMP_NONE →L2, t4",
      "TAKE e, t4",
      "LOAD_GLOBAL t4, .h",
      "MOVE t8, e",
      "CALL t4, t4, 1",
      "DROP t4",
      "DROP e",
      "JUMP →L3",
      "L2: DROP t4",
      "L3: LIST_APPEND t2, t3!",
      "INTRINSIC t3, t1, PREP_RERAISE_STAR",
      "DROP t2",
      "DROP t1",
      "TAKE t1, t3",
      "JUMP_NONE →L4, t1, not",
      "DROP t1",
      "POP_EXC t0",
      "RETURN_CONST None",
      "L4: POP_EXC t0",
      "RERAISE t1",
      "L5: DROP e",
      "LIST_APPEND t2, t4!",
      "JUMP →L3",
      "handler L1 drops t0 exception t1",
      "handler L4 drops t1 exception t1",
      "handler L5 drops t4 exception t4",
    ]);
  });
});

describe("functions and classes", () => {
  test("closures: cells of parameters, free variables", () => {
    const source = `
def f(n):
    def g():
        nonlocal n
        n += 1
        return n
    return g
`;
    expect(listing(source)).toEqual([
      "MAKE_CELL n",
      'MAKE_FUNCTION g, <code object g, file "f.py", line 2>',
      "MOVE t0, n",
      "BUILD_TUPLE t0, t0, 1",
      "SET_FUNCTION_ATTR g, t0!, CLOSURE",
      "RETURN g",
    ]);
  });

  test("the inner function reads the closure", () => {
    const source = `
def f(n):
    def g():
        nonlocal n
        n += 1
        return n
    return g
`;
    expect(listing(source, "f.<locals>.g")).toEqual([
      "LOAD_FREE t0, free n",
      "BINARY_K t0, t0!, + 1, in place",
      "STORE_FREE free n, t0!",
      "LOAD_FREE t0, free n",
      "RETURN t0!",
    ]);
  });

  test("defaults, keyword-only defaults, annotations and decorators", () => {
    const source = `
@d1
@d2(1)
def f(a: int, b=1, *, c=g()): pass
`;
    expect(listing(source, "<module>")).toEqual([
      "LOAD_NAME t0, .d1",
      "LOAD_NAME t4, .d2",
      "LOAD_INT t8, 1",
      "CALL t4, t4, 1",
      "LOAD_CONST t9, (1,)",
      "LOAD_CONST t10, 'c'",
      "LOAD_NAME t11, .g",
      "CALL t11, t11, 0",
      "BUILD_MAP t10, t10, 1",
      'MAKE_FUNCTION t11, <code object __annotate__, file "f.py", line 3>',
      'MAKE_FUNCTION t8, <code object f, file "f.py", line 1>',
      "SET_FUNCTION_ATTR t8, t11!, ANNOTATE",
      "SET_FUNCTION_ATTR t8, t10!, KWDEFAULTS",
      "SET_FUNCTION_ATTR t8, t9!, DEFAULTS",
      "CALL t4, t4, 1",
      "CALL t0, t0, 1",
      "STORE_NAME t0!, .f",
      "RETURN_CONST None",
    ]);
  });

  test("a class body", () => {
    const source = `
class C(B):
    "doc"
    def f(self):
        self.z = __class__
    x = f
`;
    expect(listing(source, "C")).toEqual([
      "MAKE_CELL __class__",
      "MAKE_CELL __classdict__",
      "LOAD_NAME t0, .__name__",
      "STORE_NAME t0!, .__module__",
      "LOAD_CONST t0, 'C'",
      "STORE_NAME t0!, .__qualname__",
      "LOAD_INT t0, 1",
      "STORE_NAME t0!, .__firstlineno__",
      "STORE_CELL __classdict__, .namespace",
      "LOAD_CONST t0, 'doc'",
      "STORE_NAME t0!, .__doc__",
      'MAKE_FUNCTION t0, <code object f, file "f.py", line 3>',
      "MOVE t1, __class__",
      "BUILD_TUPLE t1, t1, 1",
      "SET_FUNCTION_ATTR t0, t1!, CLOSURE",
      "STORE_NAME t0!, .f",
      "LOAD_NAME t0, .f",
      "STORE_NAME t0!, .x",
      "LOAD_CONST t0, ('z',)",
      "STORE_NAME t0!, .__static_attributes__",
      "MOVE t0, __classdict__",
      "STORE_NAME t0!, .__classdictcell__",
      "MOVE t0, __class__",
      "STORE_NAME t0!, .__classcell__",
      "RETURN __class__",
    ]);
  });

  test("building a class", () => {
    const source = `
class C(B, metaclass=M): pass
`;
    expect(listing(source, "<module>")).toEqual([
      "INTRINSIC t0, t0, BUILD_CLASS",
      'MAKE_FUNCTION t4, <code object C, file "f.py", line 1>',
      "LOAD_CONST t5, 'C'",
      "LOAD_NAME t6, .B",
      "LOAD_NAME t7, .M",
      "CALL_KW t0, t0, 4, names ('metaclass',)",
      "STORE_NAME t0!, .C",
      "RETURN_CONST None",
    ]);
  });

  test("a generic function is made in a scope of its own", () => {
    const source = `
def f[T: int](a: T = 1): pass
`;
    expect(listing(source, "<generic parameters of f>")).toEqual([
      "MAKE_CELL T",
      "LOAD_CONST t0, 'T'",
      'MAKE_FUNCTION t1, <code object T, file "f.py", line 1>',
      "LOAD_CONST t2, (1,)",
      "SET_FUNCTION_ATTR t1, t2!, DEFAULTS",
      "INTRINSIC t0, t0, TYPEVAR_WITH_BOUND",
      "DROP t1",
      "STORE_CELL T, t0",
      "BUILD_TUPLE t0, t0, 1",
      'MAKE_FUNCTION t2, <code object __annotate__, file "f.py", line 1>',
      "MOVE t3, T",
      "BUILD_TUPLE t3, t3, 1",
      "SET_FUNCTION_ATTR t2, t3!, CLOSURE",
      'MAKE_FUNCTION t1, <code object f, file "f.py", line 1>',
      "SET_FUNCTION_ATTR t1, t2!, ANNOTATE",
      "SET_FUNCTION_ATTR t1, .defaults, DEFAULTS",
      "SET_FUNCTION_ATTR t1, t0!, TYPE_PARAMS",
      "RETURN t1!",
    ]);
  });

  test("a type alias", () => {
    const source = `
type X = int
`;
    expect(listing(source, "<module>")).toEqual([
      "LOAD_CONST t0, 'X'",
      "LOAD_CONST t1, None",
      'MAKE_FUNCTION t2, <code object X, file "f.py", line 1>',
      "LOAD_CONST t3, (1,)",
      "SET_FUNCTION_ATTR t2, t3!, DEFAULTS",
      "INTRINSIC t0, t0, TYPEALIAS",
      "DROP t1",
      "DROP t2",
      "STORE_NAME t0!, .X",
      "RETURN_CONST None",
    ]);
  });

  test("module annotations come first", () => {
    const source = `
x: int = 1
`;
    expect(listing(source, "<module>")).toEqual([
      'MAKE_FUNCTION t0, <code object __annotate__, file "f.py", line 1>',
      "STORE_NAME t0!, .__annotate__",
      "BUILD_SET t0, t0, 0",
      "STORE_NAME t0!, .__conditional_annotations__",
      "LOAD_INT t0, 1",
      "STORE_NAME t0!, .x",
      "LOAD_NAME t0, .__conditional_annotations__",
      "LOAD_INT t1, 0",
      "SET_ADD t0!, t1!",
      "RETURN_CONST None",
    ]);
  });

  test("the annotate function", () => {
    const source = `
x: int = 1
`;
    expect(listing(source, "__annotate__")).toEqual([
      "JUMP_CMP_K →L1, format, > 2, not",
      "INTRINSIC t0, t0, NOT_IMPLEMENTED_ERROR",
      "RAISE t0!, t0, 1",
      "L1: BUILD_MAP t0, t0, 0",
      "LOAD_INT t1, 0",
      "LOAD_GLOBAL t2, .__conditional_annotations__",
      "JUMP_CONTAINS →L2, t1!, t2!, not",
      "LOAD_GLOBAL t1, .int",
      "LOAD_CONST t2, 'x'",
      "SETITEM t0, t2!, t1!",
      "L2: RETURN t0!",
    ]);
  });

  test("global, del", () => {
    const source = `
def f():
    global g
    g = 1
    del g
    x = 1
    del x
`;
    expect(listing(source)).toEqual([
      "LOAD_INT t0, 1",
      "STORE_GLOBAL t0!, .g",
      "DELETE_GLOBAL .g",
      "LOAD_INT x, 1",
      "DELETE_LOCAL x",
      "RETURN_CONST None",
    ]);
  });

  test("assert", () => {
    const source = `
def f(x):
    assert x, "no"
`;
    expect(listing(source)).toEqual([
      "JUMP_IF x, →L1",
      "INTRINSIC t0, t0, ASSERTION_ERROR",
      "LOAD_CONST t4, 'no'",
      "CALL t0, t0, 1",
      "RAISE t0!, t0, 1",
      "L1: RETURN_CONST None",
    ]);
  });

  test("imports", () => {
    const source = `
def f():
    import a.b.c as d, os.path
    from .m import x as y
`;
    expect(listing(source)).toEqual([
      "LOAD_INT t0, 0",
      "LOAD_CONST t1, None",
      "IMPORT_NAME t0, t0, .a.b.c",
      "IMPORT_FROM t0, t0!, .b",
      "IMPORT_FROM t0, t0!, .c",
      "TAKE d, t0",
      "LOAD_INT t0, 0",
      "LOAD_CONST t1, None",
      "IMPORT_NAME os, t0, .os.path",
      "LOAD_INT t0, 1",
      "LOAD_CONST t1, ('x',)",
      "IMPORT_NAME t0, t0, .m",
      "IMPORT_FROM y, t0, .x",
      "DROP t0",
      "RETURN_CONST None",
    ]);
  });
});

describe("comprehensions and generators", () => {
  test("a comprehension runs in place and clears its variable", () => {
    const source = `
def f(xs):
    return [x * 2 for x in xs if x > 1]
`;
    expect(listing(source)).toEqual([
      "GET_ITER t1, xs",
      "BUILD_LIST t0, t0, 0",
      "L1: FOR_ITER x, t1, →L3",
      "JUMP_CMP_K →L2, x, > 1, not",
      "BINARY_K t2, x, * 2",
      "LIST_APPEND t0, t2!",
      "L2: JUMP_BACK →L1",
      "L3: DROP x",
      "RETURN t0!",
      "L4: DROP x",
      "RERAISE t0",
      "handler L4 drops t0 exception t0",
    ]);
  });

  test("an assignment expression in it binds outside", () => {
    const source = `
print([last := i for i in x], last)
`;
    expect(listing(source, "<module>")).toEqual([
      "LOAD_NAME t0, .print",
      "LOAD_NAME t5, .x",
      "GET_ITER t5, t5!",
      "BUILD_LIST t4, t4, 0",
      "L1: FOR_ITER i, t5, →L2",
      "STORE_GLOBAL i, .last",
      "MOVE t6, i",
      "LIST_APPEND t4, t6!",
      "JUMP_BACK →L1",
      "L2: DROP i",
      "LOAD_GLOBAL t5, .last",
      "CALL t0, t0, 2",
      "DROP t0",
      "RETURN_CONST None",
      "L3: DROP i",
      "RERAISE t4",
      "handler L3 drops t4 exception t4",
    ]);
  });

  test("its variable has a register of its own beside a variable of that name", () => {
    const source = `
def f(xs, x):
    y = {x: x for x in xs}
    return x
`;
    expect(listing(source)).toEqual([
      "GET_ITER t1, xs",
      "BUILD_MAP t0, t0, 0",
      "L1: FOR_ITER x'3, t1, →L2",
      "MAP_ADD t0, x'3, x'3",
      "JUMP_BACK →L1",
      "L2: DROP x'3",
      "TAKE y, t0",
      "RETURN x",
      "L3: DROP x'3",
      "RERAISE t0",
      "handler L3 drops t0 exception t0",
    ]);
  });

  test("a comprehension in a class does not see the class's names", () => {
    const source = `
class C:
    a = 1
    b = [a for i in a]
`;
    expect(listing(source, "C")).toEqual([
      "LOAD_NAME t0, .__name__",
      "STORE_NAME t0!, .__module__",
      "LOAD_CONST t0, 'C'",
      "STORE_NAME t0!, .__qualname__",
      "LOAD_INT t0, 1",
      "STORE_NAME t0!, .__firstlineno__",
      "LOAD_INT t0, 1",
      "STORE_NAME t0!, .a",
      "LOAD_NAME t1, .a",
      "GET_ITER t1, t1!",
      "BUILD_LIST t0, t0, 0",
      "L1: FOR_ITER i, t1, →L2",
      "LOAD_GLOBAL t2, .a",
      "LIST_APPEND t0, t2!",
      "JUMP_BACK →L1",
      "L2: DROP i",
      "STORE_NAME t0!, .b",
      "LOAD_CONST t0, ()",
      "STORE_NAME t0!, .__static_attributes__",
      "RETURN_CONST None",
      "L3: DROP i",
      "RERAISE t0",
      "handler L3 drops t0 exception t0",
    ]);
  });

  test("a generator expression gets the iterator as its argument", () => {
    const source = `
def f(xs):
    return (x for x in xs if x)
`;
    expect(listing(source, "f.<locals>.<genexpr>")).toEqual([
      "RETURN_GENERATOR",
      "L1: FOR_ITER x, .0, →L3",
      "JUMP_IF x, →L2, not",
      "YIELD t0, x, 0",
      "DROP t0",
      "L2: JUMP_BACK →L1",
      "L3: RETURN_CONST None",
      "L4: INTRINSIC t0, t0, STOPITERATION_ERROR",
      "RERAISE t0",
      "handler L4 drops t0 exception t0",
    ]);
  });

  test("yield and yield from", () => {
    const source = `
def f(g):
    x = yield 1
    return (yield from g)
`;
    expect(listing(source)).toEqual([
      "RETURN_GENERATOR",
      "LOAD_INT t0, 1",
      "YIELD x, t0!, 0",
      "GET_YIELD_FROM_ITER t1, g",
      "LOAD_CONST t0, None",
      "L1: SEND t0, t1, →L2",
      "YIELD t0, t0!, 1",
      "JUMP →L1",
      "L2: RETURN t0!",
      "L3: CLEANUP_THROW t0, t0!",
      "RETURN t0!",
      "L4: INTRINSIC t0, t0, STOPITERATION_ERROR",
      "RERAISE t0",
      "handler L4 drops t0 exception t0",
      "handler L3 drops t0 exception t0",
    ]);
  });

  test("await", () => {
    const source = `
async def f(g):
    return await g()
`;
    expect(listing(source)).toEqual([
      "RETURN_GENERATOR",
      "MOVE t1, g",
      "CALL t1, t1, 0",
      "GET_AWAITABLE t1, t1!, 0",
      "LOAD_CONST t0, None",
      "L1: SEND t0, t1, →L2",
      "YIELD t0, t0!, 1",
      "JUMP →L1",
      "L2: RETURN t0!",
      "L3: CLEANUP_THROW t0, t0!",
      "RETURN t0!",
      "L4: INTRINSIC t0, t0, STOPITERATION_ERROR",
      "RERAISE t0",
      "handler L4 drops t0 exception t0",
      "handler L3 drops t0 exception t0",
    ]);
  });

  test("async for", () => {
    const source = `
async def f(g):
    async for x in g:
        h(x)
`;
    expect(listing(source)).toEqual([
      "RETURN_GENERATOR",
      "GET_AITER t0, g",
      "L1: GET_ANEXT t2, t0",
      "LOAD_CONST t1, None",
      "L2: SEND t1, t2, →L3",
      "YIELD t1, t1!, 1",
      "JUMP →L2",
      "L3: TAKE x, t1",
      "LOAD_GLOBAL t1, .h",
      "MOVE t5, x",
      "CALL t1, t1, 1",
      "DROP t1",
      "JUMP_BACK →L1",
      "L4: CLEANUP_THROW t1, t1!",
      "JUMP →L3",
      "L5: END_ASYNC_FOR t1",
      "DROP t0",
      "RETURN_CONST None",
      "L6: INTRINSIC t0, t0, STOPITERATION_ERROR",
      "RERAISE t0",
      "handler L6 drops t0 exception t0",
      "handler L5 drops t1 exception t1",
      "handler L4 drops t1 exception t1",
    ]);
  });

  test("async with", () => {
    const source = `
async def f(g):
    async with g as h:
        h()
`;
    expect(listing(source)).toEqual([
      "RETURN_GENERATOR",
      "LOAD_SPECIAL t0, g, AEXIT",
      "LOAD_SPECIAL t6, g, AENTER",
      "CALL_METHOD t6, t6, 0",
      "GET_AWAITABLE t6, t6!, 1",
      "LOAD_CONST t5, None",
      "L1: SEND t5, t6, →L2",
      "YIELD t5, t5!, 1",
      "JUMP →L1",
      "L2: TAKE h, t5",
      "MOVE t5, h",
      "CALL t5, t5, 0",
      "DROP t5",
      "LOAD_CONST t5, None",
      "LOAD_CONST t6, None",
      "LOAD_CONST t7, None",
      "CALL_METHOD t6, t0, 3",
      "GET_AWAITABLE t6, t6!, 2",
      "LOAD_CONST t5, None",
      "L3: SEND t5, t6, →L4",
      "YIELD t5, t5!, 1",
      "JUMP →L3",
      "L4: DROP t5",
      "RETURN_CONST None",
      "L5: CLEANUP_THROW t5, t5!",
      "JUMP →L2",
      "L6: CLEANUP_THROW t5, t5!",
      "JUMP →L4",
      "L7: PUSH_EXC t5, t6",
      "WITH_EXIT t8, t0, t6",
      "GET_AWAITABLE t8, t8!, 2",
      "LOAD_CONST t7, None",
      "L8: SEND t7, t8, →L9",
      "YIELD t7, t7!, 1",
      "JUMP →L8",
      "L9: JUMP_IF t7!, →L11",
      "L10: POP_EXC t5",
      "RERAISE t6",
      "L11: DROP t6",
      "POP_EXC t5",
      "DROP t4",
      "DROP t0",
      "RETURN_CONST None",
      "L12: CLEANUP_THROW t7, t7!",
      "JUMP →L9",
      "L13: INTRINSIC t0, t0, STOPITERATION_ERROR",
      "RERAISE t0",
      "handler L13 drops t0 exception t0",
      "handler L5 drops t5 exception t5",
      "handler L7 drops t5 exception t6",
      "handler L6 drops t5 exception t5",
      "handler L10 drops t6 exception t6",
      "handler L12 drops t7 exception t7",
    ]);
  });
});

describe("strings and patterns", () => {
  test("f-strings", () => {
    const source = `
def f(a, b):
    return f"{a}-{b!r:>{a}}!"
`;
    expect(listing(source)).toEqual([
      "FORMAT_VALUE t0, a, NONE",
      "LOAD_CONST t1, '-'",
      "CONVERT t2, b, REPR",
      "LOAD_CONST t3, '>'",
      "FORMAT_VALUE t4, a, NONE",
      "BUILD_STRING t3, t3, 2",
      "FORMAT_SPEC t2, t2, NONE",
      "LOAD_CONST t3, '!'",
      "BUILD_STRING t0, t0, 4",
      "RETURN t0!",
    ]);
  });

  test("percent formatting is an f-string", () => {
    const source = `
def f(a, b):
    return "%s=%5r%%" % (a, b)
`;
    expect(listing(source)).toEqual([
      "FORMAT_VALUE t0, a, STR",
      "LOAD_CONST t1, '='",
      "CONVERT t2, b, REPR",
      "LOAD_CONST t3, '>5'",
      "FORMAT_SPEC t2, t2, NONE",
      "LOAD_CONST t3, '%'",
      "BUILD_STRING t0, t0, 4",
      "RETURN t0!",
    ]);
  });

  test("t-strings", () => {
    const source = `
def f(a):
    return t"x{a!r:>3}"
`;
    expect(listing(source)).toEqual([
      "LOAD_CONST t0, ('x', '')",
      "MOVE t1, a",
      "LOAD_CONST t2, 'a'",
      "LOAD_CONST t3, 'r'",
      "LOAD_CONST t4, '>3'",
      "INTRINSIC t1, t1, BUILD_INTERPOLATION",
      "DROP t2",
      "DROP t3",
      "DROP t4",
      "BUILD_TUPLE t1, t1, 1",
      "INTRINSIC t0, t0, BUILD_TEMPLATE",
      "DROP t1",
      "RETURN t0!",
    ]);
  });

  test("value and sequence patterns", () => {
    const source = `
def f(x):
    match x:
        case 1 | "a":
            return 1
        case [a, 2, *rest]:
            return rest
        case _:
            return 2
`;
    expect(listing(source)).toEqual([
      "MOVE t0, x",
      "JUMP_CMP_K →L1, t0, == 1, not",
      "JUMP →L2",
      "L1: LOAD_CONST t1, 'a'",
      "JUMP_CMP →L3, t0, t1!, ==, not",
      "L2: DROP t0",
      "RETURN_CONST 1",
      "L3: MATCH_SEQUENCE t1, t0",
      "JUMP_IF t1!, →L5, not",
      "GET_LEN t1, t0",
      "JUMP_CMP_K →L5, t1!, >= 2, not",
      "UNPACK_EX t1, t0, 2, 0",
      "JUMP_CMP_K →L4, t2!, == 2, not",
      "TAKE a, t1",
      "TAKE rest, t3",
      "DROP t0",
      "RETURN rest",
      "L4: DROP t3",
      "DROP t2",
      "DROP t1",
      "L5: DROP t0",
      "NOP",
      "RETURN_CONST 2",
    ]);
  });

  test("mapping and class patterns", () => {
    const source = `
def f(x):
    match x:
        case {"k": v, **rest} if v:
            return rest
        case P(1, y=None) as p:
            return p
`;
    expect(listing(source)).toEqual([
      "MOVE t0, x",
      "MATCH_MAPPING t1, t0",
      "JUMP_IF t1!, →L2, not",
      "GET_LEN t1, t0",
      "JUMP_CMP_K →L2, t1!, >= 1, not",
      "LOAD_CONST t1, ('k',)",
      "MATCH_KEYS t2, t0, t1",
      "JUMP_NONE →L1, t2",
      "UNPACK t3, t2!, 1",
      "DICT_COPY_REST t4, t0, t1!",
      "TAKE v, t3",
      "TAKE rest, t4",
      "JUMP_IF v, →L2, not",
      "DROP t0",
      "RETURN rest",
      "L1: DROP t2",
      "DROP t1",
      "L2: LOAD_GLOBAL t2, .P",
      "LOAD_CONST t3, ('y',)",
      "MOVE t1, t0",
      "MATCH_CLASS t1, t1, 1",
      "JUMP_NONE →L5, t1",
      "UNPACK t2, t1!, 2",
      "JUMP_CMP_K →L3, t2!, == 1, not",
      "JUMP_NONE →L4, t3!, not",
      "MOVE p, t0",
      "DROP t0",
      "RETURN p",
      "L3: DROP t3",
      "L4: DROP t2",
      "L5: DROP t1",
      "DROP t0",
      "RETURN_CONST None",
    ]);
  });
});
