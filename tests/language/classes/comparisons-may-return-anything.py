# comparisons may return anything
class E:
    def __eq__(self, o):
        return ["eq", o]

    def __ne__(self, o):
        return []

    def __lt__(self, o):
        return "lt"


e = E()
print(e == 1, e != 1, e < 1, 1 > e, not (e == 1), 1 if e != 1 else 2, [e] == [5], e in [1])
# expect: ['eq', 1] [] lt lt False 2 True True
print(1 < 2 < e) if False else None
print(0 < 1 == True, 1 < 3 > 2, 1 == 1 != 2)  # expect: True True True
