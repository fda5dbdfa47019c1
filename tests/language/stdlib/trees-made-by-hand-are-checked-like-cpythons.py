# what compile() says of syntax trees that no parser makes
import ast


def check(tree, mode="exec"):
    try:
        compile(ast.fix_missing_locations(tree), "<tree>", mode)
        print("compiled")
    except (TypeError, ValueError, SyntaxError) as e:
        print(type(e).__name__, e)


name = ast.Name("x", ast.Load())
stored = ast.Name("x", ast.Store())
one = ast.Constant(1)
check(ast.Module([ast.TypeAlias(name=ast.Subscript(name, one, ast.Store()), type_params=[], value=name)], []))
# expect: TypeError TypeAlias with non-Name name
check(ast.Module([ast.Assign([name], one)], []))
# expect: ValueError expression must have Store context but has Load instead
check(ast.Module([ast.Assign([one], one)], []))
# expect: ValueError expression which can't be assigned to in Store context
check(ast.Module([ast.Assign([stored], one)], []))  # expect: compiled
check(ast.Module([ast.Delete([stored])], []))
# expect: ValueError expression must have Del context but has Store instead
check(ast.Module([ast.For(one, name, [ast.Pass()], [])], []))
# expect: ValueError expression which can't be assigned to in Store context
check(ast.Module([ast.AnnAssign(ast.Attribute(name, "a", ast.Store()), name, None, 1)], []))
# expect: TypeError AnnAssign with simple non-Name target
check(ast.Module([ast.Expr(ast.NamedExpr(one, one))], []))  # expect: TypeError NamedExpr target must be a Name
check(ast.Module([ast.Expr(ast.Name("None", ast.Load()))], []))
# expect: ValueError identifier field can't represent 'None' constant
check(ast.Module([ast.Assign([ast.Tuple([name], ast.Store())], one)], []))
# expect: ValueError expression must have Store context but has Load instead
check(ast.Module([ast.Match(name, [ast.match_case(ast.MatchValue(name), None, [ast.Pass()])])], []))
# expect: ValueError patterns may only match literals and attribute lookups
check(ast.Module([ast.Match(name, [ast.match_case(ast.MatchOr([ast.MatchAs()]), None, [ast.Pass()])])], []))
# expect: ValueError MatchOr requires at least 2 patterns
check(ast.Module([ast.Match(name, [ast.match_case(ast.MatchStar("y"), None, [ast.Pass()])])], []))
# expect: ValueError can't use MatchStar here
check(ast.Module([ast.Match(name, [ast.match_case(ast.MatchAs(ast.MatchValue(one)), None, [ast.Pass()])])], []))
# expect: ValueError MatchAs must specify a target name if a pattern is given
check(ast.Module([ast.Match(name, [ast.match_case(ast.MatchClass(one, [], [], []), None, [ast.Pass()])])], []))
# expect: ValueError MatchClass cls field can only contain Name or Attribute nodes.
check(ast.Module([ast.Match(name, [ast.match_case(ast.MatchSequence([ast.MatchStar("y")]), None, [ast.Pass()])])], []))
# expect: compiled
check(ast.Expression(ast.Lambda(ast.arguments([], [ast.arg("a")], None, [], [], None, []), one)), "eval")
# expect: compiled
check(ast.parse(open(__file__).read()) if __name__ == "nobody" else ast.parse("for x, *y in z:\n  x.a[1], b = x\n  del x.a, y[0]\nwith a as (b, c): pass"))
# expect: compiled
