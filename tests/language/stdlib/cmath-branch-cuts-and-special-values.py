# cmath: special values of every function, branch cuts by the sign of zero, errors
import cmath


def attempt(f, *a):
    try:
        return f(*a)
    except Exception as e:
        return type(e).__name__, str(e)


special = [0.0, -0.0, 1.0, float("inf"), float("-inf"), float("nan")]
for name in "sqrt acos acosh asin asinh atan atanh cos cosh sin sinh tan tanh exp log log10 phase polar isfinite isnan isinf".split():
    f = getattr(cmath, name)
    for x in special:
        print(name, x, *[str(attempt(f, complex(x, y)))[:12] for y in special])
# expect: sqrt 0.0 0j -0j (0.707106781 (inf+infj) (inf-infj) (nan+nanj)
# expect: sqrt -0.0 0j -0j (0.707106781 (inf+infj) (inf-infj) (nan+nanj)
# expect: sqrt 1.0 (1+0j) (1-0j) (1.098684113 (inf+infj) (inf-infj) (nan+nanj)
# expect: sqrt inf (inf+0j) (inf-0j) (inf+0j) (inf+infj) (inf-infj) (inf+nanj)
# expect: sqrt -inf infj -infj infj (inf+infj) (inf-infj) (nan+infj)
# expect: sqrt nan (nan+nanj) (nan+nanj) (nan+nanj) (inf+infj) (inf-infj) (nan+nanj)
# expect: acos 0.0 (1.570796326 (1.570796326 (1.570796326 (1.570796326 (1.570796326 (1.570796326
# expect: acos -0.0 (1.570796326 (1.570796326 (1.570796326 (1.570796326 (1.570796326 (1.570796326
# expect: acos 1.0 -0j 0j (0.904556894 (1.570796326 (1.570796326 (nan+nanj)
# expect: acos inf -infj infj -infj (0.785398163 (0.785398163 (nan+infj)
# expect: acos -inf (3.141592653 (3.141592653 (3.141592653 (2.356194490 (2.356194490 (nan+infj)
# expect: acos nan (nan+nanj) (nan+nanj) (nan+nanj) (nan-infj) (nan+infj) (nan+nanj)
# expect: acosh 0.0 1.5707963267 -1.570796326 (0.881373587 (inf+1.57079 (inf-1.57079 (nan+1.57079
# expect: acosh -0.0 1.5707963267 -1.570796326 (0.881373587 (inf+1.57079 (inf-1.57079 (nan+1.57079
# expect: acosh 1.0 0j -0j (1.061275061 (inf+1.57079 (inf-1.57079 (nan+nanj)
# expect: acosh inf (inf+0j) (inf-0j) (inf+0j) (inf+0.78539 (inf-0.78539 (inf+nanj)
# expect: acosh -inf (inf+3.14159 (inf-3.14159 (inf+3.14159 (inf+2.35619 (inf-2.35619 (inf+nanj)
# expect: acosh nan (nan+nanj) (nan+nanj) (nan+nanj) (inf+nanj) (inf+nanj) (nan+nanj)
# expect: asin 0.0 0j -0j 0.8813735870 infj -infj nanj
# expect: asin -0.0 (-0+0j) (-0-0j) (-0+0.881373 (-0+infj) (-0-infj) (-0+nanj)
# expect: asin 1.0 (1.570796326 (1.570796326 (0.666239432 infj -infj (nan+nanj)
# expect: asin inf (1.570796326 (1.570796326 (1.570796326 (0.785398163 (0.785398163 (nan-infj)
# expect: asin -inf (-1.57079632 (-1.57079632 (-1.57079632 (-0.78539816 (-0.78539816 (nan-infj)
# expect: asin nan (nan+nanj) (nan+nanj) (nan+nanj) (nan+infj) (nan-infj) (nan+nanj)
# expect: asinh 0.0 0j -0j 1.5707963267 (inf+1.57079 (inf-1.57079 (nan+nanj)
# expect: asinh -0.0 (-0+0j) (-0-0j) (-0+1.570796 (-inf+1.5707 (-inf-1.5707 (nan+nanj)
# expect: asinh 1.0 (0.881373587 (0.881373587 (1.061275061 (inf+1.57079 (inf-1.57079 (nan+nanj)
# expect: asinh inf (inf+0j) (inf-0j) (inf+0j) (inf+0.78539 (inf-0.78539 (inf+nanj)
# expect: asinh -inf (-inf+0j) (-inf-0j) (-inf+0j) (-inf+0.7853 (-inf-0.7853 (-inf+nanj)
# expect: asinh nan (nan+0j) (nan-0j) (nan+nanj) (inf+nanj) (inf+nanj) (nan+nanj)
# expect: atan 0.0 0j -0j ('ValueError (1.570796326 (1.570796326 (nan+nanj)
# expect: atan -0.0 (-0+0j) (-0-0j) ('ValueError (-1.57079632 (-1.57079632 (nan+nanj)
# expect: atan 1.0 (0.785398163 (0.785398163 (1.017221967 (1.570796326 (1.570796326 (nan+nanj)
# expect: atan inf (1.570796326 (1.570796326 (1.570796326 (1.570796326 (1.570796326 (1.570796326
# expect: atan -inf (-1.57079632 (-1.57079632 (-1.57079632 (-1.57079632 (-1.57079632 (-1.57079632
# expect: atan nan (nan+0j) (nan-0j) (nan+nanj) (nan+0j) (nan-0j) (nan+nanj)
# expect: atanh 0.0 0j -0j 0.7853981633 1.5707963267 -1.570796326 nanj
# expect: atanh -0.0 (-0+0j) (-0-0j) (-0+0.785398 (-0+1.570796 (-0-1.570796 (-0+nanj)
# expect: atanh 1.0 ('ValueError ('ValueError (0.402359478 1.5707963267 -1.570796326 (nan+nanj)
# expect: atanh inf 1.5707963267 -1.570796326 1.5707963267 1.5707963267 -1.570796326 nanj
# expect: atanh -inf (-0+1.570796 (-0-1.570796 (-0+1.570796 (-0+1.570796 (-0-1.570796 (-0+nanj)
# expect: atanh nan (nan+nanj) (nan+nanj) (nan+nanj) 1.5707963267 -1.570796326 (nan+nanj)
# expect: cos 0.0 (1-0j) (1+0j) (1.543080634 (inf-0j) (inf+0j) (nan+0j)
# expect: cos -0.0 (1+0j) (1-0j) (1.543080634 (inf+0j) (inf-0j) (nan+0j)
# expect: cos 1.0 (0.540302305 (0.540302305 (0.833730025 (inf-infj) (inf+infj) (nan+nanj)
# expect: cos inf ('ValueError ('ValueError ('ValueError ('ValueError ('ValueError (nan+nanj)
# expect: cos -inf ('ValueError ('ValueError ('ValueError ('ValueError ('ValueError (nan+nanj)
# expect: cos nan (nan+0j) (nan+0j) (nan+nanj) (inf+nanj) (inf+nanj) (nan+nanj)
# expect: cosh 0.0 (1+0j) (1-0j) (0.540302305 ('ValueError ('ValueError (nan+0j)
# expect: cosh -0.0 (1-0j) (1+0j) (0.540302305 ('ValueError ('ValueError (nan+0j)
# expect: cosh 1.0 (1.543080634 (1.543080634 (0.833730025 ('ValueError ('ValueError (nan+nanj)
# expect: cosh inf (inf+0j) (inf-0j) (inf+infj) ('ValueError ('ValueError (inf+nanj)
# expect: cosh -inf (inf-0j) (inf+0j) (inf-infj) ('ValueError ('ValueError (inf+nanj)
# expect: cosh nan (nan+0j) (nan+0j) (nan+nanj) (nan+nanj) (nan+nanj) (nan+nanj)
# expect: sin 0.0 0j -0j 1.1752011936 infj -infj nanj
# expect: sin -0.0 (-0+0j) (-0-0j) (-0+1.175201 (-0+infj) (-0-infj) (-0+nanj)
# expect: sin 1.0 (0.841470984 (0.841470984 (1.298457581 (inf+infj) (inf-infj) (nan+nanj)
# expect: sin inf ('ValueError ('ValueError ('ValueError ('ValueError ('ValueError (nan+nanj)
# expect: sin -inf ('ValueError ('ValueError ('ValueError ('ValueError ('ValueError (nan+nanj)
# expect: sin nan (nan-0j) (nan-0j) (nan+nanj) (nan-infj) (nan-infj) (nan+nanj)
# expect: sinh 0.0 0j -0j 0.8414709848 ('ValueError ('ValueError nanj
# expect: sinh -0.0 (-0+0j) (-0-0j) (-0+0.841470 ('ValueError ('ValueError nanj
# expect: sinh 1.0 (1.175201193 (1.175201193 (0.634963914 ('ValueError ('ValueError (nan+nanj)
# expect: sinh inf (inf+0j) (inf-0j) (inf+infj) ('ValueError ('ValueError (inf+nanj)
# expect: sinh -inf (-inf+0j) (-inf-0j) (-inf+infj) ('ValueError ('ValueError (inf+nanj)
# expect: sinh nan (nan+0j) (nan-0j) (nan+nanj) (nan+nanj) (nan+nanj) (nan+nanj)
# expect: tan 0.0 0j -0j 0.7615941559 1j -1j nanj
# expect: tan -0.0 (-0+0j) (-0-0j) (-0+0.761594 (-0+1j) (-0-1j) (-0+nanj)
# expect: tan 1.0 (1.557407724 (1.557407724 (0.271752585 1j -1j (nan+nanj)
# expect: tan inf ('ValueError ('ValueError ('ValueError 1j -1j (nan+nanj)
# expect: tan -inf ('ValueError ('ValueError ('ValueError 1j -1j (nan+nanj)
# expect: tan nan (nan+0j) (nan-0j) (nan+nanj) 1j -1j (nan+nanj)
# expect: tanh 0.0 0j -0j 1.5574077246 ('ValueError ('ValueError nanj
# expect: tanh -0.0 (-0+0j) (-0-0j) (-0+1.557407 ('ValueError ('ValueError (-0+nanj)
# expect: tanh 1.0 (0.761594155 (0.761594155 (1.083923327 ('ValueError ('ValueError (nan+nanj)
# expect: tanh inf (1+0j) (1-0j) (1+0j) (1+0j) (1+0j) (1+0j)
# expect: tanh -inf (-1+0j) (-1-0j) (-1+0j) (-1+0j) (-1+0j) (-1+0j)
# expect: tanh nan (nan+0j) (nan-0j) (nan+nanj) (nan+nanj) (nan+nanj) (nan+nanj)
# expect: exp 0.0 (1+0j) (1-0j) (0.540302305 ('ValueError ('ValueError (nan+nanj)
# expect: exp -0.0 (1+0j) (1-0j) (0.540302305 ('ValueError ('ValueError (nan+nanj)
# expect: exp 1.0 (2.718281828 (2.718281828 (1.468693939 ('ValueError ('ValueError (nan+nanj)
# expect: exp inf (inf+0j) (inf-0j) (inf+infj) ('ValueError ('ValueError (inf+nanj)
# expect: exp -inf 0j -0j 0j 0j 0j 0j
# expect: exp nan (nan+0j) (nan-0j) (nan+nanj) (nan+nanj) (nan+nanj) (nan+nanj)
# expect: log 0.0 ('ValueError ('ValueError 1.5707963267 (inf+1.57079 (inf-1.57079 (nan+nanj)
# expect: log -0.0 ('ValueError ('ValueError 1.5707963267 (inf+1.57079 (inf-1.57079 (nan+nanj)
# expect: log 1.0 0j -0j (0.346573590 (inf+1.57079 (inf-1.57079 (nan+nanj)
# expect: log inf (inf+0j) (inf-0j) (inf+0j) (inf+0.78539 (inf-0.78539 (inf+nanj)
# expect: log -inf (inf+3.14159 (inf-3.14159 (inf+3.14159 (inf+2.35619 (inf-2.35619 (inf+nanj)
# expect: log nan (nan+nanj) (nan+nanj) (nan+nanj) (inf+nanj) (inf+nanj) (nan+nanj)
# expect: log10 0.0 ('ValueError ('ValueError 0.6821881769 (inf+0.68218 (inf-0.68218 (nan+nanj)
# expect: log10 -0.0 ('ValueError ('ValueError 0.6821881769 (inf+0.68218 (inf-0.68218 (nan+nanj)
# expect: log10 1.0 0j -0j (0.150514997 (inf+0.68218 (inf-0.68218 (nan+nanj)
# expect: log10 inf (inf+0j) (inf-0j) (inf+0j) (inf+0.34109 (inf-0.34109 (inf+nanj)
# expect: log10 -inf (inf+1.36437 (inf-1.36437 (inf+1.36437 (inf+1.02328 (inf-1.02328 (inf+nanj)
# expect: log10 nan (nan+nanj) (nan+nanj) (nan+nanj) (inf+nanj) (inf+nanj) (nan+nanj)
# expect: phase 0.0 0.0 -0.0 1.5707963267 1.5707963267 -1.570796326 nan
# expect: phase -0.0 3.1415926535 -3.141592653 1.5707963267 1.5707963267 -1.570796326 nan
# expect: phase 1.0 0.0 -0.0 0.7853981633 1.5707963267 -1.570796326 nan
# expect: phase inf 0.0 -0.0 0.0 0.7853981633 -0.785398163 nan
# expect: phase -inf 3.1415926535 -3.141592653 3.1415926535 2.3561944901 -2.356194490 nan
# expect: phase nan nan nan nan nan nan nan
# expect: polar 0.0 (0.0, 0.0) (0.0, -0.0) (1.0, 1.5707 (inf, 1.5707 (inf, -1.570 (nan, nan)
# expect: polar -0.0 (0.0, 3.1415 (0.0, -3.141 (1.0, 1.5707 (inf, 1.5707 (inf, -1.570 (nan, nan)
# expect: polar 1.0 (1.0, 0.0) (1.0, -0.0) (1.414213562 (inf, 1.5707 (inf, -1.570 (nan, nan)
# expect: polar inf (inf, 0.0) (inf, -0.0) (inf, 0.0) (inf, 0.7853 (inf, -0.785 (inf, nan)
# expect: polar -inf (inf, 3.1415 (inf, -3.141 (inf, 3.1415 (inf, 2.3561 (inf, -2.356 (inf, nan)
# expect: polar nan (nan, nan) (nan, nan) (nan, nan) (inf, nan) (inf, nan) (nan, nan)
# expect: isfinite 0.0 True True True False False False
# expect: isfinite -0.0 True True True False False False
# expect: isfinite 1.0 True True True False False False
# expect: isfinite inf False False False False False False
# expect: isfinite -inf False False False False False False
# expect: isfinite nan False False False False False False
# expect: isnan 0.0 False False False False False True
# expect: isnan -0.0 False False False False False True
# expect: isnan 1.0 False False False False False True
# expect: isnan inf False False False False False True
# expect: isnan -inf False False False False False True
# expect: isnan nan True True True True True True
# expect: isinf 0.0 False False False True True False
# expect: isinf -0.0 False False False True True False
# expect: isinf 1.0 False False False True True False
# expect: isinf inf True True True True True True
# expect: isinf -inf True True True True True True
# expect: isinf nan False False False True True False
for z in (-4, -4 + 0j, complex(-4, -0.0), 2j, 1 + 1j, 3 - 4j):
    print(z, [attempt(f, z) for f in (cmath.sqrt, abs, cmath.phase)])
# expect: -4 [2j, 4, 3.141592653589793]
# expect: (-4+0j) [2j, 4.0, 3.141592653589793]
# expect: (-4-0j) [-2j, 4.0, -3.141592653589793]
# expect: 2j [(1+1j), 2.0, 1.5707963267948966]
# expect: (1+1j) [(1.09868411346781+0.45508986056222733j), 1.4142135623730951, 0.7853981633974483]
# expect: (3-4j) [(2-1j), 5.0, -0.9272952180016122]
for z in (2 + 0j, complex(2, -0.0), -2 + 0j, complex(-2, -0.0)):
    print(z, [f"{cmath.acos(z):.6f}", f"{cmath.asin(z):.6f}", f"{cmath.atanh(z):.6f}", f"{cmath.acosh(z):.6f}"])
# expect: (2+0j) ['0.000000-1.316958j', '1.570796+1.316958j', '0.549306+1.570796j', '1.316958+0.000000j']
# expect: (2-0j) ['0.000000+1.316958j', '1.570796-1.316958j', '0.549306-1.570796j', '1.316958-0.000000j']
# expect: (-2+0j) ['3.141593-1.316958j', '-1.570796+1.316958j', '-0.549306+1.570796j', '1.316958+3.141593j']
# expect: (-2-0j) ['3.141593+1.316958j', '-1.570796-1.316958j', '-0.549306-1.570796j', '1.316958-3.141593j']
print(attempt(cmath.log, 8, 2), attempt(cmath.log, 0), attempt(cmath.log, 1, 1), attempt(cmath.exp, 1000), attempt(cmath.sqrt, "1"), attempt(cmath.sqrt, None))
# expect: (3+0j) ('ValueError', 'math domain error') ('ValueError', 'math domain error') ('OverflowError', 'math range error') ('TypeError', 'must be real number, not str') ('TypeError', 'must be real number, not NoneType')
print(cmath.isclose(1, 1 + 1e-10j), cmath.isclose(1, 2), attempt(lambda: cmath.isclose(1, 2, rel_tol=-1)), cmath.polar(-1), cmath.infj, cmath.nanj, cmath.tau)
# expect: True False ('ValueError', 'tolerances must be non-negative') (1.0, 3.141592653589793) infj nanj 6.283185307179586
