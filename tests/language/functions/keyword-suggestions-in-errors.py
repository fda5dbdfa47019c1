# keyword suggestions in errors
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


def paint(color, width=1, height=2): pass


attempt(lambda: paint("red", wdith=3))
# expect: TypeError: paint() got an unexpected keyword argument 'wdith'. Did you mean 'width'?
attempt(lambda: paint("red", heigth=3))
# expect: TypeError: paint() got an unexpected keyword argument 'heigth'. Did you mean 'height'?
attempt(lambda: paint("red", zzz=3))  # expect: TypeError: paint() got an unexpected keyword argument 'zzz'
attempt(lambda: print(1, spe=2))  # expect: TypeError: print() got an unexpected keyword argument 'spe'
