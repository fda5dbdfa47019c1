// The rules that match wrong programs and say what is wrong with them. They are tried only in the second pass, in
// the places and the order in which CPython 3.14's grammar has its invalid_… rules, since the first match wins.
// An action that raises never returns; one that returns null makes its rule fail for good.

import type { Diagnoser } from "./diagnoser.ts";
import { type ArgumentsNode, type ComprehensionNode, describe, type ExprNode, type Placed } from "./nodes.ts";
import type { Action, Bindings, Grammar } from "./peg.ts";

type Make = Action<Diagnoser>;
const at = (bound: Bindings, name: string): Placed => bound[name] as Placed;
const expr = (bound: Bindings, name: string): ExprNode => bound[name] as ExprNode;

/** At the value `a`. */
const atA =
  (message: string | ((a: ExprNode) => string)): Make =>
  (p, bound) =>
    p.at(at(bound, "a"), typeof message === "string" ? message : message(expr(bound, "a")));
/** From `a` to `b`. */
const fromAtoB =
  (message: string): Make =>
  (p, bound) =>
    p.range(at(bound, "a"), at(bound, "b"), message);
/** From `a` to where the lexer stands. */
const fromA =
  (message: string): Make =>
  (p, bound) =>
    p.startingFrom(at(bound, "a"), message);
/** At the last token fetched. */
const here =
  (message: string): Make =>
  (p) =>
    p.here(message);
/** At the next token. */
const next =
  (message: string): Make =>
  (p) =>
    p.next(message);
/** "expected an indented block after …", naming the line of `a`. */
const noBlock =
  (what: string): Make =>
  (p, bound) =>
    p.noBlock(what, at(bound, "a"));

const noColon = here("expected ':'");
const GENERATOR = "Generator expression must be parenthesized";
const COMPARE_OR_NAME = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";

function lastComprehensionItem(clauses: ComprehensionNode[]): ExprNode {
  const last = clauses[clauses.length - 1]!;
  return last.ifs[last.ifs.length - 1] ?? last.iter;
}

const bareGenerator: Make = (p, bound) =>
  p.range(at(bound, "a"), lastComprehensionItem(bound.b as ComprehensionNode[]), GENERATOR);

const forgottenComma: Make = (p, bound) => {
  const a = expr(bound, "a");
  if (isLegacyStatement(a) || p.levelAfter(p.pos - 1) === 0) return null;
  return p.range(a, at(bound, "b"), "invalid syntax. Perhaps you forgot a comma?");
};

function isLegacyStatement(name: ExprNode): boolean {
  return name.kind === "Name" && (name.id === "print" || name.id === "exec");
}

const calls: Grammar<Diagnoser> = {
  invalid_arguments: [
    [
      "((','.(starred_expression | (assignment_expression | expression !':=') !'=')+ ',' kwargs) | kwargs) " +
        "a=',' ','.(starred_expression !'=')+",
      fromA("iterable argument unpacking follows keyword argument unpacking"),
    ],
    ["a=expression b=for_if_clauses ',' [args | expression for_if_clauses]", bareGenerator],
    ["a=NAME b='=' expression for_if_clauses", fromAtoB(COMPARE_OR_NAME)],
    ["[args ','] a=NAME b='=' &(',' | ')')", fromAtoB("expected argument value expression")],
    [
      "a=args b=for_if_clauses",
      (p, bound) => {
        const { args } = bound.a as ArgumentsNode;
        if (args.length <= 1) return null;
        return p.range(args[args.length - 1]!, lastComprehensionItem(bound.b as ComprehensionNode[]), GENERATOR);
      },
    ],
    ["args ',' a=expression b=for_if_clauses", bareGenerator],
    [
      "a=args ',' args",
      (p, bound) => {
        const unpacked = (bound.a as ArgumentsNode).unpacked.includes(true);
        return p.here(`positional argument follows keyword argument${unpacked ? " unpacking" : ""}`);
      },
    ],
  ],
  invalid_kwarg: [
    [
      "a=('True' | 'False' | 'None') b='='",
      (p, bound) => p.range(at(bound, "a"), at(bound, "b"), `cannot assign to ${p.textOf(at(bound, "a"))}`),
    ],
    ["a=NAME b='=' expression for_if_clauses", fromAtoB(COMPARE_OR_NAME)],
    ["!(NAME '=') a=expression b='='", fromAtoB('expression cannot contain assignment, perhaps you meant "=="?')],
    ["a='**' expression '=' b=expression", fromAtoB("cannot assign to keyword argument unpacking")],
  ],
  invalid_starred_expression_unpacking: [
    ["a='*' expression '=' b=expression", fromAtoB("cannot assign to iterable argument unpacking")],
  ],
  invalid_starred_expression: [["'*'", here("Invalid star expression")]],
};

const expressions: Grammar<Diagnoser> = {
  expression_without_invalid: [
    [
      "disjunction 'if' disjunction 'else' expression",
      (p, _b, first) => ({ kind: "IfExp", first, last: p.lastSolid(first) }),
    ],
    "disjunction",
    "lambdef",
  ],
  invalid_legacy_expression: [
    [
      "a=NAME !'(' b=star_expressions",
      (p, bound) => {
        const name = expr(bound, "a");
        if (!isLegacyStatement(name)) return null;
        const message = `Missing parentheses in call to '${name.id}'. Did you mean ${name.id}(...)?`;
        return p.range(name, at(bound, "b"), message);
      },
    ],
  ],
  invalid_expression: [
    [
      "STRING a=(!STRING b=expression_without_invalid)+ STRING",
      (p, bound) => {
        const inner = bound.a as Placed[];
        return p.range(
          inner[0]!,
          inner[inner.length - 1]!,
          "invalid syntax. Is this intended to be part of the string?",
        );
      },
    ],
    ["!(NAME STRING | SOFT_KEYWORD) a=disjunction b=expression_without_invalid", forgottenComma],
    ["a=disjunction 'if' b=disjunction !('else' | ':')", fromAtoB("expected 'else' after 'if' expression")],
    [
      "a=disjunction 'if' b=disjunction 'else' !expression",
      next("expected expression after 'else', but statement is given"),
    ],
    [
      "a=(pass_stmt | break_stmt | continue_stmt) 'if' b=disjunction 'else' c=simple_stmt",
      atA("expected expression before 'if', but statement is given"),
    ],
    [
      "a='lambda' [lambda_params] b=':' &FSTRING_MIDDLE",
      fromAtoB("f-string: lambda expressions are not allowed without parentheses"),
    ],
    [
      "a='lambda' [lambda_params] b=':' &TSTRING_MIDDLE",
      fromAtoB("t-string: lambda expressions are not allowed without parentheses"),
    ],
  ],
  invalid_named_expression: [
    ["a=expression ':=' expression", atA((a) => `cannot use assignment expressions with ${describe(a)}`)],
    ["a=NAME '=' b=bitwise_or !('=' | ':=')", fromAtoB(COMPARE_OR_NAME)],
    [
      "!(list | tuple | genexp | 'True' | 'None' | 'False') a=bitwise_or b='=' bitwise_or !('=' | ':=')",
      atA((a) => `cannot assign to ${describe(a)} here. Maybe you meant '==' instead of '='?`),
    ],
  ],
  invalid_comprehension: [
    [
      "('[' | '(' | '{') a=starred_expression for_if_clauses",
      atA("iterable unpacking cannot be used in comprehension"),
    ],
    [
      "('[' | '{') a=star_named_expression ',' b=star_named_expressions for_if_clauses",
      (p, bound) => {
        const others = bound.b as Placed[];
        const message = "did you forget parentheses around the comprehension target?";
        return p.range(at(bound, "a"), others[others.length - 1]!, message);
      },
    ],
    [
      "('[' | '{') a=star_named_expression b=',' for_if_clauses",
      fromAtoB("did you forget parentheses around the comprehension target?"),
    ],
  ],
  invalid_dict_comprehension: [
    ["'{' a='**' bitwise_or for_if_clauses '}'", atA("dict unpacking cannot be used in dict comprehension")],
  ],
  invalid_for_if_clause: [
    ["'async'? 'for' (bitwise_or (',' bitwise_or)* [',']) !'in'", here("'in' expected after for-loop variables")],
  ],
  invalid_for_target: [["'async'? 'for' a=star_expressions", (p, bound) => p.target("for", expr(bound, "a"))]],
  invalid_group: [
    ["'(' a=starred_expression ')'", atA("cannot use starred expression here")],
    ["'(' a='**' expression ')'", atA("cannot use double starred expression here")],
  ],
  invalid_double_starred_kvpairs: [
    "','.double_starred_kvpair+ ',' invalid_kvpair",
    ["expression ':' a='*' bitwise_or", fromA("cannot use a starred expression in a dictionary value")],
    ["expression a=':' &('}' | ',')", atA("expression expected after dictionary key and ':'")],
  ],
  invalid_kvpair: [
    ["a=expression !(':')", (p, bound) => p.keyWithoutColon(at(bound, "a"))],
    ["expression ':' a='*' bitwise_or", fromA("cannot use a starred expression in a dictionary value")],
    ["expression a=':' &('}' | ',')", atA("expression expected after dictionary key and ':'")],
  ],
  invalid_arithmetic: [
    [
      "sum ('+' | '-' | '*' | '/' | '%' | '//' | '@') a='not' b=inversion",
      fromAtoB("'not' after an operator must be parenthesized"),
    ],
  ],
  invalid_factor: [["('+' | '-' | '~') a='not' b=factor", fromAtoB("'not' after an operator must be parenthesized")]],
};

const assignments: Grammar<Diagnoser> = {
  invalid_assignment: [
    [
      "a=invalid_ann_assign_target ':' expression",
      atA((a) => `only single target (not ${describe(a)}) can be annotated`),
    ],
    [
      "a=star_named_expression ',' star_named_expressions* ':' expression",
      atA("only single target (not tuple) can be annotated"),
    ],
    ["a=expression ':' expression", atA("illegal target for annotation")],
    ["(star_targets '=')* a=star_expressions '='", (p, bound) => p.target("star", expr(bound, "a"))],
    ["(star_targets '=')* a=yield_expr '='", atA("assignment to yield expression not possible")],
    [
      "a=star_expressions augassign annotated_rhs",
      atA((a) => `'${describe(a)}' is an illegal expression for augmented assignment`),
    ],
  ],
  invalid_ann_assign_target: ["list", "tuple", "'(' a=invalid_ann_assign_target ')'"],
  invalid_del_stmt: [["'del' a=star_expressions", (p, bound) => p.target("del", expr(bound, "a"))]],
  invalid_import: [
    ["a='import' ','.dotted_name+ 'from' dotted_name", fromA("Did you mean to use 'from ... import ...' instead?")],
    ["'import' a=NEWLINE", fromA("Expected one or more names after 'import'")],
  ],
  invalid_dotted_as_name: [
    [
      "dotted_name 'as' !(NAME (',' | ')' | ';' | NEWLINE)) a=expression",
      atA((a) => `cannot use ${describe(a)} as import target`),
    ],
  ],
  invalid_import_from_as_name: [
    [
      "NAME 'as' !(NAME (',' | ')' | ';' | NEWLINE)) a=expression",
      atA((a) => `cannot use ${describe(a)} as import target`),
    ],
  ],
  invalid_import_from_targets: [
    ["import_from_as_names ',' NEWLINE", here("trailing comma not allowed without surrounding parentheses")],
    ["a=NEWLINE", fromA("Expected one or more names after 'import'")],
  ],
};

const blocks: Grammar<Diagnoser> = {
  invalid_block: [["NEWLINE !INDENT", (p) => p.indentation("expected an indented block")]],
  invalid_with_item: [
    ["expression 'as' a=expression &(',' | ')' | ':')", (p, bound) => p.target("star", expr(bound, "a"))],
  ],
  invalid_with_stmt: [
    ["['async'] 'with' ','.(expression ['as' star_target])+ NEWLINE", noColon],
    ["['async'] 'with' '(' ','.(expressions ['as' star_target])+ [','] ')' NEWLINE", noColon],
  ],
  invalid_with_stmt_indent: [
    ["['async'] a='with' ','.(expression ['as' star_target])+ ':' NEWLINE !INDENT", noBlock("'with' statement")],
    [
      "['async'] a='with' '(' ','.(expressions ['as' star_target])+ [','] ')' ':' NEWLINE !INDENT",
      noBlock("'with' statement"),
    ],
  ],
  invalid_try_stmt: [
    ["a='try' ':' NEWLINE !INDENT", noBlock("'try' statement")],
    ["'try' ':' block !('except' | 'finally')", here("expected 'except' or 'finally' block")],
    [
      "'try' ':' block* except_block+ a='except' b='*' expression ['as' NAME] ':'",
      fromAtoB("cannot have both 'except' and 'except*' on the same 'try'"),
    ],
    [
      "'try' ':' block* except_star_block+ a='except' [expression ['as' NAME]] ':'",
      atA("cannot have both 'except' and 'except*' on the same 'try'"),
    ],
  ],
  invalid_except_stmt: [
    [
      "'except' a=expression ',' expressions 'as' NAME ':'",
      fromA("multiple exception types must be parenthesized when using 'as'"),
    ],
    ["'except' expression ['as' NAME] NEWLINE", noColon],
    ["'except' NEWLINE", noColon],
    ["'except' expression 'as' a=expression ':' block", atA((a) => `cannot use except statement with ${describe(a)}`)],
  ],
  invalid_except_star_stmt: [
    [
      "'except' '*' a=expression ',' expressions 'as' NAME ':'",
      fromA("multiple exception types must be parenthesized when using 'as'"),
    ],
    ["'except' '*' expression ['as' NAME] NEWLINE", noColon],
    ["'except' '*' (NEWLINE | ':')", here("expected one or more exception types")],
    [
      "'except' '*' expression 'as' a=expression ':' block",
      atA((a) => `cannot use except* statement with ${describe(a)}`),
    ],
  ],
  invalid_finally_stmt: [["a='finally' ':' NEWLINE !INDENT", noBlock("'finally' statement")]],
  invalid_except_stmt_indent: [
    ["a='except' expression ['as' NAME] ':' NEWLINE !INDENT", noBlock("'except' statement")],
    ["a='except' ':' NEWLINE !INDENT", noBlock("'except' statement")],
  ],
  invalid_except_star_stmt_indent: [
    ["a='except' '*' expression ['as' NAME] ':' NEWLINE !INDENT", noBlock("'except*' statement")],
  ],
  invalid_if_stmt: [
    ["'if' named_expression NEWLINE", noColon],
    ["a='if' named_expression ':' NEWLINE !INDENT", noBlock("'if' statement")],
  ],
  invalid_elif_stmt: [
    ["'elif' named_expression NEWLINE", noColon],
    ["a='elif' named_expression ':' NEWLINE !INDENT", noBlock("'elif' statement")],
  ],
  invalid_else_stmt: [
    ["a='else' ':' NEWLINE !INDENT", noBlock("'else' statement")],
    ["'else' ':' block a='elif'", here("'elif' block follows an 'else' block")],
  ],
  invalid_while_stmt: [
    ["'while' named_expression NEWLINE", noColon],
    ["a='while' named_expression ':' NEWLINE !INDENT", noBlock("'while' statement")],
  ],
  invalid_for_stmt: [
    ["['async'] 'for' star_targets 'in' star_expressions NEWLINE", noColon],
    ["['async'] a='for' star_targets 'in' star_expressions ':' NEWLINE !INDENT", noBlock("'for' statement")],
  ],
  invalid_def_raw: [
    [
      "['async'] a='def' NAME [type_params] '(' [params] ')' ['->' expression] ':' NEWLINE !INDENT",
      noBlock("function definition"),
    ],
    "['async'] 'def' NAME [type_params] &&'(' [params] ')' ['->' expression] &&':' [func_type_comment] block",
  ],
  invalid_class_def_raw: [
    ["'class' NAME [type_params] ['(' [arguments] ')'] NEWLINE", noColon],
    ["a='class' NAME [type_params] ['(' [arguments] ')'] ':' NEWLINE !INDENT", noBlock("class definition")],
  ],
};

const patterns: Grammar<Diagnoser> = {
  invalid_match_stmt: [
    ['"match" subject_expr NEWLINE', noColon],
    ["a=\"match\" subject_expr ':' NEWLINE !INDENT", noBlock("'match' statement")],
  ],
  invalid_case_block: [
    ['"case" patterns guard? NEWLINE', noColon],
    ["a=\"case\" patterns guard? ':' NEWLINE !INDENT", noBlock("'case' statement")],
  ],
  invalid_as_pattern: [
    ["or_pattern 'as' a=\"_\"", atA("cannot use '_' as a target")],
    ["or_pattern 'as' a=expression", atA((a) => `cannot use ${describe(a)} as pattern target`)],
  ],
  invalid_class_pattern: [
    [
      "name_or_attr '(' a=invalid_class_argument_pattern",
      (p, bound) => {
        const positional = bound.a as Placed[];
        const last = positional[positional.length - 1]!;
        return p.range(positional[0]!, last, "positional patterns follow keyword patterns");
      },
    ],
  ],
  invalid_class_argument_pattern: ["[positional_patterns ','] keyword_patterns ',' a=positional_patterns"],
};

/** Rules for the parameters of functions, or of lambdas. */
function parameterRules(prefix: "" | "lambda_", close: ")" | ":", parenthesized: string): Grammar<Diagnoser> {
  const p = prefix;
  const kwdsFollow = "arguments cannot follow var-keyword argument";
  const slashes = `(${p}slash_no_default | ${p}slash_with_default)`;
  return {
    [`invalid_${p}parameters`]: [
      ["a='/' ','", atA("at least one argument must precede /")],
      [`${slashes} ${p}param_maybe_default* a='/'`, atA("/ may appear only once")],
      [
        `[${p}slash_no_default] ${p}param_no_default* invalid_${p}parameters_helper a=${p}param_no_default`,
        atA("parameter without a default follows parameter with a default"),
      ],
      [
        prefix === ""
          ? "param_no_default* a='(' param_no_default+ [','] b=')'"
          : "lambda_param_no_default* a='(' ','.lambda_param+ [','] b=')'",
        fromAtoB(parenthesized),
      ],
      [
        `[${slashes}] ${p}param_maybe_default* '*' (',' | ${p}param_no_default) ${p}param_maybe_default* a='/'`,
        atA("/ must be ahead of *"),
      ],
      [`${p}param_maybe_default+ '/' a='*'`, atA("expected comma between / and *")],
    ],
    [`invalid_${p}parameters_helper`]: [`${p}slash_with_default`, `${p}param_with_default+`],
    [`invalid_${p}star_etc`]: [
      [
        `a='*' ('${close}' | ',' ('${close}' | '**'))`,
        prefix === "" ? atA("named arguments must follow bare *") : here("named arguments must follow bare *"),
      ],
      [`'*' ${p}param a='='`, atA("var-positional argument cannot have default value")],
      [
        `'*' (${p}param_no_default | ',') ${p}param_maybe_default* a='*' (${p}param_no_default | ',')`,
        atA("* argument may appear only once"),
      ],
    ],
    [`invalid_${p}kwds`]: [
      [`'**' ${p}param a='='`, atA("var-keyword argument cannot have default value")],
      [`'**' ${p}param ',' a=${p}param`, atA(kwdsFollow)],
      [`'**' ${p}param ',' a=('*' | '**' | '/')`, atA(kwdsFollow)],
    ],
  };
}

const typeParameters: Grammar<Diagnoser> = {
  invalid_default: [["a='=' &(')' | ',')", atA("expected default value expression")]],
  invalid_type_params: [["'[' a=']'", fromA("Type parameter list cannot be empty")]],
  invalid_type_param: [
    ["'*' NAME a=':' b=expression", (p, bound) => boundOf(p, bound, "TypeVarTuple")],
    ["'**' NAME a=':' b=expression", (p, bound) => boundOf(p, bound, "ParamSpec")],
  ],
};

function boundOf(p: Diagnoser, bound: Bindings, kind: string): never {
  const what = expr(bound, "b").kind === "Tuple" ? "constraints" : "bound";
  return p.startingFrom(at(bound, "a"), `cannot use ${what} with ${kind}`);
}

/** Rules for replacement fields of f-strings, or of t-strings. */
function fieldRules(letter: "f" | "t"): Grammar<Diagnoser> {
  const s = `${letter}string`;
  const name = `${letter}-string`;
  const needsValue = (sign: string): [string, Make] => [
    `'{' a='${sign}'`,
    atA(`${name}: valid expression required before '${sign}'`),
  ];
  return {
    [`invalid_${s}_replacement_field`]: [
      needsValue("="),
      needsValue("!"),
      needsValue(":"),
      needsValue("}"),
      ["'{' !annotated_rhs", next(`${name}: expecting a valid expression after '{'`)],
      ["'{' annotated_rhs !('=' | '!' | ':' | '}')", next(`${name}: expecting '=', or '!', or ':', or '}'`)],
      ["'{' annotated_rhs '=' !('!' | ':' | '}')", next(`${name}: expecting '!', or ':', or '}'`)],
      `'{' annotated_rhs '='? invalid_${s}_conversion_character`,
      ["'{' annotated_rhs '='? ['!' NAME] !(':' | '}')", next(`${name}: expecting ':' or '}'`)],
      [`'{' annotated_rhs '='? ['!' NAME] ':' ${s}_format_spec* !'}'`, next(`${name}: expecting '}', or format specs`)],
      ["'{' annotated_rhs '='? ['!' NAME] !'}'", next(`${name}: expecting '}'`)],
    ],
    [`invalid_${s}_conversion_character`]: [
      ["'!' &(':' | '}')", next(`${name}: missing conversion character`)],
      ["'!' !NAME", next(`${name}: invalid conversion character`)],
    ],
  };
}

const MIXED = "cannot mix t-string literals with string or bytes literals";
const mixedStrings: Make = (p, bound) => {
  const before = bound.a as Placed[];
  return p.range(before[before.length - 1]!, at(bound, "b"), MIXED);
};

const strings: Grammar<Diagnoser> = {
  invalid_string_tstring_concat: [
    ["a=(fstring | string)+ b=tstring", mixedStrings],
    ["a=tstring+ b=(fstring | string)", mixedStrings],
  ],
};

export const errorRules: Grammar<Diagnoser> = {
  ...calls,
  ...expressions,
  ...assignments,
  ...blocks,
  ...patterns,
  ...parameterRules("", ")", "Function parameters cannot be parenthesized"),
  ...parameterRules("lambda_", ":", "Lambda expression parameters cannot be parenthesized"),
  ...typeParameters,
  ...fieldRules("f"),
  ...fieldRules("t"),
  ...strings,
};
