# divmod, hex, oct, bin and int() of ints that fit no machine word
def fits(a, b):
    q, r = divmod(a, b)
    assert q * b + r == a and abs(r) < abs(b) and (r == 0 or (r < 0) == (b < 0)), (a, b)
    assert (q, r) == (a // b, a % b) == a.__divmod__(b) == b.__rdivmod__(a)


numbers = [10**80, 2**64, 2**63, 2**47, 2**47 + 1, 2**48, 12345678901234567890, 3**50, 7, 1, 2**31, 2**32, 2**96 - 1]
for a in numbers:
    for b in numbers:
        for x, y in ((a, b), (-a, b), (a, -b), (-a, -b)):
            fits(x, y)
for n in (2**48, 2**64 - 1, 10**30, 2**200, 2**96 - 1, 8**33, 2**63, 2**95):
    for m in (n, -n, n + 1):
        assert int(hex(m), 16) == int(oct(m), 8) == int(bin(m), 2) == int(str(m)) == int(hex(m), 0) == m
        assert hex(m) == format(m, "#x") and oct(m) == format(m, "#o") and bin(m) == format(m, "#b")
print(hex(-(2**64)), oct(2**66), bin(2**49 + 1))
# expect: -0x10000000000000000 0o10000000000000000000000 0b10000000000000000000000000000000000000000000000001
print(int(" " + "9" * 40 + "\n"), int("-" + "z" * 20, 36), int("+" + "1" * 70, 2), int("0x" + "f" * 20, 0))
# expect: 9999999999999999999999999999999999999999 -13367494538843734067838845976575 1180591620717411303423 1208925819614629174706175
print(int("0" * 100 + "7"), int("-" + "0" * 60), int("1_000" * 5 if 0 else "1_000_000_000_000_000_000_000"))
# expect: 7 0 1000000000000000000000
print(int("9" * 640) % 1000007, int("9" * 641) % 1000007, int("1" * 640, 2).bit_length())
# expect: 122750 227502 640
for bad in ("9" * 30 + "x", "9" * 30 + "_", "-" * 2 + "9" * 30, "8" * 30 + "9"):
    try:
        print(int(bad, 9) if bad[0] == "8" else int(bad))
    except ValueError as e:
        print(e)
# expect: invalid literal for int() with base 10: '999999999999999999999999999999x'
# expect: invalid literal for int() with base 10: '999999999999999999999999999999_'
# expect: invalid literal for int() with base 10: '--999999999999999999999999999999'
# expect: invalid literal for int() with base 9: '8888888888888888888888888888889'
try:
    divmod(2**70, 0)
except ZeroDivisionError as e:
    print(e)  # expect: division by zero


class Number(int):
    pass


print(divmod(Number(2**70), 3), hex(Number(2**70)), type(Number("9" * 30)).__name__, Number("9" * 30))
# expect: (393530540239137101141, 1) 0x400000000000000000 Number 999999999999999999999999999999
hot = 0
for i in range(400):
    q, r = divmod(10**30 + i, 10**15 + 7)
    hot += q % 1009 + r % 1009 + len(hex(10**20 + i)) + int(str(10**25 + i)) % 1009
print(hot)  # expect: 603600
