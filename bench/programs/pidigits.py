# Digits of pi by a spigot over big integers: multiplication, division and shifts of growing numbers.
N = 2_000


def digits(count):
    # Streams the continued fraction of pi as a product of matrices (q r; s t); a digit comes out when both ends agree.
    q, r, t, k = 1, 0, 1, 1
    out = []
    while len(out) < count:
        y = (q * 3 + r) // t
        if (q * 4 + r) // t == y:
            out.append(y)
            r = (r - y * t) * 10
            q *= 10
        else:
            r = (q * 2 + r) * (2 * k + 1)
            t *= 2 * k + 1
            q *= k
            k += 1
    return out


def bench(n):
    out = digits(n)
    power = pow(7, n * 40) - 3**n
    return f"{''.join(map(str, out[-12:]))} {sum(out)} {power % 1000000007} {(power >> n) & 0xFFFF}"
