# int() and float() of texts that are no numbers: the errors name the text; what is odd but a number is read
for t in ["", " ", "abc", " 12 ", "1 2", "+", "-", "+-1", "1_0", "_1", "1__0", "12a", "0x10", "\t5\n", "5\x1c", "1.5", "said \"hi\" 3", "it's", "a" * 39, "a" * 50, "1" * 30, "inf", "nan", "infinit", "INFINITY", "1e5", "1e", "e", "..", "true", "user3", "\x00", "1\x002", "é", "\x7f", "na", "fin", " - 1", "1_000.5", "None"]:
    for f in (int, float):
        try: print(f.__name__, repr(t), f(t))
        except ValueError as e: print(f.__name__, repr(t), e)
# expect: int '' invalid literal for int() with base 10: ''
# expect: float '' could not convert string to float: ''
# expect: int ' ' invalid literal for int() with base 10: ' '
# expect: float ' ' could not convert string to float: ' '
# expect: int 'abc' invalid literal for int() with base 10: 'abc'
# expect: float 'abc' could not convert string to float: 'abc'
# expect: int ' 12 ' 12
# expect: float ' 12 ' 12.0
# expect: int '1 2' invalid literal for int() with base 10: '1 2'
# expect: float '1 2' could not convert string to float: '1 2'
# expect: int '+' invalid literal for int() with base 10: '+'
# expect: float '+' could not convert string to float: '+'
# expect: int '-' invalid literal for int() with base 10: '-'
# expect: float '-' could not convert string to float: '-'
# expect: int '+-1' invalid literal for int() with base 10: '+-1'
# expect: float '+-1' could not convert string to float: '+-1'
# expect: int '1_0' 10
# expect: float '1_0' 10.0
# expect: int '_1' invalid literal for int() with base 10: '_1'
# expect: float '_1' could not convert string to float: '_1'
# expect: int '1__0' invalid literal for int() with base 10: '1__0'
# expect: float '1__0' could not convert string to float: '1__0'
# expect: int '12a' invalid literal for int() with base 10: '12a'
# expect: float '12a' could not convert string to float: '12a'
# expect: int '0x10' invalid literal for int() with base 10: '0x10'
# expect: float '0x10' could not convert string to float: '0x10'
# expect: int '\t5\n' 5
# expect: float '\t5\n' 5.0
# expect: int '5\x1c' invalid literal for int() with base 10: '5\x1c'
# expect: float '5\x1c' could not convert string to float: '5\x1c'
# expect: int '1.5' invalid literal for int() with base 10: '1.5'
# expect: float '1.5' 1.5
# expect: int 'said "hi" 3' invalid literal for int() with base 10: 'said "hi" 3'
# expect: float 'said "hi" 3' could not convert string to float: 'said "hi" 3'
# expect: int "it's" invalid literal for int() with base 10: "it's"
# expect: float "it's" could not convert string to float: "it's"
# expect: int 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' invalid literal for int() with base 10: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
# expect: float 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' could not convert string to float: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
# expect: int 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' invalid literal for int() with base 10: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
# expect: float 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' could not convert string to float: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
# expect: int '111111111111111111111111111111' 111111111111111111111111111111
# expect: float '111111111111111111111111111111' 1.111111111111111e+29
# expect: int 'inf' invalid literal for int() with base 10: 'inf'
# expect: float 'inf' inf
# expect: int 'nan' invalid literal for int() with base 10: 'nan'
# expect: float 'nan' nan
# expect: int 'infinit' invalid literal for int() with base 10: 'infinit'
# expect: float 'infinit' could not convert string to float: 'infinit'
# expect: int 'INFINITY' invalid literal for int() with base 10: 'INFINITY'
# expect: float 'INFINITY' inf
# expect: int '1e5' invalid literal for int() with base 10: '1e5'
# expect: float '1e5' 100000.0
# expect: int '1e' invalid literal for int() with base 10: '1e'
# expect: float '1e' could not convert string to float: '1e'
# expect: int 'e' invalid literal for int() with base 10: 'e'
# expect: float 'e' could not convert string to float: 'e'
# expect: int '..' invalid literal for int() with base 10: '..'
# expect: float '..' could not convert string to float: '..'
# expect: int 'true' invalid literal for int() with base 10: 'true'
# expect: float 'true' could not convert string to float: 'true'
# expect: int 'user3' invalid literal for int() with base 10: 'user3'
# expect: float 'user3' could not convert string to float: 'user3'
# expect: int '\x00' invalid literal for int() with base 10: '\x00'
# expect: float '\x00' could not convert string to float: '\x00'
# expect: int '1\x002' invalid literal for int() with base 10: '1\x002'
# expect: float '1\x002' could not convert string to float: '1\x002'
# expect: int 'é' invalid literal for int() with base 10: 'é'
# expect: float 'é' could not convert string to float: 'é'
# expect: int '\x7f' invalid literal for int() with base 10: '\x7f'
# expect: float '\x7f' could not convert string to float: '\x7f'
# expect: int 'na' invalid literal for int() with base 10: 'na'
# expect: float 'na' could not convert string to float: 'na'
# expect: int 'fin' invalid literal for int() with base 10: 'fin'
# expect: float 'fin' could not convert string to float: 'fin'
# expect: int ' - 1' invalid literal for int() with base 10: ' - 1'
# expect: float ' - 1' could not convert string to float: ' - 1'
# expect: int '1_000.5' invalid literal for int() with base 10: '1_000.5'
# expect: float '1_000.5' 1000.5
# expect: int 'None' invalid literal for int() with base 10: 'None'
# expect: float 'None' could not convert string to float: 'None'
class F(float): pass
class I(int): pass
for c in (F, I):
    try: c("xyz")
    except ValueError as e: print(c.__name__, e)
# expect: F could not convert string to float: 'xyz'
# expect: I invalid literal for int() with base 10: 'xyz'
def loop():
    n = 0
    for k in range(3000):
        x = ["12", "a b", "1.5", "zz", " 7 ", "+"][k % 6]
        try: n += int(x)
        except ValueError as e: n += len(str(e))
        try: n += float(x)
        except ValueError as e: n += len(e.args[0])
    return n
print(loop())  # expect: 166750.0
