// Python's grammar for the slow parser. The rules, their order and which of them are memoised follow CPython 3.14's
// Grammar/python.gram, because all three decide which message wins; the notation and the actions are Krait's.
// Notation: 'x' keyword or operator, "x" soft keyword, NAME token, [x] or x? optional, x* x+ repeated, s.x+ separated,
// & ! lookahead, ~ commit, && must follow, n=x names a value.

import { errorRules } from "./error-rules.ts";
import type { Diagnoser } from "./diagnoser.ts";
import type { ArgumentsNode, ComprehensionNode, ExprNode, KeywordOrStarred, Placed } from "./nodes.ts";
import { type Action, type Bindings, compileGrammar, type Grammar } from "./peg.ts";

type Make = Action<Diagnoser>;

/** An expression of the given kind from the rule's first token to the last one consumed. */
function node(kind: string, more?: (bound: Bindings) => Partial<ExprNode>): Make {
  return (p, bound, first) => ({ kind, first, last: p.lastSolid(first), ...more?.(bound) });
}

function constant(literal: string): Make {
  return node("Constant", () => ({ literal }));
}

const elts = (bound: Bindings): Partial<ExprNode> => ({
  elts: [...(bound.a === undefined ? [] : [bound.a].flat()), ...((bound.b as ExprNode[] | undefined) ?? [])] as ExprNode[],
});
const tuple = node("Tuple", elts);
const list = node("List", elts);
const starred = node("Starred", ({ a }) => ({ value: a as ExprNode }));
const pick: Make = (_p, { a }) => a;

/** A compound statement, noted for the hints about misspelt keywords. */
const statement: Make = (p, { a }, first) => {
  if (p.invalid) p.lastStatementLine = Math.max(p.lastStatementLine, p.tokens.line[first]!);
  return a;
};
const place: Make = (p, _bound, first) => ({ kind: "statement", first, last: p.lastSolid(first) });

const collectArguments: Make = (p, { a, b }, first): ArgumentsNode => {
  const args = [...((a as ExprNode[] | undefined) ?? [])];
  const unpacked: boolean[] = [];
  for (const item of (b as KeywordOrStarred[] | undefined) ?? []) {
    if (item.starred !== null) args.push(item.starred);
    else unpacked.push(item.unpacks);
  }
  return { kind: "arguments", first, last: p.lastSolid(first), args, unpacked };
};
const keyword =
  (unpacks: boolean): Make =>
  (p, _bound, first): KeywordOrStarred => ({ kind: "keyword", first, last: p.lastSolid(first), starred: null, unpacks });

const inequality: Make = (p, { a }) => {
  const text = p.textOf(a as Placed);
  if (p.barry && text !== "<>") p.here("with Barry as BDFL, use '<>' instead of '!='");
  return p.barry || text === "!=" ? a : null;
};

const futureImport: Make = (p, { b, c }, first) => {
  const names = c as ({ name?: string } | undefined)[];
  const module = p.tokens.text.slice(p.tokens.start[(b as Placed).first]!, p.tokens.end[(b as Placed).last]!);
  if (p.tokens.start[first + 1] === p.tokens.start[(b as Placed).first] && module === "__future__") {
    if (Array.isArray(names) && names.some((n) => n?.name === "barry_as_FLUFL")) p.barry = true;
  }
  return { kind: "statement", first, last: p.lastSolid(first) };
};

const comprehension: Make = (p, { b, c }, first): ComprehensionNode => ({
  kind: "comprehension",
  first,
  last: p.lastSolid(first),
  iter: b as ExprNode,
  ifs: c as ExprNode[],
});

const interpolated =
  (kind: "JoinedStr" | "TemplateStr"): Make =>
  (p, { b }, first) => {
    for (const part of b as Placed[]) if (part.kind === "token") p.middle(part);
    return { kind, first, last: p.lastSolid(first) };
  };

const conversion: Make = (p, { a, b }) => {
  const mark = a as Placed;
  const name = b as ExprNode & { id: string };
  const { line, col, endCol } = p.tokens;
  const prefix = p.stringPrefix();
  if (line[mark.first] !== line[name.first] || endCol[mark.first] !== col[name.first]) {
    p.range(mark, name, `${prefix}: conversion type must come right after the exclamation mark`);
  }
  if (name.id !== "s" && name.id !== "r" && name.id !== "a") {
    p.at(name, `${prefix}: invalid conversion character '${name.id}': expected 's', 'r', or 'a'`);
  }
  return name;
};

const decodedMiddle: Make = (p, { a }) => {
  p.middle(a as Placed);
  return a;
};

const real: Make = (p, { a }) => {
  if ((a as ExprNode).imaginary) p.at(a as ExprNode, "real number required in complex literal");
  return a;
};
const imaginary: Make = (p, { a }) => {
  if (!(a as ExprNode).imaginary) p.at(a as ExprNode, "imaginary number required in complex literal");
  return a;
};

const binary = node("BinOp");
const unary = node("UnaryOp");
const patternNode = node("pattern");

const statements: Grammar<Diagnoser> = {
  file: ["[statements] ENDMARKER"],
  interactive: ["statement_newline"],
  eval: ["expressions NEWLINE* ENDMARKER"],
  statements: ["statement+"],
  statement: [["a=compound_stmt", statement], "simple_stmts"],
  single_compound_stmt: [["a=compound_stmt", statement]],
  statement_newline: ["single_compound_stmt NEWLINE", "simple_stmts", "NEWLINE", ["ENDMARKER", () => null]],
  simple_stmts: ["simple_stmt !';' NEWLINE", "';'.simple_stmt+ [';'] NEWLINE"],
  simple_stmt: [
    "assignment",
    ['&"type" type_alias', place],
    ["e=star_expressions", place],
    "&'return' return_stmt",
    "&('import' | 'from') import_stmt",
    "&'raise' raise_stmt",
    "&'pass' pass_stmt",
    "&'del' del_stmt",
    "&'yield' yield_stmt",
    "&'assert' assert_stmt",
    "&'break' break_stmt",
    "&'continue' continue_stmt",
    "&'global' global_stmt",
    "&'nonlocal' nonlocal_stmt",
  ],
  compound_stmt: [
    "&('def' | '@' | 'async') function_def",
    "&'if' if_stmt",
    "&('class' | '@') class_def",
    "&('with' | 'async') with_stmt",
    "&('for' | 'async') for_stmt",
    "&'try' try_stmt",
    "&'while' while_stmt",
    "match_stmt",
  ],
  assignment: [
    ["NAME ':' expression ['=' annotated_rhs]", place],
    ["('(' single_target ')' | single_subscript_attribute_target) ':' expression ['=' annotated_rhs]", place],
    ["(star_targets '=')+ annotated_rhs !'='", place],
    ["single_target augassign ~ annotated_rhs", place],
    "invalid_assignment",
  ],
  annotated_rhs: ["yield_expr", "star_expressions"],
  augassign: ["'+='", "'-='", "'*='", "'@='", "'/='", "'%='", "'&='", "'|='", "'^='", "'<<='", "'>>='", "'**='", "'//='"],
  return_stmt: [["'return' [star_expressions]", place]],
  raise_stmt: [["'raise' expression ['from' expression]", place], "'raise'"],
  pass_stmt: ["'pass'"],
  break_stmt: ["'break'"],
  continue_stmt: ["'continue'"],
  global_stmt: [["'global' ','.NAME+", place]],
  nonlocal_stmt: [["'nonlocal' ','.NAME+", place]],
  del_stmt: [["'del' del_targets &(';' | NEWLINE)", place], "invalid_del_stmt"],
  yield_stmt: ["yield_expr"],
  assert_stmt: [["'assert' expression [',' expression]", place]],
  import_stmt: ["invalid_import", "import_name", "import_from"],
  import_name: [["'import' dotted_as_names", place]],
  import_from: [
    ["'from' ('.' | '...')* b=dotted_name 'import' c=import_from_targets", futureImport],
    ["'from' ('.' | '...')+ 'import' import_from_targets", place],
  ],
  import_from_targets: [
    "'(' a=import_from_as_names [','] ')'",
    "a=import_from_as_names !','",
    "'*'",
    "invalid_import_from_targets",
  ],
  import_from_as_names: ["','.import_from_as_name+"],
  import_from_as_name: [
    "invalid_import_from_as_name",
    ["a=NAME ['as' NAME]", (_p, { a }, first) => ({ kind: "alias", name: (a as ExprNode).id, first, last: first })],
  ],
  dotted_as_names: ["','.dotted_as_name+"],
  dotted_as_name: ["invalid_dotted_as_name", ["dotted_name ['as' NAME]", place]],
  dotted_name: [["dotted_name '.' NAME", place], "NAME"],
  block: ["NEWLINE INDENT statements DEDENT", "simple_stmts", "invalid_block"],
  decorators: ["('@' named_expression NEWLINE)+"],
  class_def: [["decorators class_def_raw", place], "class_def_raw"],
  class_def_raw: ["invalid_class_def_raw", ["'class' NAME [type_params] ['(' [arguments] ')'] ':' block", place]],
  function_def: [["decorators function_def_raw", place], "function_def_raw"],
  function_def_raw: [
    "invalid_def_raw",
    ["'def' NAME [type_params] '(' [params] ')' ['->' expression] ':' [func_type_comment] block", place],
    ["'async' 'def' NAME [type_params] '(' [params] ')' ['->' expression] ':' [func_type_comment] block", place],
  ],
  func_type_comment: ["NEWLINE TYPE_COMMENT &(NEWLINE INDENT)", "TYPE_COMMENT"],
  if_stmt: [
    "invalid_if_stmt",
    ["'if' named_expression ':' block elif_stmt", place],
    ["'if' named_expression ':' block [else_block]", place],
  ],
  elif_stmt: [
    "invalid_elif_stmt",
    ["'elif' named_expression ':' block elif_stmt", place],
    ["'elif' named_expression ':' block [else_block]", place],
  ],
  else_block: ["invalid_else_stmt", "'else' &&':' block"],
  while_stmt: ["invalid_while_stmt", ["'while' named_expression ':' block [else_block]", place]],
  for_stmt: [
    "invalid_for_stmt",
    ["'for' star_targets 'in' ~ star_expressions ':' block [else_block]", place],
    ["'async' 'for' star_targets 'in' ~ star_expressions ':' block [else_block]", place],
    "invalid_for_target",
  ],
  with_stmt: [
    "invalid_with_stmt_indent",
    ["'with' '(' ','.with_item+ [','] ')' ':' block", place],
    ["'with' ','.with_item+ ':' block", place],
    ["'async' 'with' '(' ','.with_item+ [','] ')' ':' block", place],
    ["'async' 'with' ','.with_item+ ':' block", place],
    "invalid_with_stmt",
  ],
  with_item: ["expression 'as' star_target &(',' | ')' | ':')", "invalid_with_item", "expression"],
  try_stmt: [
    "invalid_try_stmt",
    ["'try' &&':' block finally_block", place],
    ["'try' &&':' block except_block+ [else_block] [finally_block]", place],
    ["'try' &&':' block except_star_block+ [else_block] [finally_block]", place],
  ],
  except_block: [
    "invalid_except_stmt_indent",
    ["'except' expression ':' block", place],
    ["'except' expression 'as' NAME ':' block", place],
    ["'except' expressions ':' block", place],
    ["'except' ':' block", place],
    "invalid_except_stmt",
  ],
  except_star_block: [
    "invalid_except_star_stmt_indent",
    ["'except' '*' expression ':' block", place],
    ["'except' '*' expression 'as' NAME ':' block", place],
    ["'except' '*' expressions ':' block", place],
    "invalid_except_star_stmt",
  ],
  finally_block: ["invalid_finally_stmt", "'finally' &&':' block"],
  type_alias: [["\"type\" NAME [type_params] '=' expression", place]],
  type_params: ["invalid_type_params", "'[' type_param_seq ']'"],
  type_param_seq: ["','.type_param+ [',']"],
  type_param: [
    ["NAME [type_param_bound] [type_param_default]", place],
    "invalid_type_param",
    ["'*' NAME [type_param_starred_default]", place],
    ["'**' NAME [type_param_default]", place],
  ],
  type_param_bound: ["':' expression"],
  type_param_default: ["'=' expression"],
  type_param_starred_default: ["'=' star_expression"],
};

const parameters: Grammar<Diagnoser> = {
  params: ["invalid_parameters", "parameters"],
  parameters: [
    ["slash_no_default param_no_default* param_with_default* [star_etc]", place],
    ["slash_with_default param_with_default* [star_etc]", place],
    ["param_no_default+ param_with_default* [star_etc]", place],
    ["param_with_default+ [star_etc]", place],
    ["star_etc", place],
  ],
  slash_no_default: ["param_no_default+ '/' ','", "param_no_default+ '/' &')'"],
  slash_with_default: ["param_no_default* param_with_default+ '/' ','", "param_no_default* param_with_default+ '/' &')'"],
  star_etc: [
    "invalid_star_etc",
    ["'*' param_no_default param_maybe_default* [kwds]", place],
    ["'*' param_no_default_star_annotation param_maybe_default* [kwds]", place],
    ["'*' ',' param_maybe_default+ [kwds]", place],
    ["kwds", place],
  ],
  kwds: ["invalid_kwds", ["'**' param_no_default", place]],
  // A type comment never comes, but looking for it fetches a token, and that can be the one that tells.
  param_no_default: ["a=param ',' TYPE_COMMENT?", "a=param TYPE_COMMENT? &')'"],
  param_no_default_star_annotation: [
    "a=param_star_annotation ',' TYPE_COMMENT?",
    "a=param_star_annotation TYPE_COMMENT? &')'",
  ],
  param_with_default: ["a=param default ',' TYPE_COMMENT?", "a=param default TYPE_COMMENT? &')'"],
  param_maybe_default: ["a=param default? ',' TYPE_COMMENT?", "a=param default? TYPE_COMMENT? &')'"],
  param: [["NAME annotation?", place]],
  param_star_annotation: [["NAME star_annotation", place]],
  annotation: ["':' expression"],
  star_annotation: ["':' star_expression"],
  default: ["'=' expression", "invalid_default"],
  lambdef: [["'lambda' [lambda_params] ':' expression", node("Lambda")]],
  lambda_params: ["invalid_lambda_parameters", "lambda_parameters"],
  lambda_parameters: [
    ["lambda_slash_no_default lambda_param_no_default* lambda_param_with_default* [lambda_star_etc]", place],
    ["lambda_slash_with_default lambda_param_with_default* [lambda_star_etc]", place],
    ["lambda_param_no_default+ lambda_param_with_default* [lambda_star_etc]", place],
    ["lambda_param_with_default+ [lambda_star_etc]", place],
    ["lambda_star_etc", place],
  ],
  lambda_slash_no_default: ["lambda_param_no_default+ '/' ','", "lambda_param_no_default+ '/' &':'"],
  lambda_slash_with_default: [
    "lambda_param_no_default* lambda_param_with_default+ '/' ','",
    "lambda_param_no_default* lambda_param_with_default+ '/' &':'",
  ],
  lambda_star_etc: [
    "invalid_lambda_star_etc",
    ["'*' lambda_param_no_default lambda_param_maybe_default* [lambda_kwds]", place],
    ["'*' ',' lambda_param_maybe_default+ [lambda_kwds]", place],
    ["lambda_kwds", place],
  ],
  lambda_kwds: ["invalid_lambda_kwds", ["'**' lambda_param_no_default", place]],
  lambda_param_no_default: ["a=lambda_param ','", "a=lambda_param &':'"],
  lambda_param_with_default: ["a=lambda_param default ','", "a=lambda_param default &':'"],
  lambda_param_maybe_default: ["a=lambda_param default? ','", "a=lambda_param default? &':'"],
  lambda_param: ["NAME"],
};

const patterns: Grammar<Diagnoser> = {
  match_stmt: [["\"match\" subject_expr ':' NEWLINE INDENT case_block+ DEDENT", place], "invalid_match_stmt"],
  subject_expr: [["star_named_expression ',' star_named_expressions?", tuple], "named_expression"],
  case_block: ["invalid_case_block", "\"case\" patterns guard? ':' block"],
  guard: ["'if' named_expression"],
  patterns: [["open_sequence_pattern", patternNode], "pattern"],
  pattern: ["as_pattern", "or_pattern"],
  as_pattern: [["or_pattern 'as' pattern_capture_target", patternNode], "invalid_as_pattern"],
  or_pattern: [["'|'.closed_pattern+", patternNode]],
  closed_pattern: [
    "literal_pattern",
    "capture_pattern",
    "wildcard_pattern",
    "value_pattern",
    "group_pattern",
    "sequence_pattern",
    "mapping_pattern",
    "class_pattern",
  ],
  literal_pattern: [
    ["signed_number !('+' | '-')", patternNode],
    ["complex_number", patternNode],
    ["strings", patternNode],
    "'None'",
    "'True'",
    "'False'",
  ],
  literal_expr: ["signed_number !('+' | '-')", "complex_number", "strings", "'None'", "'True'", "'False'"],
  complex_number: ["signed_real_number '+' imaginary_number", "signed_real_number '-' imaginary_number"],
  signed_number: ["number", ["'-' number", unary]],
  signed_real_number: ["real_number", ["'-' real_number", unary]],
  real_number: [["a=number", real]],
  imaginary_number: [["a=number", imaginary]],
  capture_pattern: ["pattern_capture_target"],
  pattern_capture_target: ["!\"_\" a=NAME !('.' | '(' | '=')"],
  wildcard_pattern: ['"_"'],
  value_pattern: ["a=attr !('.' | '(' | '=')"],
  attr: [["name_or_attr '.' NAME", node("Attribute")]],
  name_or_attr: ["attr", "NAME"],
  group_pattern: ["'(' a=pattern ')'"],
  sequence_pattern: [
    ["'[' maybe_sequence_pattern? ']'", patternNode],
    ["'(' open_sequence_pattern? ')'", patternNode],
  ],
  open_sequence_pattern: ["maybe_star_pattern ',' maybe_sequence_pattern?"],
  maybe_sequence_pattern: ["','.maybe_star_pattern+ [',']"],
  maybe_star_pattern: ["star_pattern", "pattern"],
  star_pattern: [
    ["'*' pattern_capture_target", patternNode],
    ["'*' wildcard_pattern", patternNode],
  ],
  mapping_pattern: [
    ["'{' '}'", patternNode],
    ["'{' double_star_pattern [','] '}'", patternNode],
    ["'{' items_pattern ',' double_star_pattern [','] '}'", patternNode],
    ["'{' items_pattern [','] '}'", patternNode],
  ],
  items_pattern: ["','.key_value_pattern+"],
  key_value_pattern: ["(literal_expr | attr) ':' pattern"],
  double_star_pattern: ["'**' pattern_capture_target"],
  class_pattern: [
    ["name_or_attr '(' ')'", patternNode],
    ["name_or_attr '(' positional_patterns [','] ')'", patternNode],
    ["name_or_attr '(' keyword_patterns [','] ')'", patternNode],
    ["name_or_attr '(' positional_patterns ',' keyword_patterns [','] ')'", patternNode],
    "invalid_class_pattern",
  ],
  positional_patterns: ["','.pattern+"],
  keyword_patterns: ["','.keyword_pattern+"],
  keyword_pattern: ["NAME '=' pattern"],
};

const expressions: Grammar<Diagnoser> = {
  expressions: [
    ["a=expression b=(',' c=expression)+ [',']", tuple],
    ["a=expression ','", tuple],
    "expression",
  ],
  expression: [
    "invalid_expression",
    "invalid_legacy_expression",
    ["disjunction 'if' disjunction 'else' expression", node("IfExp")],
    "disjunction",
    "lambdef",
  ],
  yield_expr: [
    ["'yield' 'from' expression", node("YieldFrom")],
    ["'yield' [star_expressions]", node("Yield")],
  ],
  star_expressions: [
    ["a=star_expression b=(',' c=star_expression)+ [',']", tuple],
    ["a=star_expression ','", tuple],
    "star_expression",
  ],
  star_expression: [["'*' a=bitwise_or", starred], "expression"],
  star_named_expressions: ["a=','.star_named_expression+ [',']"],
  star_named_expression: [["'*' a=bitwise_or", starred], "named_expression"],
  assignment_expression: [["NAME ':=' ~ expression", node("NamedExpr")]],
  named_expression: ["assignment_expression", "invalid_named_expression", "a=expression !':='"],
  disjunction: [["conjunction ('or' conjunction)+", node("BoolOp")], "conjunction"],
  conjunction: [["inversion ('and' inversion)+", node("BoolOp")], "inversion"],
  inversion: [["'not' inversion", unary], "comparison"],
  comparison: [
    [
      "a=bitwise_or b=compare_op_bitwise_or_pair+",
      node("Compare", ({ a, b }) => ({ value: a as ExprNode, isIn: (b as ExprNode[])[0]!.kind === "in" })),
    ],
    "bitwise_or",
  ],
  compare_op_bitwise_or_pair: [
    "'==' bitwise_or",
    "not_equal bitwise_or",
    "'<=' bitwise_or",
    "'<' bitwise_or",
    "'>=' bitwise_or",
    "'>' bitwise_or",
    "'not' 'in' bitwise_or",
    ["'in' bitwise_or", node("in")],
    "'is' 'not' bitwise_or",
    "'is' bitwise_or",
  ],
  not_equal: [["a='!='", inequality]],
  bitwise_or: [["bitwise_or '|' bitwise_xor", binary], "bitwise_xor"],
  bitwise_xor: [["bitwise_xor '^' bitwise_and", binary], "bitwise_and"],
  bitwise_and: [["bitwise_and '&' shift_expr", binary], "shift_expr"],
  shift_expr: [["shift_expr '<<' sum", binary], ["shift_expr '>>' sum", binary], "invalid_arithmetic", "sum"],
  sum: [["sum '+' term", binary], ["sum '-' term", binary], "term"],
  term: [
    ["term '*' factor", binary],
    ["term '/' factor", binary],
    ["term '//' factor", binary],
    ["term '%' factor", binary],
    ["term '@' factor", binary],
    "invalid_factor",
    "factor",
  ],
  factor: [["'+' factor", unary], ["'-' factor", unary], ["'~' factor", unary], "power"],
  power: [["await_primary '**' factor", binary], "await_primary"],
  await_primary: [["'await' primary", node("Await")], "primary"],
  primary: [
    ["primary '.' NAME", node("Attribute")],
    ["primary genexp", node("Call")],
    ["primary '(' [arguments] ')'", node("Call")],
    ["primary '[' slices ']'", node("Subscript")],
    "atom",
  ],
  slices: ["a=slice !','", [ "a=','.(slice | starred_expression)+ [',']", tuple]],
  slice: [["expression? ':' expression? [':' expression?]", node("Slice")], "named_expression"],
  atom: [
    "NAME",
    ["'True'", constant("True")],
    ["'False'", constant("False")],
    ["'None'", constant("None")],
    "&(STRING | FSTRING_START | TSTRING_START) strings",
    "number",
    "&'(' (tuple | group | genexp)",
    "&'[' (list | listcomp)",
    "&'{' (dict | set | dictcomp | setcomp)",
    ["'...'", constant("ellipsis")],
  ],
  number: [["a=NUMBER", (p, { a }) => p.number(a as Placed)]],
  group: ["'(' a=(yield_expr | named_expression) ')'", "invalid_group"],
  list: [["'[' a=[star_named_expressions] ']'", list]],
  tuple: [["'(' a=[tuple_items] ')'", tuple]],
  tuple_items: [
    [
      "a=star_named_expression ',' b=[star_named_expressions]",
      (_p, { a, b }) => [a as ExprNode, ...((b as ExprNode[] | undefined) ?? [])],
    ],
  ],
  set: [["'{' star_named_expressions '}'", node("Set")]],
  dict: [["'{' [double_starred_kvpairs] '}'", node("Dict")], "'{' invalid_double_starred_kvpairs '}'"],
  double_starred_kvpairs: ["','.double_starred_kvpair+ [',']"],
  double_starred_kvpair: ["'**' bitwise_or", "kvpair"],
  kvpair: ["expression ':' expression"],
  for_if_clauses: ["for_if_clause+"],
  for_if_clause: [
    ["'async' 'for' star_targets 'in' ~ b=disjunction c=('if' z=disjunction)*", comprehension],
    ["'for' star_targets 'in' ~ b=disjunction c=('if' z=disjunction)*", comprehension],
    "invalid_for_if_clause",
    "invalid_for_target",
  ],
  listcomp: [["'[' named_expression for_if_clauses ']'", node("ListComp")], "invalid_comprehension"],
  setcomp: [["'{' named_expression for_if_clauses '}'", node("SetComp")], "invalid_comprehension"],
  genexp: [
    ["'(' (assignment_expression | expression !':=') for_if_clauses ')'", node("GeneratorExp")],
    "invalid_comprehension",
  ],
  dictcomp: [["'{' kvpair for_if_clauses '}'", node("DictComp")], "invalid_dict_comprehension"],
  arguments: ["a=args [','] &')'", "invalid_arguments"],
  args: [
    [
      "a=','.(starred_expression | a=(assignment_expression | a=expression !':=') !'=')+ b=[',' k=kwargs]",
      collectArguments,
    ],
    ["b=kwargs", collectArguments],
  ],
  kwargs: [
    [
      "a=','.kwarg_or_starred+ ',' b=','.kwarg_or_double_starred+",
      (_p, { a, b }) => [...(a as KeywordOrStarred[]), ...(b as KeywordOrStarred[])],
    ],
    "','.kwarg_or_starred+",
    "','.kwarg_or_double_starred+",
  ],
  starred_expression: [
    "invalid_starred_expression_unpacking",
    ["'*' a=expression", starred],
    "invalid_starred_expression",
  ],
  kwarg_or_starred: [
    "invalid_kwarg",
    ["NAME '=' expression", keyword(false)],
    [
      "a=starred_expression",
      (p, { a }, first): KeywordOrStarred => ({
        kind: "starred",
        first,
        last: p.lastSolid(first),
        starred: a as ExprNode,
        unpacks: false,
      }),
    ],
  ],
  kwarg_or_double_starred: [
    "invalid_kwarg",
    ["NAME '=' expression", keyword(false)],
    ["'**' expression", keyword(true)],
  ],
};

const strings: Grammar<Diagnoser> = {
  fstring_middle: ["fstring_replacement_field", "FSTRING_MIDDLE"],
  fstring_replacement_field: [
    ["'{' annotated_rhs '='? [fstring_conversion] [fstring_full_format_spec] '}'", place],
    "invalid_fstring_replacement_field",
  ],
  fstring_conversion: [["a='!' b=NAME", conversion]],
  fstring_full_format_spec: [["':' fstring_format_spec*", place]],
  fstring_format_spec: [["a=FSTRING_MIDDLE", decodedMiddle], "fstring_replacement_field"],
  fstring: [["FSTRING_START b=fstring_middle* FSTRING_END", interpolated("JoinedStr")]],
  tstring_format_spec_replacement_field: [
    ["'{' annotated_rhs '='? [fstring_conversion] [tstring_full_format_spec] '}'", place],
    "invalid_tstring_replacement_field",
  ],
  tstring_format_spec: [["a=TSTRING_MIDDLE", decodedMiddle], "tstring_format_spec_replacement_field"],
  tstring_full_format_spec: [["':' tstring_format_spec*", place]],
  tstring_replacement_field: [
    ["'{' annotated_rhs '='? [fstring_conversion] [tstring_full_format_spec] '}'", place],
    "invalid_tstring_replacement_field",
  ],
  tstring_middle: ["tstring_replacement_field", "TSTRING_MIDDLE"],
  tstring: [["TSTRING_START b=tstring_middle* TSTRING_END", interpolated("TemplateStr")]],
  string: [["a=STRING", (p, { a }) => p.string(a as Placed)]],
  strings: [
    "invalid_string_tstring_concat",
    ["a=(fstring | string)+", (p, { a }, first) => p.concatenate(a as ExprNode[], first)],
    ["tstring+", node("TemplateStr")],
  ],
};

const targets: Grammar<Diagnoser> = {
  star_targets: [
    "a=star_target !','",
    ["a=star_target b=(',' c=star_target)* [',']", tuple],
  ],
  star_targets_list_seq: ["a=','.star_target+ [',']"],
  star_targets_tuple_seq: ["star_target (',' star_target)+ [',']", "star_target ','"],
  star_target: [["'*' a=(!'*' b=star_target)", starred], "target_with_star_atom"],
  target_with_star_atom: [
    ["t_primary '.' NAME !t_lookahead", node("Attribute")],
    ["t_primary '[' slices ']' !t_lookahead", node("Subscript")],
    "star_atom",
  ],
  star_atom: [
    "NAME",
    "'(' a=target_with_star_atom ')'",
    ["'(' [star_targets_tuple_seq] ')'", node("Tuple")],
    ["'[' [star_targets_list_seq] ']'", node("List")],
  ],
  single_target: ["single_subscript_attribute_target", "NAME", "'(' a=single_target ')'"],
  single_subscript_attribute_target: [
    ["t_primary '.' NAME !t_lookahead", node("Attribute")],
    ["t_primary '[' slices ']' !t_lookahead", node("Subscript")],
  ],
  t_primary: [
    ["t_primary '.' NAME &t_lookahead", node("Attribute")],
    ["t_primary '[' slices ']' &t_lookahead", node("Subscript")],
    ["t_primary genexp &t_lookahead", node("Call")],
    ["t_primary '(' [arguments] ')' &t_lookahead", node("Call")],
    ["a=atom &t_lookahead", pick],
  ],
  t_lookahead: ["'('", "'['", "'.'"],
  del_targets: ["','.del_target+ [',']"],
  del_target: [
    ["t_primary '.' NAME !t_lookahead", node("Attribute")],
    ["t_primary '[' slices ']' !t_lookahead", node("Subscript")],
    "del_t_atom",
  ],
  del_t_atom: [
    "NAME",
    "'(' a=del_target ')'",
    ["'(' [del_targets] ')'", node("Tuple")],
    ["'[' [del_targets] ']'", node("List")],
  ],
};

const MEMO = new Set([
  "simple_stmt",
  "block",
  "closed_pattern",
  "star_pattern",
  "type_param",
  "expression",
  "star_expression",
  "disjunction",
  "conjunction",
  "inversion",
  "factor",
  "await_primary",
  "strings",
  "tstring",
  "arguments",
  "star_target",
  "target_with_star_atom",
  "del_target",
  "invalid_named_expression",
]);

const LEFT_RECURSIVE = new Set([
  "dotted_name",
  "attr",
  "bitwise_or",
  "bitwise_xor",
  "bitwise_and",
  "shift_expr",
  "sum",
  "term",
  "primary",
  "t_primary",
]);

let compiled: ReturnType<typeof compileGrammar> | null = null;

/** The compiled rules; built when the first error is looked for. */
export function pythonRules(): ReturnType<typeof compileGrammar> {
  compiled ??= compileGrammar<Diagnoser>(
    { ...statements, ...parameters, ...patterns, ...expressions, ...strings, ...targets, ...errorRules },
    MEMO,
    LEFT_RECURSIVE,
  );
  return compiled;
}
