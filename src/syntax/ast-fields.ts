// The fields of every node kind in ASDL order, for code that treats all nodes alike (dump, walkers). A "?" marks a
// field that may be null and that ast.dump() then leaves out. The compiler checks the table against ast.ts.

import type { Located, NodeKind, NodeOf } from "./ast.ts";

type Bare<S extends string> = S extends `${infer F}?` ? F : S;
type FieldsOf<K extends NodeKind> = Exclude<keyof NodeOf<K>, "kind" | keyof Located> & string;
type FieldSpec<K extends NodeKind> = FieldsOf<K> | `${FieldsOf<K>}?`;

const FUNCTION = ["name", "args", "body", "decorator_list", "returns?", "type_comment?", "type_params"] as const;
const FOR = ["target", "iter", "body", "orelse", "type_comment?"] as const;
const WITH = ["items", "body", "type_comment?"] as const;
const TRY = ["body", "handlers", "orelse", "finalbody"] as const;
const COMPREHENSION = ["elt", "generators"] as const;

export const NODE_FIELDS = {
  Module: ["body", "type_ignores"],
  Interactive: ["body"],
  Expression: ["body"],
  FunctionDef: FUNCTION,
  AsyncFunctionDef: FUNCTION,
  ClassDef: ["name", "bases", "keywords", "body", "decorator_list", "type_params"],
  Return: ["value?"],
  Delete: ["targets"],
  Assign: ["targets", "value", "type_comment?"],
  TypeAlias: ["name", "type_params", "value"],
  AugAssign: ["target", "op", "value"],
  AnnAssign: ["target", "annotation", "value?", "simple"],
  For: FOR,
  AsyncFor: FOR,
  While: ["test", "body", "orelse"],
  If: ["test", "body", "orelse"],
  With: WITH,
  AsyncWith: WITH,
  Match: ["subject", "cases"],
  Raise: ["exc?", "cause?"],
  Try: TRY,
  TryStar: TRY,
  Assert: ["test", "msg?"],
  Import: ["names"],
  ImportFrom: ["module?", "names", "level"],
  Global: ["names"],
  Nonlocal: ["names"],
  Expr: ["value"],
  Pass: [],
  Break: [],
  Continue: [],
  BoolOp: ["op", "values"],
  NamedExpr: ["target", "value"],
  BinOp: ["left", "op", "right"],
  UnaryOp: ["op", "operand"],
  Lambda: ["args", "body"],
  IfExp: ["test", "body", "orelse"],
  Dict: ["keys", "values"],
  Set: ["elts"],
  ListComp: COMPREHENSION,
  SetComp: COMPREHENSION,
  DictComp: ["key", "value", "generators"],
  GeneratorExp: COMPREHENSION,
  Await: ["value"],
  Yield: ["value?"],
  YieldFrom: ["value"],
  Compare: ["left", "ops", "comparators"],
  Call: ["func", "args", "keywords"],
  FormattedValue: ["value", "conversion", "format_spec?"],
  Interpolation: ["value", "str", "conversion", "format_spec?"],
  JoinedStr: ["values"],
  TemplateStr: ["values"],
  Constant: ["value", "ukind?"],
  Attribute: ["value", "attr", "ctx"],
  Subscript: ["value", "slice", "ctx"],
  Starred: ["value", "ctx"],
  Name: ["id", "ctx"],
  List: ["elts", "ctx"],
  Tuple: ["elts", "ctx"],
  Slice: ["lower?", "upper?", "step?"],
  comprehension: ["target", "iter", "ifs", "is_async"],
  ExceptHandler: ["type?", "name?", "body"],
  arguments: ["posonlyargs", "args", "vararg?", "kwonlyargs", "kw_defaults", "kwarg?", "defaults"],
  arg: ["arg", "annotation?", "type_comment?"],
  keyword: ["arg?", "value"],
  alias: ["name", "asname?"],
  withitem: ["context_expr", "optional_vars?"],
  match_case: ["pattern", "guard?", "body"],
  MatchValue: ["value"],
  MatchSingleton: ["value"],
  MatchSequence: ["patterns"],
  MatchMapping: ["keys", "patterns", "rest?"],
  MatchClass: ["cls", "patterns", "kwd_attrs", "kwd_patterns"],
  MatchStar: ["name?"],
  MatchAs: ["pattern?", "name?"],
  MatchOr: ["patterns"],
  TypeVar: ["name", "bound?", "default_value?"],
  ParamSpec: ["name", "default_value?"],
  TypeVarTuple: ["name", "default_value?"],
} as const satisfies { [K in NodeKind]: readonly FieldSpec<K>[] };

// A type error here names the fields that the table forgets.
type Missing = { [K in NodeKind]: Exclude<FieldsOf<K>, Bare<(typeof NODE_FIELDS)[K][number]>> }[NodeKind];
const complete: Missing extends never ? true : Missing = true;
void complete;
