# str, repr and formats of ints beyond 48 bits read back as they were
for bits in (47, 48, 62, 63, 64, 65, 96, 128, 200, 500, 1000, 2000, 2100, 2111, 2112, 2113, 2120, 3000):
    for sign in (1, -1):
        for more in (-1, 0, 1, 12345):
            n = sign * (2**bits + more)
            text = str(n)
            if not (int(text) == n and repr(n) == text == f"{n}" == "%d" % n == "%s" % n == str([n])[1:-1]):
                print("differs", bits, sign, more)
print(10**18, -(10**27), 10**36 - 1, 5 * 10**45)
# expect: 1000000000000000000 -1000000000000000000000000000 999999999999999999999999999999999999 5000000000000000000000000000000000000000000000
print(str(10**600) == "1" + "0" * 600, str(10**639) == "1" + "0" * 639, len(str(10**700 - 1)))
# expect: True True 700
class Own(int):
    pass
print(str(Own(2**70)), repr(Own(5)), int.__repr__(True), int.__str__(Own(3)), repr({Own(2**65): 2**66}))
# expect: 1180591620717411303424 5 1 3 {36893488147419103232: 73786976294838206464}
