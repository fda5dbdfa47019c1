# C99's Annex G: a product of NaN + NaNi that stands for an infinity is one.
inf, nan = float("inf"), float("nan")
parts = [0.0, -0.0, 1.0, -2.5, 1e200, 1e308, inf, -inf, nan]
numbers = [complex(a, b) for a in parts for b in parts]
texts = []
for x in numbers:
    for y in numbers + parts:
        for f in (lambda: x * y, lambda: y * x, lambda: x / y, lambda: y / x):
            try:
                texts.append(repr(f()))
            except ZeroDivisionError as e:
                texts.append(str(e))
code = 7
for text in texts:
    for c in text:
        code = (code * 31 + ord(c)) % 1000000007
print(len(texts), code, texts[1234::2222])
# expect: 29160 402591718 ['(-0-2.5e-200j)', '(nan+nanj)', '(nan+nanj)', '(1e+200-2.4999999999999998e+200j)', 'division by zero', '(nan-infj)', '(1e-108-1e-108j)', '(inf+nanj)', '(nan+nanj)', '(-inf-infj)', '(nan+infj)', '(inf-infj)', '(nan+nanj)']
print(complex(nan, 1) * complex(1, inf), complex(inf, 1) / complex(1, 1), 1 / complex(inf, nan), complex(1, 2) * complex(inf, nan))
# expect: (-inf+nanj) (inf-infj) -0j (inf+infj)
