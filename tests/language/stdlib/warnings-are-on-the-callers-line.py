# warnings of modules that CPython writes in C are on the line that has called them
import array, ast, codecs, os, warnings

def name():
    return ast.Name(foo=1)
def escape():
    return codecs.escape_decode(b"\\d")
def octal():
    return codecs.decode(b"\\777", "unicode_escape")
def letter():
    return codecs.unicode_escape_decode(b"\\d")
def letters():
    return array.array("u", "abc")
def lines():
    return open(os.devnull, "rb", 1).close()
def floats():
    return int.__index__(True) + complex(Float())
class Float(float):
    def __complex__(self):
        return Complex()
class Complex(complex): pass
def invert():
    return ~True

places = {f.__code__.co_firstlineno + 1: f.__name__ for f in (name, escape, octal, letter, letters, lines, floats, invert)}
for call in name, escape, octal, letter, letters, lines, floats, invert:
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        call()
    print(call.__name__, [(each.category.__name__, places.get(each.lineno), each.filename == name.__code__.co_filename) for each in seen])
# expect: name [('DeprecationWarning', 'name', True), ('DeprecationWarning', 'name', True)]
# expect: escape [('DeprecationWarning', 'escape', True)]
# expect: octal [('DeprecationWarning', 'octal', True)]
# expect: letter [('DeprecationWarning', 'letter', True)]
# expect: letters [('DeprecationWarning', 'letters', True)]
# expect: lines [('RuntimeWarning', 'lines', True)]
# expect: floats [('DeprecationWarning', 'floats', True)]
# expect: invert [('DeprecationWarning', 'invert', True)]
