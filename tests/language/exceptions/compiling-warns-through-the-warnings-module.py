# compiling warns through the warnings module
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for source in ("x is 5", "assert (1, 'text')", "'a' 'b' [1.5]", "(1, 2)(3)", "s = '\\d'", "def f():\n for _ in x:\n  try: pass\n  finally: continue", "1 if 2is 3 else 4"):
        compile(source, "some file", "exec")
        for warning in caught:
            print(warning.category.__name__, warning.lineno, warning.filename, str(warning.message).split(". ")[0])
        caught.clear()
# expect: SyntaxWarning 1 some file "is" with 'int' literal
# expect: SyntaxWarning 1 some file assertion is always true, perhaps remove parentheses?
# expect: SyntaxWarning 1 some file str indices must be integers or slices, not float; perhaps you missed a comma?
# expect: SyntaxWarning 1 some file 'tuple' object is not callable; perhaps you missed a comma?
# expect: SyntaxWarning 1 some file "\d" is an invalid escape sequence
# expect: SyntaxWarning 4 some file 'continue' in a 'finally' block
# expect: SyntaxWarning 1 some file invalid decimal literal
# expect: SyntaxWarning 1 some file "is" with 'int' literal
with warnings.catch_warnings():
    warnings.simplefilter("error")
    for run in (lambda: exec("\n\nx is 'a'"), lambda: eval("~True"), lambda: compile("'\\q'", "name", "eval")):
        try:
            run()
        except Exception as error:
            print(type(error).__name__, str(error).split(". ")[0], getattr(error, "lineno", None), getattr(error, "filename", None))
# expect: SyntaxError "is" with 'str' literal 3 <string>
# expect: DeprecationWarning Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16 None None
# expect: SyntaxError "\q" is an invalid escape sequence 1 name
