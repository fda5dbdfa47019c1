# translate and maketrans
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


table = str.maketrans("abc", "xyz", "d")
print("aabbccdd".translate(table), "hello".translate({ord("l"): "LL", ord("o"): None, "h": "x"}))
# expect: xxyyzz heLLLL
print(str.maketrans({"a": "1", 98: 2}), "ab".translate({97: 98, 98: "é"}))  # expect: {97: '1', 98: 2} bé
attempt(str.maketrans, "ab", "c")
# expect: ValueError: the first two maketrans arguments must have equal length
attempt(str.maketrans, {"ab": 1})  # expect: ValueError: string keys in translate table must be of length 1
attempt("a".translate, {97: -1})  # expect: ValueError: character mapping must be in range(0x110000)
attempt("a".translate, {97: 1.5})  # expect: TypeError: character mapping must return integer, None or str


class Upper:
    def __getitem__(self, code):
        if code > 110:
            raise LookupError
        return chr(code).upper()


print("moon".translate(Upper()))  # expect: MooN
