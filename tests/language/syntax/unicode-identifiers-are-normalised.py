# unicode identifiers are normalised
é = 1
变量 = 2
ﬁ = 3
print(é, 变量, fi, ª := 4, a)  # expect: 1 2 3 4 4


class Ω:
    ñ = "attr"


print(Ω.ñ, getattr(Ω, "ñ"), Ω.__name__, "ﬁ" in globals(), "fi" in globals())  # expect: attr attr Ω False True
