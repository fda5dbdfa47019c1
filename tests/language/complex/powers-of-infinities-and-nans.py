# infinities overflow, nans do not; integer powers are made by multiplying, whose infinities survive
inf, nan = float("inf"), float("nan")
for a in (1j, 1e300 + 1j, complex(inf), complex(nan), complex(0, inf), 2, complex(-inf, nan), 0j):
    for b in (1j, 2, 2.5, complex(nan), complex(inf), -2, 500 + 0j, 3 + 4j, 3, -1):
        try:
            print(a, b, a**b)
        except Exception as e:
            print(a, b, type(e).__name__, e)
# expect: 1j 1j (0.20787957635076193+0j)
# expect: 1j 2 (-1+0j)
# expect: 1j 2.5 (-0.7071067811865477-0.7071067811865475j)
# expect: 1j (nan+0j) (nan+nanj)
# expect: 1j (inf+0j) (nan+nanj)
# expect: 1j -2 (-1-0j)
# expect: 1j (500+0j) (1-8.035416148189084e-14j)
# expect: 1j (3+4j) (-3.4304366459657674e-19-0.0018674427317079893j)
# expect: 1j 3 (-0-1j)
# expect: 1j -1 -1j
# expect: (1e+300+1j) 1j (0.9305603952198929-0.36613843126363665j)
# expect: (1e+300+1j) 2 OverflowError complex exponentiation
# expect: (1e+300+1j) 2.5 OverflowError complex exponentiation
# expect: (1e+300+1j) (nan+0j) (nan+nanj)
# expect: (1e+300+1j) (inf+0j) (nan+nanj)
# expect: (1e+300+1j) -2 0j
# expect: (1e+300+1j) (500+0j) OverflowError complex exponentiation
# expect: (1e+300+1j) (3+4j) OverflowError complex exponentiation
# expect: (1e+300+1j) 3 OverflowError complex exponentiation
# expect: (1e+300+1j) -1 (1e-300-0j)
# expect: (inf+0j) 1j (nan+nanj)
# expect: (inf+0j) 2 OverflowError complex exponentiation
# expect: (inf+0j) 2.5 OverflowError complex exponentiation
# expect: (inf+0j) (nan+0j) (nan+nanj)
# expect: (inf+0j) (inf+0j) (nan+nanj)
# expect: (inf+0j) -2 0j
# expect: (inf+0j) (500+0j) OverflowError complex exponentiation
# expect: (inf+0j) (3+4j) (nan+nanj)
# expect: (inf+0j) 3 OverflowError complex exponentiation
# expect: (inf+0j) -1 0j
# expect: (nan+0j) 1j (nan+nanj)
# expect: (nan+0j) 2 (nan+nanj)
# expect: (nan+0j) 2.5 (nan+nanj)
# expect: (nan+0j) (nan+0j) (nan+nanj)
# expect: (nan+0j) (inf+0j) (nan+nanj)
# expect: (nan+0j) -2 (nan+nanj)
# expect: (nan+0j) (500+0j) (nan+nanj)
# expect: (nan+0j) (3+4j) (nan+nanj)
# expect: (nan+0j) 3 (nan+nanj)
# expect: (nan+0j) -1 (nan+nanj)
# expect: infj 1j (nan+nanj)
# expect: infj 2 OverflowError complex exponentiation
# expect: infj 2.5 OverflowError complex exponentiation
# expect: infj (nan+0j) (nan+nanj)
# expect: infj (inf+0j) (nan+nanj)
# expect: infj -2 (-0+0j)
# expect: infj (500+0j) OverflowError complex exponentiation
# expect: infj (3+4j) (nan+nanj)
# expect: infj 3 OverflowError complex exponentiation
# expect: infj -1 -0j
# expect: 2 1j (0.7692389013639721+0.6389612763136348j)
# expect: 2 2 4
# expect: 2 2.5 5.656854249492381
# expect: 2 (nan+0j) (nan+nanj)
# expect: 2 (inf+0j) (nan+nanj)
# expect: 2 -2 0.25
# expect: 2 (500+0j) (3.273390607896142e+150+0j)
# expect: 2 (3+4j) (-7.461496614688569+2.885492725513448j)
# expect: 2 3 8
# expect: 2 -1 0.5
# expect: (-inf+nanj) 1j (nan+nanj)
# expect: (-inf+nanj) 2 OverflowError complex exponentiation
# expect: (-inf+nanj) 2.5 (nan+nanj)
# expect: (-inf+nanj) (nan+0j) (nan+nanj)
# expect: (-inf+nanj) (inf+0j) (nan+nanj)
# expect: (-inf+nanj) -2 0j
# expect: (-inf+nanj) (500+0j) (nan+nanj)
# expect: (-inf+nanj) (3+4j) (nan+nanj)
# expect: (-inf+nanj) 3 OverflowError complex exponentiation
# expect: (-inf+nanj) -1 (-0+0j)
# expect: 0j 1j ZeroDivisionError zero to a negative or complex power
# expect: 0j 2 0j
# expect: 0j 2.5 0j
# expect: 0j (nan+0j) 0j
# expect: 0j (inf+0j) 0j
# expect: 0j -2 ZeroDivisionError zero to a negative or complex power
# expect: 0j (500+0j) 0j
# expect: 0j (3+4j) ZeroDivisionError zero to a negative or complex power
# expect: 0j 3 0j
# expect: 0j -1 ZeroDivisionError zero to a negative or complex power
