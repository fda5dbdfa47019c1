# float rejects other text
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


for text in ("", "abc", "1.5.2", "1e", "1__0", "_1", "1_.0", "0x10", "1 2", "nan1", "--1"):
    attempt(float, text)
# expect: ValueError: could not convert string to float: ''
# expect: ValueError: could not convert string to float: 'abc'
# expect: ValueError: could not convert string to float: '1.5.2'
# expect: ValueError: could not convert string to float: '1e'
# expect: ValueError: could not convert string to float: '1__0'
# expect: ValueError: could not convert string to float: '_1'
# expect: ValueError: could not convert string to float: '1_.0'
# expect: ValueError: could not convert string to float: '0x10'
# expect: ValueError: could not convert string to float: '1 2'
# expect: ValueError: could not convert string to float: 'nan1'
# expect: ValueError: could not convert string to float: '--1'
attempt(float, None)  # expect: TypeError: float() argument must be a string or a real number, not 'NoneType'
attempt(float, [])  # expect: TypeError: float() argument must be a string or a real number, not 'list'
attempt(float, 1j)  # expect: TypeError: float() argument must be a string or a real number, not 'complex'
attempt(float, 10**400)  # expect: OverflowError: int too large to convert to float
