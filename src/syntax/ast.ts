// Python's abstract syntax tree, node by node and field by field as CPython 3.14's Python.asdl has it.
// Columns are 0-based UTF-8 *byte* offsets (CPython's), not UTF-16 indices; lines are 1-based.
// Two names differ from CPython's: every node has the discriminant `kind`, so Constant.kind is `ukind` here.

/** Where a node lies in the source. `end_*` is exclusive. */
export interface Located {
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}

export type ExprContext = "Load" | "Store" | "Del";
export type BoolOperator = "And" | "Or";
export type UnaryOperator = "Invert" | "Not" | "UAdd" | "USub";
export type BinaryOperator =
  | "Add"
  | "Sub"
  | "Mult"
  | "MatMult"
  | "Div"
  | "Mod"
  | "Pow"
  | "LShift"
  | "RShift"
  | "BitOr"
  | "BitXor"
  | "BitAnd"
  | "FloorDiv";
export type CompareOperator = "Eq" | "NotEq" | "Lt" | "LtE" | "Gt" | "GtE" | "Is" | "IsNot" | "In" | "NotIn";

// ---------------------------------------------------------------------------------------------- constants

/** An int literal: a JS number when it is a safe integer, a bigint otherwise. Never negative. */
export interface IntValue {
  type: "int";
  value: number | bigint;
}
export interface FloatValue {
  type: "float";
  value: number;
}
/** An imaginary literal such as `2j`; the real part is 0. */
export interface ComplexValue {
  type: "complex";
  value: number;
}
/**
 * A str literal as UTF-16. Python strings may hold lone surrogates; `value` keeps them as they are. Only where
 * that would be ambiguous ("\ud800\udc00" is two code points in Python) `points` lists the code points; it is
 * null for every other string, so `points ?? codePointsOf(value)` is always right.
 */
export interface StrValue {
  type: "str";
  value: string;
  points: number[] | null;
}
export interface BytesValue {
  type: "bytes";
  value: Uint8Array;
}
export interface SingletonValue {
  type: "none" | "true" | "false" | "ellipsis";
}
export type ConstantValue = IntValue | FloatValue | ComplexValue | StrValue | BytesValue | SingletonValue;

// ---------------------------------------------------------------------------------------------- modules

/** What mode "exec" yields. `type_ignores` is always empty: Krait does not read type comments. */
export interface Module {
  kind: "Module";
  body: Stmt[];
  type_ignores: never[];
}
/** What mode "single" (one REPL statement) yields. */
export interface Interactive {
  kind: "Interactive";
  body: Stmt[];
}
/** What mode "eval" yields. */
export interface Expression {
  kind: "Expression";
  body: Expr;
}
export type Mod = Module | Interactive | Expression;

// ---------------------------------------------------------------------------------------------- statements

interface FunctionFields extends Located {
  name: string;
  args: Arguments;
  body: Stmt[];
  decorator_list: Expr[];
  returns: Expr | null;
  type_comment: string | null;
  type_params: TypeParam[];
}
/** `lineno` is that of `def`, not of the first decorator (as in CPython since 3.8). */
export interface FunctionDef extends FunctionFields {
  kind: "FunctionDef";
}
export interface AsyncFunctionDef extends FunctionFields {
  kind: "AsyncFunctionDef";
}
export interface ClassDef extends Located {
  kind: "ClassDef";
  name: string;
  bases: Expr[];
  keywords: Keyword[];
  body: Stmt[];
  decorator_list: Expr[];
  type_params: TypeParam[];
}
export interface Return extends Located {
  kind: "Return";
  value: Expr | null;
}
export interface Delete extends Located {
  kind: "Delete";
  targets: Expr[];
}
export interface Assign extends Located {
  kind: "Assign";
  targets: Expr[];
  value: Expr;
  type_comment: string | null;
}
export interface TypeAlias extends Located {
  kind: "TypeAlias";
  name: Name;
  type_params: TypeParam[];
  value: Expr;
}
export interface AugAssign extends Located {
  kind: "AugAssign";
  target: Name | Attribute | Subscript;
  op: BinaryOperator;
  value: Expr;
}
/** `simple` is 1 for a bare, unparenthesised name, else 0. */
export interface AnnAssign extends Located {
  kind: "AnnAssign";
  target: Name | Attribute | Subscript;
  annotation: Expr;
  value: Expr | null;
  simple: 0 | 1;
}
interface ForFields extends Located {
  target: Expr;
  iter: Expr;
  body: Stmt[];
  orelse: Stmt[];
  type_comment: string | null;
}
export interface For extends ForFields {
  kind: "For";
}
export interface AsyncFor extends ForFields {
  kind: "AsyncFor";
}
export interface While extends Located {
  kind: "While";
  test: Expr;
  body: Stmt[];
  orelse: Stmt[];
}
/** An `elif` is an If alone in `orelse`. */
export interface If extends Located {
  kind: "If";
  test: Expr;
  body: Stmt[];
  orelse: Stmt[];
}
interface WithFields extends Located {
  items: WithItem[];
  body: Stmt[];
  type_comment: string | null;
}
export interface With extends WithFields {
  kind: "With";
}
export interface AsyncWith extends WithFields {
  kind: "AsyncWith";
}
export interface Match extends Located {
  kind: "Match";
  subject: Expr;
  cases: MatchCase[];
}
export interface Raise extends Located {
  kind: "Raise";
  exc: Expr | null;
  cause: Expr | null;
}
interface TryFields extends Located {
  body: Stmt[];
  handlers: ExceptHandler[];
  orelse: Stmt[];
  finalbody: Stmt[];
}
export interface Try extends TryFields {
  kind: "Try";
}
/** `try … except* …`. */
export interface TryStar extends TryFields {
  kind: "TryStar";
}
export interface Assert extends Located {
  kind: "Assert";
  test: Expr;
  msg: Expr | null;
}
export interface Import extends Located {
  kind: "Import";
  names: Alias[];
}
/** `level` counts the leading dots; `module` is null in `from . import x`. */
export interface ImportFrom extends Located {
  kind: "ImportFrom";
  module: string | null;
  names: Alias[];
  level: number;
}
export interface Global extends Located {
  kind: "Global";
  names: string[];
}
export interface Nonlocal extends Located {
  kind: "Nonlocal";
  names: string[];
}
export interface ExprStmt extends Located {
  kind: "Expr";
  value: Expr;
}
export interface Pass extends Located {
  kind: "Pass";
}
export interface Break extends Located {
  kind: "Break";
}
export interface Continue extends Located {
  kind: "Continue";
}
export type Stmt =
  | FunctionDef
  | AsyncFunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | TypeAlias
  | AugAssign
  | AnnAssign
  | For
  | AsyncFor
  | While
  | If
  | With
  | AsyncWith
  | Match
  | Raise
  | Try
  | TryStar
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | ExprStmt
  | Pass
  | Break
  | Continue;

// ---------------------------------------------------------------------------------------------- expressions

export interface BoolOp extends Located {
  kind: "BoolOp";
  op: BoolOperator;
  values: Expr[];
}
export interface NamedExpr extends Located {
  kind: "NamedExpr";
  target: Name;
  value: Expr;
}
export interface BinOp extends Located {
  kind: "BinOp";
  left: Expr;
  op: BinaryOperator;
  right: Expr;
}
export interface UnaryOp extends Located {
  kind: "UnaryOp";
  op: UnaryOperator;
  operand: Expr;
}
export interface Lambda extends Located {
  kind: "Lambda";
  args: Arguments;
  body: Expr;
}
export interface IfExp extends Located {
  kind: "IfExp";
  test: Expr;
  body: Expr;
  orelse: Expr;
}
/** A null key marks a `**mapping` entry. */
export interface Dict extends Located {
  kind: "Dict";
  keys: (Expr | null)[];
  values: Expr[];
}
export interface SetExpr extends Located {
  kind: "Set";
  elts: Expr[];
}
interface ComprehensionFields extends Located {
  elt: Expr;
  generators: Comprehension[];
}
export interface ListComp extends ComprehensionFields {
  kind: "ListComp";
}
export interface SetComp extends ComprehensionFields {
  kind: "SetComp";
}
export interface GeneratorExp extends ComprehensionFields {
  kind: "GeneratorExp";
}
export interface DictComp extends Located {
  kind: "DictComp";
  key: Expr;
  value: Expr;
  generators: Comprehension[];
}
export interface Await extends Located {
  kind: "Await";
  value: Expr;
}
export interface Yield extends Located {
  kind: "Yield";
  value: Expr | null;
}
export interface YieldFrom extends Located {
  kind: "YieldFrom";
  value: Expr;
}
export interface Compare extends Located {
  kind: "Compare";
  left: Expr;
  ops: CompareOperator[];
  comparators: Expr[];
}
export interface Call extends Located {
  kind: "Call";
  func: Expr;
  args: Expr[];
  keywords: Keyword[];
}
/** `{value!conversion:format_spec}` in an f-string. `conversion` is -1 or the code of "s", "r" or "a". */
export interface FormattedValue extends Located {
  kind: "FormattedValue";
  value: Expr;
  conversion: number;
  format_spec: JoinedStr | null;
}
/** The same in a t-string; `str` is the expression's source text. */
export interface Interpolation extends Located {
  kind: "Interpolation";
  value: Expr;
  str: string;
  conversion: number;
  format_spec: JoinedStr | null;
}
/** f-string: `values` are Constant (str) and FormattedValue nodes. */
export interface JoinedStr extends Located {
  kind: "JoinedStr";
  values: Expr[];
}
/** t-string: `values` are Constant (str) and Interpolation nodes. */
export interface TemplateStr extends Located {
  kind: "TemplateStr";
  values: Expr[];
}
/** `ukind` is "u" for a literal written u"…", else null (CPython calls that field `kind`). */
export interface Constant extends Located {
  kind: "Constant";
  value: ConstantValue;
  ukind: "u" | null;
}
export interface Attribute extends Located {
  kind: "Attribute";
  value: Expr;
  attr: string;
  ctx: ExprContext;
}
/** `slice` is any expression, a Slice, or a Tuple of those. */
export interface Subscript extends Located {
  kind: "Subscript";
  value: Expr;
  slice: Expr;
  ctx: ExprContext;
}
export interface Starred extends Located {
  kind: "Starred";
  value: Expr;
  ctx: ExprContext;
}
export interface Name extends Located {
  kind: "Name";
  id: string;
  ctx: ExprContext;
}
export interface List extends Located {
  kind: "List";
  elts: Expr[];
  ctx: ExprContext;
}
export interface Tuple extends Located {
  kind: "Tuple";
  elts: Expr[];
  ctx: ExprContext;
}
export interface Slice extends Located {
  kind: "Slice";
  lower: Expr | null;
  upper: Expr | null;
  step: Expr | null;
}
export type Expr =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | SetExpr
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | Await
  | Yield
  | YieldFrom
  | Compare
  | Call
  | FormattedValue
  | Interpolation
  | JoinedStr
  | TemplateStr
  | Constant
  | Attribute
  | Subscript
  | Starred
  | Name
  | List
  | Tuple
  | Slice;

// ---------------------------------------------------------------------------------------------- parts

/** One `for … in … if …` clause; has no position of its own. */
export interface Comprehension {
  kind: "comprehension";
  target: Expr;
  iter: Expr;
  ifs: Expr[];
  is_async: 0 | 1;
}
export interface ExceptHandler extends Located {
  kind: "ExceptHandler";
  type: Expr | null;
  name: string | null;
  body: Stmt[];
}
/**
 * Parameters. `defaults` belong to the last of `posonlyargs` + `args`; `kw_defaults` is as long as
 * `kwonlyargs`, null where a parameter has no default.
 */
export interface Arguments {
  kind: "arguments";
  posonlyargs: Arg[];
  args: Arg[];
  vararg: Arg | null;
  kwonlyargs: Arg[];
  kw_defaults: (Expr | null)[];
  kwarg: Arg | null;
  defaults: Expr[];
}
export interface Arg extends Located {
  kind: "arg";
  arg: string;
  annotation: Expr | null;
  type_comment: string | null;
}
/** A keyword argument; `arg` is null for `**mapping`. */
export interface Keyword extends Located {
  kind: "keyword";
  arg: string | null;
  value: Expr;
}
export interface Alias extends Located {
  kind: "alias";
  name: string;
  asname: string | null;
}
export interface WithItem {
  kind: "withitem";
  context_expr: Expr;
  optional_vars: Expr | null;
}
export interface MatchCase {
  kind: "match_case";
  pattern: Pattern;
  guard: Expr | null;
  body: Stmt[];
}

// ---------------------------------------------------------------------------------------------- patterns

/** `value` is a Constant, an Attribute chain, or a signed/complex number expression. */
export interface MatchValue extends Located {
  kind: "MatchValue";
  value: Expr;
}
export interface MatchSingleton extends Located {
  kind: "MatchSingleton";
  value: SingletonValue;
}
export interface MatchSequence extends Located {
  kind: "MatchSequence";
  patterns: Pattern[];
}
export interface MatchMapping extends Located {
  kind: "MatchMapping";
  keys: Expr[];
  patterns: Pattern[];
  rest: string | null;
}
export interface MatchClass extends Located {
  kind: "MatchClass";
  cls: Expr;
  patterns: Pattern[];
  kwd_attrs: string[];
  kwd_patterns: Pattern[];
}
/** `*name`; null for `*_`. */
export interface MatchStar extends Located {
  kind: "MatchStar";
  name: string | null;
}
/** Capture (`pattern` null), `pattern as name`, or the wildcard `_` (both null). */
export interface MatchAs extends Located {
  kind: "MatchAs";
  pattern: Pattern | null;
  name: string | null;
}
export interface MatchOr extends Located {
  kind: "MatchOr";
  patterns: Pattern[];
}
export type Pattern =
  | MatchValue
  | MatchSingleton
  | MatchSequence
  | MatchMapping
  | MatchClass
  | MatchStar
  | MatchAs
  | MatchOr;

// ---------------------------------------------------------------------------------------------- type parameters

export interface TypeVar extends Located {
  kind: "TypeVar";
  name: string;
  bound: Expr | null;
  default_value: Expr | null;
}
export interface ParamSpec extends Located {
  kind: "ParamSpec";
  name: string;
  default_value: Expr | null;
}
export interface TypeVarTuple extends Located {
  kind: "TypeVarTuple";
  name: string;
  default_value: Expr | null;
}
export type TypeParam = TypeVar | ParamSpec | TypeVarTuple;

export type Part = Comprehension | ExceptHandler | Arguments | Arg | Keyword | Alias | WithItem | MatchCase;
/** Any node at all. */
export type Node = Mod | Stmt | Expr | Part | Pattern | TypeParam;
export type NodeKind = Node["kind"];
export type NodeOf<K extends NodeKind> = Extract<Node, { kind: K }>;
