# string formatter and template errors
import string

t = string.Template("$who owes $$$amount ${who}")
print(t.substitute(who="Al", amount=5), t.get_identifiers(), t.is_valid())
# expect: Al owes $5 Al ['who', 'amount'] True
for bad in ("$", "${x", "$1"):
    try:
        string.Template(bad).substitute(x=1)
    except ValueError as e:
        print(e)
# expect: Invalid placeholder in string: line 1, col 1
# expect: Invalid placeholder in string: line 1, col 1
# expect: Invalid placeholder in string: line 1, col 1
try:
    t.substitute(who="x")
except KeyError as e:
    print("KeyError", e)  # expect: KeyError 'amount'
