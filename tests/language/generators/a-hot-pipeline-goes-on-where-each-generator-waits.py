# a hot pipeline goes on where each generator waits
def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def odd_squares(source):
    for x in source:
        if x & 1:
            yield x * x


def pairs(source):
    last = None
    for x in source:
        if last is not None:
            yield last, x
            last = None
        else:
            last = x


def two(n):
    for i in range(n):
        yield i
        yield -i * 1.5


total = 0
for x in odd_squares(count(1000)):
    total += x
print(total)  # expect: 166666500

total = 0
for a, b in pairs(odd_squares(count(1000))):
    total += b - a
print(total)  # expect: 500000

total = 0
for x in two(500):
    total += x
print(total)  # expect: -62375.0

# the same generator, gone on with after a break, by another loop and by next
it = count(400)
seen = []
for x in it:
    if x == 150:
        break
for x in it:
    seen.append(x)
    if x == 300:
        break
print(len(seen), seen[0], seen[-1], next(it), sum(it))  # expect: 150 151 300 301 34349


# one generator function, many generators that live at once
def rounds(n):
    some = [count(n), odd_squares(count(n)), count(n // 2)]
    out = 0
    while some:
        rest = []
        for g in some:
            for x in g:
                out += x
                rest.append(g)
                break
        some = rest
    return out


print(rounds(200))  # expect: 1358150
print([sum(x for x in count(k) if x % 3) for k in range(0, 60, 7)])
# expect: [0, 12, 61, 147, 243, 397, 588, 768, 1027]
