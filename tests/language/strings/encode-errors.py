# encode errors
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt("é".encode, "ascii")
# expect: UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
attempt("aé€".encode, "ascii")
# expect: UnicodeEncodeError: 'ascii' codec can't encode characters in position 1-2: ordinal not in range(128)
attempt("€".encode, "latin-1")
# expect: UnicodeEncodeError: 'latin-1' codec can't encode character '\u20ac' in position 0: ordinal not in range(256)
attempt("\ud800".encode, "utf-8")
# expect: UnicodeEncodeError: 'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed
attempt("a".encode, "no-such")  # expect: LookupError: unknown encoding: no-such
attempt("é".encode, "ascii", "no-such")  # expect: LookupError: unknown error handler name 'no-such'
