# trees made by hand are checked before they are compiled
import ast


def try_it(node):
    tree = ast.Module([node] if isinstance(node, ast.stmt) else [ast.Expr(node)], [])
    ast.fix_missing_locations(tree)
    try:
        compile(tree, 'f.py', 'exec')
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
    else:
        print('fine')


x, store, none = ast.Name('x', ast.Load()), ast.Name('x', ast.Store()), [ast.Pass()]
no_arguments = ast.arguments([], [], None, [], [], None, [])
try_it(ast.Assign([], x))  # expect: ValueError empty targets on Assign
try_it(ast.Delete([]))  # expect: ValueError empty targets on Delete
try_it(ast.If(x, [], []))  # expect: ValueError empty body on If
try_it(ast.While(x, [], []))  # expect: ValueError empty body on While
try_it(ast.For(store, x, [], []))  # expect: ValueError empty body on For
try_it(ast.With([], none))  # expect: ValueError empty items on With
try_it(ast.With([ast.withitem(x)], []))  # expect: ValueError empty body on With
try_it(ast.FunctionDef('f', no_arguments, []))  # expect: ValueError empty body on FunctionDef
try_it(ast.ClassDef('C', [], [], [], []))  # expect: ValueError empty body on ClassDef
try_it(ast.Try(none, [], [], []))  # expect: ValueError Try has neither except handlers nor finalbody
try_it(ast.Try(none, [], none, none))  # expect: ValueError Try has orelse but no except handlers
try_it(ast.Try([], [], [], none))  # expect: ValueError empty body on Try
try_it(ast.Try(none, [ast.ExceptHandler(None, None, [])], [], []))
# expect: ValueError empty body on ExceptHandler
try_it(ast.Import([]))  # expect: ValueError empty names on Import
try_it(ast.Global([]))  # expect: ValueError empty names on Global
try_it(ast.BoolOp(ast.And(), [x]))  # expect: ValueError BoolOp with less than 2 values
try_it(ast.Dict([x], []))  # expect: ValueError Dict doesn't have the same number of keys as values
try_it(ast.Compare(x, [], []))  # expect: ValueError Compare with no comparators
try_it(ast.Compare(x, [ast.Lt()], [x, x]))
# expect: ValueError Compare has a different number of comparators and operands
try_it(ast.ListComp(x, []))  # expect: ValueError comprehension with no generators
try_it(ast.If(x, [ast.Assign([], x)], []))  # expect: ValueError empty targets on Assign
try_it(ast.If(x, none, none))  # expect: fine
try_it(ast.Set([x]))  # expect: fine
